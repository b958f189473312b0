import type { Estimate } from "../../engine/factor-fit.ts";
import type { SecurityMarketLine } from "../../engine/security-market-line.ts";
import type { ChartSpec } from "../chart/chart-spec.ts";
import { cut } from "../message.ts";
import { count, counted, number, percent } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** What is named and known of the points. */
interface Named {
  /** Their places, where not all are named. */
  readonly named?: readonly number[];
  /** α a year of each point by the errors that the reply reads it by. */
  readonly alphas: readonly Pick<Estimate, "interval">[];
}

/** Mean excess return per year against β, with the line of α = 0 (6.5.2); those that are named have α's interval, from the line on. */
export function marketLineChart(line: SecurityMarketLine, { named = [...line.points.keys()], alphas }: Named): Picture {
  return { filename: "market-line.png", spec: marketLineSpec(line, new Set(named), alphas), description: marketLineWords(line, named) };
}

function marketLineSpec({ factor, points, premiumAnnual }: SecurityMarketLine, named: ReadonlySet<number>, alphas: Named["alphas"]): ChartSpec {
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
            label: "assets, α's 95% interval",
            role: "asset",
            x: [...betas, 1],
            y: [...points.map(({ meanAnnual }) => meanAnnual), premiumAnnual],
            intervals: points.map(({ predictedAnnual }, place) => {
              const ends = named.has(place) ? alphas[place]?.interval : undefined;
              return ends ? [predictedAnnual + ends[0], predictedAnnual + ends[1]] : null;
            }),
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
    `Mean excess return a year against β for ${counted(points.length, "asset")}${each.length < points.length ? `, of which ${count(each.length)} are furthest from the line by their t` : ""}: ${each.join("; ")}.`,
    `Upright whiskers: α's 95% interval from the line on; where one crosses the line, α could be 0.`,
    `The line runs from 0 through ${factor} at β = 1, ${percent(premiumAnnual, 3)}.`,
    `Returns: ${sample.frequency} excess, ${windowWords(sample)}.`,
  ].join(" ");
}
