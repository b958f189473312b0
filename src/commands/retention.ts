import { retentionNotice } from "../render/replies/course.ts";
import type { OldRows } from "../store/retention.ts";
import type { Store } from "../store/store.ts";
import type { AppContext } from "./app-context.ts";

const dayMs = 86_400_000;
/** From the announcement to the deletion. */
export const noticeMs = 14 * dayMs;

/** What was done for one course; null: outside any course. */
export interface RetentionStep extends Partial<OldRows> {
  readonly course: string | null;
  readonly done: "announced" | "deleted";
}

/**
 * Announces what will soon be too old, and deletes what was announced two weeks ago: for every course, once however
 * often it is called. Several processes may do it.
 */
export async function keepRetention(context: Pick<AppContext, "store" | "now" | "retentionDays" | "sideEffects">): Promise<readonly RetentionStep[]> {
  const { retentionDays, now } = context;
  const opened = await context.store();
  if (retentionDays === null || !opened.ok) return [];
  const store = opened.value;
  const steps: RetentionStep[] = [];
  for (const course of await store.retention.courses()) {
    const announced = await store.retention.announced(course);
    if (announced === null) {
      const rows = await announce(course, retentionDays, store, context);
      if (rows !== null) steps.push({ course, done: "announced", ...rows });
    } else if (now() >= announced.at + noticeMs) {
      const rows = await store.retention.deleteAnnounced(course, now());
      if (rows !== null) steps.push({ course, done: "deleted", ...rows });
    }
  }
  const answers = await store.retention.deleteOutside(now() - retentionDays * dayMs);
  return answers === 0 ? steps : [...steps, { course: null, done: "deleted", answers }];
}

/** Tells the staff's channel; where there is none, `/course setup` and the audit say it. Null where nothing is old. */
async function announce(course: string, days: number, store: Store, { now, sideEffects }: Pick<AppContext, "now" | "sideEffects">): Promise<OldRows | null> {
  const at = now();
  const upTo = at + noticeMs - days * dayMs;
  const rows = await store.retention.old(course, upTo);
  if (Object.values(rows).every((number) => number === 0)) return null;
  const { staffChannel } = await store.courses.settings(course);
  if (staffChannel !== null) {
    const posted = await sideEffects.post(staffChannel, retentionNotice(rows, { upTo, deletedAt: at + noticeMs, days }), `t-${course}`.slice(0, 25));
    // It may be there or not: nothing is deleted for it, and it is said again.
    if (!posted.ok && posted.problem.kind === "post-uncertain") return null;
  }
  await store.retention.announce(course, { upTo, at }, rows);
  return rows;
}
