import { betaAgreement } from "../../engine/beta-agreement.ts";
import type { Estimate, FactorFit } from "../../engine/factor-fit.ts";
import { periodsPerYear } from "../../engine/series.ts";
import type { FrequencyFigures } from "../../engine/frequency-figures.ts";
import { analysisReply, annualFactorOf, periodOf, sameRows, type AnalysisContext } from "../analysis-reply.ts";
import { frequencyChart } from "../charts/frequency.ts";
import { frequencyCode } from "../code/frequency-code.ts";
import { csv } from "../../csv.ts";
import { lackingShare } from "../lacking-days.ts";
import { narrowBlock } from "../narrow-block.ts";
import { count, estimate, interval, number, percent, percentEstimate, pValue } from "../numbers.ts";
import { problemWords } from "../problem.ts";
import { estimatorWords, recipeLine } from "../recipe.ts";
import { numbersIn, type Reply } from "../reply.ts";
import { ofTheseRowsLines } from "../other-years.ts";
import { leavesOutZeroDifferently, pairOf, readFit, robustInterval, robustResults, type RobustPair } from "../robust.ts";
import type { FrequencyResult } from "../results.ts";

export type { FrequencyResult } from "../results.ts";

/** One regression at several frequencies: β and R² stay, α, variance, volatility and Sharpe scale (6.12). */
export function frequencyReply(answer: FrequencyResult, context: AnalysisContext): Reply {
  const { figures, missing } = answer;
  const first = figures[0];
  if (!first) throw new Error("a frequency reply has at least one fit");
  const { asset, factors } = first.fit;
  const factor = factors[0];
  // A few months' β is in its line, with what it would take, and no headline.
  const enough = figures.filter((_, place) => (answer.rowsNeeded?.[place] ?? null) === null);
  const betas = (enough.length > 0 ? enough : [first]).map(({ beta, frequency }) => `${estimate(beta.value, beta.standardError)} ${periodWords[frequency]}`);
  const rows = figures.map(({ frequency, fit, beta, volatility, volatilityAnnual, sharpe }) => [
    frequency, fit.sample.observations, beta.value, beta.standardError, fit.alpha.value, fit.alpha.standardError,
    fit.alphaAnnual.value, volatility, volatilityAnnual, sharpe, fit.rSquared,
  ]);
  return analysisReply(
    {
      title: `${asset} on ${factor}: β = ${betas.join(", ")}`,
      lines: [...betaLines(answer), "", agreementWords(answer, context), ...(first.fit.exact ? [] : ofTheseRowsLines(factors)), ...missing.map(({ period, problem }) => `${periodNames[period]} is left out: ${problemWords(problem).cause}`)],
      more: [
        ...figures.flatMap((each, place) => blockOf(each, place, periodOf(first.fit.sample))),
        ...dimsonLines(answer),
        "If periods are independent: **what scales** is a mean or an α with the number of periods (×252, ×52, ×12), a variance likewise, a volatility or a Sharpe ratio with its root (×√252, ×√52, ×√12); **what does not** is β, R² and the correlation.",
      ],
      // One frequency alone has no other to differ from.
      ...(figures.length < 2 ? {} : { hint: hintOf(answer, lacksDays(answer, context)) }),
      recipe: recipeLine({
        formula: `${asset} ~ ${factor}`,
        sample: first.fit.sample,
        estimator: [
          estimatorWords(first.fit.inference),
          ...figures.slice(1).map(({ fit, frequency }) => `also ${frequency}, n = ${count(fit.sample.observations)}${fit.inference.covariance === "hac" ? `, ${count(fit.inference.lags)} lags` : ""}`),
        ].join(" · "),
        sources: context.sources,
      }),
      picture: frequencyChart(figures, readBetas(answer)),
      files: [
        {
          filename: "frequencies.csv",
          parts: [csv(
            ["frequency", "rows", "beta", "beta_se", "alpha", "alpha_se", "alpha_annual", "volatility", "volatility_annual", "sharpe_annual", "r_squared"],
            rows,
          )],
          numbers: () => numbersIn(rows),
          description: "The figures of every frequency at full precision, one frequency a row",
        },
      ],
      code: frequencyCode(answer, context),
      lesson: "beta-and-frequency",
      nextSteps: [
        ...(figures.some(({ frequency }) => frequency === "monthly") ? [{ label: "Monthly in full", command: "beta", options: { ticker: asset, factor, ...sameRows(context), frequency: "monthly" } }] : []),
        { label: "β through time", command: "rolling", options: { ticker: asset, factor, ...sameRows(context) } },
      ],
      result: { figures, ...(answer.dimson ? { dimson: answer.dimson } : {}), errors: figures.map(({ fit }, place) => robustResults(pairOf(fit, place, answer))) },
    },
    context,
  );
}

/** Whether prices that react late or early tie the days of a week together: what longer periods take in. */
function dimsonLines({ dimson, figures }: FrequencyResult): readonly string[] {
  const first = figures[0];
  if (!dimson || !first) return [];
  const { sum, neighbours, reach } = dimson;
  const written = ({ value, standardError, interval: range }: Estimate): string => `${estimate(value, standardError)} · 95% interval ${interval(range, standardError)}`;
  const verdict = neighbours.pValue < 0.05
    ? `The days around ${neighbours.value > 0 ? "add to" : "take from"} β: ${first.fit.asset} and ${first.fit.factors[0]} don't react on the same day, and β of longer periods takes that in.`
    : "No sign that the two react on different days.";
  return [
    `**Dimson's β of days = ${written(sum)}**: on ${first.fit.factors[0]}'s ${count(reach)} days before and after too`,
    `Its part of the days around: ${written(neighbours)} (${pValue(neighbours.pValue)}). ${verdict}`,
    "",
  ];
}

/** What the shortest periods would make of the longer ones if each stood alone; what ties them is asked where the βs are apart. */
function hintOf({ figures, agreement }: FrequencyResult, lacks: boolean): string {
  const [first, second] = figures;
  if (!first || !second) return "";
  const [short, long] = [periodOf(first.fit.sample), periodOf(second.fit.sample)];
  const would = `If ${short}s had nothing to do with each other, every figure would follow from the ${periodWords[first.frequency]} one. Which is furthest from that`;
  if (agreement === "apart" && lacks) return `${would}, and how much of it do the missing days explain?`;
  return agreement === "apart" ? `${would}, and what could tie the ${short}s of one ${long} together?` : `${would}, and could that be chance?`;
}

const periodNames = { daily: "Daily", weekly: "Weekly", monthly: "Monthly", annual: "Yearly" } as const;
const periodWords = { daily: "daily", weekly: "weekly", monthly: "monthly", annual: "yearly" } as const;

function blockOf({ fit, predicted: foretold, frequency, sharpe, volatility, volatilityAnnual }: FrequencyFigures, index: number, base: string): string[] {
  const { alpha, alphaAnnual, rSquared, sample } = fit;
  const period = periodOf(sample);
  return [
    `**${periodNames[frequency]}**, n = ${count(sample.observations)}`,
    narrowBlock([
      ["R²", number(rSquared, 3)],
      [`α a ${period}`, percentEstimate(alpha.value, alpha.standardError)],
      ...(index === 0 ? [] : [[` from the ${base}s`, percent(foretold.alpha, 3)] as const]),
      ...(frequency === "annual"
        ? []
        : [[`α a year ${annualFactorOf(sample)}`, percentEstimate(alphaAnnual.value, alphaAnnual.standardError)] as const]),
      [`σ a ${period}`, percent(volatility)],
      ...(index === 0 ? [] : [[` from the ${base}s`, percent(foretold.volatility)] as const]),
      ...(frequency === "annual" ? [] : [[`σ a year ×√${String(periodsPerYear[frequency])}`, percent(volatilityAnnual)] as const]),
      ["Sharpe a year", number(sharpe, 3)],
    ]),
  ];
}

type Decides = (one: Estimate, other: Estimate) => boolean;

const betaOf = ({ betas }: FactorFit): Estimate => betas[0];

/** When another interval stands beside: read otherwise about 0; wider by a twentieth, too; printed with other digits, too. */
const besides: readonly Decides[] = [
  leavesOutZeroDifferently,
  (one, other) => leavesOutZeroDifferently(one, other) || Math.abs(Math.log(widthOf(one) / widthOf(other))) > 0.05,
  (one, other) => interval(one.interval, one.standardError) !== interval(other.interval, other.standardError),
];
const widthOf = ({ interval: [low, high] }: Estimate): number => high - low;

const pairsOf = (answer: FrequencyResult): readonly RobustPair[] => answer.figures.map(({ fit }, place) => pairOf(fit, place, answer));

/** The lines are as short as they can be with intervals that, read by themselves, overlap where those that decide do. */
function decidesIn(answer: FrequencyResult): Decides {
  const isReadRight = (decides: Decides): boolean => (betaAgreement(pairsOf(answer).map((pair) => readFit(pair, betaOf, decides))) === "overlap") === (answer.agreement === "overlap");
  return besides.find(isReadRight) ?? besides.at(-1) ?? leavesOutZeroDifferently;
}

function betaLines(answer: FrequencyResult): readonly string[] {
  const decides = decidesIn(answer);
  const pairs = pairsOf(answer);
  return answer.figures.map((each, place) => betaLine(each, robustInterval(pairs[place] ?? { fit: each.fit, robust: null }, betaOf, { decides }), answer.rowsNeeded?.[place] ?? null));
}

/** β of every frequency with the interval that stands last in its line. */
function readBetas(answer: FrequencyResult): readonly Estimate[] {
  const decides = decidesIn(answer);
  return pairsOf(answer).map((pair) => betaOf(readFit(pair, betaOf, decides)));
}

function betaLine({ beta, fit, frequency }: FrequencyFigures, beside: string, needed: number | null): string {
  return `**${periodNames[frequency]}: β = ${estimate(beta.value, beta.standardError)}** · 95% interval ${interval(beta.interval, beta.standardError)}${beside}, R² ${number(fit.rSquared, 3)}, n = ${count(fit.sample.observations)}${needed === null ? "" : `: too few to say much, from ${count(needed)} on they do`}`;
}

const lacksDays = ({ figures }: FrequencyResult, { compounded = [] }: AnalysisContext): boolean => figures.some(({ fit }) => lackingShare({ ...fit, compounded }) > 0);

/** Whether the intervals of β, those that decide, have a point in common: by eye, not a test. */
function agreementWords(answer: FrequencyResult, context: AnalysisContext): string {
  const { agreement, figures } = answer;
  const lacks = lacksDays(answer, context);
  return {
    one: "One frequency alone has nothing to be compared with.",
    overlap: "The intervals of β overlap, by eye: one β could fit them all.",
    "apart by luck": `The intervals of β do not all overlap, yet they would if each were widened as comparing ${count(figures.length)} of them asks: no evidence that β differs.`,
    apart: lacks ? "The intervals of β do not all overlap, by eye. The days that are missing alone take from β of longer periods." : `The intervals of β do not all overlap, by eye: returns of neighbouring ${figures[0] ? periodOf(figures[0].fit.sample) : "day"}s may go together, or β changed and each frequency weighs the years differently.`,
  }[agreement];
}
