import { dealPool } from "../../grading/variant-pool.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import type { Draft } from "./check-draft.ts";

/** A draft with the variants that it would be posted with: others each time it is asked. Without variants, as it is. */
export async function dealDraft(draft: Draft, store: Store, question: AppContext & Caller): Promise<Draft> {
  const exercise = draft.variants && draft.exercise !== null ? question.exercises.find(draft.exercise) : null;
  if (!exercise) return draft;
  const secret = await store.secret();
  const deal = JSON.stringify(["deal", question.place.guildId, exercise.id, question.id]);
  return { ...draft, dealt: await dealPool(exercise, (place) => question.keyedHash(secret, `${deal} ${String(place)}`), question) };
}
