import type { ParsedQuestion } from "../../src/asking/parsed-question.ts";
import { questionFeatures } from "../../src/asking/question-features.ts";
import type { Knowledge } from "../../src/asking/understanding.ts";
import { answeringEntries, authorQuestions, type AuthorFile, type AuthorQuestion } from "../../test/asking/authors/frames.ts";
import { commandsFor } from "../../test/asking/authors/score.ts";
import { readExpected, readingsOf } from "../../test/asking/expected-readings.ts";
import type { Example } from "./train-classifier.ts";

export interface LabelledQuestion {
  readonly label: string;
  readonly text: string;
  readonly weight: number;
}

/** All that is known of how people ask, each with what it wants: a command, an entry, a claim, an error, or none of them. */
export function labelledQuestions(knowledge: Omit<Knowledge, "classifier">, authors: readonly AuthorFile[]): readonly LabelledQuestion[] {
  const { lessons, claims, errors, phrasings } = knowledge;
  const names = lessons.all.flatMap(({ id, name, otherNames }) => [name, ...otherNames].map((written) => ({ id, written })));
  let next = 0;
  const topicAt = (): { readonly id: string; readonly written: string } => names[(next += 7) % names.length] ?? { id: "beta", written: "beta" };
  const intents = [...phrasings.intents].flatMap(([intent, questions]) =>
    questions.flatMap((question): LabelledQuestion[] => {
      if (intent === "explain") {
        if (!question.includes("{topic}")) return [];
        return Array.from({ length: 4 }, () => topicAt()).map(({ id, written }) => ({ label: id, text: withExamples(question.replaceAll("{topic}", written), next), weight: 0.5 }));
      }
      return [{ label: nonCommands.has(intent) ? intent : `/${intent}`, text: withExamples(question, (next += 1)), weight: 1 }];
    }),
  );
  return [
    ...intents,
    ...[...phrasings.topics].flatMap(([id, questions]) => questions.map((question) => ({ label: id, text: withExamples(question, (next += 1)), weight: 1 }))),
    ...names.flatMap(({ id, written }) => [written, `what is ${written}`, `explain ${written}`].map((text) => ({ label: id, text, weight: 0.7 }))),
    ...lessons.all.map(({ id, line }) => ({ label: id, text: line, weight: 0.5 })),
    ...claims.flatMap(({ id, claim, wordings }) => [claim, ...wordings].flatMap((text) => [text, `${text}, right?`, `is it true that ${text}`].map((one) => ({ label: `claim:${id}`, text: one, weight: 0.8 })))),
    ...errors.flatMap(({ id, title, wordings }) => [title, ...wordings].map((text) => ({ label: `error:${id}`, text, weight: 1 }))),
    ...authors.flatMap(authorQuestions).flatMap(authorExamples),
    ...readExpected("questions.json").flatMap((expected): LabelledQuestion[] => {
      const [reading = ""] = readingsOf(expected);
      const text = expected.question;
      if (reading === "none") return [];
      if (reading === "no-advice") return [{ label: reading, text, weight: 1 }];
      const topic = /^\/explain (\S+)(?: ticker:\S+)?$/u.exec(reading)?.[1];
      if (reading.startsWith("/explain")) return [{ label: reading.includes("versus:") ? "pair" : (topic ?? "pair"), text, weight: 1 }];
      const command = [...phrasings.intents.keys()].find((intent) => reading === `/${intent}` || reading.startsWith(`/${intent} `));
      return command === undefined ? [] : [{ label: `/${command}`, text, weight: 1 }];
    }),
  ];
}

export const examplesOf = (questions: readonly LabelledQuestion[], parse: (text: string) => ParsedQuestion): readonly Example[] =>
  questions.map(({ label, text, weight }) => ({ label, weight, features: questionFeatures(parse(text)) }));

/** The same parser, which parses a text once: most are learnt from again for every author that is left out. */
export function parsingOnce(parse: (text: string) => ParsedQuestion): (text: string) => ParsedQuestion {
  const parsed = new Map<string, ParsedQuestion>();
  return (text) => {
    const found = parsed.get(text) ?? parse(text);
    parsed.set(text, found);
    return found;
  };
}

const nonCommands: ReadonlySet<string> = new Set(["no-advice", "off-topic", "course-fact", "distress", "greeting", "thanks", "graded-work", "instructions"]);

const tickers = ["MSFT", "JPM", "WMT", "KO", "AAPL", "SPY", "XOM"];
const factors = ["SMB", "HML", "MOM", "RMW", "Mkt-RF", "CMA"];

function withExamples(question: string, seed: number): string {
  let place = seed;
  return question
    .replaceAll("{ticker}", () => tickers[(place += 3) % tickers.length] ?? "")
    .replaceAll("{factor}", () => factors[(place += 5) % factors.length] ?? "")
    .replaceAll("{date}", "since 2010")
    .replaceAll("{money}", "$2m")
    .replaceAll("{number}", "1.31");
}

/** What the classifier has to say of an author's question; none for a follow-up, which says too little by itself. */
export function authorLabel(question: AuthorQuestion): string | null {
  const { kind, topic, q, id } = question;
  const [entry] = answeringEntries[id] ?? [];
  switch (kind) {
    case "explain":
    case "compare-concepts":
    case "claim":
    case "error":
      return entry === undefined ? null : entry.includes("+") ? "pair" : entry;
    case "compute":
    case "hypothesis":
    case "what-if":
      return question.quantity === null ? null : `/${commandsFor(question)[0] ?? "beta"}`;
    case "own-number":
      return "/reconcile";
    case "data":
      return "/data list";
    case "meta":
      return /who can see|private|privacy/iu.test(q) ? "/privacy export" : "/help";
    case "smalltalk":
      return /th(?:an)?(?:k|x)|tysm|gracias|cool|saved/iu.test(q) ? "thanks" : "greeting";
    case "declined":
      // Where no topic says what is declined, the question itself does.
      return /graded|exam|quiz|work|writing|homework|solution|assignment/iu.test(topic ?? "") || (topic === null && /\bgraded?\b|\bexam\b|\bassignment\b/iu.test(q)) ? "graded-work" : /inject|prompt|imperson|privacy|role-play inj|injection/iu.test(topic ?? "") || (topic === null && /\binstructions\b|\byou are now\b/iu.test(q)) ? "instructions" : "no-advice";
    case "course-fact":
    case "distress":
    case "off-topic":
      return kind;
    default:
      return null;
  }
}

function authorExamples(question: AuthorQuestion): readonly LabelledQuestion[] {
  const label = authorLabel(question);
  return label === null ? [] : [{ label, text: question.q, weight: 1.5 }];
}
