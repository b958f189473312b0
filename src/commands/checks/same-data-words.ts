import { isClosed } from "../../grading/find-check.ts";
import { solutionReveals } from "../../grading/shares-data.ts";
import { plain } from "../../render/plain.ts";
import { timestamp } from "../../render/timestamp.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import type { Draft } from "./check-draft.ts";
import { lastClosing } from "./open-checks-of.ts";
import { solutionShownAt } from "./same-data.ts";

/** So many of a server's newest checks are looked through. */
const earlierChecks = 50;

/** Which of two checks has a solution that works out a key of the other. */
type Reveals = "each" | "ours" | "theirs";

/** What an instructor should know of the course's other checks on the same data, before one is posted. */
export async function sameDataWords(draft: Draft, guild: string, store: Store, context: AppContext): Promise<readonly string[]> {
  const now = context.now();
  const opensAt = draft.opensAt ?? now;
  const together: { readonly check: Check; readonly reveals: Reveals }[] = [];
  const published: string[] = [];
  const before: string[] = [];
  const after: string[] = [];
  for (const check of await store.checks.list(guild, earlierChecks)) {
    const reveals = revealsOf(draft, check, context);
    if (reveals === null) continue;
    const theirs = reveals !== "ours";
    const shownAt = theirs ? await solutionShownAt(check, store, context) : null;
    if (shownAt !== null) published.push(`${nameOf(check)} (<#${check.channel}>, ${timestamp(shownAt, "f")})`);
    const until = check.voidedAt === null ? await lastClosing(check, store, now) : now;
    const isOver = check.voidedAt !== null || (isClosed(check, now) && until === null);
    // Nobody has seen it, and nobody will.
    if (isOver || (check.message === null && check.opensAt <= now)) continue;
    if (until !== null && until <= opensAt) {
      if (theirs && !check.variants) before.push(`${nameOf(check)}, which closes ${timestamp(until, "f")}`);
    } else if (check.opensAt >= draft.closesAt) {
      if (reveals !== "theirs" && !draft.variants) after.push(`${nameOf(check)} opens ${timestamp(check.opensAt, "f")}`);
    } else together.push({ check, reveals });
  }
  return [
    ...(["each", "ours", "theirs"] as const).flatMap((reveals) => togetherWords(together.filter((one) => one.reveals === reveals).map(({ check }) => check), reveals, now)),
    ...(published.length === 0 ? [] : [`**Read already**: the solution of ${published.join(", ")}, on the same data.`]),
    ...(before.length === 0 ? [] : [`**Read by then**: before this one opens comes the solution of ${before.join(", and of ")}, on the same data.`]),
    ...(after.length === 0 ? [] : [`**On the same data**: ${after.join(", ")}, when the class has read this one's solution.`]),
  ];
}

function revealsOf(draft: Draft, check: Check, context: AppContext): Reveals | null {
  const [ours, theirs] = [solutionReveals(draft, check, context), solutionReveals(check, draft, context)];
  return ours ? (theirs ? "each" : "ours") : theirs ? "theirs" : null;
}

/** Of checks that are open at the same time as the draft. */
function togetherWords(checks: readonly Check[], reveals: Reveals, now: number): readonly string[] {
  if (checks.length === 0) return [];
  const one = checks.length === 1;
  const states = checks.map((check) => `${nameOf(check)} ${isClosed(check, now) ? "is open for a student with more time" : check.opensAt > now ? `opens ${timestamp(check.opensAt, "f")}` : "is open"}`);
  const head = `**${states.join(", ")}** and ${one ? "asks" : "ask"} about the same data`;
  if (reveals === "each") return [`${head}: the marks of one confirm the other's. Each keeps its solution back until the other has closed.`];
  if (reveals === "ours") return [`${head} as this one's solution, which waits until ${one ? "it has" : "they have"} closed.`];
  return [`${head}: ${one ? "its solution" : "their solutions"} would tell this one's key, and ${one ? "waits" : "wait"} until this one has closed.`];
}

/** "WMT R2 (`abcdef`)". */
export const nameOf = ({ id, title }: Check): string => `${plain(title)} (\`${id}\`)`;
