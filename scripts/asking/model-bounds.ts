import { chosenReadings, type Chosen } from "../../src/asking/chosen-reading.ts";
import type { QuestionReader } from "../../src/asking/question-reader.ts";
import type { Knowledge } from "../../src/asking/understanding.ts";
import type { AuthorQuestion } from "../../test/asking/authors/frames.ts";
import type { Score } from "../../test/asking/authors/score.ts";

const order: readonly Score[] = ["right", "half", "offered", "missed", "wrong"];

/**
 * What a hosted model could make of an author's questions at best and at worst: each question that would be sent, with
 * every item of the menu in turn. Follow-ups are left out.
 */
export function modelBounds(questions: readonly AuthorQuestion[], knowledge: Knowledge, read: QuestionReader, score: (question: AuthorQuestion, found: ReturnType<QuestionReader>) => Score) {
  const readings = chosenReadings(knowledge);
  const { commands, entries } = readings.choosable;
  const items = [...commands.map((id) => ({ of: "command", id }) as const), ...entries.map(({ id }) => ({ of: "entry", id }) as const)];
  const choices: readonly Chosen[] = items.flatMap((item) => [null, "JPM", "SPY"].map((asset) => ({ ...item, asset })));
  const counted = { without: counts(), best: counts(), worst: counts() };
  let sent = 0;
  const alone = questions.filter(({ after }) => after === undefined || after === null);
  for (const question of alone) {
    const found = read(question.q, null);
    const isSent = found.kind === "unsure" && readings.isAskable(question.q, found);
    if (isSent) sent++;
    const possible = [found, ...(isSent ? choices.map((choice) => readings.withChoice(question.q, found, choice)) : [])].map((one) => order.indexOf(score(question, one)));
    for (const [name, place] of [["without", possible[0] ?? 0], ["best", Math.min(...possible)], ["worst", Math.max(...possible)]] as const) {
      const key = order[place];
      if (key !== undefined) counted[name][key]++;
    }
  }
  return { questions: alone.length, sent, ...counted };
}

const counts = (): Record<Score, number> => ({ right: 0, half: 0, offered: 0, missed: 0, wrong: 0 });
