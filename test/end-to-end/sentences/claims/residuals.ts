import type { Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { deviation, mean, neighbours, normalBeyond, shapeOf } from "../statistics.ts";

const only = ["residuals"];
const sigma = (of: Case): number => deviation(of.fit().residuals);
function beyond(of: Case, many: number): number {
  const limit = many * sigma(of);
  return of.exact() ? 0 : of.fit().residuals.filter((u) => Math.abs(u) > limit).length;
}
const zero = (check: Check, value: string): void => check.number(value, 0, "correlation");

function normality(words: readonly string[], of: Case, check: Check, normal: boolean): void {
  const [p = "", skew = "", kurtosis = ""] = words;
  const shape = shapeOf(of.fit().residuals);
  check.that(!of.exact(), "nothing can be said of the residuals of an exact fit");
  check.p(p, shape.pValue);
  check.number(skew, shape.skew, "skew");
  check.number(kurtosis, shape.kurtosis, "kurtosis");
  check.verdict(normal === shape.pValue >= 0.05, shape.pValue);
}

function near(words: readonly string[], of: Case, check: Check, meant: (correlation: number, p: number) => boolean): void {
  const [correlation = "", reach = "", p = ""] = words;
  const found = neighbours(of.fit());
  check.number(correlation, found.correlation, "correlation");
  check.number(reach, 1.959964 * found.error, "±");
  if (p) check.p(p, found.pValue);
  check.that(meant(found.correlation, found.pValue), `${found.correlation}, p = ${found.pValue}`);
}

export const residualClaims: readonly Claim[] = [
  claim("@'s residuals: correlation with @ #", ([, , value = ""], _of, check) => zero(check, value), only),
  claim("@'s residuals: correlation with …, each #", ([, , value = ""], _of, check) => zero(check, value), only),
  claim("Correlation of r − Σ β·f with …, each = # · least squares makes it so, whatever the data", ([, value = ""], _of, check) => zero(check, value), only),
  claim("Top: @ − Σ β·f against Σ β·f of …, a cloud without slope, largest correlation with a factor #, n = #.", ([, , value = "", n = ""], of, check) => {
    zero(check, value);
    check.number(n, of.rows().dates.length, "n");
  }, only),
  claim("Correlation of r − β·f with @ = # · least squares makes it so, whatever the data", ([, value = ""], _of, check) => zero(check, value), only),
  claim("σ(ε) = # a ⟨day‖week‖month⟩ · idiosyncratic risk, # of @'s variance", ([value = "", share = ""], of, check) => {
    check.number(value, sigma(of), "σ(ε)");
    check.number(share, 1 - of.fit().rSquared, "share");
  }, only),
  claim("The residuals are not normal (Jarque–Bera ℗: skew #, kurtosis #; a normal has 0 and 3).", (words, of, check) => normality(words, of, check, false), only),
  claim("No sign in # rows that the residuals are not normal (Jarque–Bera ℗: skew #, kurtosis #; a normal has 0 and 3).", ([count = "", ...words], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    normality(words, of, check, true);
  }, only),
  claim("The ⟨factor explains‖factors explain⟩ every row exactly: there is nothing left to draw.", (_, of, check) => check.that(of.exact(), "the fit is not exact"), only),
  claim("The correlation is 0 over these rows.", () => undefined, only),
  teaching("Would it be 0 next year too, with this year's ⟨β‖βs⟩?"),
  teaching("Two panels."),
  claim("Top: @ − β·@ against @, a cloud without slope, correlation #, n = #.", ([, , , value = "", n = ""], of, check) => {
    zero(check, value);
    check.number(n, of.rows().dates.length, "n");
  }, only),
  claim("Dashed line at zero; standard deviation # per row.", ([value = ""], of, check) => check.number(value, sigma(of), "σ"), only),
  claim("Below: distribution of the residuals beside a normal curve of the same standard deviation⟨: a higher peak and fatter tails‖: no fatter tails⟩, kurtosis #.", ([kurtosis = ""], of, check) => {
    const shape = shapeOf(of.fit().residuals);
    if (!of.exact()) check.number(kurtosis, shape.kurtosis, "kurtosis");
    if (of.exact()) check.that(false, "an exact fit leaves no residuals that have a kurtosis");
    if (of.said.alt.includes("no fatter tails")) check.that(shape.pValue < 0.05 && shape.kurtosis <= 3, `kurtosis ${shape.kurtosis}, p = ${shape.pValue}`);
    else if (of.said.alt.includes("fatter tails")) check.that(shape.pValue < 0.05 && shape.kurtosis > 3, `kurtosis ${shape.kurtosis}, p = ${shape.pValue}`);
  }, only),
  claim("Rows beyond 3 standard deviations: #; a normal curve has #.", ([count = "", normal = ""], of, check) => {
    check.number(count, beyond(of, 3), "rows");
    check.number(normal, normalBeyond(3) * of.rows().dates.length, "normal");
  }, only),
  claim("Rows outside the lower panel's ±5: #.", ([count = ""], of, check) => check.number(count, beyond(of, 5), "rows"), only),
  {
    says: "(the table of r − βf and ε)",
    pattern: /^(r − (?:Σ )?β·f = α \+ ε[\s\S]+)$/u,
    commands: only,
    holds: ([text = ""], of, check) => {
      const numbers = [...text.matchAll(/(?:σ a (?:day|week|month)|mean a (?:day|week|month)|corr\. with factors?)\s+(\S+)/gu)].map(([, value]) => value!);
      const fit = of.fit();
      const expected = [fit.coefficients[0]!, sigma(of), 0, 0, sigma(of), 0];
      check.that(numbers.length === 6, "six numbers are expected");
      expected.forEach((value, k) => check.number(numbers[k]!, value, `number ${k + 1}`));
      check.that(Math.abs(mean(fit.residuals)) < 1e-12, "the residuals have a mean");
    },
  },
  teaching("The two differ by the constant α alone."),
  teaching("The first is a return one can hold, the hedged portfolio; the second is what the line misses."),
  claim("Tails: beyond ±3σ # ⟨days‖day‖weeks‖week‖months‖month⟩, a normal curve has #; beyond ±5σ # ⟨days‖day‖weeks‖week‖months‖month⟩, a normal curve has #.", ([three = "", normal3 = "", five = "", normal5 = ""], of, check) => {
    const n = of.rows().dates.length;
    check.number(three, beyond(of, 3), "beyond 3σ");
    check.number(normal3, normalBeyond(3) * n, "normal");
    check.number(five, beyond(of, 5), "beyond 5σ");
    check.number(normal5, normalBeyond(5) * n, "normal");
  }, only),
  claim("Largest miss: ¤, # (#σ).", ([day = "", value = "", many = ""], of, check) => {
    const { residuals } = of.fit();
    const row = residuals.reduce((best, u, k) => (Math.abs(u) > Math.abs(residuals[best]!) ? k : best), 0);
    if (of.exact()) return check.that(false, "an exact fit misses nothing");
    check.that(of.rows().dates[row] === day, `it is ${of.rows().dates[row]}`);
    check.number(value, residuals[row]!, "miss");
    check.number(many, residuals[row]! / sigma(of), "σs");
  }, only),
  teaching("The file has the five largest."),
  claim("Neighbouring residuals: correlation # ± #, no sign that they go together.", (words, of, check) => near(words, of, check, (_, p) => p >= 0.05), only),
  claim("Neighbouring residuals go together: correlation # ± # (℗).", (words, of, check) => near(words, of, check, (r, p) => p < 0.05 && r > 0), only),
  claim("Neighbouring residuals tend to reverse: correlation # ± # (℗).", (words, of, check) => near(words, of, check, (r, p) => p < 0.05 && r < 0), only),
];
