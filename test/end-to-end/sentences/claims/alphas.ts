import type { Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { dot, fAbove, gibbonsRossShanken, inverse, leastSquares, longRun, mean, type Fit } from "../statistics.ts";
import { listed } from "./common.ts";

const only = ["alphas"];
const fitOf = (of: Case, name: string): Fit => of.fit(name, of.recipe.factors, of.rows());
const fits = (of: Case): readonly Fit[] => of.recipe.assets.map((name) => fitOf(of, name));
const grs = (of: Case): ReturnType<typeof gibbonsRossShanken> => gibbonsRossShanken(fits(of));

/** The αs' joint test with a covariance that allows for clustering, scaled to an F. */
function robust(of: Case): { readonly statistic: number; readonly pValue: number } {
  const all = fits(of);
  const { kind } = of.recipe.errors;
  const alone = kind === "hc1" || of.robustName === "HC1";
  const inner = all.map((a) => all.map((b) => (alone ? dot(a.influence[0]!, b.influence[0]!) : longRun(a.influence[0]!, b.influence[0]!, of.lags))));
  const alphas = all.map(({ coefficients }) => coefficients[0]!);
  const n = all[0]!.rows;
  const bottom = n - all.length - of.recipe.factors.length;
  const statistic = (bottom / (all.length * n)) * dot(alphas, inverse(inner).map((row) => dot(row, alphas)));
  return { statistic, pValue: fAbove(statistic, all.length, bottom) };
}
/** Robust, but for few rows: there the normal theory decides. */
const decides = (of: Case): number => (of.fewRows ? grs(of).pValue : robust(of).pValue);
const height = (of: Case, name: string): number => fitOf(of, name).coefficients[0]! * of.perYear;

function verdict(p: string, of: Case, check: Check, rejects: boolean): void {
  check.p(p, decides(of));
  check.that(rejects === decides(of) < 0.05, `p = ${decides(of)}`);
}

export const alphaClaims: readonly Claim[] = [
  claim("The joint test does not reject that every α on @ is zero (℗)", ([, p = ""], of, check) => verdict(p, of, check, false), only),
  claim("The joint test rejects that every α on @ is zero (℗)", ([, p = ""], of, check) => verdict(p, of, check, true), only),
  claim("GRS does not reject that every α on @ is zero (℗)", ([, p = ""], of, check) => {
    check.that(of.fewRows, "the rows are not few: the robust test decides");
    check.p(p, grs(of).pValue);
    check.that(grs(of).pValue >= 0.05, p);
  }, only),
  claim("GRS rejects that every α on @ is zero (℗)", ([, p = ""], of, check) => {
    check.that(of.fewRows, "the rows are not few: the robust test decides");
    check.p(p, grs(of).pValue);
    check.that(grs(of).pValue < 0.05, p);
  }, only),
  claim("Are all αs on @ zero? The GRS test is not applicable here", (_, of, check) => check.that(fits(of).some((fit) => of.exact(fit)) || degenerate(of), "nothing stands against a test"), only),
  claim("GRS F(#, #) = #, ℗⟨; robust F = #, ℗⟩", ([top = "", bottom = "", value = "", p = "", robustValue = "", robustP = ""], of, check) => {
    const test = grs(of);
    check.number(top, test.top, "degrees");
    check.number(bottom, test.bottom, "degrees");
    check.number(value, test.statistic, "GRS");
    check.p(p, test.pValue);
    if (!robustValue) return check.that(of.fewRows, "the robust test is missing");
    check.number(robustValue, robust(of).statistic, "robust F");
    check.p(robustP, robust(of).pValue);
  }, only),
  claim("GRS: not applicable.", (_, of, check) => check.that(fits(of).some((fit) => of.exact(fit)) || degenerate(of), "nothing stands against a test"), only),
  claim("What the factor leaves of one asset is a combination of what it leaves of the others, so their αs are not separate facts.", (_, of, check) => check.that(degenerate(of), "the residuals are no combination"), only),
  claim("Leave one of them out.", (_, of, check) => check.that(degenerate(of), "the residuals are no combination"), only),
  claim("If all were zero, αs at least this far from zero would be seen in about # of samples: at 5% that is no evidence against the model, and no proof of it.", ([share = ""], of, check) => {
    check.number(share, decides(of), "p");
    check.that(decides(of) >= 0.05, `p = ${decides(of)}`);
  }, only),
  claim("If all were zero, αs this far from zero would be seen in fewer than # of # samples: skill, mispricing, a missing factor, or a choice of assets made after looking.", ([few = "", many = ""], of, check) => {
    check.that(decides(of) < Number(few) / Number(many.replaceAll(",", "")), `p = ${decides(of)}`);
    check.that(decides(of) < 0.05, `p = ${decides(of)}`);
  }, only),
  claim("α a year (×#), one by one, with 95% intervals:", ([scale = ""], of, check) => check.number(scale, of.perYear, "scale"), only),
  claim("@ # · # to #, ℗⟨, robust ℗⟩", ([name = "", value = "", low = "", high = "", p = "", robustP = ""], of, check) => {
    const fit = fitOf(of, name);
    check.number(value, height(of, name), "α");
    check.interval(`${low} to ${high}`, of.shown(fit, 0, of.perYear));
    if (!of.exact(fit)) check.p(p, of.shown(fit, 0).pValue);
    if (robustP) check.p(robustP, of.robust(fit, 0).pValue);
    else if (!of.fewRows && !of.exact(fit)) check.that(of.deciding(fit, 0).pValue < 0.05 === of.shown(fit, 0).pValue < 0.05, `robust p = ${of.robust(fit, 0).pValue} decides otherwise`);
  }, only),
  teaching("One α of several often looks significant by luck alone."),
  teaching("Which of them would you still believe after the joint test?"),
  claim("# more assets are loaded: name those that you want tested.", () => undefined, only),
  claim("Mean excess return a year against β for # assets: ….", ([count = "", list = ""], of, check) => {
    check.number(count, of.recipe.assets.length, "assets");
    const said = [...list.matchAll(/(\S+) β ([−\d.,]+), mean ([−\d.,]+%), (?:([\d.,]+%) (above|below)|on) the line/gu)];
    check.that(said.length === of.recipe.assets.length, `${said.length} are named`);
    for (const [, name = "", beta = "", average = "", gap = "", where = ""] of said) {
      check.number(beta, fitOf(of, name).coefficients[1]!, "β");
      check.number(average, mean(of.column(name)) * of.perYear, "mean");
      if (!gap) continue;
      check.number(gap, Math.abs(height(of, name)), "height");
      check.that((where === "above") === height(of, name) > 0, `α = ${height(of, name)}`);
    }
  }, only),
  claim("The line runs from 0 through @ at β = 1, #.", ([name = "", value = ""], of, check) => check.number(value, mean(of.column(name)) * of.perYear, "premium"), only),
  claim("Null: every α of … is zero.", ([list = ""], of, check) => check.that(listed(list).join() === of.recipe.assets.join(), "other assets"), only),
  claim("GRS takes the residuals as normal and independent from row to row; the robust F does not (Bartlett, # lags), and decides.", ([lags = ""], of, check) => {
    check.number(lags, of.lags, "lags");
    check.that(!of.fewRows, "the rows are few");
  }, only),
  claim("GRS takes the residuals as normal and independent from row to row; the robust F does not (heteroskedasticity), and decides.", (_, of, check) => check.that(of.recipe.errors.kind === "hc1" || of.robustName === "HC1", "the errors are HAC"), only),
  claim("GRS takes the residuals as normal and independent from row to row.", (_, of, check) => check.that(of.fewRows, "the robust F decides"), only),
  claim("@: β #", ([name = "", value = ""], of, check) => check.number(value, fitOf(of, name).coefficients[1]!, "β"), only),
  claim("Security market line: from 0 through @ (β = 1, # a year).", ([name = "", value = ""], of, check) => check.number(value, mean(of.column(name)) * of.perYear, "premium"), only),
  teaching("An asset's height over it is its α."),
  claim("A line fitted through the # assets themselves: intercept # per ⟨day‖month⟩, slope # per ⟨day‖month⟩ and unit of β; the market line's is #.", ([count = "", intercept = "", slope = "", premium = ""], of, check) => {
    check.number(count, of.recipe.assets.length, "assets");
    const line = leastSquares(of.recipe.assets.map((name) => mean(of.column(name))), [fits(of).map(({ coefficients }) => coefficients[1]!)]);
    check.number(intercept, line.coefficients[0]!, "intercept");
    check.number(slope, line.coefficients[1]!, "slope");
    check.number(premium, mean(of.column(of.factor)), "premium");
  }, only),
];

/** Is one asset's residual a combination of the others'? */
function degenerate(of: Case): boolean {
  const all = fits(of);
  if (all.length < 2) return false;
  if (all.some((fit) => of.exact(fit))) return false;
  return all.some((fit, at) => 1 - leastSquares(fit.residuals, all.filter((_, k) => k !== at).map(({ residuals }) => residuals)).rSquared < 1e-9);
}
