import type { FieldExplanation, NumberField } from "./explain-field.ts";

/** One account of the whole form: the mistakes in all, and those of each wrong field. */
export interface Account {
  readonly mistakes: number;
  readonly unexplained: number;
  readonly misfit: number;
  readonly byQuantity: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A wrong field, and what explains it. */
export interface Options {
  readonly field: NumberField;
  readonly explanations: readonly FieldExplanation[];
}

/** Numbers that miss by rounding in the middle of the work can't be told apart where they miss about equally. */
const sameMisfit = 0.0005;
/** What fits the digits typed is nearer than what doesn't. */
export const isAsNear = ({ misfit }: { readonly misfit: number }, nearest: number): boolean => misfit <= (nearest < 1e-9 ? 1e-9 : nearest + sameMisfit);

/** The fewest mistakes, `most` besides the refit mistake, that explain every field that has an explanation; null where it takes more. */
export function fewestMistakes(options: readonly Options[], refit: string | null, most: 1 | 2): Account | null {
  const explained = options.filter(({ explanations }) => explanations.length > 0);
  const ids = [...new Set(explained.flatMap(({ explanations }) => explanations.flatMap(({ mistakes }) => mistakes)))];
  for (const sets of [[[]], ids.map((id) => [id]), most === 1 ? [] : pairsOf(ids)]) {
    const covering = sets.filter((set) => explained.every(({ explanations }) => explanations.some(({ mistakes }) => isPartOf(mistakes, set))));
    const accounts = covering.map((set) => accountOf(explained, set, refit === null ? [] : [refit], options.length - explained.length));
    const nearest = Math.min(...accounts.map(({ misfit }) => misfit));
    const equals = accounts.filter((account) => isAsNear(account, nearest));
    const [first] = equals;
    // With as many mistakes and as near: a field has the alternatives of them all.
    if (first !== undefined) return { ...first, byQuantity: new Map(explained.map(({ field }) => [field.quantity.id, alternativesIn(equals, field.quantity.id)])) };
  }
  return null;
}

/** What these accounts say of one quantity. */
export const alternativesIn = (accounts: readonly Account[], quantity: string): readonly (readonly string[])[] => unique(accounts.flatMap(({ byQuantity }) => byQuantity.get(quantity) ?? []));

const isPartOf = (mistakes: readonly string[], set: readonly string[]): boolean => mistakes.every((id) => set.includes(id));

const pairsOf = (ids: readonly string[]): readonly (readonly string[])[] => ids.flatMap((id, index) => ids.slice(index + 1).map((other) => [id, other]));

/** Each field by the fewest of the set's mistakes, then the nearest. */
function accountOf(explained: readonly Options[], set: readonly string[], prefix: readonly string[], unexplained: number): Account {
  const simplest = explained.flatMap(({ field, explanations }) => {
    const possible = explanations.filter(({ mistakes }) => isPartOf(mistakes, set));
    return possible.toSorted((a, b) => a.mistakes.length - b.mistakes.length || a.misfit - b.misfit).slice(0, 1).map((explanation) => ({ field, ...explanation }));
  });
  return {
    mistakes: prefix.length + set.length,
    unexplained,
    misfit: simplest.reduce((sum, { misfit }) => sum + misfit, 0),
    byQuantity: new Map(simplest.map(({ field, mistakes }) => [field.quantity.id, [[...prefix, ...mistakes]]])),
  };
}

/** Three mistakes and more: what explains most fields first. */
export function commonestFirst(options: readonly Options[]): Account {
  const single = options.map(({ field, explanations }) => ({ field, explanations: explanations.filter(({ mistakes }) => mistakes.length === 1) }));
  let rest = single.filter(({ explanations }) => explanations.length > 0);
  let mistakes = 0;
  const byQuantity = new Map<string, readonly (readonly string[])[]>();
  while (rest.length > 0) {
    const having = (id: string): readonly Options[] => rest.filter(({ explanations }) => explanations.some((explanation) => explanation.mistakes.includes(id)));
    const ids = [...new Set(rest.flatMap(({ explanations }) => explanations.flatMap((explanation) => explanation.mistakes)))];
    const most = Math.max(...ids.map((id) => having(id).length));
    const commonest = ids.find((id) => having(id).length === most) ?? "";
    for (const { field, explanations } of having(commonest)) byQuantity.set(field.quantity.id, most === 1 ? nearestOf(explanations) : [[commonest]]);
    rest = rest.filter(({ field }) => !byQuantity.has(field.quantity.id));
    mistakes++;
  }
  return { mistakes, unexplained: options.length - byQuantity.size, misfit: 0, byQuantity };
}

function nearestOf(explanations: readonly FieldExplanation[]): readonly (readonly string[])[] {
  const nearest = Math.min(...explanations.map(({ misfit }) => misfit));
  return explanations.filter((explanation) => isAsNear(explanation, nearest)).map(({ mistakes }) => mistakes);
}

/** Each set of mistakes once; a number that is right on these workings has none. */
function unique(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.filter((list) => list.length > 0).map((list) => [list.toSorted().join(), list])).values()];
}
