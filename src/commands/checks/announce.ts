import { checkMessage } from "../../render/replies/check.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { checkSteps } from "./check-steps.ts";
import { classResults } from "./check-results.ts";
import { taskOf } from "../../grading/check-task.ts";
import { shownCheck } from "./shown-check.ts";

/** How long one process has to announce a check's results before another one may. */
const leaseMs = 60_000;

/**
 * Closes the checks whose time is over and announces their results in their channels, each by one process alone.
 * Resolves to those that were announced; rejects, once all were tried, where one of them broke.
 */
export async function announceDue(context: AppContext): Promise<readonly Check[]> {
  const store = await context.store();
  if (!store.ok) return [];
  await store.value.privacy.completeForgetting(context.now());
  const due = await store.value.checks.claimDue(context.now(), leaseMs);
  const announced = await Promise.allSettled(due.map((check) => announce(check, store.value, context)));
  const broken = announced.flatMap((settled) => (settled.status === "rejected" ? [settled.reason as unknown] : []));
  if (broken.length > 0) throw new AggregateError(broken, "the results of a check could not be announced");
  return due;
}

async function announce(check: Check, store: Store, context: AppContext): Promise<void> {
  await refreshMessage(check, context);
  const results = await classResults(check, store, context);
  // Where the bot may no longer write, trying again each minute would help nobody: `/check results` has them.
  if (results.ok) await context.sideEffects.post(check.channel, results.value);
  await store.checks.markAnnounced(check.id, context.now());
}

/** Brings the message in the channel up to date with its check. */
export async function refreshMessage(check: Check, context: AppContext): Promise<void> {
  const task = taskOf(check, context);
  if (check.message === null || !task.ok) return;
  await context.sideEffects.edit(check.channel, check.message, checkMessage(shownCheck(check, task.value), checkSteps(check)));
}
