import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import { doneReply } from "./check.ts";

interface Fact {
  readonly topic: string;
  readonly answer: string;
  readonly by: string;
  readonly at: number;
}

interface Unclear {
  readonly id: string;
  readonly words: string;
  readonly text: string | null;
  readonly asked: number;
  readonly lastAt: number;
}

type Names = ReadonlyMap<string, string>;

/** What the staff say of a matter, with who said so and when, so that nobody takes an old rule for today's. */
export function factReply({ topic, answer, by, at }: Fact, names: Names, { staff, audience }: { readonly staff: NextStep | null; readonly audience: Reply["audience"] }): Reply {
  return reply({
    embed: {
      title: names.get(topic) ?? topic,
      description: `${answer}\n\n${whoSaid(by)}, ${timestamp(at, "f")}`,
      color: 0x0072b2,
    },
    nextSteps: staff === null ? [] : [staff],
    audience,
    result: { reading: null, courseFact: topic },
  });
}

/** A deleted record has no person to name. */
const whoSaid = (by: string): string => (/^\d+$/u.test(by) ? `From your course's staff: <@${by}>` : "From your course's staff");

/** All that the staff answered, for themselves. */
export function courseFactsReply(facts: readonly Fact[], names: Names): Reply {
  const missing = [...names].filter(([id]) => !facts.some(({ topic }) => topic === id)).map(([id]) => `\`${id}\``);
  return doneReply(facts.length === 0 ? "Nothing is answered yet" : "What /ask says of your course", [
    ...facts.map(({ topic, answer, by, at }) => `**${names.get(topic) ?? topic}** ${answer} (${/^\d+$/u.test(by) ? `<@${by}>, ` : ""}${timestamp(at, "f")})`),
    ...(missing.length > 0 ? [`Without an answer: ${missing.join(", ")}. \`/course faq topic:exam answer:"Friday 10am, room 2, one page of notes"\` gives one.`] : []),
  ]);
}

export const factSavedReply = (name: string, answer: string, isForCrisis: boolean): Reply =>
  doneReply(`/ask answers: ${name}`, [answer, isForCrisis ? "It stands in what somebody reads who seems not to be well." : "With your name and today's date below it. `/course faq` shows all, `remove:true` takes one away."]);

export const factRemovedReply = (name: string, was: boolean): Reply => doneReply(was ? `${name}: taken away` : `${name}: there was no answer`, [was ? "Questions of it lead to the staff again." : "Nothing changed."]);

/** What was not understood, with a button for each of the first few. */
export function unansweredReply(questions: readonly Unclear[], keepsText: boolean): Reply {
  if (questions.length === 0) return doneReply("Every question was understood", ["What /ask can't answer is counted here, without who asked."]);
  return doneReply(
    `Not understood: ${questions.length === 1 ? "1 question" : `the ${count(questions.length)} most asked`}`,
    [
      ...questions.map(({ words, text, asked, lastAt }, index) => `${String(index + 1)}. ${text === null ? `words: ${wordsOf(words)}` : `“${plain(text)}”`} · asked ${asked === 1 ? "once" : `${count(asked)} times`}, last ${timestamp(lastAt, "R")}`),
      keepsText ? "Questions of the same words are one, shown as it was last typed." : "Only words of the course are kept. `/course setup keep_questions:true` keeps what is typed from then on; say so in class.",
    ],
    questions.slice(0, 5).map(({ id }, index) => ({ label: `Attach ${String(index + 1)}`, command: "course attach", options: { question: id } })),
  );
}

const wordsOf = (words: string): string => (words === "" ? "none of the course" : plain(words));

const wordsOrText = ({ words, text }: Unclear): string => (text === null ? wordsOf(words) : `“${plain(text)}”`);

export const attachReply = (question: Unclear, choices: readonly { readonly value: string; readonly label: string; readonly description: string }[]): Reply => ({
  ...doneReply("What answers it?", [wordsOrText(question), "From then on /ask shows what you choose to whoever asks in these words."]),
  menu: { command: "course attach", options: { question: question.id }, placeholder: "An entry, or an answer of /course faq", choices: choices.map(({ value, label, description }) => ({ value, label: shortened(label), description: shortened(description) })) },
});

/** Discord's longest label. */
const shortened = (text: string): string => ([...text].length > 100 ? `${[...text].slice(0, 99).join("")}…` : text);

export const attachedReply = (question: Unclear, name: string): Reply => doneReply(`Attached: ${name}`, [`/ask shows it to whoever asks in these words: ${wordsOrText(question)}`], [{ label: "The others", command: "course unanswered", options: {} }]);
