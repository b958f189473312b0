import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAsking, replyOf, type Asking } from "../commands/asking.ts";
import { claims } from "./sentences/claims/index.ts";
import { directedQuestions } from "./sentences/directed-questions.ts";
import { judge, rowsFault } from "./sentences/judge.ts";
import { madeUpFiles } from "./sentences/made-up-series.ts";
import { randomQuestion, type Question } from "./sentences/questions.ts";
import { Random } from "./sentences/random.ts";
import { madeUpDays } from "./sentences/raw-rows.ts";

/**
 * Whatever a reply says of numbers is judged by predicates that have the raw rows alone: they import nothing of src, and
 * were written from the chapter and from replies, without a look at how replies are worded. 500 random questions (SENTENCES
 * sets another number), and those that make rare sentences appear; SENTENCES_SEED chooses other random ones.
 */
const seed = Number(process.env["SENTENCES_SEED"] ?? 20_261_127);
const count = Number(process.env["SENTENCES"] ?? 500);

interface Found {
  readonly text: string;
  readonly typed: string;
  readonly fault: string;
}
const unknown: string[] = [];
const found: Found[] = [];
const seen = new Set<string>();
let answered = 0;
let [verdicts, close] = [0, 0];
let asking: Readonly<Record<Question["set"], Asking>>;

beforeAll(() => {
  console.info(`SENTENCES_SEED=${seed}`);
  const madeUp = madeUpFiles(madeUpDays()).map((file) => (file.name.includes("total") ? { ...file, content: "total" as const } : file.name.includes("excess") ? { ...file, content: "excess" as const } : file));
  asking = { sample: openAsking(), "made-up": openAsking(madeUp.map((file) => ({ ...file, isAccepted: true }))) };
});
afterAll(async () => {
  await asking.sample.close();
  await asking["made-up"].close();
});

async function judgeReply({ set, typed }: Question): Promise<void> {
  const answer = await asking[set].ask(typed);
  if (answer.problem) return;
  const [embed] = replyOf(answer).embeds;
  const said = { set, typed, title: embed?.title ?? "", description: embed?.description ?? "", recipe: embed?.footer?.text ?? "", alt: embed?.image?.description ?? "" };
  answered += 1;
  const fault = said.recipe === "" ? null : rowsFault(said);
  if (fault !== null) found.push({ text: said.recipe, typed: `${set} ${typed}`, fault });
  for (const { sentence, claim, faults, ...counts } of judge(said, claims)) {
    verdicts += counts.verdicts;
    close += counts.close;
    if (!claim) unknown.push(`${sentence.text}  <${set} ${typed}>`);
    else {
      seen.add(claim.says);
      faults.forEach((fault) => found.push({ text: sentence.text, typed: `${set} ${typed}`, fault }));
    }
  }
}

test("each sentence of hundreds of random replies, and of rare ones, holds for the raw rows", { timeout: 400_000 }, async () => {
  const random = new Random(seed);
  const questions = [...directedQuestions, ...Array.from({ length: count }, () => randomQuestion(random))];
  for (const question of questions) {
    await judgeReply(question);
    if (random.next() < 0.4 || directedQuestions.includes(question)) await judgeReply({ ...question, typed: `${question.typed} show:more` });
  }
  expect(answered).toBeGreaterThan(0.7 * questions.length);
  expect.soft(found.map(({ text, typed, fault }) => `${text}  <${typed}>: ${fault}`)).toEqual([]);
  expect([...new Set(unknown)]).toEqual([]);
});

test("each sentence that a predicate knows was said at least once", () => {
  expect(claims.length).toBeGreaterThan(100);
  expect(claims.map(({ says }) => says).filter((says) => !seen.has(says))).toEqual([]);
});

test("few verdicts are too close to call", () => {
  expect(verdicts).toBeGreaterThan(200);
  expect(close).toBeLessThanOrEqual(0.05 * verdicts);
});

test("the predicates import nothing of src", () => {
  const folder = "test/end-to-end/sentences";
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const imports = files.flatMap((name) => [...readFileSync(`${folder}/${name}`, "utf8").matchAll(/from "([^"]+)"/gu)].map(([, path]) => `${name}: ${path!}`));
  expect(files.length).toBeGreaterThan(20);
  expect(imports.filter((line) => !/: (?:\.\/|\.\.\/)?[\w./-]+\.ts$|: node:fs$/u.test(line) || line.includes("src/") || line.includes("../../"))).toEqual([]);
});
