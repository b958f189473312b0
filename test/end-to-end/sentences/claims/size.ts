import type { Case, Test } from "../case.ts";
import { readPrinted, type Check, type Ends } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { bySections, stretchesOf } from "../small-sample.ts";
import { deviation, dot, longRun, mean, type Numbers } from "../statistics.ts";

const only = ["size"];
const horizons: Readonly<Record<string, number>> = { day: 252, week: 252 / 5, month: 12, quarter: 4, year: 1 };
const horizon = (of: Case): string => /horizon:(\S+)/u.exec(of.said.typed)?.[1] ?? "month";
/** Rows in a period: days, weeks or months of a year over the periods of a year (21 days a month, 5 a week, 63 a quarter). */
const rowsIn = (of: Case, name = horizon(of)): number =>
  of.frequency === "daily" ? { day: 1, week: 5, month: 21, quarter: 63, year: 252 }[name]! : of.frequency === "weekly" ? { day: 1 / 5, week: 1, month: 52 / 12, quarter: 13, year: 52 }[name]! : 12 / horizons[name]!;

const money = (text: string): number => {
  const { value } = readPrinted(text.replace("m", "M").replace("k", "K").replace("250K", "250,000").replace("1M", "1,000,000"));
  return value;
};
const budget = (of: Case): number => money(/budget:(\S+)/u.exec(of.said.typed)?.[1] ?? /(?:^| )(\d+m)(?: |$)/u.exec(of.said.typed)?.[1] ?? "1m");
const position = (of: Case, values: Numbers, name = horizon(of)): number => budget(of) / (deviation(values) * Math.sqrt(rowsIn(of, name)));
const unhedged = (of: Case): number => position(of, of.fit().y);
const hedgedPosition = (of: Case): number => position(of, of.fit().residuals);

const needed = { daily: 2016, weekly: 416, monthly: 96, annual: 40 } as const;
const tooFew = (of: Case): boolean => of.rows().dates.length < needed[of.frequency];
const parts = (values: Numbers): Numbers => stretchesOf(values.length, 4).map(([from, to]) => deviation(values.slice(from, to)));
/** A position is budget over σ: its interval is that of ln σ, from four stretches of the rows. */
function positionTest(of: Case, values: Numbers, stretches: Numbers): Ends {
  const { reach } = bySections(Math.log(deviation(values)), stretches.map(Math.log));
  return { low: position(of, values) * Math.exp(-reach), high: position(of, values) * Math.exp(reach) };
}

function alphaIncome(interval: string, of: Case, check: Check, dollars: number): void {
  of.coefficient(check, interval, of.fit(), 0, { scale: dollars * of.perYear });
}
const known = (p: Test): boolean => p.pValue < 0.05;

function inARow([rows = "", times = "", root = ""]: readonly string[], of: Case, check: Check, side: 1 | -1): void {
  check.number(rows, rowsIn(of), "rows");
  check.number(root, rowsIn(of), "rows");
  check.number(times, sumsOverRoot(of), "times");
  check.that((sumsOverRoot(of) - 1) * side > 0, `${sumsOverRoot(of)} times`);
}

const per = "⟨day‖week‖month‖quarter‖year⟩";
const dollarsOf = "(−?\\$[\\d.,]+[MKB]?)";

/** How far sums of q residuals in a row are from √q times one: by their autocorrelations up to q − 1. */
function sumsOverRoot(of: Case): number {
  const { residuals } = of.fit();
  const rows = rowsIn(of);
  return Math.sqrt(longRun(residuals, residuals, rows - 1) / dot(residuals, residuals));
}

export const sizeClaims: readonly Claim[] = [
  claim("Over # ⟨days‖weeks‖months⟩ in a row they vary # times as much as √# of a ⟨day‖week‖month⟩'s: a hedged position for that would be smaller by that factor.", (words, of, check) => inARow(words, of, check, 1), only),
  claim("Over # ⟨days‖weeks‖months⟩ in a row they vary # times as much as √# of a ⟨day‖week‖month⟩'s: a hedged position for that would be larger by that factor.", (words, of, check) => inARow(words, of, check, -1), only),
  claim(`@ for # a ${per}: #, hedged #`, ([, limit = "", one = "", two = ""], of, check) => {
    check.number(limit, budget(of), "budget");
    check.number(one, unhedged(of), "unhedged");
    check.number(two, hedgedPosition(of), "hedged");
  }, only),
  claim("@: # ⟨days‖weeks‖months⟩ are too few to size a position by", ([, count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("Unhedged: # of @⟨ · 95% interval # to #⟩", ([value = "", , low = "", high = ""], of, check) => {
    check.number(value, unhedged(of), "position");
    check.that((low === "") === tooFew(of), "the interval is missing, or the rows are few");
    if (low) check.interval(`${low} to ${high}`, positionTest(of, of.fit().y, parts(of.fit().y)));
  }, only),
  claim("By these rows' own volatility: # of @ unhedged, # hedged", ([one = "", , two = ""], of, check) => {
    check.number(one, unhedged(of), "unhedged");
    check.number(two, hedgedPosition(of), "hedged");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  {
    says: "P&L a year (×#) of the hedged position, all of it α: 95% interval # to #",
    pattern: /^P&L a year \(×(\d+)\) of the hedged position, all of it α: 95% interval (\S+ to \S+?(?:, small-sample .+, which decides)?)$/u,
    commands: only,
    holds: ([scale = "", interval = ""], of, check) => {
      check.number(scale, of.perYear, "scale");
      check.that(of.fewRows, "the rows are not few");
      alphaIncome(interval, of, check, hedgedPosition(of));
    },
  },
  {
    says: "P&L a year (×#): # total; risk-adjusted (x · α) #",
    pattern: new RegExp(`^P&L a year \\(×(\\d+)\\): ${dollarsOf} total; risk-adjusted \\(x · α\\) ${dollarsOf}$`, "u"),
    commands: only,
    holds: ([scale = "", total = "", alpha = ""], of, check) => {
      check.that(!of.fewRows, "a P&L of few rows is not known");
      check.number(scale, of.perYear, "scale");
      check.number(total, unhedged(of) * mean(of.fit().y) * of.perYear, "total");
      check.number(alpha, unhedged(of) * of.fit().coefficients[0]! * of.perYear, "risk-adjusted");
    },
  },
  {
    says: "Unhedged, the risk-adjusted P&L's 95% interval is # to #, robust # to #",
    pattern: /^Unhedged, the risk-adjusted P&L's 95% interval is (\S+ to \S+?(?:, robust .+?)?(?:, small-sample .+, which decides)?)$/u,
    commands: only,
    holds: ([interval = ""], of, check) => alphaIncome(interval, of, check, unhedged(of)),
  },
  {
    says: "Hedged: # of @ with # of @ sold short or bought · 95% interval # to #",
    pattern: /^Hedged: (\S+) of (\S+) with (.+?)(?: · 95% interval (\S+ to \S+))?$/u,
    commands: only,
    holds: ([value = "", , list = "", interval = ""], of, check) => {
      check.number(value, hedgedPosition(of), "position");
      check.that((interval === "") === (tooFew(of) || of.exact()), "the interval is missing, or the rows are few");
      if (interval) check.interval(interval, positionTest(of, of.fit().residuals, parts(of.fit().residuals)));
      const said = [...list.matchAll(/(\$[\d.,]+[MKB]?) of (\S+) (sold short|bought)/gu)];
      check.that(said.length === of.recipe.factors.length, "a factor is missing");
      for (const [, dollars = "", name = "", deal = ""] of said) {
        const beta = of.fit().coefficients[of.recipe.factors.indexOf(name) + 1]!;
        check.number(dollars, Math.abs(beta) * hedgedPosition(of), name);
        check.that((deal === "bought") === beta < 0, `${name} ${deal}, β = ${beta}`);
      }
    },
  },
  {
    says: "P&L a year (×#): #, all of it α, 95% interval # to #, robust # to #",
    pattern: new RegExp(`^P&L a year \\(×(\\d+)\\): ${dollarsOf}, all of it α, 95% interval (\\S+ to \\S+?(?:, robust .+?)?(?:, small-sample .+, which decides)?)$`, "u"),
    commands: only,
    holds: ([scale = "", value = "", interval = ""], of, check) => {
      check.number(scale, of.perYear, "scale");
      check.number(value, hedgedPosition(of) * of.fit().coefficients[0]! * of.perYear, "P&L");
      alphaIncome(interval, of, check, hedgedPosition(of));
    },
  },
  claim("Without its factor risk the same budget carries # times the position: 1/√(1 − R²), R² = #.", ([times = "", r = ""], of, check) => {
    check.number(times, hedgedPosition(of) / unhedged(of), "times");
    check.number(r, of.fit().rSquared, "R²");
  }, only),
  claim("Say the period with every volatility and every budget: is yours a month's ⟨(√#)‖(√(52/12))⟩ or a year's (√#)?", ([month = "", year = ""], of, check) => {
    if (month) check.number(month, rowsIn(of, "month"), "rows of a month");
    check.number(year, rowsIn(of, "year"), "rows of a year");
    check.that(horizon(of) === "month", "another period was named");
  }, only),
  {
    says: "Say the period with every volatility and every budget: here both are a #'s (√#).",
    pattern: /^Say the period with every volatility and every budget: here both are a (day|week|quarter|year)'s \(√(?:\(([\d.]+)\/([\d.]+)\)|([\d.]+))\)\.$/u,
    commands: only,
    holds: ([name = "", above = "", below = "", whole = ""], of, check) => {
      check.that(name === horizon(of), "another period was named");
      check.that(Math.abs((whole ? Number(whole) : Number(above) / Number(below)) - rowsIn(of)) < 1e-9, "not the root of that period's rows");
    },
  },
  claim("Which of the two P&Ls would you be paid for?", (_, of, check) => check.that(mean(of.fit().y) >= 0 && of.fit().coefficients[0]! >= -1e-15, "one of them is a loss"), only),
  claim("By these rows both P&Ls are a loss.", (_, of, check) => check.that(mean(of.fit().y) < 0 && of.fit().coefficients[0]! < 0, "one of them is none"), only),
  teaching("Would you hold the position all the same, and by what other rows?"),
  claim("By these rows the total P&L is a loss, and α's part is not.", (_, of, check) => check.that(mean(of.fit().y) < 0 && of.fit().coefficients[0]! >= -1e-15, "other signs"), only),
  claim("By these rows the total P&L is a gain and α's part a loss.", (_, of, check) => check.that(mean(of.fit().y) >= 0 && of.fit().coefficients[0]! < 0, "other signs"), only),
  teaching("Which of the two would a hedge leave you?"),
  claim(`Bars for # of volatility a ${per}: @ # unhedged, # hedged (# times).`, ([limit = "", , one = "", two = "", times = ""], of, check) => {
    check.number(limit, budget(of), "budget");
    check.number(one, unhedged(of), "unhedged");
    check.number(two, hedgedPosition(of), "hedged");
    check.number(times, hedgedPosition(of) / unhedged(of), "times");
  }, only),
  claim("Expected P&L a year, total: # unhedged, # hedged; risk-adjusted: # unhedged, # hedged.", ([total = "", hedged = "", alpha = "", hedgedAlpha = ""], of, check) => {
    const year = of.perYear;
    check.number(total, unhedged(of) * mean(of.fit().y) * year, "total");
    check.number(hedged, hedgedPosition(of) * of.fit().coefficients[0]! * year, "hedged");
    check.number(alpha, unhedged(of) * of.fit().coefficients[0]! * year, "risk-adjusted");
    check.number(hedgedAlpha, hedgedPosition(of) * of.fit().coefficients[0]! * year, "hedged");
  }, only),
  claim(`Unhedged σ = # a ${per}⟨ (…)⟩; hedged σ(ε) = # a ${per}⟨ (…)⟩`, ([one = "", beside = "", two = "", otherBeside = ""], of, check) => {
    const [oneYear, twoYear] = [beside, otherBeside].map((words) => /(\S+%) a year$/u.exec(words)?.[1]);
    for (const each of [beside, otherBeside]) {
      const [, above = "1", below = "1"] = /^a (?:day|week|month|year)'s × √\(?(\d+)(?:\/(\d+))?/u.exec(each) ?? [];
      check.that(Math.abs(Number(above) / Number(below) - rowsIn(of)) < 1e-9, `"${each}" is not the root of ${rowsIn(of)} rows`);
    }
    const scale = Math.sqrt(rowsIn(of));
    check.number(one, deviation(of.fit().y) * scale, "unhedged σ");
    check.number(two, deviation(of.fit().residuals) * scale, "hedged σ");
    if (oneYear) check.number(oneYear, deviation(of.fit().y) * Math.sqrt(of.perYear), "a year");
    if (twoYear) check.number(twoYear, deviation(of.fit().residuals) * Math.sqrt(of.perYear), "a year");
  }, only),
  claim("The same # as a budget for a ⟨month‖year⟩⟨ (√#)‖ (√(52/12))⟩: # unhedged, # hedged.", ([limit = "", root = "", one = "", two = ""], of, check) => {
    const name = of.said.description.includes("budget for a month") ? "month" : "year";
    check.number(limit, budget(of), "budget");
    if (root) check.number(root, rowsIn(of, name), "rows");
    check.number(one, position(of, of.fit().y, name), "unhedged");
    check.number(two, position(of, of.fit().residuals, name), "hedged");
  }, only),
  {
    says: "As printed (6.8.3) and as consistent: the chapter's monthly volatility",
    pattern: /^As printed \(6\.8\.3\): "Hedged vol \(annual\): 0\.0736"\.$/u,
    commands: only,
    holds: (_, of, check) => check.number("0.0736", deviation(of.fit().residuals) * Math.sqrt(21), "a month's σ(ε)"),
  },
  claim("As consistent: it was made with √21, so # is a month's; a year's is # by that rounded figure (× √12), # by the data. # hedged fits # a month; # a year gives #.", ([month = "", byRounded = "", byData = "", dollars = "", limit = "", again = "", yearly = ""], of, check) => {
    check.number(month, deviation(of.fit().residuals) * Math.sqrt(21), "a month's σ(ε)");
    check.number(byRounded, 0.0736 * Math.sqrt(12), "× √12");
    check.number(byData, deviation(of.fit().residuals) * Math.sqrt(252), "a year's σ(ε)");
    check.number(dollars, hedgedPosition(of), "position");
    check.that(limit === again, "two budgets");
    check.number(yearly, position(of, of.fit().residuals, "year"), "position");
  }, only),
  claim("An interval of a position takes # ⟨days‖weeks‖months⟩, as volatility comes in spells: here are #.", ([need = "", here = ""], of, check) => {
    check.number(need, needed[of.frequency], "rows needed");
    check.number(here, of.rows().dates.length, "rows");
    check.that(tooFew(of), "they are enough");
  }, only),
  claim("In four stretches of the rows, one after the other, σ was #, #, #, # a year and σ(ε) #, #, #, #.", (words, of, check) => {
    [...parts(of.fit().y), ...parts(of.fit().residuals)].forEach((value, at) => check.number(words[at]!, value * Math.sqrt(of.perYear), `stretch ${(at % 4) + 1}`));
  }, only),
  teaching("The intervals of the positions rest on how far apart they are."),
  teaching("The intervals of P&L are those of α, the position taken as it is⟨; those of the positions are of σ, which is estimated too⟩."),
  claim("The risk-adjusted P&L (α's part) is above 0 by more than these rows' noise (℗).", ([p = ""], of, check) => {
    const test = of.deciding(of.fit(), 0);
    check.p(p, test.pValue);
    check.that(known(test) && test.estimate > 0, `α = ${test.estimate}, p = ${test.pValue}`);
  }, only),
  claim("The risk-adjusted P&L (α's part) is below 0 by more than these rows' noise (℗).", ([p = ""], of, check) => {
    const test = of.deciding(of.fit(), 0);
    check.p(p, test.pValue);
    check.that(known(test) && test.estimate < 0, `α = ${test.estimate}, p = ${test.pValue}`);
  }, only),
  claim("The rows don't tell the risk-adjusted P&L (α's part) apart from 0 (℗).", ([p = ""], of, check) => {
    const test = of.deciding(of.fit(), 0);
    check.p(p, test.pValue);
    check.verdict(!known(test), test.pValue);
  }, only),
];
