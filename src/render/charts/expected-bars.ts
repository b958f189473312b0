import type { ExpectedPart, ExpectedReturn } from "../../engine/expected-return.ts";
import type { Estimate } from "../../engine/factor-fit.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import { periodsPerYearOf } from "../analysis-reply.ts";
import type { ChartSpec, Step } from "../chart/chart-spec.ts";
import { rolesOf, type Role } from "../chart/colours.ts";
import { shortName } from "../chart/short-name.ts";
import { percent, rounded } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** What is known of the parts besides their values; null where the rows allow no interval. */
interface Uncertainty {
  readonly alphaAnnual: Estimate;
  /** Of E[r] and of Σ β·E[f], per period. */
  readonly total: SampledEstimate | null;
  readonly premium: SampledEstimate | null;
}

/** A waterfall from rf over the parts of an expected return to their sum, with the intervals that the reply has. */
export function expectedBars(expected: ExpectedReturn, known: Uncertainty): Picture {
  return { filename: "expected.png", spec: expectedSpec(expected, known), description: expectedWords(expected, known) };
}

/** Rounded to what its error allows. */
const totalText = ({ total, sample }: ExpectedReturn, { total: inferred }: Uncertainty): string =>
  inferred ? rounded(total.annual, inferred.standardError * periodsPerYearOf(sample), "%") : percent(total.annual, 3);

export function expectedSpec(expected: ExpectedReturn, known: Uncertainty): ChartSpec {
  const { asset, parts, total } = expected;
  return {
    width: 1000,
    height: 600,
    title: `${shortName(asset, 40)}: E[r] = ${totalText(expected, known)} a year`,
    panels: [
      {
        x: { label: "a year; lines: 95% intervals", format: "percent" },
        y: { label: "", format: "category", categories: [...parts.map(nameOf), "E[r]"] },
        layers: [
          {
            type: "steps",
            label: "",
            role: "zero",
            steps: [...partSteps(expected, known), { from: 0, to: total.annual, role: "zero", text: totalText(expected, known), ...intervalOf(known.total, 0, expected) }],
          },
        ],
      },
    ],
  };
}

/** Each from where the one before it ends; an interval is that of the part, from there. */
function partSteps(expected: ExpectedReturn, { alphaAnnual, premium }: Uncertainty): readonly Step[] {
  const premiums = expected.parts.filter(({ part }) => part === "premium");
  const roles = rolesOf(premiums.map(({ series }) => series));
  let from = 0;
  return expected.parts.map((part) => {
    const start = from;
    from += part.annual;
    const role: Role = ({ "risk-free": "riskFree", alpha: "idiosyncratic", premium: roles[premiums.indexOf(part)] ?? "market" } as const)[part.part];
    const own = part.part === "alpha" ? { interval: shifted(alphaAnnual.interval, start) } : part.part === "premium" && premiums.length === 1 ? intervalOf(premium, start, expected) : {};
    return { from: start, to: from, role, text: percent(part.annual, 3), ...own };
  });
}

const intervalOf = (inferred: SampledEstimate | null, start: number, { sample }: ExpectedReturn): Pick<Step, "interval"> => {
  if (inferred === null) return {};
  const [low, high] = inferred.interval.map((end) => end * periodsPerYearOf(sample)) as [number, number];
  return { interval: shifted([low, high], start) };
};

const shifted = ([low, high]: readonly [number, number], start: number): readonly [number, number] => [low + start, high + start];

const nameOf = ({ part, series }: ExpectedPart): string =>
  ({ "risk-free": "rf", alpha: "α", premium: `β · E[${shortName(series, 10)}]` })[part];

function expectedWords(expected: ExpectedReturn, known: Uncertainty): string {
  const { asset, parts, sample } = expected;
  return [
    `Waterfall: ${asset}'s expected return of ${totalText(expected, known)} a year is ${parts.map((part) => `${nameOf(part)} ${percent(part.annual, 3)}`).join(", ")}, each bar from where the one above it ends.`,
    `Averages of ${sample.frequency} returns, ${windowWords(sample)}, scaled to a year.`,
  ].join(" ");
}
