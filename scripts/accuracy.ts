/** Prints how many digits of the engine's numbers are right; exit status 1 where one falls short. */
import { accuracyTable } from "./accuracy-table.ts";

const rows = accuracyTable();
const cells = rows.map(({ problem, figure, digits, required, against, refusal, ok }) => [
  problem,
  figure,
  digits === null ? `refused: ${refusal ?? ""}` : digits >= 17 ? "all" : digits.toFixed(1),
  required >= 17 ? "all" : required.toFixed(1),
  against,
  ok ? "ok" : "FALLS SHORT",
]);
const table = [["problem", "figure", "digits", "required", "against", ""], ...cells];
const widths = table[0]!.map((_, column) => Math.max(...table.map((line) => line[column]!.length)));
for (const line of table) console.log(line.map((cell, column) => cell.padEnd(widths[column]!)).join("  ").trimEnd());
if (!process.env["FACTOR_TA_REAL_DATA"]) console.log("NIST's problems left out: FACTOR_TA_REAL_DATA is not set.");
const short = rows.filter(({ ok }) => !ok).length;
console.log(short === 0 ? `all ${rows.length} hold` : `${short} of ${rows.length} fall short`);
process.exitCode = short === 0 ? 0 : 1;
