import { marketDays, periodOf, type Case, type Frequency } from "../case.ts";
import { lagsByData, neighbours } from "../statistics.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import type { Check, Ends } from "../check.ts";

const fewest = { daily: 60, weekly: 52, monthly: 24, annual: 10 } as const;

/** "A, B and C", "A and B". */
export const listed = (text: string): readonly string[] => text.split(/, and |, | and /u).map((name) => name.trim());

/** How often the factors' variance counts in one's own (Belsley): 1 ⁄ (1 − R² on the others). */
export function inflation(of: Case, factor: string): number {
  const others = of.recipe.factors.filter((name) => name !== factor);
  return 1 / (1 - of.fit(factor, others, of.rows()).rSquared);
}

/** Days on which the market traded and a series has no return, inside the weeks, months or years of the rows. */
function lacking(of: Case, names: readonly string[], frequency: Exclude<Frequency, "daily">): { readonly days: ReadonlySet<string>; readonly periods: number } {
  const days = new Set<string>();
  let periods = 0;
  const { dates } = of.rows(undefined, frequency);
  const market = marketDays(of.said.set, of.data, frequency);
  for (const period of dates) {
    const missing = (market.get(period) ?? []).filter((day) => names.some((name) => !(of.data.asRead.get(name) ?? of.data.series.get(name))!.has(day)));
    if (missing.length > 0) periods += 1;
    missing.forEach((day) => days.add(day));
  }
  return { days, periods };
}

/** The share of the market's days in the weeks, months or years of the rows on which an asset has no return and a factor has one. */
export function lackingShare(of: Case, asset: string, frequency = of.frequency): number {
  if (frequency === "daily") return 0;
  const { dates } = of.rows(undefined, frequency);
  const days = [...marketDays(of.said.set, of.data, frequency)].flatMap(([period, own]) => (period >= dates[0]! && period <= dates.at(-1)! ? own : []));
  const has = (name: string, day: string): boolean => (of.data.asRead.get(name) ?? of.data.series.get(name))!.has(day);
  // Of a period without a single day there is no row.
  const rows = new Set(dates);
  return days.filter((day) => rows.has(periodOf(day, frequency)) && !has(asset, day) && of.recipe.factors.some((factor) => has(factor, day))).length / days.length;
}

function mostMoved(of: Case, days: ReadonlySet<string>): string {
  const market = of.data.series.get("Mkt-RF")!;
  return [...days].sort((a, b) => Math.abs(market.get(b)!) - Math.abs(market.get(a)!))[0]!;
}

function missingDays(check: Check, of: Case, who: string, count: string, day: string, moved: string, frequencies: readonly Exclude<Frequency, "daily">[]): void {
  const days = new Set(frequencies.flatMap((frequency) => [...lacking(of, listed(who), frequency).days]));
  check.number(count, days.size, "days missing");
  check.that(mostMoved(of, days) === day, `the market moved most on ${mostMoved(of, days)}`);
  check.number(moved, of.data.series.get("Mkt-RF")!.get(day)!, "the market's move");
}

/** Days between the first row and the last on which the market traded, and of which a series has a blank in its file. */
function blankDays(check: Check, of: Case, who: string, [count = "", day = "", moved]: readonly string[]): void {
  const { dates } = of.rows();
  const columns = listed(who).map((name) => (of.data.asRead.get(name) ?? of.data.series.get(name))!);
  const days = new Set(of.data.marketDays.filter((one) => one > dates[0]! && one < dates.at(-1)! && !columns.every((column) => column.has(one)) && !of.recipe.without.some(([from, to]) => one >= from && one <= to)));
  check.number(count, days.size, "days missing");
  check.that(mostMoved(of, days) === day, `the market moved most on ${mostMoved(of, days)}`);
  if (moved !== undefined) check.number(moved, of.data.series.get("Mkt-RF")!.get(day)!, "the market's move");
}

/** One of the reply's frequencies has a period that ends then, of which these series have some days and not all. */
function isCut(check: Check, of: Case, who: string, named: string): void {
  const frequencies: Readonly<Record<string, Frequency>> = { week: "weekly", month: "monthly", year: "annual" };
  const said = [...named.matchAll(/the (week|month|year) to (\d{4}-\d\d-\d\d)/gu)];
  check.that(said.length > 0, "no period is named");
  for (const [, period = "", end = ""] of said) {
    check.that(of.frequency === "daily" || frequencies[period] === of.frequency, `the rows are ${of.frequency}`);
    for (const name of listed(who)) check.that(of.isCut(name, end, frequencies[period]!), `${name} has all of the ${period} to ${end}, or none`);
  }
}

/** Each is right beside rows of a frequency of the reply, and the window has some of its days and not all; no other is. */
function cutByWindow(check: Check, of: Case, listed: string, side: "start" | "end"): void {
  const frequencies: readonly Frequency[] = of.recipe.frequency === "daily" ? (["weekly", "monthly", "annual"] as const).filter((frequency) => of.rows(undefined, frequency).dates.length >= 8) : [of.frequency];
  const names = { daily: "day", weekly: "week", monthly: "month", annual: "year" } as const;
  const cut = frequencies.flatMap((frequency) => {
    const { [side]: end } = of.cutByWindow(frequency);
    return end === null ? [] : [`the ${names[frequency]} to ${end}`];
  });
  check.that(cut.join(" ") === [...listed.matchAll(/the (?:week|month|year) to [\d-]+/gu)].join(" "), `the window cuts ${cut.join(" and ")}`);
}

/** Rows of the asset's own that the others have not, inside what was asked for. */
function leftOut(check: Check, of: Case, who: string, count: string, whose: string): void {
  const [from, to] = of.asked();
  if (!of.data.series.has(whose)) return check.that(false, `no series "${whose}"`);
  const kept = (name: string): ReadonlySet<string> => new Set(of.frequency === "daily" ? of.data.series.get(name)!.keys() : of.periods(name, of.frequency));
  const own = [...kept(whose)].filter((day) => (of.frequency === "daily" ? day >= from && day <= to : of.isInWindow(day, of.frequency)) && !of.recipe.without.some(([a, b]) => day >= a && day <= b));
  for (const other of listed(who)) {
    const its = kept(other);
    check.number(count, own.filter((day) => !its.has(day)).length, `rows that ${other} lacks`);
  }
}

/** Where the whole lies nearer to 1 than stretches are let, their distance is of the rule's making: the interval must stay near them. */
export function heldAway(check: Check, { low, high }: Ends, whole: number, parts: readonly number[], nearest: number): void {
  if (whole <= 1 - nearest) return;
  const least = Math.min(...parts);
  const reaches = Math.max(low, -high);
  check.that(reaches > least - 3 * (1 - least), `held away from 1: no stretch lies below ${least}, and the interval reaches ${reaches}`);
}

/** A line that does not name its asset holds for one of them; what is wrong for the nearest is wrong. */
export function some(of: Case, check: Check, test: (name: string, trial: Check) => void): void {
  const trials = of.recipe.assets.map((name) => {
    const trial = new (check.constructor as new () => Check)();
    test(name, trial);
    return trial.faults;
  });
  trials.reduce((best, faults) => (faults.length < best.length ? faults : best)).forEach((fault) => check.that(false, fault));
}

const rateKept: Claim["holds"] = ([name = ""], of, check) => check.that(of.data.total.has(name), `${name}'s file has excess returns`);

/** What the recipe line calls the returns. */
export const kindOf = ({ recipe: { isRaw, isLog } }: Case): string => (isRaw ? "total" : isLog ? "excess log" : "excess");

export const common: readonly Claim[] = [
  {
    says: "(the recipe line)",
    pattern: /^(.+ · .+ · n = [\d,]+ · .+)$/u,
    commands: null,
    holds: ([text = ""], of, check) => {
      const { dates } = of.rows();
      check.number(/ n = ([\d,]+)/u.exec(text)?.[1] ?? "", dates.length, "n");
      if (of.frequency !== "daily") check.that(dates.every((day) => of.isInWindow(day, of.frequency)), "a row of which the window has not every day");
      check.that(dates[0] === of.recipe.first && dates.at(-1) === of.recipe.last, `the rows are ${dates[0]} to ${dates.at(-1)}`);
      const cut = of.recipe.without.some(([from, to]) => from <= of.recipe.last && to >= of.recipe.first);
      const chosen = /(\d+) lags? by Newey–West 1994/u.exec(text)?.[1];
      if (chosen) check.that(Number(chosen) === Math.max(...of.recipe.assets.map((name) => lagsByData(of.fit(name, of.recipe.factors, of.rows())))), "other lags");
      check.that(!cut || text.includes(" without "), "the days left out by without: are not in it");
    },
  },
  claim("@ is a total return: I subtracted RF to make it an excess return.", rateKept),
  claim("# of these are total returns: I subtracted RF to make them excess returns.", ([count = ""], of, check) => check.number(count, [...of.recipe.assets, ...of.recipe.factors].filter((name) => of.data.total.has(name)).length, "total returns")),
  claim("… and @ are total returns: I subtracted RF to make them excess returns.", ([some = "", last = ""], of, check) => [...listed(some), last].forEach((name) => rateKept([name], of, check))),
  claim("… ⟨has‖have⟩ no return on # of @'s ⟨days‖weeks‖months‖day‖week‖month⟩: ⟨those rows are‖that row is⟩ left out.", ([who = "", count = "", whose = ""], of, check) => leftOut(check, of, who, count, whose)),
  claim("@ has no return on # day⟨s⟩ on which the market traded, ¤ (Mkt-RF #)⟨ among them⟩: left out.", ([who = "", ...words], of, check) => {
    check.that(who === of.asset, `the rows are ${of.asset}'s`);
    blankDays(check, of, who, words);
  }),
  claim("Only # ⟨days‖weeks‖months‖years⟩: on others these numbers would come out quite differently, and their intervals are rough.", ([count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, `${of.recipe.rows} rows are not few`);
  }),
  claim("From # on they begin to say something.", ([count = ""], of, check) => check.number(count, fewest[of.frequency], "rows needed")),
  claim("⟨# week⟨s⟩⟩⟨, ⟩⟨ and ⟩⟨# month⟨s⟩⟩⟨ and ⟩⟨# year⟨s⟩⟩ lack⟨s⟩ days: … ⟨have‖has⟩ no return on # day⟨s⟩ on which the market traded, ¤ (Mkt-RF #)⟨ among them⟩.", (words, of, check) => {
    const [weeks = "", months = "", years = "", who = "", count = "", day = "", moved = ""] = words;
    const counted = [["weekly", weeks], ["monthly", months], ["annual", years]] as const;
    for (const [frequency, printed] of counted) if (printed) check.number(printed, lacking(of, listed(who), frequency).periods, frequency);
    missingDays(check, of, who, count, day, moved, counted.flatMap(([frequency, printed]) => (printed ? [frequency] : [])));
  }),
  claim("… ⟨have‖has⟩ no return on # day⟨s⟩ on which the market traded, ¤ (Mkt-RF #)⟨ among them⟩: left out of the days, and ⟨# week⟨s⟩⟩⟨, ⟩⟨ and ⟩⟨# month⟨s⟩⟩⟨ and ⟩⟨# year⟨s⟩⟩ ⟨is‖are⟩ compounded without them.", (words, of, check) => {
    const [who = "", count = "", day = "", moved = "", weeks = "", months = "", years = ""] = words;
    const counted = [["weekly", weeks], ["monthly", months], ["annual", years]] as const;
    check.that(of.frequency === "daily" && listed(who).includes(of.asset), "the days are the asset's");
    blankDays(check, of, who, [count, day, moved]);
    for (const [frequency, printed] of counted) if (printed) check.number(printed, lacking(of, listed(who), frequency).periods, frequency);
    missingDays(check, of, who, count, day, moved, counted.flatMap(([frequency, printed]) => (printed ? [frequency] : [])));
  }),
  claim("The window begins within …: ⟨it is‖they are⟩ left out.", ([cut = ""], of, check) => cutByWindow(check, of, cut, "start")),
  claim("The window ends before … ⟨is‖are⟩ over: ⟨it is‖they are⟩ left out.", ([cut = ""], of, check) => cutByWindow(check, of, cut, "end")),
  claim("… ⟨begin within‖begins within⟩ the …: ⟨it is‖they are⟩ left out.", ([who = "", end = ""], of, check) => isCut(check, of, who, `the ${end}`)),
  claim("… ⟨end before‖ends before⟩ the … ⟨is‖are⟩ over: ⟨it is‖they are⟩ left out.", ([who = "", end = ""], of, check) => isCut(check, of, who, `the ${end}`)),
  claim("Growth and drawdown lack days: … ⟨have‖has⟩ no return on # day⟨s⟩ on which the market traded, ¤ (Mkt-RF #)⟨ among them⟩.", ([who = "", ...words], of, check) => blankDays(check, of, who, words)),
  claim("lags:… is left out: classical errors take the noise to be of one size and without memory and count no lags; errors:hac counts them.", ([lags = ""], of, check) => {
    check.that(of.recipe.errors.kind === "classical" && of.said.typed.includes(`lags:${lags}`), "the errors count lags, or none were asked for");
  }),
  claim("lags:… is left out: HC1 errors allow for the size of the noise alone and count no lags; errors:hac counts them.", ([lags = ""], of, check) => {
    check.that(of.recipe.errors.kind === "hc1" && of.said.typed.includes(`lags:${lags}`), "the errors count lags, or none were asked for");
  }),
  claim("⟨They are‖It is⟩ compounded from the days that are there.", () => undefined),
  claim("@ lacks # of the days in these ⟨weeks‖months‖years⟩ on which … ⟨has‖have⟩ a return: its ⟨weeks‖months‖years⟩ move less than whole ones, and their β, α and σ come out too near to 0; days missing at random cost β about that share.", ([asset = "", printed = "", who = ""], of, check) => {
    check.that(listed(who).join() === of.recipe.factors.join(), "other factors");
    const shares = (of.frequency === "daily" ? (["weekly", "monthly", "annual"] as const) : [of.frequency]).map((frequency) => lackingShare(of, asset, frequency));
    const fits = shares.filter((share) => {
      const trial = new (check.constructor as new () => Check)();
      trial.number(printed, share, "share");
      return trial.faults.length === 0;
    });
    check.that(fits.length > 0 && fits.every((share) => share >= 0.02), `${shares.join(", ")} of the days are missing`);
  }),
  teaching("Days say more."),
  claim("⟨⚠️ ⟩√# takes @'s residuals as uncorrelated, and neighbouring ones go together (correlation #, ℗).", ([, name = "", value = "", p = ""], of, check) => {
    check.that(name === of.asset, "another asset");
    const { correlation, pValue } = neighbours(of.fit());
    check.number(value, correlation, "correlation");
    check.p(p, pValue);
    check.verdict(pValue < 0.05, pValue);
  }),
  claim("Returns: @ …, ¤ to ¤.", ([frequency = "", kind = "", first = "", last = ""], of, check) => {
    const { dates } = of.rows();
    check.that(dates[0] === first && dates.at(-1) === last, `the rows are ${dates[0] ?? ""} to ${dates.at(-1) ?? ""}`);
    check.that(frequency === of.frequency && kind === kindOf(of), `they are ${of.frequency} ${kindOf(of)}`);
  }),
  claim("⟨Averages of daily returns‖Averages of weekly returns‖Averages of monthly returns‖From daily excess returns‖From weekly excess returns‖From monthly excess returns⟩, ¤ to ¤⟨, scaled to a year⟩.", ([first = "", last = ""], of, check) => {
    const { dates } = of.rows();
    check.that(dates[0] === first && dates.at(-1) === last, `the rows are ${dates[0] ?? ""} to ${dates.at(-1) ?? ""}`);
  }),
  claim("All are on @, on the days that all have; … alone ⟨is‖are⟩ on @, which gives other numbers.", ([factor = ""], of, check) => check.that(of.recipe.factors.join() === factor, "another factor")),
  claim("… go together (variance inflation #, # is much): how one movement is shared out between their βs is hardly known, so read no β of these alone.", ([who = "", value = "", much = ""], of, check) => {
    const most = Math.max(...listed(who).map((name) => inflation(of, name)));
    check.number(value, most, "variance inflation");
    check.that(most >= Number(much), "not much");
  }),
  teaching("R² doesn't suffer."),
  claim("SMB5 is the size factor that is published with RMW and CMA, in the 5-factor file; the chapter's ff5 and ff6 take SMB, that of the 3-factor file.", (_, of, check) => check.that(of.recipe.factors.includes("SMB5"), "SMB5 is none of the factors")),
];
