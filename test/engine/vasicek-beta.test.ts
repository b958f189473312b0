import { expect, test } from "vitest";
import { vasicekBeta } from "../../src/engine/vasicek-beta.ts";

const others = [0.7, 0.9, 1, 1.2, 1.7].map((beta, index) => ({ id: `S${String(index)}`, beta }));

test("β is weighed by its own variance and that of the others, as numpy has it", () => {
  // m, v = np.mean(b), np.var(b, ddof=1); (1.5 / 0.04 + m / v) / (1 / 0.04 + 1 / v), (1 / 0.04 + 1 / v) ** -0.5
  const beta = vasicekBeta({ value: 1.5, standardError: 0.2 }, others);
  expect(beta?.prior.mean).toBeCloseTo(1.1, 14);
  expect(beta?.value).toBeCloseTo(1.4135135135135135, 12);
  expect(beta?.standardError).toBeCloseTo(0.17706312815307243, 12);
  expect(beta?.shrinkage).toBeCloseTo(0.21621621621621623, 12);
});

test("a β that is known well stays, one that is not becomes the others' mean", () => {
  expect(vasicekBeta({ value: 1.5, standardError: 1e-6 }, others)?.value).toBeCloseTo(1.5, 9);
  expect(vasicekBeta({ value: 1.5, standardError: 1e6 }, others)?.value).toBeCloseTo(1.1, 9);
});

test("four others are too few, and others that don't differ have no spread", () => {
  expect(vasicekBeta({ value: 1.5, standardError: 0.2 }, others.slice(1))).toBeNull();
  expect(vasicekBeta({ value: 1.5, standardError: 0.2 }, others.map((other) => ({ ...other, beta: 1 })))).toBeNull();
});
