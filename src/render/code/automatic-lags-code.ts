import type { FactorFit } from "../../engine/factor-fit.ts";
import { runCode } from "./runs-code.ts";
import { text } from "./python-text.ts";

/** automatic-lags.ts in Python, after the lines that load `data`; nothing where the lags were not chosen by the data. */
export function automaticLagsCode(fits: readonly Pick<FactorFit, "asset" | "factors" | "inference" | "sample">[]): readonly string[] {
  const [first] = fits;
  if (!first?.inference.automaticLags) return [];
  return [
    "",
    `# the lags: Newey and West (1994), in R floor(bwNeweyWest(fit, prewhite = 0))${fits.length > 1 ? "; the most of any asset" : ""}`,
    ...runCode(first.inference, first.sample),
    "def automatic_lags(asset, factors):",
    "    w = sm.OLS(data[asset], sm.add_constant(data[factors])).fit().resid.to_numpy() * data[factors].sum(axis=1).to_numpy()",
    "    n = len(w)",
    ...(first.inference.hasGaps ? ["    s = [(w[j:] * w[: n - j] * (run[j:] == run[: n - j])).sum() for j in range(1 + int(4 * (n / 100) ** (2 / 9)))]"] : ["    s = [w[j:] @ w[: n - j] for j in range(1 + int(4 * (n / 100) ** (2 / 9)))]"]),
    "    ratio = 2 * sum(j * c for j, c in enumerate(s)) / (2 * sum(s) - s[0])",
    "    return min(n - 1, int(1.1447 * (ratio**2 * n) ** (1 / 3)))",
    `print(f"lags: {max(automatic_lags(asset, [${first.factors.map(quoted).join(", ")}]) for asset in [${fits.map(({ asset }) => quoted(asset)).join(", ")}])}")`,
  ];
}

/** A name inside a formatted string. */
const quoted = (name: string): string => text(name).replaceAll('"', "'");
