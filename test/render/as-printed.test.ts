import { expect, test } from "vitest";
import type { PrintedFormat } from "../../src/glossary/printed-figures.ts";
import { asPrinted } from "../../src/render/as-printed.ts";

// The right-hand column is what Python prints: f"{x:.3f}", "%#.4g" % x, f"{x:.1%}", f"${x:,.0f}"; but for its minus
// before a zero.
test.each<readonly [number | string, PrintedFormat, string]>([
  ["1993-02-01", "date", "1993-02-01"],
  ["JPM, WMT", "names", "JPM, WMT"],
  [7974, "count", "7974"],
  [13_578_078.4, "dollars", "$13,578,078"],
  [-1234.6, "dollars", "$-1,235"],
  [1.39491, "fixed3", "1.395"],
  [-0.0004, "fixed3", "0.000"],
  [-0.0005, "fixed3", "-0.001"],
  [1.39491, "fixed0", "1"],
  [0.00020324, "significant4", "0.0002032"],
  [7870, "significant4", "7870."],
  [123456, "significant4", "1.235e+05"],
  [0.000000123456, "significant4", "1.235e-07"],
  [0, "significant4", "0.000"],
  [0.4968, "percent1", "49.7%"],
  [-0.4968, "percent2", "-49.68%"],
])("%s by %s is %s", (value, format, text) => {
  expect(asPrinted(value, format)).toBe(text);
});
