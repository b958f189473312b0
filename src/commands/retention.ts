import { retentionNotice } from "../render/replies/course.ts";
import type { OldRows } from "../store/retention.ts";
import type { Store } from "../store/store.ts";
import type { AppContext } from "./app-context.ts";
import { tellStaff } from "./checks/tell-staff.ts";
import { msPerDay } from "../calendar.ts";

/** From the announcement to the deletion. */
export const noticeMs = 14 * msPerDay;

/** What was done for one course; null: outside any course. */
export interface RetentionStep extends Partial<OldRows> {
  readonly course: string | null;
  /** withdrawn: the setting changed. not-announced: nobody of the staff could be told, so nothing will be deleted. */
  readonly done: "announced" | "deleted" | "withdrawn" | "not-announced";
  /** Of an announcement that is not in the staff's channel: an instructor has it directly, or there is nobody. */
  readonly told?: "person" | "nobody";
}

/**
 * Announces what will soon be too old, and deletes what was announced two weeks ago and is too old by today's setting:
 * for every course, once however often it is called. Several processes may do it.
 */
export async function keepRetention(context: Pick<AppContext, "store" | "now" | "retentionDays" | "sideEffects">): Promise<readonly RetentionStep[]> {
  const { retentionDays, now } = context;
  const opened = await context.store();
  if (!opened.ok) return [];
  const { retention } = opened.value;
  const steps: RetentionStep[] = [];
  for (const course of await retention.courses()) {
    const announced = await retention.announced(course);
    if (announced !== null && isOutdated(announced, retentionDays)) {
      await retention.withdraw(course, now());
      steps.push({ course, done: "withdrawn" });
    } else if (retentionDays === null) {
      continue;
    } else if (announced === null) {
      const step = await announce(course, retentionDays, opened.value, context);
      if (step !== null) steps.push(step);
    } else if (now() >= announced.at + noticeMs) {
      const rows = await retention.deleteAnnounced(course, { upTo: now() - retentionDays * msPerDay, at: now() });
      if (rows !== null) steps.push({ course, done: "deleted", ...rows });
    }
  }
  if (retentionDays === null) return steps;
  const answers = await retention.deleteOutside(now() - retentionDays * msPerDay);
  return answers === 0 ? steps : [...steps, { course: null, done: "deleted", answers }];
}

/** Announced when less was kept than today: what was said no longer holds, and is said again when its time comes. */
export const isOutdated = ({ at, upTo }: { readonly at: number; readonly upTo: number }, days: number | null): boolean =>
  days === null || upTo > at + noticeMs - days * msPerDay;

/** Null where nothing is old, or where Discord does not say whether the notice is there: it is sent again. */
async function announce(course: string, days: number, store: Store, { now, sideEffects }: Pick<AppContext, "now" | "sideEffects">): Promise<RetentionStep | null> {
  const at = now();
  const upTo = at + noticeMs - days * msPerDay;
  const rows = await store.retention.old(course, upTo);
  if (Object.values(rows).every((number) => number === 0)) return null;
  const notice = retentionNotice(rows, { upTo, deletedAt: at + noticeMs, days });
  const instructor = await store.retention.lastInstructor(course);
  const told = await tellStaff(course, notice, instructor, store, { sideEffects }, `t-${course}`.slice(0, 25));
  if (told === "uncertain") return null;
  // A server on which nobody ever set up a course or posted a check has nobody to tell: the audit says it.
  const hasStaff = instructor !== null || (await store.courses.settings(course)).staffChannel !== null;
  if (told === "nobody" && hasStaff) return { course, done: "not-announced", ...rows };
  await store.retention.announce(course, { upTo, at }, rows);
  return { course, done: "announced", ...rows, ...(told === "channel" ? {} : { told }) };
}
