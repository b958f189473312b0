import { findCheck } from "../../grading/find-check.ts";
import { attemptAsync, failure, success, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import type { Check } from "../../store/check-records.ts";
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

interface FittingCheck extends FoundCheck {
  /** Others that a command without a name can mean as well. */
  readonly others: readonly Check[];
}

/** Which checks a command without a name can mean: the first of these rules that a check keeps. */
type Fits = readonly ((check: Check) => boolean)[];

/**
 * The check that is named, or the newest that a command without a name can mean; where none fits, the newest that it is
 * `about`, so that the reply says what state that is in. Errors: `which-check` where several fit and the command would
 * act on one without asking.
 */
export function findFitting(
  id: string | null,
  { fits, asks, about = () => true }: { readonly fits: Fits; readonly asks: boolean; readonly about?: (check: Check) => boolean },
  question: Pick<AppContext, "store"> & Pick<Caller, "place">,
): Promise<Outcome<FittingCheck, Problem>> {
  return attemptAsync(async function* () {
    const newest = yield* await findCheckHere(id, question);
    if (id !== null) return { ...newest, others: [] };
    const list = await newest.store.checks.list(newest.check.guild, newestChecks);
    const fitting = fits.map((rule) => list.filter((check) => rule(check))).find((found) => found.length > 0) ?? [];
    const [first, ...others] = fitting;
    if (others.length > 0 && !asks) yield* failure({ kind: "which-check", checks: fitting.slice(0, 10).map((check) => ({ id: check.id, title: check.title })) });
    return { ...newest, check: first ?? list.find((check) => check.message !== null && about(check)) ?? newest.check, others };
  });
}
