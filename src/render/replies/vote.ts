import { counted } from "../numbers.ts";
import { plain } from "../plain.ts";
import { timestamp } from "../timestamp.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import type { VoteStage } from "../../check-stage.ts";
import { doneReply } from "./check.ts";

interface Voted {
  readonly title: string;
  readonly letter: string;
  readonly text: string;
  readonly rounds: 1 | 2;
  readonly stage: VoteStage;
  readonly until: number | null;
}

/** A vote that is stored, to its voter alone; nothing of right or wrong. */
export function votedReply({ title, letter, text, ...vote }: Voted): Reply {
  return doneReply(`${plain(title)}: your vote`, [`**${plain(letter)}** · ${plain(text, 150)}`, changeableWords(vote)]);
}

/** A press for a round that is not open, with the buttons of the one that is. */
export const lateVoteReply = (title: string, lines: readonly string[], nextSteps: readonly NextStep[]): Reply =>
  reply({ embed: { title: `${plain(title)}: not counted`, description: lines.join("\n"), color: 0xe69f00 }, nextSteps, audience: "asker", result: {} });

/** How long a vote may be changed. */
export function changeableWords({ rounds, stage, until }: Pick<Voted, "rounds" | "stage" | "until">): string {
  if (rounds === 2 && stage === "first") return "It is kept. You can change it until the first vote ends.";
  return `It is kept. You can change it until the check closes${until === null ? "" : `, ${timestamp(until)}`}.`;
}

/** The right choice, and what the others come from: for the instructor alone, before the results. */
export function choiceAnswers(choices: readonly { readonly letter: string; readonly isRight: boolean; readonly mistake: string | null }[], why: string | null): string {
  const right = choices.find(({ isRight }) => isRight)?.letter ?? "";
  const wrong = choices.flatMap(({ letter, mistake }) => (mistake === null ? [] : [`${letter} is what you get if ${mistake}.`]));
  return [`${right} is right.`, ...wrong, ...(why === null ? [] : [why])].join("\n");
}

/** From so many votes on, a share of right ones says something. */
const enoughVotes = 5;

/**
 * What the first vote advises, without counts by choice: peer instruction gains most where 30% to 70% are right (Crouch
 * and Mazur 2001, Am. J. Phys. 69, section III).
 */
export function voteAdvice(votes: number, correct: number): readonly string[] {
  const voted = `${counted(votes, "person has", "people have")} voted. The class's message says: discuss.`;
  if (votes < enoughVotes) return [voted];
  const rate = correct / votes;
  if (rate < 0.3) return [voted, "Fewer than 30% are right: give a hint or explain once more before they discuss, else the wrong answer spreads."];
  if (rate > 0.7) return [voted, "More than 70% are right: a minute of discussion is enough, or close it and explain the rest."];
  return [voted, "Between 30% and 70% are right: a discussion of two or three minutes helps most here."];
}
