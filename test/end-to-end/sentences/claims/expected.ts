import { Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { mean, type Numbers } from "../statistics.ts";

const only = ["expected"];
const rate = (of: Case): Numbers => of.rows([...of.recipe.assets, ...of.recipe.factors, "RF"]).columns.get("RF")!;
/** Long one leg and short another: nobody's money earns a rate on it. */
const costsNothing = (of: Case): boolean => ["Mkt-RF", "SMB", "SMB5", "HML", "RMW", "CMA", "MOM"].includes(of.asset);
const total = (of: Case): Numbers => of.column(of.asset).map((value, row) => value + (costsNothing(of) ? 0 : rate(of)[row]!));
const part = (of: Case, name: string): number => of.fit().coefficients[of.recipe.factors.indexOf(name) + 1]! * mean(of.column(name));

/** Of several factors β · E[f] is a sum. */
const isSum = (of: Case, check: Check): void => check.that(/paid Σ|cost: Σ/u.test(of.said.description) === of.recipe.factors.length > 1, "a sum of one, or several without their sum");

/** The numbers of the asker's own, as they are typed: per cent a year. */
const typedNumber = (of: Case, name: string): number | null => {
  const digits = new RegExp(`${name}:(-?[\\d.]+)`, "u").exec(of.said.typed)?.[1];
  return digits === undefined ? null : Number(digits) / 100;
};
const given = (of: Case): { readonly rf: number; readonly premium: number } => ({
  rf: costsNothing(of) ? 0 : (typedNumber(of, "rf") ?? mean(rate(of)) * of.perYear),
  premium: typedNumber(of, "premium") ?? mean(of.column(of.recipe.factors[0]!)) * of.perYear,
});

export const expectedClaims: readonly Claim[] = [
  claim("@: # a year with your numbers", ([, value = ""], of, check) => check.number(value, given(of).rf + of.fit().coefficients[1]! * given(of).premium, "E[r] with given numbers"), only),
  claim("With ⟨rf #⟨ (the sample's)⟩ and ⟩a premium of #⟨ (the sample's)⟩ a year: ⟨rf + ⟩β · premium = #⟨ · ≈, β's alone⟩. α is left out, as the CAPM says.", ([rf = "", premium = "", value = "", interval = ""], of, check) => {
    const numbers = given(of);
    const said = of.said.description.split("\n").find((line) => line.startsWith("With ")) ?? "";
    check.that((rf === "") === costsNothing(of) && said.includes("rf + β") !== costsNothing(of), "a rate on what costs nothing, or none on what does not");
    if (rf !== "") check.number(rf, numbers.rf, "rf");
    check.that(/rf [^ ]+ \(the sample's\)/u.test(said) === (rf !== "" && typedNumber(of, "rf") === null), "whose rf it is");
    check.number(premium, numbers.premium, "premium");
    check.that(/premium of [^ ]+ \(the sample's\)/u.test(said) === (typedNumber(of, "premium") === null), "whose premium it is");
    check.number(value, numbers.rf + of.fit().coefficients[1]! * numbers.premium, "E[r] with given numbers");
    const { low, high } = of.deciding(of.fit(), 1);
    const ends = [low, high].map((end) => numbers.rf + end * numbers.premium);
    if (interval !== "") check.interval(interval, { low: Math.min(...ends), high: Math.max(...ends) });
  }, only),
  claim("By the sample's own averages: E[r] = # a year (×#) · ≈", ([value = "", scale = "", interval = ""], of, check) => {
    check.number(value, mean(total(of)) * of.perYear, "E[r]");
    check.number(scale, of.perYear, "scale");
    check.interval(interval, of.byInfluence(mean(total(of)), Case.ofMean(total(of)), of.perYear));
  }, only),
  claim("@: E[r] = # a year", ([, value = ""], of, check) => check.number(value, mean(total(of)) * of.perYear, "E[r]"), only),
  claim("@: # ⟨days‖weeks‖months⟩ are too few to know an expected return", ([, count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("E[r] = # a year (×#) · ≈", ([value = "", scale = "", interval = ""], of, check) => {
    check.number(value, mean(total(of)) * of.perYear, "E[r]");
    check.number(scale, of.perYear, "scale");
    check.interval(interval, of.byInfluence(mean(total(of)), Case.ofMean(total(of)), of.perYear));
  }, only),
  claim("rf = #, the mean of RF", ([value = ""], of, check) => {
    check.number(value, mean(rate(of)) * of.perYear, "rf");
    check.that(!costsNothing(of), "it costs nothing and earns no rate");
  }, only),
  claim("No rf is in it: @ is a position that costs nothing.", ([name = ""], of, check) => check.that(name === of.asset && costsNothing(of), "it costs money"), only),
  claim("α = # · ≈ (℗⟨, robust ℗⟩⟨, small-sample ℗⟩)", ([value = "", interval = "", ...pValues], of, check) => {
    const fit = of.fit();
    check.number(value, fit.coefficients[0]! * of.perYear, "α");
    check.interval(interval, of.shown(fit, 0, of.perYear), of.robust(fit, 0, of.perYear), of.deciding(fit, 0, 0, of.perYear));
    if (!interval.includes("which decides")) of.pValues(check, pValues, fit, 0);
  }, only),
  claim("β · E[@] = #: β = #, @'s mean # per ⟨day‖week‖month⟩⟨ · ≈⟩", ([name = "", value = "", beta = "", again = "", average = "", interval = ""], of, check) => {
    check.that(name === again, "two factors");
    check.number(value, part(of, name) * of.perYear, "β · E[f]");
    check.number(beta, of.fit().coefficients[of.recipe.factors.indexOf(name) + 1]!, "β");
    check.number(average, mean(of.column(name)), "mean");
    if (interval) check.interval(interval, of.premium(of.perYear));
  }, only),
  claim("Σ β · E[f] = # · ≈", ([value = "", interval = ""], of, check) => {
    check.number(value, mean(of.tracking()) * of.perYear, "Σ β · E[f]");
    check.interval(interval, of.premium(of.perYear));
  }, only),
  teaching("In a good model of expected returns α is 0."),
  claim("@'s interval leaves out 0: skill, mispricing, a factor that is missing, or luck and a ticker chosen after the fact.", (_, of, check) => check.verdict(of.exact() || of.deciding(of.fit(), 0).pValue < 0.05, of.deciding(of.fit(), 0).pValue), only),
  claim("The interval of α holds 0, so these rows don't speak against that; they don't prove it.", (_, of, check) => check.verdict(of.deciding(of.fit(), 0).pValue >= 0.05, of.deciding(of.fit(), 0).pValue), only),
  claim("Which of the # parts would you trust to be there next year, and which one is the hardest to know?", ([count = ""], of, check) => check.number(count, of.recipe.factors.length + (costsNothing(of) ? 1 : 2), "parts"), only),
  claim("Waterfall: @'s expected return of # a year is ⟨rf #, ⟩α #, …, each bar from where the one above it ends.", ([, value = "", rf = "", alpha = "", list = ""], of, check) => {
    check.number(value, mean(total(of)) * of.perYear, "E[r]");
    check.that((rf === "") === costsNothing(of), "a rate on what costs nothing, or none on what does not");
    if (rf !== "") check.number(rf, mean(rate(of)) * of.perYear, "rf");
    check.number(alpha, of.fit().coefficients[0]! * of.perYear, "α");
    const said = [...list.matchAll(/β · E\[([^\]]+)\] ([−\d.,e]+%)/gu)];
    check.that(!list.includes("e−"), "what rounding left is printed as a number");
    check.that(said.length === of.recipe.factors.length, "a factor is missing");
    for (const [, name = "", share = ""] of said) check.number(share, part(of, name) * of.perYear, name);
  }, only),
  claim("Below, 95% intervals about a dashed line at 0: ….", ([list = ""], of, check) => {
    const alpha = /α (\S+ to \S+?)(?:,|$)/u.exec(list)?.[1] ?? "";
    of.drawn(check, alpha, of.fit(), 0, of.perYear);
    const [printed, sum] = [of.said.description, /β · E\[[^\]]+\] (\S+ to \S+?)(?:,|$)/u.exec(list)?.[1]];
    for (const each of [sum, /E\[r\] (\S+ to \S+)$/u.exec(list)?.[1]]) check.that(each === undefined || of.said.typed.includes("show:more") || printed.includes(each), `${each ?? ""} is not in the text`);
    check.that(list.includes("Σ") === (sum !== undefined && of.recipe.factors.length > 1), "one factor and a sum, or several and none");
  }, only),
  claim("E[r] per ⟨day‖week‖month⟩: #", ([value = ""], of, check) => check.number(value, mean(total(of)), "E[r]"), only),
  claim("In these rows waiting paid rf and bearing factor risk paid ⟨Σ ⟩β · E[f]; the rest is α.", (_, of, check) => {
    isSum(of, check);
    check.that(mean(of.tracking()) > 0 && mean(rate(of)) >= 0, `β · E[f] = ${mean(of.tracking())}`);
  }, only),
  claim("In these rows waiting paid rf, and bearing factor risk cost: ⟨Σ ⟩β · E[f] is not above 0; the rest is α.", (_, of, check) => {
    isSum(of, check);
    check.that(mean(of.tracking()) <= 0, `β · E[f] = ${mean(of.tracking())}`);
  }, only),
  claim("In these rows bearing factor risk paid ⟨Σ ⟩β · E[f]; the rest is α.", (_, of, check) => {
    isSum(of, check);
    check.that(costsNothing(of) && mean(of.tracking()) > 0, `β · E[f] = ${mean(of.tracking())}, or waiting paid rf`);
  }, only),
  claim("In these rows bearing factor risk cost: ⟨Σ ⟩β · E[f] is not above 0; the rest is α.", (_, of, check) => {
    isSum(of, check);
    check.that(costsNothing(of) && mean(of.tracking()) <= 0, `β · E[f] = ${mean(of.tracking())}, or waiting paid rf`);
  }, only),
  teaching("These are the sample's averages, not a forecast."),
  claim("rf is the mean of RF, and @'s file has excess returns, less ⟨the 3-month Treasury yield ÷ 252‖a rate that is not in it⟩: E[r] is off by the difference of the two.", ([name = ""], of, check) => check.that(!of.data.total.has(name), "its file has total returns"), only),
];
