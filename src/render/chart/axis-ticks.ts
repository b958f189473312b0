import { dateOf, dayOfUtc, monthsPerYear } from "../../calendar.ts";

interface TickScale {
  min: number;
  max: number;
  ticks: { value: number }[];
}

/** Months between two ticks: of a window of weeks every one, of decades every 120th. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/** A tick at the first of a month, of every so many: `most` of them, or `mostYears` where they are years alone; a window too short for two has its ends. */
export const dateTicks =
  (most: number, mostYears: number = most) =>
  (scale: TickScale): void => {
    const month = (day: number): number => dateOf(day).getUTCFullYear() * monthsPerYear + dateOf(day).getUTCMonth();
    const [first, last] = [month(scale.min), month(scale.max)];
    const mostOf = (months: number): number => (months < monthsPerYear ? most : mostYears);
    const ticksOf = (step: number): { value: number }[] => {
      const ticks: { value: number }[] = [];
      for (let tick = Math.ceil(first / step) * step; tick <= last; tick += step) {
        const value = dayOfUtc(Math.floor(tick / monthsPerYear), tick % monthsPerYear, 1);
        if (value >= scale.min && value <= scale.max) ticks.push({ value });
      }
      return ticks;
    };
    const fitting = monthSteps.findIndex((months) => (last - first) / months <= mostOf(months));
    const steps = monthSteps.slice(0, fitting < 0 ? undefined : fitting + 1).toReversed();
    const step = steps.find((months) => ticksOf(months).length > 1);
    const ticks = step === undefined ? [{ value: scale.min }, { value: scale.max }] : ticksOf(step);
    // Where the step that there is room for has no two ticks: two of a finer one, far apart.
    scale.ticks = step === steps[0] ? ticks : [ticks[0]!, ticks.at(-1)!];
  };

/**
 * Ticks at 1, 2 and 5 times the powers of ten, at the powers alone where the axis spans more than three of them; five
 * at equal ratios where it is too short for those.
 */
export function growthTicks(scale: TickScale): void {
  const [low, high] = [Math.floor(Math.log10(scale.min)), Math.ceil(Math.log10(scale.max))];
  const steps = high - low > 3 ? [1] : [1, 2, 5];
  const round = Array.from({ length: high - low + 1 }, (_, place) => 10 ** (low + place))
    .flatMap((power) => steps.map((step) => ({ value: Number((step * power).toPrecision(3)) })))
    .filter(({ value }) => value >= scale.min && value <= scale.max);
  const ratios = Array.from({ length: 5 }, (_, place) => ({
    value: Number((scale.min * (scale.max / scale.min) ** (place / 4)).toPrecision(3)),
  }));
  scale.ticks = round.length > 1 ? round : ratios;
}

export const categoryTicks =
  (count: number) =>
  (scale: TickScale): void => {
    scale.ticks = Array.from({ length: count }, (_, value) => ({ value }));
  };
