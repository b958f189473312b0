/**
 * Which recipes a number most likely came from, by Bayes' rule: the odds of each recipe that gives its digits, against
 * the odds that a number with as many digits is there by chance, as one that came from no recipe at all would be.
 *
 * A number that nobody computed falls on [x − h, x + h], h half a unit of its last digit, with a probability near
 * 2h/|x| per logarithmic unit: few digits, much chance. So "1.4" is evidence of next to nothing and "1.4189" of much.
 */
import { answerKey, type RecipeFigure } from "./recipe.ts";
import { assetOdds, type NumberRequest, quantityOdds } from "./recipe-odds.ts";

/** A recipe that gives the number's digits, with the probability that it is where the number comes from. */
export interface LikelyRecipe extends RecipeFigure {
  readonly probability: number;
}

/** The figures of one asset, sorted by value. */
export type SortedFigures = readonly RecipeFigure[];

export const sortFigures = (figures: readonly RecipeFigure[]): SortedFigures => [...figures].sort((one, other) => one.value - other.value);

/** That a number comes from none of the recipes, per logarithmic unit, against odds of 1 for the chapter's own recipe. */
const chanceOdds = 2.5;
/** A fraction has all digits; sums of its digits differ in the last bits. */
const fractionTolerance = 1e-6;

/** Recipes are named where together they are likelier than chance and the likeliest has this probability. */
const leastOfTheLikeliest = 0.25;
/** The most that a reader is told, and how likely each must be. */
const maxLikely = 3;
const leastProbability = 0.08;

interface LikelyRecipes {
  /** At most three, the likeliest first; none where chance explains the number better. */
  readonly likely: readonly LikelyRecipe[];
  /** How many different answers round to the number, named or not. */
  readonly fitting: number;
  /** The chapter's own figures of the asset that round to it, named or not; of no asset none. */
  readonly own: readonly RecipeFigure[];
}

export function likelyRecipes(catalogues: readonly SortedFigures[], request: NumberRequest): LikelyRecipes {
  if (!hasDigits(request.value)) return { likely: [], fitting: 0, own: [] };
  const width = halfWidth(request);
  const figures = fittingAmong(weighed(catalogues, request, request.value - width, request.value + width), request, width);
  const own = figures.flatMap(({ figure }) => (isChapters(figure, request.asset) && figure.sample.rows === "joined" ? [figure] : []));
  return { likely: namedAmong(figures, request, width), fitting: new Set(figures.map(({ figure }) => figure.answer)).size, own };
}

/** Everything small rounds to 0 and everything near it to 1: a match with either is none. */
export const hasDigits = (value: number): boolean => value !== 0 && Math.abs(value) !== 1;

/** Numbers of the base rate: enough that its tenths are not chance. */
const baseRateNumbers = 120;

/**
 * The share of numbers like this one that some recipe would be named for: as many decimals, the same sign, unit, quantity
 * and asset, spread evenly between half and twice as large. 0 where a number has no digits, or all of them.
 */
export function baseRate(catalogues: readonly SortedFigures[], request: NumberRequest): number {
  const { value, halfUnit } = request;
  if (!hasDigits(value) || halfUnit === 0) return 0;
  const [unit, width] = [2 * halfUnit, halfWidth(request)];
  const [low, high] = [Math.max(1, Math.round(Math.abs(value) / 2 / unit)), Math.round((2 * Math.abs(value)) / unit)];
  const ends = [Math.sign(value) * low * unit, Math.sign(value) * high * unit].sort((one, other) => one - other) as [number, number];
  const figures = weighed(catalogues, request, ends[0] - width, ends[1] + width);
  const count = Math.min(baseRateNumbers, high - low + 1);
  let named = 0;
  for (let index = 0; index < count; index++) {
    const other = Math.sign(value) * (low + Math.round((index * (high - low)) / Math.max(1, count - 1))) * unit;
    const numbered = { ...request, value: other };
    if (hasDigits(other) && namedAmong(fittingAmong(figures, numbered, width), numbered, width).length > 0) named++;
  }
  return named / count;
}

const isChapters = ({ departures, sample }: RecipeFigure, asset: string | null): boolean => departures === 0 && sample.asset === asset;

const halfWidth = ({ value, halfUnit }: NumberRequest): number => (halfUnit === 0 ? Math.abs(value) * fractionTolerance : halfUnit * (1 + 1e-9));

/** As replies and summaries print a figure. */
const printedDigits = 4;
const asPrinted = (value: number): number => Number(value.toPrecision(printedDigits));

/** How far outside its digits a figure may lie that was rounded twice: 1.3949, read as 1.395 and written as 1.40. */
function roundedTwice({ value, halfUnit }: NumberRequest): number {
  const printedHalfUnit = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - printedDigits) / 2;
  return halfUnit > printedHalfUnit ? printedHalfUnit : 0;
}

/** A figure with its odds for one request. */
interface WeighedFigure {
  readonly value: number;
  readonly odds: number;
  readonly figure: RecipeFigure;
}

/** The figures from `low` to `high` that can be what was asked about, by value. */
function weighed(catalogues: readonly SortedFigures[], request: NumberRequest, low: number, high: number): readonly WeighedFigure[] {
  const found: WeighedFigure[] = [];
  const reach = roundedTwice(request);
  for (const figures of catalogues) {
    for (let index = firstAtLeast(figures, low - reach); index < figures.length && figures[index]!.value <= high + reach; index++) {
      const figure = figures[index]!;
      const odds = figure.weight * assetOdds(figure, request.asset) * quantityOdds(figure.quantity, request);
      if (odds > 0) found.push({ value: figure.value, odds, figure });
    }
  }
  return catalogues.length === 1 ? found : found.sort((one, other) => one.value - other.value);
}

/** Of figures by value, those that round to the number: at once, or as they are printed. */
function fittingAmong(figures: readonly WeighedFigure[], request: NumberRequest, width: number): readonly WeighedFigure[] {
  const [low, high, reach] = [request.value - width, request.value + width, roundedTwice(request)];
  const isFitting = (value: number): boolean => value >= low && value <= high;
  const found: WeighedFigure[] = [];
  for (let index = firstAtLeast(figures, low - reach); index < figures.length && figures[index]!.value <= high + reach; index++) {
    const figure = figures[index]!;
    if (isFitting(figure.value) || (reach > 0 && isFitting(asPrinted(figure.value)))) found.push(figure);
  }
  return found;
}

/**
 * Of the figures that round to the number, those to name: the chapter's own of the asset first, then the likeliest. The
 * chapter's own of what was asked about is named whatever the digits.
 */
function namedAmong(figures: readonly WeighedFigure[], request: NumberRequest, width: number): readonly LikelyRecipe[] {
  const answers = new Map<string, { best: WeighedFigure; odds: number }>();
  let explained = 0;
  for (const weighedFigure of figures) {
    const { figure, odds } = weighedFigure;
    explained += odds;
    const answer = answers.get(figure.answer);
    if (!answer) answers.set(figure.answer, { best: weighedFigure, odds });
    else {
      answer.odds += odds;
      if (odds > answer.best.odds) answer.best = weighedFigure;
    }
  }
  const total = explained + chanceOdds * ((2 * width) / Math.abs(request.value));
  const rank = ({ best: { figure } }: { readonly best: WeighedFigure }): number => (isChapters(figure, request.asset) ? (figure.quantity === request.quantity ? 2 : 1) : 0);
  const byOdds = [...answers.values()].sort((one, other) => other.odds - one.odds);
  const ranked = byOdds.filter((answer) => rank(answer) > 0 || answer.odds / total >= leastProbability).sort((one, other) => rank(other) - rank(one));
  const [likeliest] = byOdds;
  if (!likeliest || (rank(ranked[0] ?? likeliest) < 2 && (explained < total / 2 || likeliest.odds < total * leastOfTheLikeliest))) return [];
  const likely: LikelyRecipe[] = [];
  for (const { best, odds } of ranked) {
    if (likely.length === maxLikely) break;
    if (likely.length > 0 && odds / total < leastProbability) continue;
    if (!likely.some((other) => isVariation(best.figure, other))) likely.push({ ...best.figure, probability: odds / total });
  }
  return likely;
}

function firstAtLeast(figures: readonly { readonly value: number }[], value: number): number {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (figures[middle]!.value < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An answer that differs from a likelier one by its returns or its intercept alone, without changing the digits, says nothing more. */
function isVariation(figure: RecipeFigure, other: RecipeFigure): boolean {
  const isSlight = figure.estimator === other.estimator || [figure, other].every(({ estimator }) => estimator === "ols" || estimator === "no-intercept");
  return isSlight && answerKey({ ...figure, estimator: other.estimator, sample: { ...figure.sample, returns: other.sample.returns } }) === other.answer;
}
