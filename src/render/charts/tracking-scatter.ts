import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Portfolio } from "../../engine/portfolio.ts";
import type { ChartSpec } from "../chart/chart-spec.ts";
import { squareSize } from "../chart/square-size.ts";
import { count, estimate, interval, number } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { robustInterval, type RobustPair } from "../robust.ts";
import { windowWords } from "../window-words.ts";

/** The asset and its tracking portfolio against the market (chapter 6.7.4): several factors make the line a cloud. */
export function trackingScatter(pair: RobustPair, tracking: Portfolio): Picture {
  return { filename: "tracking.png", spec: trackingSpec(pair.fit, tracking), description: trackingWords(pair) };
}

function trackingSpec({ asset, factors, rows, sample }: FactorFit, tracking: Portfolio): ChartSpec {
  const factor = factors[0];
  const x = rows.factors[0];
  const size = squareSize(x.length);
  return {
    width: 1000,
    height: 600,
    title: `${asset} vs tracking portfolio`,
    panels: [
      {
        x: { label: `${factor} excess return, ${sample.frequency}`, format: "percent" },
        y: { label: `Excess return, ${sample.frequency}`, format: "percent" },
        layers: [
          { type: "points", label: `${asset} excess return`, role: "asset", x, y: rows.asset, size },
          { type: "points", label: `Tracking portfolio, ${factors.length > 1 ? "Σ " : ""}β · f`, role: "fit", x, y: tracking.returns, size },
        ],
      },
    ],
  };
}

function trackingWords(pair: RobustPair): string {
  const { fit } = pair;
  const { asset, betas, rSquared, sample } = fit;
  const [beta, ...others] = betas;
  return [
    `Scatter of ${asset} and its tracking portfolio against ${beta.term}: β = ${estimate(beta.value, beta.standardError)}, R² = ${number(rSquared, 3)}.`,
    others.length === 0
      ? `The tracking portfolio lies on one ${directionOf(beta.value)} straight line through 0; ${besideLine(fit)}.`
      : `With ${count(betas.length)} factors the tracking portfolio is ${fit.exact ? `${asset}'s own cloud${fit.alpha.value === 0 ? "" : ", moved by α"}` : `a narrower cloud inside ${asset}'s own`}.`,
    `95% interval of β ${interval(beta.interval, beta.standardError)}${robustInterval(pair, (each) => each.betas[0])}.`,
    `n = ${count(sample.observations)}, ${sample.frequency} excess returns, ${windowWords(sample)}.`,
  ].join(" ");
}

const directionOf = (slope: number): string => (slope < 0 ? "falling" : slope > 0 ? "rising" : "flat");

/** Where the asset lies: an exact fit leaves nothing to scatter. */
function besideLine({ asset, alpha, exact }: FactorFit): string {
  if (!exact) return `${asset} scatters around it`;
  return alpha.value === 0 ? `${asset} lies on it` : `${asset} lies on a line beside it, α ${alpha.value > 0 ? "above" : "below"}`;
}
