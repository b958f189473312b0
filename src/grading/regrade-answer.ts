import { readForm, type ReadAnswer } from "../exercises/answer/read-answer.ts";
import { markSubmission } from "../exercises/marking/mark-submission.ts";
import { recordOf } from "../exercises/marking/part-record.ts";
import type { Quantity } from "../exercises/quantities/quantity.ts";
import { all, attemptAsync, success, type Outcome } from "../outcome.ts";
import type { Answer, AnswerPart } from "../store/answer-records.ts";
import type { Check } from "../store/check-records.ts";
import type { RegradedAnswer } from "../store/regrade.ts";
import type { Store } from "../store/store.ts";
import { voteScore } from "../check-stage.ts";
import { isSlip } from "../exercises/marking/slips.ts";
import { answeredVariant } from "./check-assignment.ts";
import { taskOf, type MarkedTask } from "./check-task.ts";
import { isMistake } from "./misconceptions.ts";
import { standingOf } from "./standing.ts";
import type { GradingContext } from "./grading-context.ts";
import type { TaskProblem, VariantProblem } from "./problem.ts";

/** Every answer to a check, marked again under its corrected key; none for an open question. */
export function regradeAnswers(check: Check, store: Store, context: GradingContext): Promise<Outcome<readonly RegradedAnswer[], TaskProblem>> {
  return attemptAsync(async function* () {
    const task = yield* taskOf(check, context);
    if (task.kind === "open") return [];
    const answers = await store.answers.ofItem({ kind: "check", check: check.id });
    return yield* all(answers.map((answer) => regradeAnswer(answer, task, context)));
  });
}

/** What a correction of one part would do, in people. */
export interface RegradeEffects {
  readonly gained: number;
  /** Those who have answered this part. */
  readonly answered: number;
  /** Those with an answer that is right as it stands, and none that is by the correction. */
  readonly wrongThen: number;
  readonly rightThen: number;
  /** What those were taken for whose wrong answer would be right, most people first. */
  readonly mistakes: readonly { readonly ids: readonly string[]; readonly people: number }[];
}

/** What would become of a check's answers by a correction of one of its parts, which is in `corrected`. */
export function regradeEffects(check: Check, corrected: Check, quantity: string, store: Store, context: GradingContext): Promise<Outcome<RegradeEffects, TaskProblem>> {
  return attemptAsync(async function* () {
    const answers = await store.answers.ofItem({ kind: "check", check: check.id });
    const credits = await store.answers.credits(check.id);
    const [now, then] = [yield* await regradeAnswers(check, store, context), yield* await regradeAnswers(corrected, store, context)];
    const scores = new Map(then.map(({ answer, score }) => [answer, score * (credits.get(answer) ?? 1)]));
    const best = (marks: readonly number[]): number => Math.max(0, ...marks);
    const isRight = (marked: readonly RegradedAnswer[], { id }: Answer): boolean => marked.some(({ answer, parts }) => answer === id && parts.some((part) => part.quantity === quantity && part.verdict === "correct"));
    const people = [...new Set(answers.map(({ person }) => person))].map((person) => answers.filter((answer) => answer.person === person));
    const count = (holds: (own: readonly Answer[]) => boolean): number => people.filter(holds).length;
    return {
      gained: count((own) => {
        const newScore = (answer: Answer): number => (check.vote === null ? (scores.get(answer.id) ?? 0) : scoreOfVote(answer, own, scores.get(answer.id) ?? 0, check));
        return best(own.map(newScore)) > best(own.map(({ score }) => score));
      }),
      answered: count((own) => own.some(({ parts }) => parts.some((part) => part.quantity === quantity && part.value !== null))),
      wrongThen: count((own) => own.some((answer) => isRight(now, answer)) && !own.some((answer) => isRight(then, answer))),
      rightThen: count((own) => own.some((answer) => isRight(then, answer))),
      mistakes: mistakesOf(answers.filter((answer) => isRight(then, answer) && !isRight(now, answer)), quantity),
    };
  });
}

function mistakesOf(answers: readonly Answer[], quantity: string): RegradeEffects["mistakes"] {
  const told = new Map<string, { readonly ids: readonly string[]; readonly people: Set<string> }>();
  for (const { person, parts } of answers) {
    const part = parts.find((one) => one.quantity === quantity);
    const ids = part === undefined ? [] : standingOf(part).diagnoses.filter((id) => isMistake(id) && !isSlip(id));
    const group = told.get(ids.join()) ?? { ids, people: new Set<string>() };
    if (ids.length > 0) told.set(ids.join(), group);
    group.people.add(person);
  }
  return [...told.values()].map(({ ids, people }) => ({ ids, people: people.size })).sort((a, b) => b.people - a.people);
}

function scoreOfVote({ attempt }: Answer, own: readonly Answer[], mark: number, { vote, secondAt }: Check): number {
  if (vote === null || attempt === null) return 0;
  const votedInOther = own.some((other) => other.attempt !== null && other.attempt !== attempt);
  return voteScore(vote.counts, { round: attempt, held: secondAt === null ? 1 : 2, mark, votedInOther });
}

/** An answer marked again, on the variant it was given on. */
function regradeAnswer(answer: Answer, task: MarkedTask, context: GradingContext): Outcome<RegradedAnswer, VariantProblem> {
  const solvedVariant = answeredVariant(answer.variant, task, context);
  if (!solvedVariant.ok) return solvedVariant;
  const answers = Object.fromEntries(
    task.marked.quantities.flatMap((quantity): (readonly [string, ReadAnswer])[] => {
      const part = answer.parts.find((candidate) => candidate.quantity === quantity.id);
      const read = part === undefined ? null : rereadPart(quantity, part);
      return read === null ? [] : [[quantity.id, read] as const];
    }),
  );
  const marking = markSubmission(task.marked, solvedVariant.value, answers);
  const parts = marking.parts.map(recordOf).map((part) => ({
    ...part,
    // Whoever had their record deleted has no words of their own any more.
    text: answer.parts.find(({ quantity }) => quantity === part.quantity)?.text ?? "",
  }));
  return success({ answer: answer.id, verdict: marking.verdict, score: marking.score, parts });
}

/** From what was typed; where that was deleted, from the value that was kept. */
function rereadPart(quantity: Quantity, { text, value }: AnswerPart): ReadAnswer | null {
  if (text !== "") return readForm([quantity], { [quantity.id]: text }).answers[quantity.id] ?? null;
  if (value === null) return null;
  if (quantity.kind === "number") {
    return { kind: "number", text, value, halfUnit: 0, digits: Infinity, scale: null, separators: null };
  }
  const choice = quantity.choices[value];
  return choice === undefined ? null : { kind: "choice", text, choice: choice.id };
}
