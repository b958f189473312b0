/**
 * Scores the reader of free text. `questions.json` is what it is built against: its misses are printed. `held-out.json`
 * was written apart and is only counted, so that nobody tunes on it. The questions of authors who had seen the chapter
 * alone are counted by kind; `--apart` scores those of them that were set apart, `--list KIND` prints what is not right,
 * `--trade-off` what running from
 * which confidence on comes to, `--model` what a hosted model could change at best and at worst.
 */
import { continuedBy } from "../src/asking/earlier-call.ts";
import { parserOf, questionReader, type QuestionReader } from "../src/asking/question-reader.ts";
import type { Knowledge } from "../src/asking/understanding.ts";
import { commandText } from "../src/render/command-text.ts";
import { authorQuestions, writtenAuthors, type AuthorFile } from "../test/asking/authors/frames.ts";
import { judgedApart, readRuns } from "../test/asking/authors/runs.ts";
import { scorer, type Score } from "../test/asking/authors/score.ts";
import { courseKnowledge, unlearntKnowledge } from "../test/asking/known.ts";
import { classifierWithout } from "./asking/apart-classifiers.ts";
import { modelBounds } from "./asking/model-bounds.ts";
import { tradeOffLines } from "./asking/trade-off.ts";
import { parsingOnce } from "./asking/training-examples.ts";
import { isConfidentlyWrong, matches, readExpected, readingsOf } from "../test/asking/expected-readings.ts";

const listed = process.argv.includes("--list") ? (process.argv[process.argv.indexOf("--list") + 1] ?? "") : null;
const isApart = process.argv.includes("--apart");
/** Each author's questions by a reader whose classifier has learnt nothing from that author; its ranking and grammar were made with all in view. */
const isCross = process.argv.includes("--cross");

const scores: readonly Score[] = ["right", "half", "offered", "missed", "wrong"];
const unlearnt = unlearntKnowledge();
/** `--authors cd`: those alone. */
const chosen = process.argv.includes("--authors") ? (process.argv[process.argv.indexOf("--authors") + 1] ?? "") : writtenAuthors.join("");
const authors = [...writtenAuthors, "g" as const, "h" as const, "i" as const].filter((author) => chosen.includes(author));
const score = scorer(unlearnt);
const parse = parsingOnce(parserOf(unlearnt));

function readerWithout(left: AuthorFile | null): { readonly read: QuestionReader; readonly knowledge: Knowledge } {
  const knowledge = left === null ? courseKnowledge() : { ...unlearnt, classifier: classifierWithout(left, unlearnt, parse) };
  return { read: questionReader(knowledge), knowledge };
}

const counts = new Map<string, number[]>();
/** Of runs: how sure the reader was and whether it was right, for the calibration. */
const runs: { readonly author: string; readonly confidence: number; readonly isRight: boolean }[] = [];
for (const file of isApart ? (["apart"] as const) : authors) {
  const { read } = readerWithout(isCross ? file : null);
  for (const question of authorQuestions(file)) {
    const before = question.after === undefined || question.after === null ? null : read(question.after);
    const earlier = before?.kind === "confident" ? continuedBy(before.reading.call, before.reading.focus, null, unlearnt.commands) : null;
    const found = read(question.q, earlier);
    const got = score(question, found);
    if (found.kind === "confident") runs.push({ author: file, confidence: Math.min(1, found.reading.confidence), isRight: got === "right" || got === "half" });
    for (const kind of [question.kind, "all"]) {
      const row = counts.get(kind) ?? scores.map(() => 0);
      row[scores.indexOf(got)] = (row[scores.indexOf(got)] ?? 0) + 1;
      counts.set(kind, row);
    }
    if (listed !== null && got !== "right" && (listed === "all" || listed === question.kind || listed === got)) {
      const said = found.kind === "confident" ? `${commandText(found.reading.call)}${found.reading.leftOut.length > 0 ? ` LEFT OUT ${found.reading.leftOut.join("; ")}` : ""} (${found.reading.confidence.toPrecision(2)})` : `${found.kind} ${"alternatives" in found ? found.alternatives.map(({ call }) => commandText(call)).join(" | ") : ""}`;
      console.log(`${question.id} [${question.kind}] ${got}: ${question.after ? `(${question.after}) ` : ""}${question.q.slice(0, 300)}\n    ${said}\n    = ${String(question.quantity ?? question.topic)} ${question.assets.join()} ${question.factors.join()} ${JSON.stringify(question.conditions)} ${JSON.stringify(question.alternatives)}`);
    }
  }
}
if (process.argv.includes("--model") && !isApart) {
  const { read, knowledge } = readerWithout(null);
  for (const author of authors) console.log(`author ${author}, with a hosted model: ${JSON.stringify(modelBounds(authorQuestions(author), knowledge, read, score))}`);
}
const pad = (text: string | number): string => String(text).padStart(9);
console.log(`${"kind".padEnd(18)}${scores.map(pad).join("")}${pad("asked")}`);
for (const [kind, row] of [...counts].sort(([one], [other]) => Number(one === "all") - Number(other === "all"))) {
  const total = row.reduce((sum, count) => sum + count, 0);
  console.log(`${kind.padEnd(18)}${row.map(pad).join("")}${pad(total)}  ${((100 * (row[0] ?? 0)) / total).toFixed(0)}% right, ${((100 * (row[4] ?? 0)) / total).toFixed(0)}% wrong`);
}

const bins = Array.from({ length: 10 }, (_, bin) => runs.filter(({ confidence }) => Math.min(9, Math.floor(10 * confidence)) === bin)).filter((bin) => bin.length > 0);
const calibrationError = bins.reduce((sum, bin) => sum + Math.abs(bin.reduce((total, { confidence, isRight }) => total + confidence - (isRight ? 1 : 0), 0)), 0) / Math.max(1, runs.length);
console.log(`run: ${String(runs.length)}; expected calibration error ${calibrationError.toPrecision(3)}`);
for (const bin of bins) console.log(`  sure ${(bin.reduce((sum, { confidence }) => sum + confidence, 0) / bin.length).toPrecision(2)}: right ${(bin.filter(({ isRight }) => isRight).length / bin.length).toPrecision(2)} of ${String(bin.length)}`);

if (process.argv.includes("--trade-off")) {
  console.log("each author read by a classifier and judged by weights without that author, as `npm run ask:fit` read them:");
  console.log(tradeOffLines([...judgedApart(readRuns()).values()].flat()).join("\n"));
}
const { read } = readerWithout(null);
for (const file of isApart || isCross ? [] : ["questions.json", "held-out.json"]) {
  const scored = readExpected(file).map((expected) => ({ expected, found: read(expected.question) }));
  const right = scored.filter(({ expected, found }) => matches(found, expected));
  const wrong = scored.filter(({ expected, found }) => isConfidentlyWrong(found, expected));
  if (file === "questions.json" && listed === "own") {
    for (const { expected, found } of scored.filter((one) => !right.includes(one))) {
      const got = found.kind === "confident" ? commandText(found.reading.call) : found.kind;
      console.log(`"${expected.question}"\n  expected ${readingsOf(expected).join(" | ")}\n  got      ${got}`);
    }
  }
  const share = ((100 * right.length) / scored.length).toFixed(1);
  console.log(`${file}: ${right.length} of ${scored.length} (${share} %), confidently wrong off topic: ${wrong.length}`);
}
