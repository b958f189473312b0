import { comparesWith, marksConfirm, solutionReveals } from "../../grading/shares-data.ts";
import { taskOf, type CheckContent } from "../../grading/check-task.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import type { SameDataElsewhere } from "../problem.ts";
import { solutionIsShown } from "./solution-of.ts";
import { findOpenCheck, lastClosing, lastExtension, type OpenCheck } from "./open-checks-of.ts";

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

/** The open checks of a check's own server whose keys its solution would work out. */
export async function openOnSameData(check: AnyCheck, guild: string, store: Store, context: AppContext): Promise<readonly Check[]> {
  return (await store.checks.listOpen(guild, context.now())).filter((open) => open.id !== check.id && solutionReveals(check, open, context));
}

/** Why a student reads no marks of a check for now: an open check, here or elsewhere, that they would confirm. */
export const marksWait = (check: AnyCheck, caller: Caller & AppContext, store: Store): Promise<OpenCheck | null> =>
  findOpenCheck(
    (open) => open.id !== check.id && (open.guild === caller.place.guildId ? solutionReveals(check, open, caller) : marksConfirm(check, open, caller)),
    caller,
    store,
  );

/** Why the class does not read a closed check's solution yet, and until when, where that is known. */
type KeptBack =
  | { readonly why: "more-time"; readonly until: number }
  | { readonly why: "same-data"; readonly title: string | null; readonly until: number | null };

export async function keptBack(check: Check, store: Store, context: AppContext): Promise<KeptBack | null> {
  const now = context.now();
  const [same] = await openOnSameData(check, check.guild, store, context);
  if (same) return { why: "same-data", title: same.title, until: await lastClosing(same, store, now) };
  // Whoever posted it may be a student of another course.
  const author = { asker: { id: check.createdBy, name: "", roleIds: [], managesServer: false }, place: { guildId: check.guild, channelId: null }, id: "" };
  const elsewhere = await openElsewhere(check, { ...context, ...author }, store);
  if (elsewhere) return { why: "same-data", title: null, until: elsewhere.until };
  const until = await lastExtension(check, store, now);
  return until === null ? null : { why: "more-time", until };
}

/** Whether another open check asks for a number of the stock that this one's is compared with. */
export const comparedStockAsked = async (check: AnyCheck, caller: Caller & AppContext, store: Store): Promise<boolean> =>
  (await findOpenCheck((open) => open.id !== check.id && comparesWith(check, open, caller), caller, store)) !== null;

/**
 * When a message with the solution of a check came into its channel; null where none did: nothing was posted, what was
 * posted has no solution in it, or it is kept back, and was from the start.
 */
export async function solutionShownAt(check: Check, store: Store, context: AppContext): Promise<number | null> {
  const published = await store.posts.published(check.id);
  const task = taskOf(check, context);
  if (!task.ok) return null;
  const showing = task.value.kind === "open" ? published.filter(({ purpose }) => purpose === "model-answer") : (await solutionIsShown(check, task.value, store)) ? published : [];
  const [newest] = showing.flatMap(({ postedAt }) => postedAt ?? []);
  if (newest === undefined) return null;
  const now = context.now();
  const keptSince = [
    ...(await store.checks.extensions(check.id)).flatMap(({ closesAt, at }) => (closesAt !== null && closesAt > now ? [at] : [])),
    ...(await openOnSameData(check, check.guild, store, context)).map(({ opensAt }) => opensAt),
  ];
  return keptSince.some((at) => at < newest) ? null : newest;
}
