import { comparesWith, marksConfirm, solutionReveals } from "../../grading/shares-data.ts";
import { isClosed } from "../../grading/find-check.ts";
import { taskOf, type CheckContent } from "../../grading/check-task.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import type { SameDataElsewhere } from "../problem.ts";
import { solutionIsShown } from "./solution-of.ts";
import { findOpenCheck, lastClosing, type OpenCheck } from "./open-checks-of.ts";

/** A check, or one that is only being planned. */
type AnyCheck = CheckContent & { readonly id?: string };

/**
 * The open check of another server that somebody is held to and whose key a check here would confirm: who manages a
 * server of their own could else post the question there.
 */
export const openElsewhere = (check: AnyCheck, caller: Caller & AppContext, store: Store): Promise<OpenCheck | null> =>
  findOpenCheck((open) => open.guild !== caller.place.guildId && marksConfirm(check, open, caller), caller, store);

/** Errors: `same-data-elsewhere`. */
export async function notHeldElsewhere(check: AnyCheck, caller: Caller & AppContext, store: Store): Promise<Outcome<null, SameDataElsewhere>> {
  const open = await openElsewhere(check, caller, store);
  return open === null ? success(null) : failure({ kind: "same-data-elsewhere", title: open.check.title, until: open.until });
}

/** The open checks of a check's own server whose keys its solution would work out; none where the course hides no keys. */
async function openOnSameData(check: AnyCheck, guild: string, store: Store, context: AppContext): Promise<readonly Check[]> {
  const { hideKeys } = await store.courses.settings(guild);
  return hideKeys ? (await store.checks.listOpen(guild, context.now())).filter((open) => open.id !== check.id && solutionReveals(check, open, context)) : [];
}

/** Why a student reads no marks of a check for now: an open check, here or elsewhere, that they would confirm. */
export const marksWait = (check: AnyCheck & Partial<Pick<Check, "releasedAt">>, caller: Caller & AppContext, store: Store): Promise<OpenCheck | null> =>
  findOpenCheck(
    (open) => open.id !== check.id && (open.guild === caller.place.guildId ? !isReleased(check) && solutionReveals(check, open, caller) : marksConfirm(check, open, caller)),
    caller,
    store,
  );

/** Whether the class has read its marks and solution, or an instructor decided that it may: then no other check takes them back. */
const isReleased = ({ releasedAt = null }: Partial<Pick<Check, "releasedAt">>): boolean => releasedAt !== null;

/**
 * Why the class does not read a closed check's solution yet, and until when, where that is known. `others`: the open checks
 * of its own server that keep it back; none where it is one of another server.
 */
export type KeptBack =
  | { readonly why: "more-time"; readonly people: number; readonly until: number }
  | {
      readonly why: "same-data";
      readonly others: readonly Check[];
      readonly until: number | null;
      /** Whether one of them has closed for its class, and a student has more time: which no class is told. */
      readonly isLate: boolean;
      /** Who has more time at this check besides; null where nobody has. */
      readonly late: MoreTime | null;
    };

type MoreTime = Extract<KeptBack, { readonly why: "more-time" }>;

/** Null: nothing keeps it back. What the class has read stays read, whatever is opened later on the same data. */
export async function keptBack(check: Check, store: Store, context: AppContext): Promise<KeptBack | null> {
  const late = await keptByMoreTime(check, store, context.now());
  const kept = isReleased(check) ? null : await keptByAnother(check, store, context);
  return kept === null ? late : { ...kept, late };
}

async function keptByAnother(check: Check, store: Store, context: AppContext): Promise<Omit<Extract<KeptBack, { readonly why: "same-data" }>, "late"> | null> {
  const others = await openOnSameData(check, check.guild, store, context);
  if (others.length > 0) {
    const ends = await Promise.all(others.map((other) => lastClosing(other, store, context.now())));
    const isLate = others.some((other, at) => isClosed(other, context.now()) || (other.closesAt !== null && other.closesAt < (ends[at] ?? 0)));
    return { why: "same-data", others, until: ends.includes(null) ? null : Math.max(...ends.map((end) => end ?? 0)), isLate };
  }
  // Whoever posted it may be a student of another course.
  const author = { asker: { id: check.createdBy, name: "", roleIds: [], managesServer: false }, place: { guildId: check.guild, channelId: null }, id: "" };
  const elsewhere = await openElsewhere(check, { ...context, ...author }, store);
  return elsewhere === null ? null : { why: "same-data", others: [], until: elsewhere.until, isLate: elsewhere.isLate || (elsewhere.check.closesAt !== null && elsewhere.check.closesAt < (elsewhere.until ?? 0)) };
}

/** What students with more time keep back from the class, of a check that closes now or has closed. */
export async function keptByMoreTime(check: Check, store: Store, now: number): Promise<MoreTime | null> {
  const late = await store.checks.lateAnswerers(check, now);
  return late.length === 0 ? null : { why: "more-time", people: late.length, until: Math.max(...late.map(({ closesAt }) => closesAt)) };
}

/** Another open check, which asks for a number of the stock that this one's is compared with; null where there is none. */
export const comparedStockAsked = (check: AnyCheck, caller: Caller & AppContext, store: Store): Promise<OpenCheck | null> =>
  findOpenCheck((open) => open.id !== check.id && comparesWith(check, open, caller), caller, store);

/** Whether each student of a closed check that hands out several variants can read what was right on their own, behind "My answer". */
export const ownSolutionsShown = async (check: Check, store: Store, context: AppContext): Promise<boolean> =>
  check.variants && check.voidedAt === null && isClosed(check, context.now()) && (await keptBack(check, store, context)) === null;

/** When a message with the solution of a check came into its channel; null where none did: nothing was posted, what was posted has no solution in it, or it was kept back. */
export async function solutionShownAt(check: Check, store: Store, context: AppContext): Promise<number | null> {
  const task = taskOf(check, context);
  if (!task.ok) return null;
  const published = await store.posts.published(check.id);
  if (task.value.kind === "open") return published.find(({ purpose }) => purpose === "model-answer")?.postedAt ?? null;
  return published.length > 0 && (await solutionIsShown(check, task.value, store)) ? check.releasedAt : null;
}
