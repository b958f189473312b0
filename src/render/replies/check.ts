import type { APIEmbed } from "discord-api-types/v10";
import { commandText } from "../command-text.ts";
import { count } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import type { NextStep, Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import { collisionEmbed, collisionFiles, type Collisions } from "./collisions.ts";

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
}

/** The message in the channel, with the buttons while it is open. */
export function checkMessage(check: ShownCheck, steps: readonly NextStep[]): Reply {
  return {
    kind: "reply",
    embeds: [checkEmbed(check)],
    pictures: [],
    files: [],
    nextSteps: check.closedAt !== null || check.voided ? [] : steps,
    audience: "everyone",
    result: {},
  };
}

function checkEmbed(check: ShownCheck): APIEmbed {
  const { question, labels, attempts, points } = check;
  return {
    title: `Check: ${plain(check.title)}`,
    description: [
      question ?? "Everybody has their own ticker and years: **My question** shows yours.",
      ...(labels.length === 0 ? [] : [labels.map((label) => `- ${escaped(label)}`).join("\n")]),
      stateWords(check),
    ].join("\n\n"),
    color: check.closedAt === null && !check.voided ? 0x0072b2 : 0x8a8f98,
    footer: {
      text: [
        `check ${check.id}`,
        attempts === null ? "as many attempts as you need" : attempts === 1 ? "1 attempt" : `${count(attempts)} attempts`,
        points === 1 ? "1 point" : `${count(points)} points`,
        check.tolerance,
      ]
        .filter((text) => text !== "")
        .join(" · "),
    },
  };
}

function stateWords({ closesAt, closedAt, voided }: ShownCheck): string {
  if (voided) return "**Withdrawn.** Everybody gets full marks.";
  if (closedAt !== null) return `**Closed** ${timestamp(closedAt, "f")}.`;
  const seen = "Your answer is seen by you and the course staff alone; results come when it closes.";
  return closesAt === null ? `Open until it is closed by hand. ${seen}` : `**Closes ${timestamp(closesAt)}** (${timestamp(closesAt, "f")}). ${seen}`;
}

/** The preview before posting: a student's view, and the collisions of its mistakes. */
export function previewReply(
  check: ShownCheck,
  collisions: Collisions | null,
  extra: { readonly heading: string; readonly modelAnswer: string | null },
  nextSteps: readonly NextStep[],
): Reply {
  return {
    kind: "reply",
    content: extra.heading,
    embeds: [
      checkEmbed(check),
      ...(collisions === null ? [] : [collisionEmbed(collisions)]),
      ...(extra.modelAnswer === null ? [] : [{ title: "Model answer: for you alone", description: escaped(extra.modelAnswer), color: 0x0072b2 }]),
    ],
    pictures: [],
    files: collisions === null ? [] : collisionFiles(collisions),
    nextSteps,
    audience: "asker",
    result: { collisions },
  };
}

/** One line of `/check list`. */
export interface ListedCheck extends ShownCheck {
  readonly open: boolean;
}

export function checkListReply(checks: readonly ListedCheck[]): Reply {
  const lines = checks.map((check) => `\`${check.id}\` **${plain(check.title)}** · ${listedState(check)}`);
  const steps = checks.slice(0, 5).map(({ id, title, open }): NextStep => ({
    label: `${open ? "Close" : "Results of"} ${title}`,
    command: open ? "check close" : "check results",
    options: { check: id },
  }));
  const none = `No check yet. ${commandText({ command: "check preview", options: { exercise: "jpm-regression" } })} shows what one looks like.`;
  return {
    kind: "reply",
    embeds: [{ title: "Checks", description: lines.length === 0 ? none : lines.join("\n"), color: 0x0072b2 }],
    pictures: [],
    files: [],
    nextSteps: steps,
    audience: "asker",
    result: { checks },
  };
}

function listedState({ open, voided, closesAt, closedAt }: ListedCheck): string {
  if (voided) return "withdrawn, full marks";
  if (!open) return `closed ${closedAt === null ? "" : timestamp(closedAt, "f")}`.trim();
  return closesAt === null ? "open until closed by hand" : `open, closes ${timestamp(closesAt)}`;
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
