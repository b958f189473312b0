import type { AnswerProblem } from "../../store/problem.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { timestamp } from "../timestamp.ts";
import type { WordsOf } from "./problem-words.ts";

/** Why an answer, or a change of a check, is not taken. */
export const answerProblemWords: WordsOf<AnswerProblem> = {
  "unknown-check": (problem) => problem.asked === ""
    ? { cause: "There is no check here yet.", next: "`/check preview` shows what one looks like." }
    : { cause: `There is no check called ${plain(problem.asked)} here.`, next: "`/check list` shows them all." },
  "check-not-open": (problem) => ({
    cause: `The check ${plain(problem.check)} is not open yet.`,
    next: `It opens ${timestamp(problem.opensAt)}.`,
  }),
  "check-closed": (problem) => problem.voided
    ? { cause: `The check ${plain(problem.check)} was withdrawn.`, next: "Everybody gets full marks for it." }
    : {
        cause: `The check ${plain(problem.check)} closed ${timestamp(problem.closedAt)}.`,
        next: "It takes no more answers. Ask the course staff if you need more time.",
      },
  "cannot-undo": (problem) => ({ cause: `Nothing was taken back of the check ${plain(problem.check)}: ${undoRefusals[problem.reason].cause}.`, next: undoRefusals[problem.reason].next }),
  "no-attempts-left": (problem) => ({
    cause: `You have used all ${count(problem.attempts)} attempts.`,
    next: "The solution is shown when the check closes.",
  }),
  "too-soon": (problem) => ({
    cause: "You have used your attempts for now.",
    next: `The next one comes ${timestamp(problem.nextAt)}. Take a look at the hint meanwhile.`,
  }),
};

const undoRefusals = {
  nothing: { cause: "there is no change that could be", next: "Closing, extending, regrading and withdrawing can be taken back for 24 hours." },
  "not-the-newest": { cause: "that change was taken back already, or a newer one came after it", next: "`/check undo` takes back the newest one first." },
  "too-old": { cause: "its newest change is more than 24 hours old", next: "Change it anew: `/check extend`, `/check regrade` or `/check close`." },
  "course-closed": { cause: "it would open for answers, and the course is closed", next: "`/course close reopen:true` opens the course; then take it back." },
  "time-over": { cause: "its own closing time has passed, and it would close again at once", next: "Give it a new time with `/check extend`." },
} as const;
