import { failure, success } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import type { CanvasAssignment } from "./canvas-file.ts";
import { columnsOf, headed, type NamedColumns } from "./gradebook.ts";

type NamedCheck = Parameters<typeof headed>[0][number];

export interface NamedAssignmentProblem {
  readonly kind: "unusable-assignment";
  /**
   * unreadable: neither a number nor a number and a check; unknown-number: not in Canvas' file; unknown-check: not among the
   * checks of the gradebook; twice: one assignment of two checks, or two of one; which-check: several checks have no
   * assignment of their title; no-check: each has one.
   */
  readonly reason: "unreadable" | "unknown-number" | "unknown-check" | "twice" | "which-check" | "no-check";
  readonly asked: string;
  /** What it could be: Canvas' assignments, or checks. */
  readonly has: readonly string[];
}

/** The first check that could go to several of Canvas' assignments, and those. */
export interface SeveralAssignments {
  readonly kind: "several-assignments";
  readonly title: string;
  readonly assignments: readonly CanvasAssignment[];
}

/**
 * Which of Canvas' assignments is whose, of those that are named: "99121" is the check's of that title, or of the only
 * check that has none of its title; "99121=uwsgun" is that check's. Errors: what is named and can't be used, and a check
 * that could go to several which are not named.
 */
export function namedColumns(checks: readonly NamedCheck[], columns: readonly CanvasAssignment[], asked: string): Outcome<NamedColumns, NamedAssignmentProblem | SeveralAssignments> {
  const unusable = (reason: NamedAssignmentProblem["reason"], what: string, has: readonly string[] = []) => failure<NamedAssignmentProblem>({ kind: "unusable-assignment", reason, asked: what, has });
  const known = headed(checks);
  const named = new Map<string, CanvasAssignment>();
  const withoutCheck: CanvasAssignment[] = [];
  for (const words of asked.replaceAll(/[^,;=]*\((\d+)\)/gu, " $1").split(/[\s,;]+/u)) {
    if (words === "") continue;
    const [, number, id] = /^(\d+)(?:=([\da-z]+))?$/iu.exec(words) ?? [];
    if (number === undefined) return unusable("unreadable", words);
    const column = columns.find(({ heading }) => heading.endsWith(`(${number})`));
    if (column === undefined) return unusable("unknown-number", number, columns.map(({ heading }) => heading));
    if ([...named.values(), ...withoutCheck].includes(column)) return unusable("twice", words);
    if (id === undefined) withoutCheck.push(column);
    else if (!checks.some((check) => check.id === id.toLowerCase())) return unusable("unknown-check", id, checks.map(wordsOf));
    else if (named.has(id.toLowerCase())) return unusable("twice", words);
    else named.set(id.toLowerCase(), column);
  }
  const unnamed = () => known.filter(({ check }) => !named.has(check.id));
  const ofNoTitle = withoutCheck.filter((column) => {
    const owner = unnamed().find(({ ownHeading }) => columnsOf(ownHeading, columns).includes(column));
    if (owner !== undefined) named.set(owner.check.id, column);
    return owner === undefined;
  });
  const rest = (): readonly CanvasAssignment[] => columns.filter((column) => ![...named.values(), ...ofNoTitle].includes(column));
  const [left, ...others] = ofNoTitle;
  if (left !== undefined) {
    const [only, ...more] = unnamed().filter(({ ownHeading }) => columnsOf(ownHeading, rest()).length === 0);
    if (only === undefined) return unusable("no-check", left.heading);
    if (more.length > 0 || others.length > 0) return unusable("which-check", left.heading, [only, ...more].map(({ check }) => wordsOf(check)));
    named.set(only.check.id, left);
  }
  for (const { ownHeading } of unnamed()) {
    const assignments = columnsOf(ownHeading, rest());
    if (assignments.length > 1) return failure({ kind: "several-assignments", title: ownHeading, assignments });
  }
  return success(named);
}

const wordsOf = ({ id, title }: NamedCheck): string => `${title} (${id})`;
