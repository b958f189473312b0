import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "../../commands/asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

interface Errors {
  readonly alphaAnnual: { readonly pValue: number };
  readonly betas: readonly { readonly pValue: number }[];
}

/** An end at which an interval and its test agree to rounding decides nothing. */
const isClear = (pValue: number): boolean => Math.abs(pValue - 0.05) > 1e-6;

const years = Array.from({ length: 12 }, (_, place) => 1995 + 2 * place);
const questions = [
  ...["JPM", "MSFT", "GE", "KO"].flatMap((ticker) => years.map((year) => `/regress ${ticker} model:ff5 from:${String(year)} to:${String(year)}`)),
  ...["GE", "MSFT", "JPM"].flatMap((ticker) => years.map((year) => `/expected ${ticker} factor:ff3 frequency:monthly from:${String(year)} to:${String(year + 3)}`)),
  ...["GE", "MSFT", "JPM"].flatMap((ticker) => years.map((year) => `/size ${ticker} 1m from:${String(year)} to:${String(year)}`)),
  "/regress JPM model:ff6 from:2008-09 to:2008-11",
  "/expected GE from:1990 to:1999",
  "/expected GE factor:ff3 frequency:monthly from:1990 to:2000",
];

/** Drawn intervals about 0, in the order of α a year, then the betas where they are drawn, too. */
function drawn(question: string, picture: ReturnType<typeof replyOf>["pictures"][number]): readonly (readonly [number, number])[] {
  const layers = picture.spec.panels.flatMap((panel) => panel.layers);
  if (question.startsWith("/size")) return layers.flatMap((layer) => (layer.type === "bars" ? (layer.intervals ?? []) : [])).flatMap((each) => (each ? [each] : [])).slice(-1);
  const intervals = layers.flatMap((layer) => (layer.type === "intervals" ? layer.values.map((_, place) => [layer.low[place]!, layer.high[place]!] as const) : []));
  return question.startsWith("/expected") ? intervals.slice(0, 1) : intervals;
}

test("each interval in a picture lies about 0 as the errors that decide say", { timeout: 240_000 }, async () => {
  let [robustDiffers, compared] = [0, 0];
  for (const question of questions) {
    const reply = replyOf(await asking.ask(question));
    const { fit, deciding } = reply.result as { readonly fit: Errors; readonly deciding: Errors };
    const tests = [deciding.alphaAnnual, ...deciding.betas];
    const own = [fit.alphaAnnual, ...fit.betas];
    drawn(question, reply.pictures[0]!).forEach(([low, high], place) => {
      const { pValue } = tests[place]!;
      if (!isClear(pValue)) return;
      compared += 1;
      if (pValue < 0.05 !== own[place]!.pValue < 0.05) robustDiffers += 1;
      expect([question, place, low <= 0 && high >= 0]).toEqual([question, place, pValue >= 0.05]);
    });
  }
  // Enough of them are where the fit's own interval would be read otherwise.
  expect(compared).toBeGreaterThan(300);
  expect(robustDiffers).toBeGreaterThan(10);
});
