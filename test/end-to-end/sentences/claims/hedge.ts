import { Case, type Test } from "../case.ts";
import { readPrinted, type Check, type Ends } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { bySections, stretchesOf } from "../small-sample.ts";
import { centred, correlation, covariance, deviation, dot, leastSquares, mean, variance, type Numbers } from "../statistics.ts";
import { mayBeZeroInOtherYears } from "./other-years.ts";

const only = ["hedge"];
const at = (of: Case, name: string): number => of.recipe.factors.indexOf(name);
const target = (of: Case): number | null => {
  const typed = /target:(\S+)/u.exec(of.said.typed)?.[1];
  return typed ? readPrinted(typed).value : null;
};

const knownShares = new WeakMap<Case, number>();

/** How much of each β is kept: none, or what leaves the factors the share of the variance that was asked for. */
function kept(of: Case): number {
  const share = target(of);
  if (share === null) return 0;
  const known = knownShares.get(of);
  if (known !== undefined) return known;
  const fit = of.fit();
  const found = Math.sqrt((share / (1 - share)) * (variance(fit.residuals) / variance(of.tracking(fit))));
  knownShares.set(of, found);
  return found;
}
const hedge = (of: Case, k: number): number => (kept(of) - 1) * of.fit().coefficients[k + 1]!;
export function hedged(of: Case): Numbers {
  const fit = of.fit();
  const hedges = fit.x.map((_, k) => hedge(of, k));
  return fit.y.map((value, row) => fit.x.reduce((total, factor, k) => total + hedges[k]! * factor[row]!, value));
}

/** How rows move the scale of what is kept: with the residuals' and the tracking return's variance, and with each β. */
function keptInfluence(of: Case): Numbers {
  const fit = of.fit();
  const g = centred(of.tracking(fit));
  const [u2, g2] = [dot(fit.residuals, fit.residuals), dot(g, g)];
  const slopes = fit.x.map((factor) => dot(centred(factor), g) / g2);
  return fit.residuals.map((u, row) => kept(of) * ((u * u) / (2 * u2) - (g[row]! * g[row]!) / (2 * g2) - slopes.reduce((total, slope, k) => total + slope * fit.influence[k + 1]![row]!, 0)));
}

const needed = { daily: 2016, weekly: 416, monthly: 96, annual: 40 } as const;
const tooFew = (of: Case): boolean => of.rows().dates.length < needed[of.frequency];
/** The dollars of a hedge in part hang on variances: four stretches of the rows, each with its own regression. */
function exposureTest(of: Case, k: number): Ends {
  const { y, x } = of.fit();
  const share = target(of) ?? 0;
  const stretches = stretchesOf(y.length, 4).map(([from, to]) => {
    const fit = leastSquares(y.slice(from, to), x.map((factor) => factor.slice(from, to)));
    const own = Math.sqrt((share / (1 - share)) * (variance(fit.residuals) / variance(of.tracking(fit))));
    return (own - 1) * fit.coefficients[k + 1]!;
  });
  const { reach } = bySections(hedge(of, k), stretches);
  return { low: hedge(of, k) - reach, high: hedge(of, k) + reach };
}

function meanTest(of: Case): Test {
  const fit = of.fit();
  const scale = keptInfluence(of);
  const own = Case.ofMean(of.tracking(fit));
  const means = fit.x.map(mean);
  const influence = fit.influence[0]!.map((value, row) => {
    const exposures = means.reduce((total, middle, k) => total + middle * (kept(of) * fit.influence[k + 1]![row]! + fit.coefficients[k + 1]! * scale[row]!), 0);
    return value + exposures + kept(of) * own[row]!;
  });
  return of.byInfluence(mean(hedged(of)), influence, of.perYear, Infinity);
}

function deals(list: string, of: Case, check: Check, scale = 1): void {
  const said = [...list.matchAll(/(sell|buy) (\$[\d.,]+[MKB]?) of (\S+?)(?:,|$)/gu)];
  check.that(said.length === of.recipe.factors.length, `${said.length} of ${of.recipe.factors.length} factors are named`);
  for (const [, deal = "", value = "", name = ""] of said) {
    const found = hedge(of, at(of, name)) * scale;
    check.that((deal === "buy") === found > 0, `${deal} ${name}: the hedge is ${found}`);
    check.number(value, Math.abs(found), name);
  }
}

function deal(words: readonly string[], of: Case, check: Check, sign: number): void {
  const [value = "", name = "", , whose = "", low = "", high = "", beside = "", sold = ""] = words;
  const k = at(of, name);
  const found = hedge(of, k);
  check.that(Math.sign(found) === sign, `the hedge is ${found}`);
  check.number(value, Math.abs(found), name);
  check.that((low === "") === (target(of) !== null && tooFew(of)), "the interval is missing, or the rows are few");
  if (low === "") return;
  if (whose) {
    check.that(target(of) === null, "not the interval of β alone");
    of.coefficient(check, `${low} to ${high}${beside}`, of.fit(), k + 1);
    return;
  }
  const test = exposureTest(of, k);
  check.interval(`${low} to ${high}`.replaceAll("$−", "−$"), sign > 0 || sold !== "" ? test : { ...test, low: -test.high, high: -test.low });
  check.that((sold !== "") === (test.low < 0 && test.high > 0), "what is negative is not named, or nothing is");
  check.that(!low.includes("$−"), "a minus stands behind its dollar sign");
}

const ratio = (of: Case): number => deviation(hedged(of)) / deviation(of.fit().y);
const levering = (of: Case): boolean => (target(of) ?? 0) > of.fit().rSquared;

/** Dollars that are sold instead of β, as typed: "1.5", or "50%" of β. */
const soldInstead = (of: Case): number => {
  const [, digits = "NaN", isOfBeta] = /ratio:(-?[\d.]+)(%)?/u.exec(of.said.typed) ?? [];
  return isOfBeta === undefined ? Number(digits) : (Number(digits) / 100) * of.fit().coefficients[1]!;
};
const ownHedged = (of: Case): Numbers => {
  const factor = of.column(of.recipe.factors[0]!);
  return of.fit().y.map((value, row) => value - soldInstead(of) * factor[row]!);
};

export const hedgeClaims: readonly Claim[] = [
  claim("@ with # of @ sold for $1: β left #", ([, sold = "", , left = ""], of, check) => {
    check.number(sold.replace("$", ""), soldInstead(of), "dollars sold");
    check.number(left, of.fit().coefficients[1]! - soldInstead(of), "β left");
  }, only),
  claim("With # of @ sold for $1: β left = # · ≈", ([sold = "", , left = "", interval = ""], of, check) => {
    check.number(sold.replace("$", ""), soldInstead(of), "dollars sold");
    check.number(left, of.fit().coefficients[1]! - soldInstead(of), "β left");
    const { low, high } = of.deciding(of.fit(), 1);
    check.interval(interval, { low: low - soldInstead(of), high: high - soldInstead(of) });
  }, only),
  claim("Its mean is # and its volatility # a year; with β sold #.", ([average = "", own = "", whole = ""], of, check) => {
    check.number(average, mean(ownHedged(of)) * of.perYear, "mean");
    check.number(own, deviation(ownHedged(of)) * Math.sqrt(of.perYear), "volatility with that hedge");
    check.number(whole, deviation(hedged(of)) * Math.sqrt(of.perYear), "volatility of the whole hedge");
  }, only),
  claim("@ ⟨hedged‖levered⟩: for $1, …", ([, list = ""], of, check) => {
    deals(list, of, check);
    check.that(of.said.title.includes("levered") === levering(of), `${of.fit().rSquared} of the variance without a hedge`);
  }, only),
  claim("@ ⟨hedged‖levered⟩: for #, …", ([, amount = "", list = ""], of, check) => deals(list, of, check, readPrinted(amount).value), only),
  claim("@: # ⟨days‖weeks‖months⟩ are too few to know its hedge", ([, count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  {
    says: "Sell # of @ for $1 of @ · 95% interval of it or of β, robust",
    pattern: /^Sell (\$[\d.,]+) of (\S+) for \$1 of (\S+)(?: · 95% interval (of β )?(−?\$?−?[\d.,]+) to (−?\$?[\d.,]+?)((?:, robust (?:\(H[AC]C?1?\) )?\S+ to [^\s,]+)?(?:, small-sample \S+ to [^\s,]+, which decides)?)(, (?:sold|bought) where negative)?)?$/u,
    commands: only,
    holds: (words, of, check) => deal(words, of, check, -1),
  },
  {
    says: "Buy # of @ for $1 of @ · 95% interval of it or of β, robust",
    pattern: /^Buy (\$[\d.,]+) of (\S+) for \$1 of (\S+)(?: · 95% interval (of β )?(−?\$?−?[\d.,]+) to (−?\$?[\d.,]+?)((?:, robust (?:\(H[AC]C?1?\) )?\S+ to [^\s,]+)?(?:, small-sample \S+ to [^\s,]+, which decides)?)(, (?:sold|bought) where negative)?)?$/u,
    commands: only,
    holds: (words, of, check) => deal(words, of, check, 1),
  },
  claim("⟨Buy‖Sell⟩ # of @ against # of @ · 95% interval # to #⟨, sold where negative⟩", ([value = "", name = "", amount = "", , low = "", high = ""], of, check) => {
    const money = readPrinted(amount).value;
    const found = hedge(of, at(of, name));
    const test = exposureTest(of, at(of, name));
    check.number(value, Math.abs(found) * money, "dollars");
    check.that(of.said.description.includes(`${found < 0 ? "Sell" : "Buy"} ${value} of ${name}`), `the hedge is ${found}`);
    const turned = found < 0 && test.high <= 0;
    check.interval(`${low} to ${high}`, { low: money * (turned ? -test.high : test.low), high: money * (turned ? -test.low : test.high) });
  }, only),
  claim("Sell # of @ against # of @ · by the interval of β⟨ (robust)‖ (small-sample)⟩ # to #", ([value = "", name = "", amount = "", , low = "", high = ""], of, check) => {
    const money = readPrinted(amount).value;
    const errors = new RegExp(`of ${name}\\** against .*interval of β(?: \\(([a-z-]+)\\))? `, "u").exec(of.said.description)?.[1] ?? "";
    const test = of.readLast(check, name, errors, at(of, name) + 1, money);
    check.number(value, test.estimate, "dollars");
    check.interval(`${low} to ${high}`, test);
  }, only),
  claim("Volatility of the ⟨hedged‖levered⟩ #: # a year", ([amount = "", value = ""], of, check) => {
    check.that(of.said.description.includes("of the levered $") === levering(of), "levered is no hedge");
    check.number(value, deviation(hedged(of)) * Math.sqrt(of.perYear) * readPrinted(amount).value, "volatility");
  }, only),
  claim("Mean = # a year (×#) = α, ≈", ([value = "", scale = "", interval = ""], of, check) => {
    check.number(value, of.fit().coefficients[0]! * of.perYear, "mean");
    check.number(scale, of.perYear, "scale");
    of.coefficient(check, interval, of.fit(), 0, { scale: of.perYear });
  }, only),
  claim("Mean = # a year (×#) · ≈", ([value = "", scale = "", interval = ""], of, check) => {
    check.number(value, mean(hedged(of)) * of.perYear, "mean");
    check.number(scale, of.perYear, "scale");
    check.interval(interval, meanTest(of));
  }, only),
  claim("Volatility = # a year⟨ = σ(ε)⟩, unhedged #", ([value = "", before = ""], of, check) => {
    check.number(value, deviation(hedged(of)) * Math.sqrt(of.perYear), "volatility");
    check.number(before, deviation(of.fit().y) * Math.sqrt(of.perYear), "unhedged");
  }, only),
  claim("What is left of @ is α + ε: its idiosyncratic risk and its α.", (_, of, check) => check.that(target(of) === null, "a share of the factors is left"), only),
  claim("Its β on … can't be told apart from 0: on other days that hedge may add risk rather than take it.", ([list = ""], of, check) => {
    const unsure = of.recipe.factors.filter((_name, k) => of.deciding(of.fit(), k + 1).pValue >= 0.05 || mayBeZeroInOtherYears(of, k));
    check.that(unsure.every((name) => list.includes(name)) && unsure.length > 0, `unsure are ${unsure.join()}`);
  }, only),
  claim("You asked for # of the variance as factor risk; without any hedge it is #.", ([share = "", now = ""], of, check) => {
    check.number(share, target(of) ?? NaN, "target");
    check.number(now, of.fit().rSquared, "R²");
  }, only),
  claim("This adds exposure: it is levering up, not a hedge.", (_, of, check) => check.that(levering(of), `the target is below ${of.fit().rSquared}`), only),
  claim("In these rows the mean fell with the volatility.", (_, of, check) => check.that(mean(hedged(of)) < mean(of.fit().y) && ratio(of) < 1, `mean ${mean(of.fit().y)} to ${mean(hedged(of))}`), only),
  claim("In these rows the mean rose while the volatility fell.", (_, of, check) => check.that(mean(hedged(of)) > mean(of.fit().y) && ratio(of) < 1, `mean ${mean(of.fit().y)} to ${mean(hedged(of))}`), only),
  teaching("Is the hedged position the better bet?"),
  teaching("Compare what each earns for its risk."),
  claim("Shares go with the square of what exposure is left.", (_, of, check) => check.that(target(of) !== null, "no target"), only),
  claim("The exposure grew and σ(ε) stayed as it is.", (_, of, check) => check.that(levering(of), "it did not grow"), only),
  teaching("Could any exposure make the share 100%?"),
  teaching("How much of β would you keep for half of this share?"),
  claim("Scatter: hedged @ against @ has β = 0; it is a flat cloud around 0, while @ against itself is the line with β = 1.", (_, of, check) => check.that(target(of) === null, "β is not 0"), only),
  claim("Scatter: ⟨hedged‖levered⟩ @ against @ has β = #; its cloud ⟨still ⟩⟨rises‖falls⟩ with @, whose own line has β = 1.", ([, , value = ""], of, check) => {
    const found = covariance(hedged(of), of.column(of.factor)) / variance(of.column(of.factor));
    check.number(value, found, "β");
    check.that(of.said.alt.includes(" rises with") === found > 0, `β = ${found}`);
    check.that(of.said.alt.includes("cloud still") === !levering(of), "what grew is not still there");
  }, only),
  claim("Correlation of the ⟨hedged‖levered⟩ returns with @: #.", ([name = "", value = ""], of, check) => {
    if (!of.exact()) check.number(value, correlation(hedged(of), of.column(name)), "correlation");
  }, only),
  claim("⟨Hedged‖Levered⟩ volatility # a year, n = #, ⟨daily‖weekly‖monthly⟩ excess returns, ¤ to ¤.", ([value = "", n = ""], of, check) => {
    check.that(/^Scatter: levered/u.test(of.said.alt) === levering(of) && of.said.alt.includes("Levered volatility") === levering(of), "levered is no hedge");
    check.number(value, deviation(hedged(of)) * Math.sqrt(of.perYear), "volatility");
    check.number(n, of.rows().dates.length, "n");
  }, only),
  claim("Unhedged: mean # a year (×#); # of its variance is factor risk (R²)", ([value = "", scale = "", share = ""], of, check) => {
    check.number(value, mean(of.fit().y) * of.perYear, "mean");
    check.number(scale, of.perYear, "scale");
    check.number(share, of.fit().rSquared, "R²");
  }, only),
  claim("Measured on the hedged returns, to 6 decimals as the chapter checks it: …", ([list = ""], of, check) => {
    check.that(target(of) === null, "β is not 0");
    for (const [, value = ""] of list.matchAll(/(?:β|correlation) ([−\d.]+)/gu)) check.number(value, 0, "β or correlation");
  }, only),
  claim("No factor risk by construction, on these rows: β is estimated, so tomorrow's hedge is as good as the estimate.", (_, of, check) => check.that(target(of) === null, "factor risk is left"), only),
  claim("Factor share of the variance that is left: #", ([share = ""], of, check) => {
    const fit = of.fit();
    check.number(share, 1 - variance(fit.residuals) / variance(hedged(of)), "share");
  }, only),
  claim("Exposure kept: …", ([list = ""], of, check) => {
    const said = [...list.matchAll(/β = ([−\d.,]+) to (\S+) \(correlation ([−\d.]+)\)/gu)];
    check.that(said.length === of.recipe.factors.length, "a factor is missing");
    for (const [, value = "", name = "", r = ""] of said) {
      check.number(value, kept(of) * of.fit().coefficients[at(of, name) + 1]!, name);
      check.number(r, correlation(hedged(of), of.column(name)), "correlation");
    }
  }, only),
  claim("All exposures shrink by the same factor.", (_, of, check) => check.that(!levering(of), `they grow: ${kept(of)} times`), only),
  claim("Of the mean, α = #, ≈", ([value = "", interval = ""], of, check) => {
    check.number(value, of.fit().coefficients[0]! * of.perYear, "α");
    of.coefficient(check, interval, of.fit(), 0, { scale: of.perYear });
  }, only),
  claim("An interval of these dollars takes # ⟨days‖weeks‖months⟩, as volatility comes in spells: here are #.", ([need = "", here = ""], of, check) => {
    check.number(need, needed[of.frequency], "rows needed");
    check.number(here, of.rows().dates.length, "rows");
    check.that(tooFew(of), "they are enough");
  }, only),
  claim("All exposures grow by the same factor.", (_, of, check) => check.that(levering(of), `they shrink: ${kept(of)} times`), only),
  claim("xh = √(v · Var(ε) / ((1 − v) · Var(f))) − β.", (_, of, check) => check.that(of.fit().coefficients[1]! > 0, "β is below 0"), only),
  claim("xh = −√(v · Var(ε) / ((1 − v) · Var(f))) − β.", (_, of, check) => check.that(of.fit().coefficients[1]! < 0, "β is above 0"), only),
];
