import type { ExpectedPart, ExpectedReturn } from "../../engine/expected-return.ts";
import type { BarsLayer, ChartSpec } from "../chart/chart-spec.ts";
import { rolesOf } from "../chart/colours.ts";
import { percent } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** The parts of an expected return stacked to its total; a negative one hangs below zero. */
export function expectedBars(expected: ExpectedReturn): Picture {
  return { filename: "expected.png", spec: expectedSpec(expected), description: expectedWords(expected) };
}

export function expectedSpec({ asset, parts, total }: ExpectedReturn): ChartSpec {
  const premiums = parts.filter(({ part }) => part === "premium");
  const roles = rolesOf(premiums.map(({ series }) => series));
  return {
    width: 1000,
    height: 600,
    title: `${asset}: E[r] = ${percent(total.annual)} a year`,
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

function expectedWords({ asset, parts, total, sample }: ExpectedReturn): string {
  return [
    `Stacked bar: ${asset}'s expected return of ${percent(total.annual)} a year is ${parts.map((part) => `${nameOf(part)} ${percent(part.annual, 3)}`).join(", ")}.`,
    `Averages of ${sample.frequency} returns, ${sample.first} to ${sample.last}, scaled to a year.`,
  ].join(" ");
}
