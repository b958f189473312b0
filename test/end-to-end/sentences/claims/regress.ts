import type { Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { breuschPagan, chiSquaredAbove, conditionNumber, dot, durbinWatson, fAbove, inverse, longRun, neighbours, normalBeyond, omnibus, shapeOf, sum } from "../statistics.ts";
import { listed } from "./common.ts";
import { mayBeZeroInOtherYears } from "./other-years.ts";

const only = ["regress"];
/** Where averages do not yet make up for residuals that are not normal. The reply does not say how few "so few" are. */
const roughRows = 100;
const at = (of: Case, name: string): number => (name === "α" || name === "const (α)" ? 0 : of.recipe.factors.indexOf(name) + 1);
const noiseDepends = (of: Case): boolean => !of.exact() && breuschPagan(of.fit()).pValue < 0.05;

function speaks(words: string, of: Case, check: Check): void {
  const near = neighbours(of.fit());
  const alike = near.pValue < 0.05;
  check.that(words.includes("size of the noise") === noiseDepends(of), `Breusch–Pagan p = ${breuschPagan(of.fit()).pValue}`);
  check.that(words.includes("neighbouring residuals go together") === (alike && near.correlation > 0), `neighbours p = ${near.pValue}, ${near.correlation}`);
  check.that(words.includes("neighbouring residuals reverse each other") === (alike && near.correlation < 0), `neighbours p = ${near.pValue}, ${near.correlation}`);
}

const noSign = "No sign that the noise's size depends on the ⟨factors‖factor⟩ in a straight line, or that neighbouring residuals go together";

const countsLags = (of: Case): boolean => of.recipe.errors.kind === "hac" && of.recipe.errors.lags !== 0;

function sizeAlone(of: Case, check: Check): void {
  check.that(of.recipe.errors.kind !== "classical" && !countsLags(of), "the errors are classical, or count lags");
  check.that(neighbours(of.fit()).pValue < 0.05, "neighbours don't go together");
}

/** Robust errors that were asked for, beside the classical ones: more than a quarter apart or not, and the one that differs most is named. */
function compared([errors = "", name = "", ratio = ""]: readonly string[], of: Case, check: Check, apart: boolean): void {
  quiet(of, check);
  const fit = of.fit();
  const ratios = of.shownErrors(fit).map((error, k) => error / of.classicalErrors(fit)[k]!);
  const furthest = Math.max(...ratios.map((each) => Math.abs(Math.log(each))));
  const own = ratios[at(of, name.replace("β ", ""))]!;
  check.that(errors.toLowerCase() === of.recipe.errors.kind, `the errors are ${of.recipe.errors.kind}`);
  check.number(ratio, own, "ratio");
  check.that(Math.abs(Math.abs(Math.log(own)) - furthest) < 1e-9, "another error differs more");
  check.that(apart === furthest > Math.log(1.25), `the errors differ by a factor of ${Math.exp(furthest)}`);
}

const quiet = (of: Case, check: Check): void => {
  if (of.exact()) return;
  check.that(!noiseDepends(of), `Breusch–Pagan p = ${breuschPagan(of.fit()).pValue}`);
  check.that(neighbours(of.fit()).pValue >= 0.05, `neighbours p = ${neighbours(of.fit()).pValue}`);
};

function wald(of: Case): number {
  const fit = of.fit();
  const { kind, lags } = of.recipe.errors;
  const slopes = fit.influence.slice(1);
  const inner = slopes.map((a) => slopes.map((b) => (kind === "hc1" ? (dot(a, b) * fit.rows) / fit.degrees : longRun(a, b, lags ?? 0))));
  const betas = fit.coefficients.slice(1);
  return dot(betas, inverse(inner).map((row) => dot(row, betas))) / betas.length;
}

/** The lines of a table: what stands left, and right of at least two blanks. */
const cells = (text: string): readonly (readonly [string, string])[] =>
  text.replace(/\n\s+(?=\S+$)/gmu, "  ").split("\n").map((line) => {
    const [, left = "", right = ""] = /^\s*(.*?)\s+((?:[<>] )?\S+|p [=<>] \S+|\S+ to \S+)$/u.exec(line) ?? [];
    return [left.trim(), right] as const;
  });

function coefficientTable(text: string, of: Case, check: Check): void {
  const lines = text.replace(/(s\.e\. \S+)\n\s+(?=[tz] )/gu, "$1 ").split("\n");
  const fit = of.fit();
  for (let row = 0; row < lines.length; row += 4) {
    const [, name = "", value = ""] = /^(\S+(?: \(α\))?)\s+(\S+)$/u.exec(lines[row]!) ?? [];
    const k = at(of, name);
    const test = of.shown(fit, k);
    const [, error = "", letter = "", statistic = ""] = /^ s\.e\. (\S+)\s+([tz]) (\S+)$/u.exec(lines[row + 1]!) ?? [];
    const p = /p [=<>] \S+$/u.exec(lines[row + 2]!)?.[0] ?? "";
    const interval = /95%\s+(\S+ to \S+)$/u.exec(lines[row + 3]!)?.[1] ?? "";
    check.number(value, test.estimate, name);
    if (of.exact()) return;
    check.number(error, test.error, `${name} s.e.`);
    check.number(statistic, test.statistic, `${name} ${letter}`);
    check.that((letter === "z") === (test.degrees === Infinity), `${letter} is the wrong letter`);
    check.p(p, test.pValue, `${name} p`);
    check.interval(interval, test);
  }
}

function statisticsTable(text: string, of: Case, check: Check): void {
  const fit = of.fit();
  const k = fit.x.length;
  const n = fit.rows;
  const squares = sum(fit.residuals.map((u) => u * u));
  const likelihood = (-n / 2) * (Math.log(2 * Math.PI) + Math.log(squares / n) + 1);
  const robust = of.recipe.errors.kind !== "classical";
  const f = robust ? wald(of) : fit.rSquared / k / ((1 - fit.rSquared) / fit.degrees);
  const shape = shapeOf(fit.residuals);
  const values: Readonly<Record<string, number>> = {
    "R-squared": fit.rSquared,
    "Adj. R-squared": 1 - ((1 - fit.rSquared) * (n - 1)) / fit.degrees,
    "F-statistic": f,
    "F-statistic (Wald)": f,
    "Prob (F)": fAbove(f, k, fit.degrees),
    "Log-likelihood": likelihood,
    AIC: 2 * (k + 1) - 2 * likelihood,
    BIC: (k + 1) * Math.log(n) - 2 * likelihood,
    Observations: n,
    "Df residuals": fit.degrees,
    "Df model": k,
    Omnibus: omnibus(fit.residuals),
    "Durbin-Watson": durbinWatson(fit),
    "Jarque-Bera": shape.jarqueBera,
    Skew: shape.skew,
    Kurtosis: shape.kurtosis,
    "Breusch-Pagan": breuschPagan(fit).statistic,
    "Cond. No.": conditionNumber(fit),
  };
  const exact = of.exact();
  for (const [left, right] of cells(text)) {
    const name = left.replace(/\s+p$/u, "");
    if (name === "Covariance") {
      check.that(right === { classical: "nonrobust", hac: "HAC", hc1: "HC1" }[of.recipe.errors.kind], `covariance ${right}`);
      continue;
    }
    if (name === "P, intervals by") {
      check.that(right.replace(",", "") === (robust ? "normal" : `t(${fit.degrees})`), `p and intervals by ${right}`);
      continue;
    }
    const value = values[name.replace(/ p [=<>]?$/u, "").trim()];
    if (value === undefined) check.that(false, `no value for "${left}" "${right}"`);
    else if (!exact || ["R-squared", "Adj. R-squared", "Observations", "Df residuals", "Df model", "Cond. No."].includes(name)) check.p(right, value, name);
  }
}

/** How many times the others' company makes the variance of a β larger, of the factors as they are. */
function inflations(list: string, of: Case, check: Check): void {
  const plain = of.recipe.factors.map((name) => name.replace("-orth", ""));
  const rows = of.rows([of.asset, ...plain]);
  const said = list.split(", ").map((one) => one.split(" "));
  check.that(said.map(([name]) => name).join() === plain.join(), `the factors are ${plain.join(", ")}`);
  for (const [name = "", value = ""] of said) check.number(value, 1 / (1 - of.fit(name, plain.filter((other) => other !== name), rows).rSquared), `inflation of ${name}`);
}

const table = (says: string, pattern: RegExp, holds: (text: string, of: Case, check: Check) => void): Claim => ({ says, pattern, commands: only, holds: ([text = ""], of, check) => holds(text, of, check) });

function noiseAndNeighbours(words: readonly string[], of: Case, check: Check, sign: number): void {
  const [dw = "", correlation = "", reach = "", p = ""] = words;
  const near = neighbours(of.fit());
  check.number(dw, durbinWatson(of.fit()), "Durbin–Watson");
  check.number(correlation, near.correlation, "correlation");
  check.number(reach, 1.959964 * near.error, "±");
  check.p(p, near.pValue);
  check.that(near.pValue < 0.05 && near.correlation * sign > 0, `neighbours ${near.correlation}, p = ${near.pValue}`);
}

function normality(words: readonly string[], of: Case, check: Check, normal: boolean): void {
  const [value = "", p = "", skew = "", kurtosis = ""] = words;
  const shape = shapeOf(of.fit().residuals);
  if (of.exact()) return check.that(false, "nothing can be said of the residuals of an exact fit");
  check.number(value, shape.jarqueBera, "Jarque–Bera");
  check.p(p, shape.pValue);
  if (skew) check.number(skew, shape.skew, "skew");
  if (kurtosis) check.number(kurtosis, shape.kurtosis, "kurtosis");
  check.verdict(normal === shape.pValue >= 0.05, shape.pValue);
}

export const regressClaims: readonly Claim[] = [
  claim("Variance inflation (1: a factor goes with no other; 10 is much)⟨, of the factors as they are⟩: …", ([list = ""], of, check) => inflations(list, of, check), only),
  claim("…-orth: each factor less what the ones before it explain, @ first. α and R² are those of the factors as they are; each β is the last one of the regression on the factors up to it, and has the errors of that.", ([, name = ""], of, check) => {
    check.that(of.recipe.factors[0] === name && of.recipe.factors.slice(1).every((other) => other.endsWith("-orth")), "other factors");
    const plain = of.fit(of.asset, of.recipe.factors.map((name) => name.replace("-orth", "")), of.rows([of.asset, ...of.recipe.factors.map((name) => name.replace("-orth", ""))]));
    check.that(Math.abs(plain.rSquared - of.fit().rSquared) < 1e-9 && Math.abs(plain.coefficients[0]! - of.fit().coefficients[0]!) < 1e-10, "they are not");
  }, only),
  claim("@ on …: R² = #", ([, , value = ""], of, check) => check.number(value, of.fit().rSquared, "R²"), only),
  claim("With @ instead of @, ⟨as the five factors are published‖as in the chapter's model⟩: α a year # (above #), β of @ # (of @ #).", ([size = "", instead = "", alpha = "", above = "", , beta = "", , own = ""], of, check) => {
    const others = of.recipe.factors.map((name) => (name === instead ? size : name));
    const fit = of.fit(of.asset, others, of.rows([of.asset, ...others]));
    check.that((size === "SMB5") === of.said.description.includes("as the five factors are published"), "the published factors have SMB5");
    check.number(alpha, fit.coefficients[0]! * of.perYear, "α");
    check.number(above, of.fit().coefficients[0]! * of.perYear, "α above");
    check.number(beta, fit.coefficients[others.indexOf(size) + 1]!, "β");
    check.number(own, of.fit().coefficients[of.recipe.factors.indexOf(instead) + 1]!, "β above");
  }, only),
  claim("@ on …, from # ⟨days‖weeks‖months⟩", ([, , count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("α = # per ⟨day‖week‖month⟩ · a year (×#) #, ≈", ([value = "", scale = "", annual = "", interval = ""], of, check) => {
    const fit = of.fit();
    check.number(value, fit.coefficients[0]!, "α");
    check.number(scale, of.perYear, "scale");
    check.number(annual, fit.coefficients[0]! * of.perYear, "α a year");
    of.coefficient(check, interval, fit, 0, { scale: of.perYear });
  }, only),
  claim("β @ = # · ≈", ([name = "", value = "", interval = ""], of, check) => {
    const k = at(of, name);
    check.number(value, of.fit().coefficients[k]!, name);
    of.coefficient(check, interval, of.fit(), k);
  }, only),
  claim("The tests speak against the classical errors: ….", ([words = ""], of, check) => speaks(words, of, check), only),
  claim("The tests speak against classical errors: ….", ([words = ""], of, check) => speaks(words, of, check), only),
  claim("The robust ones decide what is said here.", (_, of, check) => check.that(!of.fewRows && of.recipe.errors.kind === "classical", "the rows are few, or the errors are robust"), only),
  claim("These rows are too few for robust ones.", (_, of, check) => check.that(of.fewRows, "the rows are not few"), only),
  claim("These are robust ones.", (_, of, check) => {
    check.that(of.recipe.errors.kind !== "classical", "the errors are classical");
    check.that(countsLags(of) || neighbours(of.fit()).pValue >= 0.05, "neighbours go together, and no lags are counted");
  }, only),
  claim("These are robust, but to the size of the noise alone: `errors:hac` allows for that too.", (_, of, check) => sizeAlone(of, check), only),
  claim(`${noSign}.`, (_, of, check) => {
    quiet(of, check);
    check.that(of.recipe.errors.kind === "classical" && of.fewRows, "how far robust errors are from the classical ones is not said");
  }, only),
  claim(`${noSign}, and the robust errors are within a quarter of the classical ones.`, (_, of, check) => {
    quiet(of, check);
    check.that(of.recipe.errors.kind === "classical" && !of.fewRows, "the errors are robust, or the rows few");
    const classical = of.classicalErrors(of.fit());
    of.robustErrors(of.fit()).forEach((error, k) => check.that(Math.abs(Math.log(error / classical[k]!)) < Math.log(1.25) + 1e-9, `errors of ${k}: ${error} and ${classical[k]!}`));
  }, only),
  claim(`${noSign}, yet these errors differ: the @ error of ⟨β ⟩… is # times the classical one.`, (words, of, check) => compared(words, of, check, true), only),
  claim(`${noSign}, and the @ errors are near the classical ones: that of ⟨β ⟩… differs most, # times the classical one.`, (words, of, check) => compared(words, of, check, false), only),
  claim(`${noSign}, yet robust intervals differ: the robust error of ⟨β ⟩… is # times the classical one.`, ([name = "", ratio = ""], of, check) => {
    quiet(of, check);
    const k = at(of, name.replace("β ", ""));
    check.number(ratio, of.robustErrors(of.fit())[k]! / of.classicalErrors(of.fit())[k]!, "ratio");
  }, only),
  claim("Durbin–Watson # is further from 2 than that of independent residuals of one size: robust intervals stand beside the classical ones, and decide what is said here.", ([dw = ""], of, check) => {
    const near = neighbours(of.fit());
    check.number(dw, durbinWatson(of.fit()), "Durbin–Watson");
    check.that(normalBeyond(near.correlation * Math.sqrt(of.fit().rows)) < 0.05, `correlation ${near.correlation}`);
  }, only),
  claim("The factors explain @ exactly: nothing is left over to test.", (_, of, check) => check.that(of.exact(), "the fit is not exact"), only),
  teaching("Which lines of this table would you look at to judge risk, and which to judge expected return?"),
  claim("The ⟨intervals of‖interval of⟩ … ⟨holds‖hold⟩ 0.", ([who = ""], of, check) => {
    const holding = of.recipe.factors.filter((_, k) => of.deciding(of.fit(), k + 1).pValue >= 0.05 || mayBeZeroInOtherYears(of, k));
    check.that(holding.join() === listed(who).join(), `the intervals of ${holding.join(", ")} hold 0`);
  }, only),
  teaching("Would you hedge that factor all the same?"),
  teaching("Would you hedge those factors all the same?"),
  claim("Every factor's interval leaves out 0.", (_, of, check) => check.that(of.recipe.factors.every((_name, k) => of.deciding(of.fit(), k + 1).pValue < 0.05 && !mayBeZeroInOtherYears(of, k)), "one interval holds 0"), only),
  claim("How much of @'s variance does @ alone explain?", () => undefined, only),
  claim("Dots with 95% intervals: @'s β on ….", ([, list = ""], of, check) => {
    for (const [, name = "", value = "", low = "", high = ""] of list.matchAll(/([A-Z]\S*) ([−\d.,]+) \((?:robust |small-sample )?(\S+) to (\S+?)\)/gu)) {
      check.number(value, of.fit().coefficients[at(of, name)]!, name);
      of.drawn(check, `${low} to ${high}`, of.fit(), at(of, name));
    }
    check.that(of.recipe.factors.every((name) => list.includes(`${name} `)), "a factor is missing");
  }, only),
  claim("α a year # (⟨robust ‖small-sample ⟩# to #).", ([value = "", low = "", high = ""], of, check) => {
    check.number(value, of.fit().coefficients[0]! * of.perYear, "α a year");
    of.drawn(check, `${low} to ${high}`, of.fit(), 0, of.perYear);
  }, only),
  teaching("Where an interval crosses the dashed zero line, the coefficient could be 0."),
  table("(the table of coefficients)", /^(const \(α\)[\s\S]+)$/u, coefficientTable),
  table("(the table of statistics)", /^(R-squared[\s\S]+)$/u, statisticsTable),
  claim("Durbin–Watson #: no sign that a residual goes with the one before it.", ([dw = ""], of, check) => {
    check.number(dw, durbinWatson(of.fit()), "Durbin–Watson");
    check.that(neighbours(of.fit()).pValue >= 0.05, `neighbours p = ${neighbours(of.fit()).pValue}`);
  }, only),
  teaching("Their sizes may still go together."),
  claim("Durbin–Watson #: a residual resembles the one before it, correlation # ± # (℗).", (words, of, check) => noiseAndNeighbours(words, of, check, 1), only),
  claim("Durbin–Watson #: a residual tends to reverse the one before it, correlation # ± # (℗).", (words, of, check) => noiseAndNeighbours(words, of, check, -1), only),
  claim("`errors:hac` allows for that.", (_, of, check) => check.that(!countsLags(of), "they are on"), only),
  claim("Robust errors (`errors:hc1`) allow for that.", (_, of, check) => check.that(of.recipe.errors.kind === "classical", "they are on"), only),
  claim("These errors allow for that.", (_, of, check) => {
    check.that(of.recipe.errors.kind !== "classical", "they are not on");
    check.that(countsLags(of) || !/Durbin[^\n]*These errors allow for that/u.test(of.said.description), "neighbours go together, and no lags are counted");
  }, only),
  claim("Breusch–Pagan # (℗): no sign that the size of the noise depends on the ⟨factors‖factor⟩ in a straight line.", ([value = "", p = ""], of, check) => {
    const test = breuschPagan(of.fit());
    check.number(value, test.statistic, "Breusch–Pagan");
    check.p(p, test.pValue);
    check.verdict(!noiseDepends(of), test.pValue);
  }, only),
  teaching("Noise that grows with moves of either sign it does not see."),
  claim("Breusch–Pagan # (℗): the noise is not of one size, it depends on the ⟨factors‖factor⟩.", ([value = "", p = ""], of, check) => {
    const test = breuschPagan(of.fit());
    check.number(value, test.statistic, "Breusch–Pagan");
    check.p(p, chiSquaredAbove(test.statistic, of.fit().x.length));
    check.verdict(noiseDepends(of), test.pValue);
  }, only),
  claim("Jarque–Bera # (℗): no sign in skew and kurtosis that the residuals are not normal.", (words, of, check) => normality(words, of, check, true), only),
  claim("Jarque–Bera # (℗): the residuals are not normal: skew # (0 for a normal), kurtosis # (3 for a normal).", (words, of, check) => normality(words, of, check, false), only),
  claim("α and β average over # rows and bear it; single bad ⟨days‖weeks‖months⟩ don't.", ([count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fit().rows >= roughRows, "the rows are few");
  }, only),
  claim("With so few rows the t and F values above are rough.", (_, of, check) => check.that(of.fit().rows < roughRows, `${of.recipe.rows} rows are not few`), only),
];
