import { commandText } from "../command-text.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import type { NextStep, Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import type { ShownCheck } from "./check.ts";

/** One line of `/check list`. */
export interface ListedCheck extends ShownCheck {
  readonly open: boolean;
  /** Students who may still answer after the class, and when the last of them has finished. */
  readonly later: { readonly people: number; readonly until: number } | null;
  /** Where a browser shows it; null where the host has no projector pages, or it is over. */
  readonly screen: string | null;
}

export function checkListReply(checks: readonly ListedCheck[]): Reply {
  const lines = checks.map((check) => `\`${check.id}\` **${plain(check.title)}** · ${listedState(check)}${check.screen === null ? "" : ` · [projector](<${check.screen}>)`}`);
  const steps = checks.slice(0, 5).map(({ id, title, open, opensAt = null }): NextStep => ({
    label: `${opensAt !== null ? "Cancel" : open ? "Close" : "Results of"} ${title} (${id})`,
    command: opensAt !== null ? "check void" : open ? "check close" : "check results",
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

function listedState(check: ListedCheck): string {
  const { later } = check;
  const others = later === null || check.voided ? "" : `; ${later.people === 1 ? "1 student has" : `${count(later.people)} students have`} until ${timestamp(later.until, "f")}${later.people === 1 ? "" : " at the latest"}`;
  return `${classState(check)}${others}`;
}

function classState({ open, voided, answered = 0, closesAt, closedAt, opensAt = null }: ListedCheck): string {
  if (voided) return answered === 0 ? "withdrawn, counts nothing" : "withdrawn, full marks";
  if (opensAt !== null) return `opens ${timestamp(opensAt, "f")}${closesAt === null ? "" : `, closes ${timestamp(closesAt, "f")}`}`;
  if (!open) return `closed ${closedAt === null ? "" : timestamp(closedAt, "f")}`.trim();
  return closesAt === null ? "open until closed by hand" : `open, closes ${timestamp(closesAt)}`;
}
