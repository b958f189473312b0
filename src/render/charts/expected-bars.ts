import type { ExpectedPart, ExpectedReturn } from "../../engine/expected-return.ts";
import type { SampledEstimate } from "../../engine/influence-estimate.ts";
import { periodsPerYearOf } from "../analysis-reply.ts";
import type { BarsLayer, ChartSpec } from "../chart/chart-spec.ts";
import { rolesOf } from "../chart/colours.ts";
import { percent, rounded } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** The parts of an expected return stacked to its total; a negative one hangs below zero. */
export function expectedBars(expected: ExpectedReturn, total: SampledEstimate | null): Picture {
  return { filename: "expected.png", spec: expectedSpec(expected, total), description: expectedWords(expected, total) };
}

/** Rounded to what its error allows. */
const totalText = ({ total, sample }: ExpectedReturn, inferred: SampledEstimate | null): string =>
  inferred ? rounded(total.annual, inferred.standardError * periodsPerYearOf(sample), "%") : percent(total.annual, 3);

export function expectedSpec(expected: ExpectedReturn, inferred: SampledEstimate | null): ChartSpec {
  const { asset, parts } = expected;
  const premiums = parts.filter(({ part }) => part === "premium");
  const roles = rolesOf(premiums.map(({ series }) => series));
  return {
    width: 1000,
    height: 600,
    title: `${asset}: E[r] = ${totalText(expected, inferred)} a year`,
    panels: [
      {
        x: { label: "", format: "category", categories: [asset] },
        y: { label: "Expected return a year", format: "percent" },
        layers: parts.map(
          (part): BarsLayer => ({
            type: "bars",
            label: nameOf(part),
            role: ({ "risk-free": "riskFree", alpha: "idiosyncratic", premium: roles[premiums.indexOf(part)] ?? "market" } as const)[part.part],
            values: [part.annual],
            stack: "parts",
            texts: [percent(part.annual, 3)],
          }),
        ),
      },
    ],
  };
}

const nameOf = ({ part, series }: ExpectedPart): string =>
  ({ "risk-free": "rf", alpha: "α", premium: `β · E[${series}]` })[part];

function expectedWords(expected: ExpectedReturn, inferred: SampledEstimate | null): string {
  const { asset, parts, sample } = expected;
  return [
    `Stacked bar: ${asset}'s expected return of ${totalText(expected, inferred)} a year is ${parts.map((part) => `${nameOf(part)} ${percent(part.annual, 3)}`).join(", ")}.`,
    `Averages of ${sample.frequency} returns, ${windowWords(sample)}, scaled to a year.`,
  ].join(" ");
}
