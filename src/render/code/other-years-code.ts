import { usualSections } from "../../engine/sectioning.ts";
import { betasOfTheseRows, type Regression } from "../other-years.ts";
import { text } from "./python-text.ts";

/** beta-of-stretches.ts in Python: β of each stretch, and the error that they give; after the lines that read `data`. */
export function otherYearsCode(regression: Regression): readonly string[] {
  const { fit, plain = null } = regression;
  const known = betasOfTheseRows(regression).filter(({ other }) => other !== null);
  if (known.length === 0) return [];
  const { asset, factors } = plain ?? fit;
  return [
    "",
    "# β in stretches of the rows, and the error that they give (t with 3 degrees of freedom)",
    `cuts = [len(data) * i // ${String(usualSections)} for i in range(${String(usualSections + 1)})]`,
    "parts = [data.iloc[start:end] for start, end in zip(cuts, cuts[1:])]",
    ...known.flatMap(({ place, term }) => {
      const names = `[${factors.slice(0, plain === null ? factors.length : place + 1).map(text).join(", ")}]`;
      const slope = (rows: string): string => `sm.OLS(${rows}[${text(asset)}], sm.add_constant(${rows}[${names}])).fit().params[${text(factors[place] ?? "")}]`;
      return [
        `each = np.array([${slope("part")} for part in parts])`,
        `spread = np.sqrt(((each - ${slope("data")}) ** 2).sum() / (len(each) * (len(each) - 1)))`,
        ...(fit.betas.length === 1 ? ["for number, one in enumerate(each):", '    print(f"beta in stretch {number + 1}: {one:.10g}")'] : []),
        `print(f"std err of beta ${term} by stretches: {spread:.10g}")`,
      ];
    }),
  ];
}
