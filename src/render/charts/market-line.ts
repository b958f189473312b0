import type { SecurityMarketLine } from "../../engine/security-market-line.ts";
import type { ChartSpec } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { count, number, percent } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** Mean excess return per year against β, with the line of α = 0 (6.5.2); names at some of the points where they are many. */
export function marketLineChart(line: SecurityMarketLine, named: readonly number[] = [...line.points.keys()]): Picture {
  return { filename: "market-line.png", spec: marketLineSpec(line, new Set(named)), description: marketLineWords(line, named) };
}

function marketLineSpec({ factor, points, premiumAnnual }: SecurityMarketLine, named: ReadonlySet<number>): ChartSpec {
  const betas = points.map(({ beta }) => beta);
  const ends = [Math.min(0, ...betas), Math.max(1, ...betas) * 1.15];
  return {
    width: 1000,
    height: 600,
    title: "Security market line: height above it is α",
    panels: [
      {
        x: { label: `β on ${cut(factor, 20)}`, format: "number" },
        y: { label: "mean excess return a year", format: "percent" },
        layers: [
          { type: "line", label: "α = 0: β · mean of the factor", role: "fit", x: ends, y: ends.map((beta) => beta * premiumAnnual) },
          ...points.map(({ beta, meanAnnual, predictedAnnual }) => ({
            type: "line" as const,
            label: "",
            role: "zero" as const,
            x: [beta, beta],
            y: [predictedAnnual, meanAnnual],
            dashed: true,
          })),
          {
            type: "names",
            label: "assets, and the factor itself",
            role: "asset",
            x: [...betas, 1],
            y: [...points.map(({ meanAnnual }) => meanAnnual), premiumAnnual],
            names: [...points.map(({ asset }, place) => (named.has(place) ? asset : "")), factor].map((name) => cut(name, 20)),
          },
        ],
      },
    ],
  };
}

function marketLineWords({ factor, points, premiumAnnual, sample }: SecurityMarketLine, named: readonly number[]): string {
  const each = named.flatMap((place) => points[place] ?? []).map(
    ({ asset, beta, meanAnnual, alphaAnnual }) =>
      `${asset} β ${number(beta, 3)}, mean ${percent(meanAnnual, 3)}, ${percent(Math.abs(alphaAnnual), 3)} ${alphaAnnual < 0 ? "below" : "above"} the line`,
  );
  return [
    `Mean excess return a year against β for ${count(points.length)} assets${each.length < points.length ? `, of which ${count(each.length)} are furthest from the line by their t` : ""}: ${each.join("; ")}.`,
    `The line runs from 0 through ${factor} at β = 1, ${percent(premiumAnnual, 3)}.`,
    `Returns: ${sample.frequency} excess, ${windowWords(sample)}.`,
  ].join(" ");
}
