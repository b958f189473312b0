import type { Exercise } from "../../exercises/exercise.ts";
import { isFigureKey, figures } from "../../figures/figures.ts";
import { foldName } from "../../glossary/fold-name.ts";
import type { AppContext } from "../app-context.ts";

type Exercises = Pick<AppContext, "exercises">;

/** How students read a quantity's name: "R²", "α a year"; its id where no exercise asks for it. */
export function labelOfQuantity(id: string, { exercises }: Exercises): string {
  return exercises.all.map((exercise: Exercise) => exercise.text.labels[id]).find((label) => label !== undefined) ?? id;
}

/** The quantity that somebody means: by its id, its label or its figure's symbol, however they are spelled ("r2", "R-squared", "β"). */
export function findQuantity<Q extends { readonly id: string }>(typed: string, quantities: readonly Q[], context: Exercises): Q | null {
  const wanted = folded(typed);
  const first = (isMeant: (quantity: Q) => boolean): Q | undefined => quantities.find(isMeant);
  return first(({ id }) => folded(id) === wanted) ?? first(({ id }) => folded(labelOfQuantity(id, context)) === wanted) ?? first(({ id }) => isFigureKey(id) && folded(figures[id].symbol ?? "") === wanted) ?? null;
}

/** The quantities that a name comes near, for whoever meant one of them: those with a word of it, else all. */
export function quantitiesNear<Q extends { readonly id: string }>(typed: string, quantities: readonly Q[], context: Exercises): readonly Q[] {
  const words = foldName(typed).split(" ").filter((word) => word.length > 2);
  const near = quantities.filter(({ id }) => words.some((word) => `${folded(id)} ${foldName(labelOfQuantity(id, context))}`.includes(word)));
  return near.length > 0 ? near : quantities;
}

const folded = (name: string): string => foldName(name).replaceAll(" ", "");
