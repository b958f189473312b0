import { taskOf } from "../../grading/check-task.ts";
import { attemptAsync, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import { messageLink } from "../../render/replies/posting.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { resultsPost } from "./announce.ts";
import { revealedResults } from "./check-results.ts";
import { postOnce } from "./post-once.ts";
import { keptBack, type KeptBack } from "./same-data.ts";

/** Whether the class had the results before, and where it has them now. */
interface PublishedResults {
  readonly isNew: boolean;
  /** Why marks and solution are not among them; null where they are. */
  readonly kept: KeptBack | null;
  readonly link: string;
}

/** Posts a check's results, or the model answer of an open question, to the class; where they are there, edits them. */
export function publishResults(check: Check, store: Store, context: AppContext): Promise<Outcome<PublishedResults, Problem>> {
  return attemptAsync(async function* () {
    const { guild, channel } = check;
    const purpose = (yield* taskOf(check, context)).kind === "open" ? "model-answer" : "results";
    const kept = await keptBack(check, store, context);
    const results = yield* await revealedResults(check, kept, store, context);
    const done = async (isNew: boolean, inChannel: string, message: string): Promise<PublishedResults> => {
      if (kept === null) await store.checks.markReleased(check.id, context.now());
      return { isNew, kept, link: messageLink(guild, inChannel, message) };
    };
    const earlier = await store.posts.latest(check.id, purpose);
    if (earlier?.message) {
      const edited = await context.sideEffects.edit(earlier.channel, earlier.message, results);
      if (edited.ok) return await done(false, earlier.channel, earlier.message);
      if (edited.problem.kind === "post-uncertain" || edited.problem.why !== "gone") yield* edited;
    }
    // Somebody deleted the earlier message: with its own nonce Discord would answer with that one.
    const round = earlier === null ? resultsPost(check).round : `${resultsPost(check).round}x${context.now().toString(36).slice(-5)}`;
    const message = yield* await postOnce({ ...resultsPost(check), purpose, round }, results, store, context);
    return await done(true, channel, message);
  });
}
