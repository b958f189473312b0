import { pause, systemClock } from "../../clock.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Reply } from "../../render/reply.ts";
import type { NewPost, Post } from "../../store/post.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import type { PostProblem } from "../problem.ts";

/** How long one try may take before somebody else may try. */
export const postLeaseMs = 30_000;

/** Pauses before the second try and the following ones, while the person waits. */
const pauses = [1_000, 3_000] as const;

/**
 * Puts a message into a channel once, whatever fails on the way: the intent is stored, Discord is asked with the intent's
 * id as nonce, and the message is recorded. Where Discord refuses, what was to be posted is taken away again
 * (`cannot-post`); where it does not answer, the intent stays and is settled later by `reconcilePosts`
 * (`post-uncertain`). A message that is there already is returned as it is.
 */
export async function postOnce(post: NewPost, reply: Reply, store: Store, context: AppContext): Promise<Outcome<string, PostProblem>> {
  for (let tries = 0; ; tries++) {
    const intent = await store.posts.begin(post, context.now(), postLeaseMs);
    const posted = await deliver(intent, reply, store, context);
    if (posted.ok || posted.problem.kind !== "post-uncertain") return posted;
    const wait = pauses[tries];
    if (wait === undefined) return posted;
    await pause(systemClock, wait);
  }
}

/** One try. From the second one on, the message of an earlier one may be in the channel. */
export async function deliver(intent: Post, reply: Reply, store: Store, context: AppContext): Promise<Outcome<string, PostProblem>> {
  if (intent.message !== null) return success(intent.message);
  const found = intent.tries > 1 ? await findPosted(intent, reply, context) : success(null);
  if (!found.ok) return settle(intent, found, store, context);
  if (found.value !== null) return settle(intent, success(found.value), store, context);
  // A store that is lost while this is recorded takes nothing away: the message may be in the channel.
  return settle(intent, await postOrAbandon(intent, reply, store, context), store, context);
}

async function postOrAbandon(intent: Post, reply: Reply, store: Store, context: AppContext): Promise<Outcome<string, PostProblem>> {
  try {
    return await context.sideEffects.post(intent.channel, reply, intent.id);
  } catch (error) {
    // A bug of ours: what was never posted must not stay open, nor hide its key.
    await abandon(intent, store, context);
    throw error;
  }
}

/** The message in the channel that an unconfirmed try may have left. */
export function findPosted({ channel, subject, createdAt }: Post, reply: Reply, { sideEffects }: AppContext): Promise<Outcome<string | null, PostProblem>> {
  return sideEffects.findPosted(channel, { title: reply.embeds[0]?.title ?? "", mentions: subject, since: createdAt - 60_000 });
}

async function settle(intent: Post, posted: Outcome<string, PostProblem>, store: Store, context: AppContext): Promise<Outcome<string, PostProblem>> {
  if (posted.ok) {
    await store.posts.confirm(intent.id, posted.value, context.now());
    return posted;
  }
  if (posted.problem.kind !== "post-uncertain") await abandon(intent, store, context);
  return failure(posted.problem);
}

/** Takes an intent away, and with it the check or question that nobody has seen. */
export async function abandon({ id, purpose, subject }: Post, store: Store, { now }: AppContext): Promise<void> {
  if (purpose === "check") await store.checks.removeUnposted(subject, now());
  if (purpose === "question") await store.questions.removeUnposted(subject);
  await store.posts.remove(id);
}
