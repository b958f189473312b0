import type { AnswerProblem } from "../../store/problem.ts";
import { plain } from "../plain.ts";
import { attemptsUsedWords } from "../replies/check.ts";
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
  "check-has-begun": (problem) => ({
    cause: `The check ${plain(problem.check)} has opened: only the opening of a scheduled one can be moved.`,
    next: "Leave out `opens` to move when it closes, or ask it once more with `/check copy`.",
  }),
  "check-closed": (problem) => problem.voided
    ? { cause: `The check ${plain(problem.check)} was withdrawn.`, next: "Nobody has to answer it, and nobody loses points by it. Staff take that back with `/check undo`." }
    : {
        cause: `The check ${plain(problem.check)} closed ${timestamp(problem.closedAt)}.`,
        next: "It takes no more answers. Who needs more time asks the course staff, who give it with `/check extend`.",
      },
  "cannot-undo": (problem) => ({ cause: `Nothing was taken back of the check ${plain(problem.check)}: ${undoRefusals[problem.reason].cause}.`, next: undoRefusals[problem.reason].next }),
  "no-attempts-left": (problem) => ({
    cause: attemptsUsedWords(problem.attempts),
    next: "What was right comes when the check closes.",
  }),
  "vote-over": ({ round, stage }) => stage === "discussion"
    ? { cause: "The first vote is over; the second has not begun.", next: "Discuss meanwhile: the message in the channel says when to vote again." }
    : stage === "second"
      ? { cause: round === 1 ? "The first vote is over." : "That vote is over.", next: "The second vote is open: vote in it, with the buttons in the channel." }
      : { cause: "The second vote has not begun.", next: "The first vote is open: vote in it, with the buttons in the channel." },
  "no-such-round": ({ check, stage }) => ({ cause: roundRefusals[stage].cause(plain(check)), next: roundRefusals[stage].next }),
  "too-soon": (problem) => ({
    cause: "You have used your attempts for now.",
    next: `The next one comes ${timestamp(problem.nextAt)}.`,
  }),
};

const roundRefusals = {
  "no-vote": { cause: (check: string) => `The check ${check} is no vote in two rounds.`, next: "`/check vote` posts one." },
  first: { cause: (check: string) => `The first vote of the check ${check} is open.`, next: "`/check discuss` ends it; then `/check revote` opens the second." },
  discussion: { cause: (check: string) => `The first vote of the check ${check} is over already.`, next: "`/check revote` opens the second vote." },
  closed: { cause: (check: string) => `The vote ${check} is closed: no further round of it begins.`, next: "`/check results` shows how it went; `/check undo` takes the closing back for 24 hours." },
  second: { cause: (check: string) => `The second vote of the check ${check} is open already.`, next: "`/check close` ends it and posts the results." },
} as const;

const undoRefusals = {
  nothing: { cause: "there is no change that could be", next: "Closing, extending, regrading, withdrawing and the rounds of a vote can be taken back for 24 hours." },
  "not-the-newest": { cause: "that change was taken back already, or a newer one came after it", next: "`/check undo` takes back the newest one first." },
  "too-old": { cause: "its newest change is more than 24 hours old", next: "Change it anew: `/check extend`, `/check regrade` or `/check close`." },
  "course-closed": { cause: "it would open for answers, and the course is closed", next: "`/course close reopen:true` opens the course; then take it back." },
  "has-begun": { cause: "it has opened at the time that it was moved to", next: "`/check void` withdraws it, and `/check copy` asks it later." },
  "time-over": { cause: "its own closing time has passed, and it would close again at once", next: "Give it a new time with `/check extend`." },
} as const;
