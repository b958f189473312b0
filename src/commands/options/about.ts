import { proportionalText } from "../../datasets/portfolio.ts";
import { askableQuantities } from "../../grading/instructor-check.ts";
import type { HiddenFigure } from "../../grading/stored-check.ts";
import { failure, success } from "../../outcome.ts";
import { findQuantity } from "./quantity-name.ts";
import { matchingChoices, textUpTo } from "./kinds.ts";
import { findTyped } from "./find-typed.ts";
import type { Option } from "./option.ts";
import { seriesChoices } from "./series.ts";

/** So many series can be hidden for one question. */
export const mostSeries = 5;
/** Typed in the place of a series: the question hides none, and that is meant. */
export const nothing = "nothing";
/** Five portfolios and a quantity; each word is compared with every name. */
const longestTyped = 500;

/** What a typed key is about: series, and the quantity of them, like "JPM beta" or "JPM WMT"; none for "nothing". */
export function about(description: string): Option<readonly HiddenFigure[]> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: [],
    suggest: (typed, context) => {
      const series = seriesChoices(context);
      const [first = "", second] = typed.split(/\s+/u);
      const known = series.find(({ value }) => value.toLowerCase() === first.toLowerCase());
      if (known === undefined || second === undefined) return matchingChoices(series, typed);
      const pairs = askableQuantities.map(({ id }) => ({ name: `${known.value} ${id}`, value: `${known.value} ${id}` }));
      return matchingChoices(pairs, `${known.value} ${second}`);
    },
    read(raw, option, context) {
      const typed = textUpTo(longestTyped, raw, option);
      if (!typed.ok) return typed;
      if (typed.value.trim().toLowerCase() === nothing) return success([]);
      const words = typed.value.split(/[\s,;+]+/u).filter((word) => word !== "");
      const quantityOf = (word: string) => findQuantity(word, askableQuantities, context)?.id ?? null;
      const quantity = words.map(quantityOf).find((id) => id !== null) ?? null;
      const assets = new Set<string>();
      for (const word of words.filter((one) => quantityOf(one) === null)) {
        const found = findTyped(word, context);
        if (!found.ok) return found;
        // By its parts: whoever types them instead of the name, or names it anew, asks for the same numbers.
        assets.add(found.value.holdings === undefined ? found.value.id : proportionalText(found.value.holdings));
      }
      if (assets.size < 1 || assets.size > mostSeries) return failure({ kind: "series-count", option, found: assets.size, min: 1, max: mostSeries });
      return success([...assets].map((asset) => ({ asset, quantity })));
    },
  };
}
