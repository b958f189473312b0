import { expect, test } from "vitest";
import { residualsChart, residualsSpec } from "../../../src/render/charts/residuals.ts";
import { madeUpDiagnostics, madeUpFit, madeUpTest } from "../made-up-fit.ts";
import { madeUpResiduals } from "../made-up-residuals.ts";

test("tails are fatter than a normal curve's above a kurtosis of 3, and not at 3", () => {
  const words = (kurtosis: number) => residualsChart(madeUpFit({ diagnostics: madeUpDiagnostics({ kurtosis }) }), madeUpResiduals(), "excess").description;
  const start = " Below: distribution of the residuals beside a normal curve of the same standard deviation: ";
  expect(words(3.01)).toContain(`${start}a higher peak and fatter tails, kurtosis 3.01. `);
  expect(words(3)).toContain(`${start}no fatter tails, kurtosis 3.00. `);
});

test("the whole alt text", () => {
  expect(residualsChart(madeUpFit(), madeUpResiduals(), "excess").description).toBe(
    "Two panels. Top: JPM − β·SPY against SPY, a cloud without slope, correlation 0.000000, n = 7,974. Dashed line at zero; standard deviation 1.65% per row. Below: distribution of the residuals beside a normal curve of the same standard deviation: a higher peak and fatter tails, kurtosis 18.7. Rows beyond 3 standard deviations: 131; a normal curve has 22. Rows outside the lower panel's ±5: 7. Returns: daily excess, 1993-02-01 to 2024-12-31.",
  );
});

test("tails are called fatter where Jarque–Bera says not normal and the kurtosis is above 3", () => {
  const shape = (pValue: number, kurtosis: number) =>
    /standard deviation(?<shape>[^.]*?), kurtosis/u.exec(
      residualsChart(madeUpFit({ diagnostics: madeUpDiagnostics({ jarqueBera: madeUpTest(6, pValue), kurtosis }) }), madeUpResiduals(), "excess").description,
    )?.groups?.["shape"];
  expect(shape(0.0499, 3.001)).toBe(": a higher peak and fatter tails");
  expect(shape(0.0499, 3)).toBe(": no fatter tails");
  expect(shape(0.05, 9)).toBe("");
});

test("without a count of tails there is no sentence about them", () => {
  expect(residualsChart(madeUpFit(), madeUpResiduals({ tailCounts: [] }), "excess").description).not.toContain("Rows beyond");
});

test("the title has β with the digits of the reply", () => {
  expect(residualsSpec(madeUpFit(), madeUpResiduals(), "excess").title).toBe("JPM residuals vs SPY (β = 1.395)");
});
