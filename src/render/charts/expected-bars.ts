import type { ExpectedPart, ExpectedReturn } from "../../engine/expected-return.ts";
import type { Estimate } from "../../engine/factor-fit.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import { periodsPerYearOf } from "../analysis-reply.ts";
import type { ChartSpec, Panel, Step } from "../chart/chart-spec.ts";
import { rolesOf, type Role } from "../chart/colours.ts";
import { shortName } from "../chart/short-name.ts";
import { interval, percent } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** What is known of the parts besides their values; null where the rows allow no interval. */
interface Uncertainty {
  /** α a year with the interval that the reply reads it by. */
  readonly alphaAnnual: Estimate;
  /** α a year as the reply writes it. */
  readonly alphaText: string;
  /** Of E[r] and of Σ β·E[f], per period. */
  readonly total: SampledEstimate | null;
  readonly premium: SampledEstimate | null;
}

/** A waterfall from rf over the parts of an expected return to their sum, and below it the intervals that the reply has, each about 0. */
export function expectedBars(expected: ExpectedReturn, known: Uncertainty): Picture {
  return { filename: "expected.png", spec: expectedSpec(expected, known), description: expectedWords(expected, known) };
}

export function expectedSpec(expected: ExpectedReturn, known: Uncertainty): ChartSpec {
  const { asset, parts, total } = expected;
  return {
    width: 1000,
    height: 800,
    title: `${shortName(asset, 40)}: E[r] = ${percent(total.annual)} a year`,
    panels: [
      {
        title: "What it is made of",
        x: { label: "a year", format: "percent" },
        y: { label: "", format: "category", categories: [...parts.map(nameOf), "E[r]"] },
        layers: [{ type: "steps", label: "", role: "zero", steps: [...partSteps(expected, known), { from: 0, to: total.annual, role: "zero", text: percent(total.annual) }] }],
      },
      intervalsPanel(intervalsOf(expected, known)),
    ],
  };
}

/** Each from where the one before it ends: a bar that floats has no interval, whose place about 0 would be wrong. */
function partSteps(expected: ExpectedReturn, known: Uncertainty): readonly Step[] {
  const premiums = expected.parts.filter(({ part }) => part === "premium");
  const roles = rolesOf(premiums.map(({ series }) => series));
  let from = 0;
  return expected.parts.map((part) => {
    const start = from;
    from += part.annual;
    const role: Role = ({ "risk-free": "riskFree", alpha: "idiosyncratic", premium: roles[premiums.indexOf(part)] ?? "market" } as const)[part.part];
    return { from: start, to: from, role, text: partText(part, known) };
  });
}

/** With the digits that the reply has. */
const partText = ({ part, annual }: ExpectedPart, { alphaText }: Uncertainty): string =>
  part === "alpha" ? alphaText : percent(annual);

interface Reach {
  readonly name: string;
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
  readonly standardError: number;
  readonly text: string;
}

/** A year: α, what the factors pay together, the sum. */
function intervalsOf({ parts, total, sample }: ExpectedReturn, known: Uncertainty): readonly Reach[] {
  const premiums = parts.filter(({ part }) => part === "premium");
  const [only] = premiums;
  const annual = (name: string, value: number, inferred: SampledEstimate | null): readonly Reach[] => {
    if (inferred === null) return [];
    const periods = periodsPerYearOf(sample);
    const [low, high] = inferred.interval;
    return [{ name, value, interval: [low * periods, high * periods], standardError: inferred.standardError * periods, text: percent(value) }];
  };
  return [
    { name: "α", ...known.alphaAnnual, text: known.alphaText },
    ...annual(only && premiums.length === 1 ? nameOf(only) : "Σ β · E[f]", premiums.reduce((sum, part) => sum + part.annual, 0), known.premium),
    ...annual("E[r]", total.annual, known.total),
  ];
}

const intervalsPanel = (reaches: readonly Reach[]): Panel => ({
  title: "How sure: 95% intervals",
  x: { label: "a year; dashed at 0", format: "percent" },
  y: { label: "", format: "category", categories: reaches.map(({ name }) => name) },
  layers: [
    { type: "rule", label: "", role: "zero", axis: "x", at: 0 },
    {
      type: "intervals",
      label: "",
      role: "fit",
      values: reaches.map(({ value }) => value),
      low: reaches.map(({ interval: [low] }) => low),
      high: reaches.map(({ interval: [, high] }) => high),
      texts: reaches.map(({ text }) => text),
    },
  ],
});

const nameOf = ({ part, series }: ExpectedPart): string =>
  ({ "risk-free": "rf", alpha: "α", premium: `β · E[${shortName(series, 10)}]` })[part];

function expectedWords(expected: ExpectedReturn, known: Uncertainty): string {
  const { asset, parts, total, sample } = expected;
  return [
    `Waterfall: ${asset}'s expected return of ${percent(total.annual)} a year is ${parts.map((part) => `${nameOf(part)} ${partText(part, known)}`).join(", ")}, each bar from where the one above it ends.`,
    `Below, 95% intervals about a dashed line at 0: ${intervalsOf(expected, known).map(({ name, interval: ends, standardError }) => `${name} ${interval(ends, standardError, "%")}`).join(", ")}.`,
    `Averages of ${sample.frequency} returns, ${windowWords(sample)}, scaled to a year.`,
  ].join(" ");
}
