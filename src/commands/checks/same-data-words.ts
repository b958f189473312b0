import { isClosed } from "../../grading/find-check.ts";
import { solutionReveals } from "../../grading/shares-data.ts";
import type { CheckContent } from "../../grading/check-task.ts";
import { plain } from "../../render/plain.ts";
import { timestamp } from "../../render/timestamp.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { lastClosing } from "./open-checks-of.ts";
import { openOnSameData, wasPublic } from "./same-data.ts";

/** So many of a server's newest checks are looked through. */
const earlierChecks = 20;

/** What an instructor should know of the course's other checks on the same data, before one is posted. */
export async function sameDataWords(draft: CheckContent, guild: string, store: Store, context: AppContext): Promise<readonly string[]> {
  const now = context.now();
  const others = (await store.checks.list(guild, earlierChecks)).filter(({ voidedAt }) => voidedAt === null);
  const open = others.filter((check) => !isClosed(check, now) && (solutionReveals(check, draft, context) || solutionReveals(draft, check, context)));
  const published: Check[] = [];
  for (const check of others) {
    if (isClosed(check, now) && solutionReveals(check, draft, context) && (await wasPublic(check, store, context))) published.push(check);
  }
  return [
    ...(open.length === 0 ? [] : [`**${listOf(open)} ${open.length === 1 ? "asks about the same data and is" : "ask about the same data and are"} open**: the marks of one confirm the other's. Each keeps its solution back until the other has closed.`]),
    ...(published.length === 0 ? [] : [`**Read already**: the solution of ${listOf(published)}, on the same data, is in the channel.`]),
  ];
}

/** What closing a check now keeps back, and why; none where it keeps nothing back. */
export async function keptBackWords(check: Check, store: Store, context: AppContext): Promise<readonly string[]> {
  const open = await openOnSameData(check, check.guild, store, context);
  if (open.length === 0) return [];
  const ends = await Promise.all(open.map((other) => lastClosing(other, store, context.now())));
  const until = ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0));
  return [`**Without marks and solution**: ${listOf(open)} ${open.length === 1 ? "asks about the same data and is" : "ask about the same data and are"} open. They come when ${open.length === 1 ? "it" : "the last of them"} has closed${until === null ? "" : `, ${timestamp(until)}`}.`];
}

const listOf = (checks: readonly Check[]): string => checks.map(({ id, title }) => `${plain(title)} (\`${id}\`)`).join(", ");
