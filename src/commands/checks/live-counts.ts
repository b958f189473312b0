import { isClosed } from "../../grading/find-check.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { inServer } from "../in-server.ts";
import { messageNow, openRound } from "./announce.ts";

/** Discord limits edits of messages that are older than an hour: so long a check's message counts along, then only at its closing. */
const countedMs = 50 * 60_000;

/** At most one edit of a message in this time, by all processes together. */
const betweenEditsMs = 5_000;

/** What this process showed last, by check: its round and its number. */
export type ShownCounts = Map<string, string>;

/** Writes into the messages of open checks how many have answered, where that has changed; resolves to the checks changed. */
export async function updateCounts(shown: ShownCounts, context: AppContext): Promise<readonly string[]> {
  const opened = await context.store();
  if (!opened.ok) return [];
  const store = opened.value;
  const now = context.now();
  const counted = (await store.checks.listOpenAnywhere(now)).filter((check) => check.message !== null && !isClosed(check, now) && now - check.opensAt < countedMs);
  for (const id of shown.keys()) if (counted.every((check) => check.id !== id)) shown.delete(id);
  // Together: a channel that takes no edit for a while keeps no other one's number back.
  const changed = await Promise.all(counted.map(async (check) => ((await updateCount(check, shown, store, await inServer(context, check.guild))) ? [check.id] : [])));
  return changed.flat();
}

async function updateCount(check: Check, shown: ShownCounts, store: Store, context: AppContext): Promise<boolean> {
  const round = openRound(check);
  const people = await store.results.answered(check.id, round);
  const count = `${String(round)}/${String(people)}`;
  if (shown.get(check.id) === count || (people === 0 && !shown.has(check.id))) return false;
  if (check.message === null || !(await store.posts.leaseCount(check.id, context.now(), betweenEditsMs))) return false;
  const message = await messageNow(check, store, context, people);
  if (message === null) return false;
  const edited = await context.sideEffects.edit(check.channel, check.message, message);
  if (!edited.ok) return false;
  shown.set(check.id, count);
  await correctIfChanged(check, store, context);
  return true;
}

/** Changed while the edit was on its way: the edit of that change may have come before this one. */
async function correctIfChanged(check: Check, store: Store, context: AppContext): Promise<void> {
  const after = await store.checks.find(check.id);
  if (after?.message == null || stateOf(after) === stateOf(check)) return;
  const message = await messageNow(after, store, context);
  if (message !== null) await context.sideEffects.edit(after.channel, after.message, message);
}

const stateOf = ({ closesAt, closedAt, voidedAt, discussAt, secondAt }: Check): string => JSON.stringify([closesAt, closedAt, voidedAt, discussAt, secondAt]);
