import { hasOpenExtension } from "../../grading/check-results.ts";
import { isClosed } from "../../grading/find-check.ts";
import { success, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import { takenBackReply } from "../../render/replies/results.ts";
import type { Reply } from "../../render/reply.ts";
import type { Post } from "../../store/post.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { inServer } from "../in-server.ts";
import type { PostProblem } from "../problem.ts";
import { keptBack, type KeptBack } from "./same-data.ts";
import { solutionReveals } from "../../grading/shares-data.ts";
import { classResults } from "./check-results.ts";

/** How long one process may take before another one may try. */
const leaseMs = 30_000;

/** What became of results that the class has and that are no longer true. */
export interface UpdatedResults {
  /** Why they still stand as they were; null where they don't. */
  readonly problem: PostProblem | null;
}

/**
 * Brings the results that stand in a channel into line with their check: emptied while it is open again, without the
 * solution while a student has more time, complete after that. The intent was stored with what made them untrue; it ends
 * when Discord has confirmed the edit, or refused it. Null where nothing is to be done.
 */
export async function updateResults(id: string, store: Store, context: AppContext): Promise<UpdatedResults | null> {
  const leasedUntil = await store.posts.leaseUpdate(id, context.now(), leaseMs);
  if (leasedUntil === null) return null;
  const check = await store.checks.find(id);
  const problem = check === null || check.voidedAt !== null ? null : await bringUpToDate(check, store, await inServer(context, check.guild));
  if (problem?.kind === "post-uncertain") return { problem };
  await store.posts.finishUpdate(id, leasedUntil, check === null ? null : await solutionDue(check, store, context));
  return { problem };
}

/** Where nobody knows when another check closes, how long until it is looked at again. */
const lookAgainMs = 3_600_000;

/** When the class gets the solution that is kept back, as far as it can be said now; null where it has it. */
export async function solutionDue(check: Check, store: Store, context: AppContext): Promise<number | null> {
  if (!isClosed(check, context.now())) return null;
  const kept = await keptBack(check, store, context);
  return kept === null ? null : (kept.until ?? context.now() + lookAgainMs) + 1000;
}

/** A check has closed: solutions of the server's other checks that it kept back are due. */
export async function scheduleKeptBack({ id, guild }: Check, store: Store, context: AppContext): Promise<void> {
  const now = context.now();
  const others = (await store.checks.list(guild, keptBackChecks)).filter((other) => other.id !== id && other.announcedAt !== null && other.releasedAt === null && other.voidedAt === null);
  const closed = await store.checks.find(id);
  if (closed === null) return;
  for (const other of others) if (solutionReveals(other, closed, context)) await store.posts.scheduleUpdate(other.id, now);
}

/** So many of a server's newest checks may wait for another one. */
const keptBackChecks = 50;

async function bringUpToDate(check: Check, store: Store, context: AppContext): Promise<PostProblem | null> {
  const published = await store.posts.published(check.id);
  const kept = isClosed(check, context.now()) ? await keptBack(check, store, context) : null;
  const problem = await editAll(check, published, kept, store, context);
  if (problem === null && published.length > 0 && kept === null) await store.checks.markReleased(check.id, context.now());
  return problem;
}

async function editAll(check: Check, published: readonly Post[], kept: KeptBack | null, store: Store, context: AppContext): Promise<PostProblem | null> {
  let problem: PostProblem | null = null;
  for (const [at, post] of published.entries()) {
    const shown = await resultsNow(check, post, at === 0, kept, store, context);
    if (!shown.ok || shown.value === null || post.message === null) continue;
    const edited = await context.sideEffects.edit(post.channel, post.message, shown.value);
    // Where the message is gone, nobody reads it.
    if (!edited.ok && !(edited.problem.kind === "cannot-post" && edited.problem.why === "gone")) problem = edited.problem;
  }
  return problem;
}

/** What a message of results should say; null where it may stay as it is. */
async function resultsNow(check: Check, { purpose }: Post, isNewest: boolean, kept: KeptBack | null, store: Store, context: AppContext): Promise<Outcome<Reply | null, Problem>> {
  if (!isClosed(check, context.now())) return success(takenBackReply(check, "open"));
  // An earlier round's was emptied when the check opened again.
  if (!isNewest) return success(null);
  if (purpose !== "model-answer") return classResults(check, kept, store, context);
  return success((await hasOpenExtension(check, store, context)) ? takenBackReply(check, "waiting") : null);
}
