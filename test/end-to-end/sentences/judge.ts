import { Case, type Said } from "./case.ts";
import { Check } from "./check.ts";
import type { Claim } from "./claim.ts";
import { sentencesOf, type Sentence } from "./sentences-of.ts";

export interface Judged {
  readonly sentence: Sentence;
  /** Null: no predicate knows the sentence. */
  readonly claim: Claim | null;
  readonly faults: readonly string[];
  /** Verdicts by a p-value, and how many of them were too close to call. */
  readonly verdicts: number;
  readonly close: number;
}

/** A reply rests on all rows of the series that it names, and names all that cost it rows. */
export function rowsFault(said: Said): string | null {
  const of = new Case(said);
  // A provider's window is its own, and months and weeks are made of more than their rows.
  if (of.frequency !== "daily" || / as:/u.test(said.typed)) return null;
  const days = of.daysOfNamed().length;
  return days === of.recipe.rows ? null : `n = ${of.recipe.rows}, but ${[...of.recipe.assets, ...of.recipe.factors].join(", ")} have ${days} days in the window`;
}

/** Each sentence of a reply against its predicate. */
export function judge(said: Said, claims: readonly Claim[]): readonly Judged[] {
  const command = /^\/(\S+)/u.exec(said.typed)?.[1] ?? "";
  const of = new Case(said);
  return sentencesOf(said).map((sentence) => {
    for (const claim of claims) {
      if (claim.commands && !claim.commands.includes(command)) continue;
      if (claim.has && !sentence.text.includes(claim.has)) continue;
      const words = claim.pattern.exec(sentence.text);
      if (!words) continue;
      const check = new Check();
      try {
        claim.holds(words.slice(1), of, check);
      } catch (error) {
        check.that(false, `the predicate cannot be computed: ${error instanceof Error ? error.message : String(error)}`);
      }
      return { sentence, claim, faults: check.faults, verdicts: check.verdicts, close: check.close };
    }
    return { sentence, claim: null, faults: [], verdicts: 0, close: 0 };
  });
}
