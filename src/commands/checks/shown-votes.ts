import { choicesOf, whyOf } from "../../grading/choices-of.ts";
import type { MarkedTask } from "../../grading/check-task.ts";
import { findNamedMistake } from "../../grading/named-mistakes.ts";
import type { VoteAnswer } from "../../grading/vote-answer.ts";
import { voteResults } from "../../grading/vote-results.ts";
import type { ChangeBar } from "../../render/charts/vote-bars.ts";
import type { Unit } from "../../figures/figure.ts";
import { shortFigureText } from "../../render/figure-text.ts";
import { number } from "../../render/numbers.ts";
import { escaped, plain } from "../../render/plain.ts";
import type { ShownVoteResults } from "../../render/replies/vote-results.ts";
import type { Answer } from "../../store/answer-records.ts";
import type { Check } from "../../store/check-records.ts";
import type { AppContext } from "../app-context.ts";
import { labelsOf } from "./assignment-words.ts";
import { mistakeName } from "./mistake-name.ts";

/** The votes on a check with its answers by name. `exact`: for the staff, nothing folded. */
export function shownVotes(check: Check, task: MarkedTask, answers: readonly Answer[], exact: boolean, solution: string | null, context: AppContext): ShownVoteResults {
  const results = voteResults(answers, task.marked.quantities, !exact);
  const choices = choicesOf(task);
  const labels = labelsOf(task.wording);
  const nameOf = (id: string): string => findNamedMistake(id, check.namedMistakes)?.name ?? mistakeName(id, task, context);
  const unitOf = (id: string): Unit => {
    const asked = task.marked.quantities.find((quantity) => quantity.id === id);
    return asked?.kind === "number" ? asked.unit : "ratio";
  };
  // Below a bar stands what was chosen or typed: what it comes from is in the text, where there is room for it.
  const labelOf = (answer: VoteAnswer, quantity: string): string => {
    const chosen = answer.index === null ? undefined : choices?.[answer.index];
    if (chosen !== undefined) return `${chosen.letter} ${shortText(chosen.text)}`.trim();
    return answer.number === null ? "others" : shortFigureText(answer.number.value, unitOf(quantity));
  };
  const [only] = task.marked.quantities;
  const letterOr = (answer: VoteAnswer | null): string => (answer === null ? "others" : answer.index === null ? labelOf(answer, only?.id ?? "") : (choices?.[answer.index]?.letter ?? ""));
  const why = whyOf(task);
  return {
    check: check.id,
    title: check.title,
    results,
    choices: choices?.map(({ letter, text, isRight, mistake }) => ({ letter, text, isRight, mistake: isRight || mistake === null ? null : nameOf(mistake) })) ?? null,
    quantities: results.quantities.map(({ quantity, groups }) => ({
      label: choices === null ? (labels[quantity] ?? quantity) : "Votes",
      bars: groups.map((group) => ({ name: labelOf(group, quantity), note: noteOf(group, nameOf), isRight: group.isRight, people: group.people })),
    })),
    // Where all of them are folded there is nothing to draw.
    changes: results.changes.every(({ from }) => from === null) ? [] : results.changes.map(
      ({ from, to, people }): ChangeBar => ({
        name: from === null ? "other changes" : `${letterOr(from)} to ${letterOr(to)}`,
        became: to?.isRight ? "right" : from?.isRight ? "wrong" : "other",
        people,
      }),
    ),
    // A corrected key is no longer what was explained.
    why: check.correction !== null ? null : why === null ? (choices === null ? solution : null) : isMade(task) ? escaped(why) : plain(why, 900),
    corrections: [],
    waiting: null,
    exact,
  };
}

function isMade({ wording }: MarkedTask): boolean {
  return wording.kind === "instructor" && wording.question.own.key.kind === "choice" && wording.question.own.key.of !== null;
}

/** What numbers come from; null where nothing is to be said of them. */
function noteOf({ kind, diagnoses, number: typed, isEarlier }: VoteAnswer, nameOf: (id: string) => string): string | null {
  if (isEarlier) return "right by an earlier key";
  if (kind === "mistakes") return `that is what you get if ${diagnoses.map(nameOf).join(", or if ")}`;
  if (kind === "unmatched") return `not recognised${typed === null || typed.ratio === null ? "" : `, ${number(typed.ratio, 3)} × the key`}`;
  return kind === "others" ? "fewer than 5 people each" : null;
}

const longestOnAxis = 24;

const shortText = (text: string): string => ([...text].length <= longestOnAxis ? text : "");

