import { dayOfIso, isoDay } from "../../calendar.ts";
import type { BetaStability } from "../../engine/beta-stability.ts";
import type { EngineProblem } from "../../engine/problem.ts";
import type { RollingFit } from "../../engine/rolling-fit.ts";
import type { RollingTerm, RollingReview } from "../../engine/rolling-review.ts";
import type { SingleChange } from "../../engine/single-change.ts";
import { crisesBetween } from "../../market-episodes.ts";
import { annualFactorOf, periodOf } from "../analysis-reply.ts";
import type { ChartSpec, Layer, Panel, RuleLayer } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { count, counted, estimate, interval, percentEstimate } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import type { ReturnsName } from "../recipe.ts";
import { windowWords } from "../window-words.ts";

/** The test that the βs were the same all the time, with the date of a change of the only one; or why there is none. */
export type TestedStability = { readonly test: BetaStability; readonly change: SingleChange | null } | { readonly problem: EngineProblem };

/** β changed, by the robust test at 5%. */
export const hasChanged = (stability: TestedStability): boolean => "test" in stability && stability.test.pValue < 0.05;

/** β changed again before or after its best single split, by the same test. */
export const hasChangedFurther = ({ furtherP }: SingleChange): boolean => furtherP !== null && furtherP < 0.05;

/** The one change of β, where the data show one and don't show that there were more, or that it lies outside the days searched. */
export const datedChange = (stability: TestedStability): SingleChange | null =>
  hasChanged(stability) && "change" in stability && stability.change !== null && !stability.change.isAtEdge && !hasChangedFurther(stability.change) ? stability.change : null;

/** Without the day: no interval of a change is as narrow. */
export const monthOf = (day: string): string => day.slice(0, "2008-09".length);

/** "2008-09 (95% interval 2008-06 to 2009-01)". */
export function changeInterval({ firstAfter, interval: bounds }: SingleChange): string {
  const [earliest, latest] = bounds.map(monthOf);
  return `${monthOf(firstAfter)} (95% interval ${earliest === latest ? "within that month" : `${earliest ?? ""} to ${latest ?? ""}`})`;
}

/** β through time with the band of its interval and the date of its one change, and α per year. */
export function rollingChart(review: RollingReview, stability: TestedStability, returns: ReturnsName): Picture {
  return { filename: "rolling.png", spec: rollingSpec(review, stability), description: rollingWords(review, stability, returns) };
}

/** The one change of β, where it has a date and a window ends after it. */
function breakLayers({ days }: RollingFit, stability: TestedStability, label = ""): readonly RuleLayer[] {
  const change = datedChange(stability);
  if (!change) return [];
  const at = dayOfIso(change.firstAfter);
  return at < (days[0] ?? Infinity) ? [] : [{ type: "rule", label, role: "zero", axis: "x", at }];
}

/** From the first window's end to the last one's. */
function crisesOf({ days }: RollingFit): ReturnType<typeof crisesBetween> {
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : crisesBetween(isoDay(first), isoDay(last));
}

function crisisLayers(rolled: RollingFit, label: string): readonly Layer[] {
  const spans = crisesOf(rolled).map(({ first, last }) => [dayOfIso(first), dayOfIso(last)] as const);
  return spans.length === 0 ? [] : [{ type: "spans", label, role: "riskFree", spans }];
}

/** By name where they fit beside the window; else their number: each has its panel with its name. */
function factorsOf(factors: readonly string[]): string {
  const names = factors.join(" + ");
  return factors.length === 1 || names.length <= 30 ? cut(names, 30) : `${count(factors.length)} factors`;
}

/** β above, with the legend of both panels, α below; of more than two factors two panels a row of one height, α last. */
export function rollingSpec({ rolling: rolled, fullSample: whole, betas, alphaAnnual }: RollingReview, stability: TestedStability): ChartSpec {
  const { asset, days, factors, sample, window } = rolled;
  const isOne = factors.length === 1;
  const isStacked = factors.length <= 2;
  const hasLegend = (place: number): boolean => isStacked && place === 0;
  // A legend over one of several small panels would make it the smallest: its entries stand below the first ones.
  const keys = ["dashed: β of all rows", "band: 95% interval", ...(crisesOf(rolled).length > 0 ? ["grey: crises"] : [])];
  const ending = `window's last ${periodOf(sample)}`;
  const length = `${count(window)} ${periodOf(sample)}s`;
  const lines = (term: RollingTerm, bandLabel: string): readonly Layer[] => [
    { type: "band", label: bandLabel, role: "asset", x: days, low: term.band.low, high: term.band.high },
    { type: "line", label: "", role: "asset", x: days, y: term.band.middle },
  ];
  return {
    width: 1000,
    height: isStacked ? 800 : 400 * Math.ceil((factors.length + 1) / 2),
    ...(isOne ? {} : { panelHeight: 420 }),
    title: `${cut(asset, 20)} on ${factorsOf(factors)} over every ${length}`,
    columns: isStacked ? 1 : 2,
    panels: [
      ...betas.map((beta, place): Panel => ({
        x: { label: isStacked ? "" : (keys[place] ?? ending), format: "date" },
        y: { label: isOne ? "β" : `β of ${cut(factors[place] ?? "", 16)}`, format: "number" },
        layers: [
          ...crisisLayers(rolled, hasLegend(place) ? "crises" : ""),
          ...lines(beta, hasLegend(place) ? "95% interval" : ""),
          { type: "rule", label: hasLegend(place) ? "β of all rows" : "", role: "fit", axis: "y", at: whole.betas[place]?.value ?? 0 },
          ...breakLayers(rolled, stability, hasLegend(place) ? "change, if it was one" : ""),
        ],
      })),
      {
        x: { label: ending, format: "date" },
        y: { label: `α a year (${annualFactorOf(sample)})`, format: "percent" },
        layers: [...crisisLayers(rolled, ""), ...lines(alphaAnnual, ""), { type: "rule", label: "", role: "fit", axis: "y", at: 0 }],
      },
    ],
  };
}

/** "Shaded: dot-com crash (2000-03 to 2002-10), …": without days, as the picture shows none; nothing where there was no crisis. */
export function crisisWords(rolled: RollingFit): readonly string[] {
  const crises = crisesOf(rolled).map(({ name, first, last }) => `${name} ${monthOf(first)}${monthOf(first) === monthOf(last) ? "" : ` to ${monthOf(last)}`}`);
  return crises.length === 0 ? [] : [`Shaded: ${crises.join(", ")}.`];
}

function rollingWords({ rolling: rolled, fullSample: whole, betas, alphaAnnual }: RollingReview, stability: TestedStability, returns: ReturnsName): string {
  const change = datedChange(stability);
  const [first, ...others] = rolled.factors;
  const all = whole.betas[0];
  const latestAlpha = percentEstimate(alphaAnnual.range.latest.value, alphaAnnual.range.latest.standardError);
  return [
    ...(others.length === 0
      ? [`Two lines through time with their 95% bands. Top: β of ${rolled.asset} on ${first} over ${count(rolled.window)} rows, ${rangeWords(betas[0])}.`, `Dashed: β of all rows, ${estimate(all.value, all.standardError)}.`]
      : [
          `${count(betas.length + 1)} lines through time with their 95% bands, over ${count(rolled.window)} rows of ${rolled.asset}.`,
          ...betas.map((beta, place) => `β of ${rolled.factors[place] ?? ""}: ${rangeWords(beta)}; all rows ${estimate(whole.betas[place]?.value ?? NaN, whole.betas[place]?.standardError ?? NaN)}.`),
        ]),
    ...(change && breakLayers(rolled, stability).length > 0 ? [`Upright dashed line: the change of β, if it was one, ${changeInterval(change)}.`] : []),
    ...crisisWords(rolled),
    others.length === 0 ? `Below: α a year, latest ${latestAlpha}, dashed at zero.` : `Last: α a year, latest ${latestAlpha}, dashed at zero.`,
    `${counted(rolled.days.length, "window")}; returns: ${rolled.sample.frequency} ${returns}, ${windowWords(rolled.sample)}.`,
  ].join(" ");
}

const rangeWords = ({ range: { lowest, highest, latest } }: RollingTerm): string =>
  `lowest ${estimate(lowest.value, lowest.standardError)} (to ${lowest.ends}), highest ${estimate(highest.value, highest.standardError)} (to ${highest.ends}), latest ${estimate(latest.value, latest.standardError)} (${interval(latest.interval, latest.standardError)})`;
