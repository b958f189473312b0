import type { APIEmbed } from "discord-api-types/v10";
import { asTyped, count } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import type { Feedback } from "../../grading/check-feedback.ts";
import type { NextStep, Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import { correctionLines, type ShownCorrection } from "./correction-words.ts";

/** A check that is voted on, as the class sees it. */
export interface ShownVote {
  readonly rounds: 1 | 2;
  readonly counts: "participation" | "correct";
  readonly stage: "first" | "discussion" | "second";
  /** Null where numbers are typed. */
  readonly choices: readonly { readonly letter: string; readonly text: string }[] | null;
}

/** A check as the class sees it. Times are epoch milliseconds. */
export interface ShownCheck {
  readonly id: string;
  readonly title: string;
  /** Null where each student has a question of their own. */
  readonly question: string | null;
  readonly labels: readonly string[];
  readonly attempts: number | null;
  readonly points: number;
  readonly closesAt: number | null;
  readonly closedAt: number | null;
  readonly voided: boolean;
  readonly tolerance: string;
  readonly feedback: Feedback;
  readonly hints: boolean;
  readonly credit: readonly number[] | null;
  readonly vote?: ShownVote | null;
  /** People who have answered, or voted in the round that is open; left out: it is not said. */
  readonly answered?: number;
  /** When it opens, where that is still to come. */
  readonly opensAt?: number | null;
  /** What was corrected since it was posted, with no key in it. */
  readonly corrections?: readonly ShownCorrection[];
}

/**
 * The message in the channel, with the buttons while it is open. Closed, it leads each to their own answer, and who has
 * more time to the form, without telling the class that anybody has.
 */
export function checkMessage(check: ShownCheck, steps: readonly NextStep[]): Reply {
  return {
    kind: "reply",
    embeds: [checkEmbed(check)],
    pictures: [],
    files: [],
    nextSteps: check.voided ? [] : check.closedAt === null ? steps : [{ label: "My answer", command: "check mine", options: { check: check.id } }],
    audience: "everyone",
    result: {},
  };
}

export function checkEmbed(check: ShownCheck): APIEmbed {
  const { question, labels, attempts, points, vote = null } = check;
  return {
    title: `Check: ${plain(check.title)}`,
    description: [
      question ?? "Everybody has their own ticker and years: **My question** shows yours.",
      ...(vote?.choices ? [vote.choices.map(choiceLine).join("\n")] : labels.length === 0 ? [] : [labels.map((label) => `- ${escaped(label)}`).join("\n")]),
      ...(vote && check.closedAt === null && !check.voided ? [stageWords(vote)] : []),
      ...(check.voided ? [] : correctionLines(check.corrections ?? [], false)),
      stateWords(check),
    ].join("\n\n"),
    color: check.closedAt === null && !check.voided ? 0x0072b2 : 0x8a8f98,
    footer: {
      text: [
        `check ${check.id}`,
        vote !== null ? voteRule(vote, points) : attempts === null ? "as many attempts as you need" : attempts === 1 ? "1 attempt" : `${count(attempts)} attempts`,
        ...(vote !== null ? [] : [pointsWords(points)]),
        ...(check.credit === null ? [] : [`counts ${check.credit.map((part) => asPercent(part)).join(", ")} by attempt`]),
        ...(check.feedback === "now" || check.labels.length === 0 || vote !== null ? [] : ["marks come when it closes"]),
        check.tolerance,
      ]
        .filter((text) => text !== "")
        .join(" · "),
    },
  };
}

const pointsWords = (points: number): string => (points === 1 ? "1 point" : `${count(points)} points`);

const choiceLine = ({ letter, text }: { readonly letter: string; readonly text: string }): string => `**${letter}** · ${plain(text, 150)}`;

/** What to do now, in the two votes on a question. */
function stageWords({ rounds, stage, choices }: ShownVote): string {
  const how = choices === null ? "" : " One press is your vote; another takes its place.";
  if (rounds === 1) return `**Vote.** Nobody sees how the others vote.${how}`;
  if (stage === "first") return `**First vote.** Decide alone; nobody sees how the others vote.${how}`;
  if (stage === "discussion") return "**Discuss.** The first vote is over. Find somebody who voted otherwise, and convince them. The second vote comes then.";
  return `**Second vote.** Vote again, also for what you voted for before.${how}`;
}

/** What the points are for, said when it is posted. */
function voteRule({ rounds, counts }: ShownVote, points: number): string {
  if (counts === "correct") return `${pointsWords(points)} for ${rounds === 1 ? "the right answer" : "a right second vote"}`;
  return `${pointsWords(points)} for voting${rounds === 1 ? "" : " both times"}`;
}

const asPercent = (part: number): string => `${asTyped(part * 100)}%`;

export function stateWords({ closesAt, closedAt, voided, vote, answered = 0, opensAt = null }: ShownCheck): string {
  if (voided) return answered === 0 ? "**Withdrawn.** Nobody has to answer it, and it counts nothing." : "**Withdrawn.** Everybody gets full marks.";
  const people = answered === 0 ? "" : ` **${count(answered)}** ${answered === 1 ? "has" : "have"} ${vote ? "voted" : "answered"}.`;
  if (closedAt !== null) return `**Closed** ${timestamp(closedAt, "f")}.${people}`;
  if (opensAt !== null) return `**Opens ${timestamp(opensAt)}** (${timestamp(opensAt, "f")})${closesAt === null ? "" : ` and closes ${timestamp(closesAt, "f")}`}.`;
  const seen = `Your ${vote ? "vote" : "answer"} is seen by you and the course staff alone; results come when it closes.`;
  return closesAt === null ? `Open until it is closed by hand.${people} ${seen}` : `**Closes ${timestamp(closesAt)}** (${timestamp(closesAt, "f")}).${people} ${seen}`;
}

/** One line that confirms an action to an instructor. */
export function doneReply(title: string, lines: readonly string[], nextSteps: readonly NextStep[] = []): Reply {
  return {
    kind: "reply",
    embeds: [{ title, description: lines.join("\n"), color: 0x009e73 }],
    pictures: [],
    files: [],
    nextSteps,
    audience: "asker",
    result: {},
  };
}

/** What marks wait for: the check itself, or another one that is open on the same data, by its title. */
interface MarksWait {
  readonly other: string | null;
  readonly until: number | null;
}

export const marksComeWhen = ({ other, until }: MarksWait): string =>
  `when the check ${other === null ? "" : `**${plain(other)}** on the same data `}closes${until === null ? "" : `, ${timestamp(until)}`}`;

/** Why no more answers are taken from somebody. */
export const attemptsUsedWords = (attempts: number): string => (attempts === 1 ? "You have used your one attempt." : `You have used all ${count(attempts)} attempts.`);

/** An answer that is stored, where its marks come when the check closes: how it was read, and nothing of right or wrong. */
export function keptReply(
  kept: { readonly title: string; readonly read: readonly string[]; readonly attemptsLeft: number | null } & MarksWait,
  nextSteps: readonly NextStep[],
): Reply {
  const { attemptsLeft } = kept;
  const left = attemptsLeft === null ? "" : attemptsLeft === 1 ? " You have 1 attempt left." : ` You have ${count(attemptsLeft)} attempts left.`;
  return doneReply(
    `${plain(kept.title)}: your answer is kept`,
    [...kept.read, "", `Its marks come ${marksComeWhen(kept)}.${left} Your best answer counts.`],
    nextSteps,
  );
}

/** Asks before something happens to a whole class; nothing is done yet. */
export function confirmReply(title: string, lines: readonly string[], step: NextStep, option = "confirm"): Reply {
  return {
    kind: "reply",
    embeds: [{ title, description: [...lines, "", `Nothing has happened yet. Press the button, or type the command again with \`${option}:true\`.`].join("\n"), color: 0xd55e00 }],
    pictures: [],
    files: [],
    nextSteps: [step],
    audience: "asker",
    result: {},
  };
}
