import { solutionReveals, marksConfirm } from "../../grading/shares-data.ts";
import type { CheckContent } from "../../grading/check-task.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import type { SameDataElsewhere } from "../problem.ts";
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

/**
 * Whether the class has had the solution of a check: its results were announced, and what keeps the solution back now
 * began after that.
 */
export async function wasPublic(check: Check, store: Store, context: AppContext): Promise<boolean> {
  const { announcedAt } = check;
  if (announcedAt === null || check.voidedAt !== null) return false;
  const now = context.now();
  const keptSince = [
    ...(await store.checks.extensions(check.id)).flatMap(({ closesAt, at }) => (closesAt !== null && closesAt > now ? [at] : [])),
    ...(await openOnSameData(check, check.guild, store, context)).map(({ opensAt }) => opensAt),
  ];
  return !keptSince.some((at) => at < announcedAt);
}
