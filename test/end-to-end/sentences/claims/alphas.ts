import { testOf, type Case, type Test } from "../case.ts";
import { readPrinted, type Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { grsBySigns, mayDiffer, type Resampled } from "../bootstrap.ts";
import { chiSquaredAbove, covariance, dot, gibbonsRossShanken, inverse, leastSquares, longRun, mean, variance, type Fit } from "../statistics.ts";
import { holm } from "../small-sample.ts";
import { listed } from "./common.ts";

const only = ["alphas"];
const fitOf = (of: Case, name: string): Fit => of.fit(name, of.recipe.factors, of.rows());
const fits = (of: Case): readonly Fit[] => of.recipe.assets.map((name) => fitOf(of, name));
const grs = (of: Case): ReturnType<typeof gibbonsRossShanken> => gibbonsRossShanken(fits(of));

const known = new WeakMap<Case, Resampled | null>();
function bySigns(of: Case): Resampled | null {
  if (!known.has(of)) known.set(of, grsBySigns(fits(of)));
  return known.get(of)!;
}
/** The p-value that the title says: by signs drawn anew, or GRS's own. */
const said = (of: Case): string => /(?:\(|robust )p ([=<>]? ?[\d.]+)\)/u.exec(of.said.title)?.[1]?.replace(/^= /u, "") ?? "";
const decides = (of: Case): number => readPrinted(said(of)).value;

/** α'V⁻¹α, V of all αs at once by the errors asked for. */
function wald(of: Case): number {
  const all = fits(of);
  const alphas = all.map(({ coefficients }) => coefficients[0]!);
  const influences = all.map(({ influence }) => influence[0]!);
  const { rows, degrees } = all[0]!;
  const V = influences.map((a) => influences.map((b) => (of.recipe.errors.kind === "hc1" ? (dot(a, b) * rows) / degrees : longRun(a, b, of.lags))));
  return dot(alphas, inverse(V).map((row) => dot(row, alphas)));
}

const smallestP = (of: Case): number => Math.min(...fits(of).map((fit) => of.deciding(fit, 0).pValue));

/** The p-values that decide, and what they are as one of several. */
function byHolm(of: Case): { readonly deciding: readonly number[]; readonly corrected: readonly number[] } {
  const deciding = fits(of).map((fit) => of.deciding(fit, 0).pValue);
  return { deciding, corrected: holm(deciding) };
}

const height = (of: Case, name: string): number => fitOf(of, name).coefficients[0]! * of.perYear;

function verdict(p: string, of: Case, check: Check, rejects: boolean): void {
  const own = bySigns(of);
  if (own) check.drawn(p, 4999, own, rejects);
  check.that(own !== null, "too few blocks for signs");
  check.that(rejects === decides(of) < 0.05, p);
}

function byGrs(p: string, of: Case, check: Check, rejects: boolean): void {
  check.that(bySigns(of) === null, "the rows are not few: the robust test decides");
  check.p(p, grs(of).pValue);
  check.that(rejects === grs(of).pValue < 0.05, p);
}

export const alphaClaims: readonly Claim[] = [
  claim("The joint test does not reject that every α on @ is zero (℗)", ([, p = ""], of, check) => verdict(p, of, check, false), only),
  claim("The joint test rejects that every α on @ is zero (℗)", ([, p = ""], of, check) => verdict(p, of, check, true), only),
  claim("The tests disagree whether every α on @ is zero (GRS ℗, robust ℗)", ([, p = "", robustP = ""], of, check) => {
    const test = grs(of);
    check.p(p, test.pValue);
    verdict(robustP, of, check, test.pValue >= 0.05);
  }, only),
  claim("Whether every α on @ is zero hangs on how it is tested (robust p from # to #)", ([, low = "", high = ""], of, check) => {
    const named = /The robust p is (.+?) with its signs/u.exec(of.said.description)?.[1]?.split(/, | and /u).map((one) => readPrinted(one).value) ?? [];
    // The other view does not name them.
    if (named.length > 0) check.that(readPrinted(low).value === Math.min(...named) && readPrinted(high).value === Math.max(...named), "they are not the ends");
    check.that(readPrinted(low).value < 0.05 && readPrinted(high).value >= 0.05, "they lie on one side");
  }, only),
  claim("The robust p is … with its signs drawn in blocks of … rows: on two sides of 5%, so there is no verdict.", ([ps = "", lengths = ""], of, check) => {
    const own = Math.floor(Math.cbrt(of.rows().dates.length) + 1e-9);
    const said = ps.split(/, | and /u);
    const blocks = lengths.split(/, | and /u).map(Number);
    check.that(said.length === blocks.length && blocks.every((length) => [Math.max(1, Math.floor(own / 2)), own, 2 * own].includes(length)), `blocks of ${lengths}`);
    said.forEach((p, at) => {
      const drawn = grsBySigns(fits(of), blocks[at]! === own ? 1 : blocks[at]! > own ? 2 : 0.5);
      check.that(drawn !== null && Math.abs(readPrinted(p).value - drawn.pValue) <= mayDiffer(drawn, 4999) + 0.0005, `p = ${drawn?.pValue ?? NaN} in blocks of ${blocks[at]!}`);
    });
  }, only),
  claim("GRS takes residuals as normal and independent from row to row, the robust test does not.", (_, of, check) => check.that(of.said.title.startsWith("The tests disagree"), "they agree"), only),
  claim("It decides; a verdict that hangs on this choice is no firm one.", (_, of, check) => check.that(of.said.title.startsWith("The tests disagree"), "they agree"), only),
  claim("GRS does not reject that every α on @ is zero (℗)", ([, p = ""], of, check) => byGrs(p, of, check, false), only),
  claim("GRS rejects that every α on @ is zero (℗)", ([, p = ""], of, check) => byGrs(p, of, check, true), only),
  claim("Are all αs on @ zero? The GRS test is not applicable here", (_, of, check) => check.that(fits(of).some((fit) => of.exact(fit)) || degenerate(of), "nothing stands against a test"), only),
  claim("GRS F(#, #) = #, ℗⟨; robust ℗⟨, which decides⟩⟩", ([top = "", bottom = "", value = "", p = "", robustP = ""], of, check) => {
    const test = grs(of);
    check.number(top, test.top, "degrees");
    check.number(bottom, test.bottom, "degrees");
    check.number(value, test.statistic, "GRS");
    check.p(p, test.pValue);
    if (!robustP) return;
    if (of.said.title.startsWith("Whether")) return check.that(!of.said.description.includes("which decides"), "nothing decides");
    check.that(of.said.title.includes(robustP), "the title has another p-value");
    const [, own = ""] = /^p [=<>] ([\d.]+)/u.exec(robustP) ?? [];
    const isReadOtherwise = decides(of) < 0.05 !== test.pValue < 0.05;
    check.that(of.said.title.startsWith("The tests disagree") === isReadOtherwise, "they fall on two sides, or on one");
    check.that(/; robust p [=<>] [\d.]+, which decides/u.test(of.said.description) === isReadOtherwise, `which of ${test.pValue} and ${own} decides`);
  }, only),
  claim("⟨HAC‖HC1⟩ Wald χ²(#) = #, ℗", ([freedom = "", value = "", p = ""], of, check) => {
    const statistic = wald(of);
    check.number(freedom, of.recipe.assets.length, "degrees");
    check.number(value, statistic, "Wald");
    check.p(p, chiSquaredAbove(statistic, of.recipe.assets.length));
    check.that(of.said.description.includes(`${of.recipe.errors.kind.toUpperCase()} Wald`), `the errors are ${of.recipe.errors.kind}`);
  }, only),
  claim("The Wald test weighs the αs by their ⟨HAC‖HC1⟩ covariance.", (_, of, check) => check.that(of.recipe.errors.kind !== "classical", "the errors are classical"), only),
  claim("It supposes many rows for each asset, and rejects too often where they are few⟨: the robust p decides⟩.", (_, of, check) => check.that(of.said.description.includes(": the robust p decides") === /^The (?:joint test|tests disagree)/u.test(of.said.title), "another test decides"), only),
  claim("α one by one, by the errors that decide (…): ….", ([, list = ""], of, check) => {
    const { deciding } = byHolm(of);
    const said = [...list.matchAll(/(\S+) (p [=<>] [\d.]+)/gu)];
    check.that(said.length === Math.min(of.recipe.assets.length, 12), "another number of them");
    for (const [, name = "", p = ""] of said) check.p(p, deciding[of.recipe.assets.indexOf(name)]!, name);
  }, only),
  claim("# αs were tested: by Holm's correction (1979) none of them is significant at 5%, and the smallest p, @'s, becomes #.", ([count = "", name = "", p = ""], of, check) => {
    const { corrected, deciding } = byHolm(of);
    check.number(count, of.recipe.assets.length, "αs");
    const least = of.recipe.assets.indexOf(name);
    check.that(deciding[least] === Math.min(...deciding), `${name}'s p is not the smallest`);
    check.number(p, corrected[least]!, "Holm's p");
    check.verdict(Math.min(...corrected) >= 0.05, Math.min(...corrected));
    check.verdict(Math.min(...deciding) < 0.05, Math.min(...deciding));
  }, only),
  claim("# αs were tested: by Holm's correction (1979) … still ⟨differs‖differ⟩ from 0.", ([count = "", who = ""], of, check) => {
    const { corrected } = byHolm(of);
    check.number(count, of.recipe.assets.length, "αs");
    const said = new Map(listed(who).map((one) => [/^(\S+)'s/u.exec(one)?.[1] ?? "", /p [=<>] [\d.]+/u.exec(one)?.[0] ?? ""] as const));
    of.recipe.assets.forEach((name, at) => {
      check.verdict(said.has(name) === corrected[at]! < 0.05, corrected[at]!);
      if (said.has(name)) check.p(said.get(name)!, corrected[at]!, "Holm's p");
    });
  }, only),
  claim("t of … ⟨is‖are⟩ nearer to 0 than #.", ([who = "", most = ""], of, check) => {
    const { corrected } = byHolm(of);
    for (const one of listed(who)) {
      const [, name = "", t = ""] = /^(\S+)'s \((\S+)\)$/u.exec(one) ?? [];
      const { statistic } = of.deciding(fitOf(of, name), 0);
      check.number(t, statistic, "t");
      check.that(Math.abs(statistic) < Number(most), `t = ${statistic}`);
      check.verdict(corrected[of.recipe.assets.indexOf(name)]! < 0.05, corrected[of.recipe.assets.indexOf(name)]!);
    }
  }, only),
  teaching("Where an asset or a strategy was picked among many by its returns, Harvey, Liu and Zhu (2016) ask for 3, as 1.96 is then often passed by luck."),
  claim("GRS: not applicable.", (_, of, check) => check.that(fits(of).some((fit) => of.exact(fit)) || degenerate(of), "nothing stands against a test"), only),
  claim("What the factor leaves of one asset is a combination of what it leaves of the others, so their αs are not separate facts.", (_, of, check) => check.that(degenerate(of), "the residuals are no combination"), only),
  claim("Leave one of them out.", (_, of, check) => check.that(degenerate(of), "the residuals are no combination"), only),
  claim("If all were zero, αs at least this far from zero would be seen in about # of samples: at 5% that is no evidence against the model, and no proof of it.", ([share = ""], of, check) => {
    check.number(share, decides(of), "p");
    check.verdict(decides(of) >= 0.05, decides(of));
  }, only),
  claim("If all were zero, αs this far from zero would be seen in fewer than # of # samples: skill, mispricing, a missing factor, or a choice of assets made after looking.", ([few = "", many = ""], of, check) => {
    check.verdict(decides(of) < Number(few) / Number(many.replaceAll(",", "")), decides(of));
    check.verdict(decides(of) < 0.05, decides(of));
  }, only),
  claim("α a year (×#), one by one, with 95% intervals:", ([scale = ""], of, check) => check.number(scale, of.perYear, "scale"), only),
  claim("@ # · # to #, ℗⟨, robust ℗⟩⟨, small-sample ℗⟩", ([name = "", value = "", low = "", high = "", ...pValues], of, check) => {
    const fit = fitOf(of, name);
    check.number(value, height(of, name), "α");
    check.interval(`${low} to ${high}`, of.shown(fit, 0, of.perYear));
    of.pValues(check, pValues, fit, 0);
  }, only),
  claim("@ explains @ exactly, and the test weighs each α by what the factor leaves of its asset.", ([, name = ""], of, check) => check.that(of.exact(fitOf(of, name)), "the fit is not exact"), only),
  claim("Leave @ out.", ([name = ""], of, check) => check.that(of.exact(fitOf(of, name)), "the fit is not exact"), only),
  teaching("One α of several often looks significant by luck alone."),
  claim("Which of them would you still believe after the joint test?", (_, of, check) => check.verdict(smallestP(of) < 0.05, smallestP(of)), only),
  claim("Not one of these αs is significant by itself.", (_, of, check) => check.verdict(smallestP(of) >= 0.05, smallestP(of)), only),
  claim("One asset says little about a model.", (_, of, check) => check.that(of.recipe.assets.length === 1, "there are several"), only),
  teaching("Which other assets would you hold against it?"),
  teaching("If all were zero, how many of 20 would be at 5%, by luck?"),
  claim("# more assets are loaded: name those that you want tested.", () => undefined, only),
  claim("Mean excess return a year against β for # asset⟨s⟩: ….", ([count = "", list = ""], of, check) => {
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
  teaching("Upright whiskers: α's 95% interval from the line on; where one crosses the line, α could be 0."),
  claim("The line runs from 0 through @ at β = 1, #.", ([name = "", value = ""], of, check) => check.number(value, mean(of.column(name)) * of.perYear, "premium"), only),
  claim("Null: every α of … is zero.", ([list = ""], of, check) => check.that(listed(list).join() === of.recipe.assets.join(), "other assets"), only),
  claim("GRS takes the residuals as normal and independent from row to row; the robust p does not⟨, and decides⟩: it is the share of # samples with α = 0 that have as large an F, the signs of the residuals drawn anew in blocks of # rows (wild bootstrap).", ([, length = ""], of, check) => {
    check.that(/^(?:The (?:joint test|tests disagree)|Whether)/u.test(of.said.title), "GRS decides");
    check.number(length, Math.floor(Math.cbrt(of.rows().dates.length) + 1e-9), "rows of a block");
  }, only),
  claim("GRS takes the residuals as normal and independent from row to row.", (_, of, check) => check.that(of.said.title.startsWith("GRS"), "the robust p decides"), only),
  claim("@: β #", ([name = "", value = ""], of, check) => check.number(value, fitOf(of, name).coefficients[1]!, "β"), only),
  claim("Security market line: from 0 through @ (β = 1, # a year).", ([name = "", value = ""], of, check) => check.number(value, mean(of.column(name)) * of.perYear, "premium"), only),
  teaching("An asset's height over it is its α."),
  ...["Its errors by Fama and MacBeth (1973):", "With Shanken's correction (1992), as βs are estimates:"].map((says, at) =>
    claim(`${says} intercept t = # (s.e. #, ℗), slope t = # (s.e. #, ℗).`, (words, of, check) => {
      const tests = crossSection(of, at === 1);
      check.that(of.recipe.assets.length >= 10, `${of.recipe.assets.length} assets are few`);
      tests.forEach((test, place) => {
        check.number(words[3 * place] ?? "", test.statistic, "t");
        check.number(words[3 * place + 1] ?? "", test.error, "s.e.");
        check.p(words[3 * place + 2] ?? "", test.pValue);
      });
    }, only)),
  claim("A line fitted through the # assets themselves: intercept # per ⟨day‖week‖month⟩, slope # per ⟨day‖week‖month⟩ and unit of β; the market line's is #.", ([count = "", intercept = "", slope = "", premium = ""], of, check) => {
    check.number(count, of.recipe.assets.length, "assets");
    const line = leastSquares(of.recipe.assets.map((name) => mean(of.column(name))), [fits(of).map(({ coefficients }) => coefficients[1]!)]);
    check.number(intercept, line.coefficients[0]!, "intercept");
    check.number(slope, line.coefficients[1]!, "slope");
    check.number(premium, mean(of.column(of.factor)), "premium");
  }, only),
];

/** Fama and MacBeth: a line through the assets in every row; Shanken adds what βs of the first pass are uncertain by. */
function crossSection(of: Case, corrected: boolean): readonly Test[] {
  const betas = fits(of).map(({ coefficients }) => coefficients[1]!);
  const columns = of.recipe.assets.map((name) => of.column(name));
  const rows = columns[0]!.length;
  const lines = Array.from({ length: rows }, (_, row) => {
    const returns = columns.map((column) => column[row]!);
    const slope = covariance(betas, returns) / variance(betas);
    return [mean(returns) - slope * mean(betas), slope] as const;
  });
  const spread = variance(of.column(of.factor));
  return [0, 1].map((place) => {
    const gammas = lines.map((line) => line[place]!);
    const own = place === 1 ? spread : 0;
    const inflation = corrected ? 1 + mean(lines.map(([, slope]) => slope)) ** 2 / spread : 1;
    return testOf(mean(gammas), Math.sqrt((inflation * (variance(gammas) - own) + own) / rows), rows - 1);
  });
}

/** Is one asset's residual a combination of the others'? */
function degenerate(of: Case): boolean {
  const all = fits(of);
  if (all.length < 2) return false;
  if (all.some((fit) => of.exact(fit))) return false;
  return all.some((fit, at) => 1 - leastSquares(fit.residuals, all.filter((_, k) => k !== at).map(({ residuals }) => residuals)).rSquared < 1e-9);
}
