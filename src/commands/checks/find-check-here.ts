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
