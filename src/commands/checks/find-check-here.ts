import { findCheck } from "../../grading/find-check.ts";
import { attemptAsync, failure, success, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { checkId } from "../options/check-id.ts";
import { yesOrNo } from "../options/kinds.ts";
import { optional, withDefault } from "../options/option.ts";

export const checkOption = optional(checkId("The check's six letters; left out: the newest"));

/** Of what changes a check for the whole class: without it, the reply says which one and what will be, with a button. */
export const confirmOption = withDefault(yesOrNo("true: yes, do it; left out: asks first, naming the check"), false);

export interface FoundCheck {
  readonly store: Store;
  readonly check: Check;
}

/** A check of the server that the call came from, with the store it is in. */
export function findCheckHere(
  id: string | null,
  { store: openStore, place }: Pick<AppContext, "store"> & Pick<Caller, "place">,
): Promise<Outcome<FoundCheck, Problem>> {
  return attemptAsync(async function* () {
    const store = yield* await openStore();
    const guild = yield* place.guildId === null ? failure({ kind: "needs-server", command: "check" }) : success(place.guildId);
    return { store, check: yield* await findCheck(id, guild, store) };
  });
}

/** So many of the newest checks are looked at. */
const newestChecks = 50;

/**
 * The check that is named, or the only one that a command without a name can mean; where none fits, the newest, so that
 * the reply says what state that is in. Errors: `which-check` where several fit.
 */
export function findFitting(id: string | null, fits: (check: Check) => boolean, question: Pick<AppContext, "store"> & Pick<Caller, "place">): Promise<Outcome<FoundCheck, Problem>> {
  return attemptAsync(async function* () {
    const newest = yield* await findCheckHere(id, question);
    if (id !== null) return newest;
    const fitting = (await newest.store.checks.list(newest.check.guild, newestChecks)).filter((check) => check.message !== null && fits(check));
    const [only, second] = fitting;
    if (second !== undefined) yield* failure({ kind: "which-check", checks: fitting.slice(0, 10).map((check) => ({ id: check.id, title: check.title })) });
    return only === undefined ? newest : { ...newest, check: only };
  });
}
