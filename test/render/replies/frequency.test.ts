import { expect, test } from "vitest";
import { betaAgreement, type BetaAgreement } from "../../../src/engine/beta-agreement.ts";
import type { FrequencyFigures } from "../../../src/engine/frequency-figures.ts";
import { openAsking, replyOf, wordsOf } from "../../commands/asking.ts";
import { frequencyReply, type FrequencyResult } from "../../../src/render/replies/frequency.ts";
import { madeUpFrequency } from "../made-up-frequencies.ts";
import { linesOf, madeUpContext, madeUpSource, replyText, withMore } from "../reply-text.ts";

const answer = (figures: readonly FrequencyFigures[], missing: FrequencyResult["missing"] = [], agreement: BetaAgreement = betaAgreement(figures.map(({ fit }) => fit))) =>
  withMore((context) => frequencyReply({ figures, agreement, robust: figures.map(() => null), missing, sources: figures.map(() => [madeUpSource]) }, context), madeUpContext("frequency"));

const overlap = "The intervals of β overlap, by eye: one β could fit them all.";
const apart =
  "The intervals of β do not all overlap, by eye: returns of neighbouring days may go together, or β changed and each frequency weighs the years differently.";

test("what the intervals of β allow to say of one β for all frequencies", () => {
  const said = (agreement: BetaAgreement) =>
    linesOf(answer([madeUpFrequency("daily", 1.4, [1.3, 1.5]), madeUpFrequency("monthly", 1.2, [1.1, 1.3])], [], agreement)).filter((line) => line.includes("overlap"));
  expect(said("overlap")).toEqual([overlap]);
  expect(said("apart")).toEqual([apart]);
  expect(said("apart by luck")).toEqual(["The intervals of β do not all overlap, yet they would if each were widened as comparing 2 of them asks: no evidence that β differs."]);
});

test("of one frequency nothing is said about overlapping", () => {
  const lines = linesOf(answer([madeUpFrequency("daily", 1.4, [1.3, 1.5])]));
  expect(lines).toContain("One frequency alone has nothing to be compared with.");
  expect(lines.filter((line) => line.includes("overlap"))).toEqual([]);
});

test("what ties days together is asked where βs are apart, chance elsewhere, and both by the periods that are there", () => {
  const [daily, monthly, annual] = [madeUpFrequency("daily", 1.4, [1.3, 1.5]), madeUpFrequency("monthly", 1.2, [1.1, 1.3]), madeUpFrequency("annual", 1.2, [1.1, 1.3])];
  const hints = (agreement: FrequencyResult["agreement"], ...figures: readonly FrequencyFigures[]) => linesOf(answer(figures, [], agreement)).filter((line) => line.startsWith("💡"));
  expect(hints("one", daily)).toEqual([]);
  const fromDays = "💡 If days had nothing to do with each other, every figure would follow from the daily one. Which is furthest from that,";
  expect(hints("apart", daily, monthly)).toEqual([`${fromDays} and what could tie the days of one month together?`]);
  expect(hints("apart", daily, annual)).toEqual([`${fromDays} and what could tie the days of one year together?`]);
  for (const agreement of ["overlap", "apart by luck"] as const) expect(hints(agreement, daily, monthly)).toEqual([`${fromDays} and could that be chance?`]);
  expect(hints("apart", monthly, annual)).toEqual(["💡 If months had nothing to do with each other, every figure would follow from the monthly one. Which is furthest from that, and what could tie the months of one year together?"]);
});

test("what could not be fitted is named with its reason", () => {
  const lines = linesOf(answer([madeUpFrequency("daily", 1.4, [1.3, 1.5])], [
    { period: "monthly", problem: { kind: "too-few-rows", rows: 2, needed: 3, series: ["JPM", "SPY"] } },
    { period: "annual", problem: { kind: "constant-series", series: "SPY", value: 0 } },
  ]));
  expect(lines.filter((line) => line.includes("is left out"))).toMatchInlineSnapshot(`
    [
      "Monthly is left out: Only 2 rows of JPM, SPY in that window; this needs at least 3.",
      "Yearly is left out: SPY is 0 in every row of that window, so it has no variance to explain or to explain with.",
    ]
  `);
});

test("without a figure there is nothing to answer", () => {
  expect(() => answer([])).toThrow("a frequency reply has at least one fit");
});

test("the whole reply of three frequencies", () => {
  expect(
    replyText(answer([madeUpFrequency("daily", 1.395, [1.364, 1.426]), madeUpFrequency("monthly", 1.3, [1.1, 1.5]), madeUpFrequency("annual", 1.2, [0.7, 1.7])])),
  ).toMatchInlineSnapshot(`
    "# JPM on SPY: β = 1.395 daily, 1.300 monthly, 1.200 yearly (#0072b2)
    **Daily: β = 1.395** · 95% interval 1.364 to 1.426, R² 0.497, n = 7,974
    **Monthly: β = 1.300** · 95% interval 1.100 to 1.500, R² 0.497, n = 383
    **Yearly: β = 1.200** · 95% interval 0.700 to 1.700, R² 0.497, n = 32

    The intervals of β overlap, by eye: one β could fit them all.
    [More]
    **Daily**, n = 7,974
    \`\`\`
    R²                     0.497
    α a day              0.0159%
    α a year ×252          4.01%
    σ a day               2.320%
    σ a year ×√252        36.86%
    Sharpe a year          0.438
    \`\`\`
    **Monthly**, n = 383
    \`\`\`
    R²                     0.497
    α a month            0.0159%
     from the days        0.334%
    α a year ×12           4.01%
    σ a month             10.63%
     from the days        10.54%
    σ a year ×√12         36.86%
    Sharpe a year          0.438
    \`\`\`
    **Yearly**, n = 32
    \`\`\`
    R²                     0.497
    α a year             0.0159%
     from the days         4.01%
    σ a year              36.83%
     from the days        36.51%
    Sharpe a year          0.438
    \`\`\`
    If periods are independent: **what scales** is a mean or an α with the number of periods (×252, ×52, ×12), a variance likewise, a volatility or a Sharpe ratio with its root (×√252, ×√52, ×√12); **what does not** is β, R² and the correlation.

    💡 If days had nothing to do with each other, every figure would follow from the daily one. Which is furthest from that, and could that be chance?
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · also monthly, n = 383 · also annual, n = 32 · data: simulated sample (sha 1a2b3c4)_
    shows attachment://frequency.png
    picture frequency.png: Two panels: daily β 1.395 (1.364 to 1.426), σ 2.32% (daily scaled: 2.30%), n = 7,974; monthly β 1.300 (1.100 to 1.500), σ 10.6% (daily scaled: 10.5%), n = 383; annual β 1.200 (0.700 to 1.700), σ 36.8% (daily scaled: 36.5%), n = 32. Top, β with its interval at each frequency; below, bars of σ per period. JPM on SPY, 1993-02-01 to 2024-12-31.
    file frequencies.csv: The figures of every frequency at full precision, one frequency a row
    frequency,rows,beta,beta_se,alpha,alpha_se,alpha_annual,volatility,volatility_annual,sharpe_annual,r_squared
    daily,7974,1.395,0.05,0.000159,0.00018,0.04007,0.0232,0.3686,0.438,0.4968
    monthly,383,1.3,0.05,0.000159,0.00018,0.04007,0.10631575612297547,0.3686,0.438,0.4968
    annual,32,1.2,0.05,0.000159,0.00018,0.04007,0.368288582500191,0.3686,0.438,0.4968

    [Monthly in full] /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:monthly
    [β through time] /rolling ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    [More] /frequency ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:more
    [Show the code] /frequency ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Explain] /explain topic:beta-and-frequency ticker:JPM numbers:false
    [Show the code] /frequency ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:code
    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    [Copy recipe] /frequency ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily show:recipe
    for everyone; result: figures, errors"
  `);
});

test("a frequency with too few rows is in no headline, and its line says what it would take", async () => {
  const { ask, close } = openAsking();
  const [few, enough] = [await ask("/frequency WMT from:2011-09-01 to:2012-08-31"), await ask("/frequency WMT from:2010-01-01 to:2011-12-31")];
  await close();
  expect(replyOf(few).embeds[0]?.title).toBe("WMT on SPY: β = 0.479 daily, 0.405 weekly");
  expect(wordsOf(few)).toContain("n = 12: too few to say much, from 24 on they do");
  expect(replyOf(enough).embeds[0]?.title).toMatch(/daily, [\d.]+ weekly, [\d.]+ monthly$/u);
  expect(wordsOf(enough)).not.toContain("too few to say much");
});
