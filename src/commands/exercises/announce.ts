import { checkMessage } from "../../render/replies/check.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { World } from "../world.ts";
import { checkSteps } from "./check-steps.ts";
import { classResults } from "./check-results.ts";
import { taskOf } from "./check-task.ts";
import { shownCheck } from "./shown-check.ts";

/** How long one process has to announce a check's results before another one may. */
const leaseMs = 60_000;

/**
 * Closes the checks whose time is over and announces their results in their channels, each by one process alone.
 * Resolves to those that were announced; rejects, once all were tried, where one of them broke.
 */
export async function announceDue(world: World): Promise<readonly Check[]> {
  const store = await world.store();
  if (!store.ok) return [];
  const due = await store.value.checks.claimDue(world.now(), leaseMs);
  const announced = await Promise.allSettled(due.map((check) => announce(check, store.value, world)));
  const broken = announced.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  if (broken.length > 0) throw new AggregateError(broken, "the results of a check could not be announced");
  return due;
}

async function announce(check: Check, store: Store, world: World): Promise<void> {
  await refreshMessage(check, world);
  const results = await classResults(check, store, world);
  // Where the bot may no longer write, trying again each minute would help nobody: `/check results` has them.
  if (results.ok) await world.outside.post(check.channel, results.value);
  await store.checks.markAnnounced(check.id, world.now());
}

/** Brings the message in the channel up to date with its check. */
export async function refreshMessage(check: Check, world: World): Promise<void> {
  const task = taskOf(check, world);
  if (check.message === null || !task.ok) return;
  await world.outside.edit(check.channel, check.message, checkMessage(shownCheck(check, task.value), checkSteps(check)));
}
