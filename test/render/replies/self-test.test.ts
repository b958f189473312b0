import { expect, test } from "vitest";
import type { CheckedFigure } from "../../../src/glossary/self-test.ts";
import { selfTestReply } from "../../../src/render/replies/self-test.ts";
import { linesOf, madeUpSource, replyText } from "../reply-text.ts";

function figureOf(overrides: Partial<CheckedFigure> = {}): CheckedFigure {
  return { section: "6.4", label: "β of JPM", asset: "JPM", factor: "SPY", quantity: "beta", printed: "1.395", format: "fixed3", computed: 1.39491, isLoaded: true, ...overrides };
}
const different = figureOf({ label: "β, again", printed: "1.396" });
const itself = { beta: 1, alpha: 0, rSquared: 1 };
const mine = { ...madeUpSource, origin: "imported" } as const;
const answer = (figures: readonly CheckedFigure[], onItself: typeof itself | null = itself, sources = [madeUpSource]) => selfTestReply({ figures, selfRegression: onItself, regressions: [] }, sources);

test("a figure is reproduced when it prints the same, character by character", () => {
  const reply = answer([figureOf(), different, figureOf({ section: "6.5", computed: null, isLoaded: false })]);
  expect(replyText(reply)).toMatchInlineSnapshot(`
    "# 1 of 3 printed figures reproduced (#e69f00)
    ✗ 6.4: 1 of 2
    ✗ 6.5: 0 of 1
    ✓ β(SPY, SPY) = 1.000, α = 0, R² = 1.000
    ✗ 6.4 β, again: printed 1.396, computed 1.395
    ✗ 6.5 β of JPM: printed 1.395, its series are not loaded
    _data: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    file selftest.csv: Every printed figure: section, label, printed, computed, whether it is reproduced
    section,label,printed,computed as printed,computed,reproduced
    6.4,β of JPM,1.395,1.395,1.39491,true
    6.4,"β, again",1.396,1.395,1.39491,false
    6.5,β of JPM,1.395,,,false

    for everyone; result: figures, onItself, regressions"
  `);
});

test("SPY on itself passes with β = 1 and α = 0 exactly", () => {
  const line = (onItself: typeof itself | null) => linesOf(answer([figureOf()], onItself))[1];
  expect(line(itself)).toBe("✓ β(SPY, SPY) = 1.000, α = 0, R² = 1.000");
  expect(line({ ...itself, beta: 1 + 1e-12 })).toBe("✗ β(SPY, SPY) = 1.000, α = 0, R² = 1.000");
  expect(line({ ...itself, alpha: 1e-20 })).toBe("✗ β(SPY, SPY) = 1.000, α = 1.000e−20, R² = 1.000");
  expect(line(null)).toBe("✗ β(SPY, SPY): SPY is not loaded");
});

test("twenty figures that differ are listed, and the others counted", () => {
  const lines = (count: number) => linesOf(answer(Array.from({ length: count }, (_, place) => ({ ...different, label: `β ${place}` }))));
  expect(lines(20)).toHaveLength(22);
  expect(lines(20).at(-1)).toBe("✗ 6.4 β 19: printed 1.396, computed 1.395");
  expect(lines(21)).toHaveLength(23);
  expect(lines(21).at(-1)).toBe("… and 1 more, in the file.");
});

test("a figure without a number says whether its series are missing, or only what they would need together", () => {
  const line = (isLoaded: boolean) => linesOf(answer([figureOf({ computed: null, isLoaded })])).at(-1);
  expect(line(false)).toBe("✗ 6.4 β of JPM: printed 1.395, its series are not loaded");
  expect(line(true)).toBe("✗ 6.4 β of JPM: printed 1.395, loaded, but not together: no risk-free rate of the same data, or no days in common");
});

test("a figure that the chapter prints twice is listed once", () => {
  expect(linesOf(answer([different, different])).filter((line) => line.includes("printed 1.396"))).toHaveLength(1);
});

test("where imported data differ, the reply says whose data the chapter has; it is silent where nothing differs or nothing is imported", () => {
  const vendors = "The chapter's MSFT came from CRSP; other vendors and later vintages differ from about the third digit on.";
  expect(linesOf(answer([different], itself, [madeUpSource, mine])).slice(-2)).toEqual(["", vendors]);
  expect(linesOf(answer([figureOf()], itself, [mine]))).not.toContain(vendors);
  expect(linesOf(answer([different]))).not.toContain(vendors);
});

test("the colour is green only where all figures are reproduced", () => {
  expect(answer([figureOf()]).embeds[0]?.color).toBe(0x009e73);
  expect(answer([figureOf(), different]).embeds[0]?.color).toBe(0xe69f00);
});

test("a quote in a label is doubled in the file", () => {
  expect(replyText(answer([figureOf({ label: 'the "β"' })]))).toContain('6.4,"the ""β""",1.395,1.395,1.39491,true\r\n');
});
