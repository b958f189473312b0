/** Of an interval. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

const end = "((?:[<>] )?[−+]?\\$?(?:[\\d,.]*\\d|∞)(?:e−?\\d+)?[MKB]?%?)";
const ends = `${end} to ${end}`;

import { isClose, mayDiffer, type Resampled } from "./bootstrap.ts";

/** A number as printed: its value, and half a unit of its last digit. Dollars of an interval end in zeros where they are rounded. */
export function readPrinted(text: string, fewestZeros = 2): { readonly bound: "" | "<" | ">"; readonly value: number; readonly half: number } {
  const [, bound = "", rest = ""] = /^([<>])? ?(.*)$/u.exec(text.trim())!;
  const sign = /^[−-]/u.test(rest) ? -1 : 1;
  if (rest.includes("∞")) return { bound: "", value: sign * Infinity, half: 0 };
  const [, whole = "", fraction = "", power = "0", suffix = ""] = /([\d,]+)(?:\.(\d+))?(?:e([−-]?\d+))?([MKB]?)/u.exec(rest)!;
  const digits = whole.replaceAll(",", "");
  const zeros = fraction === "" && rest.includes("$") ? (/0*$/u.exec(digits)![0].length % digits.length || 0) : 0;
  const scale = (suffix === "M" ? 1e6 : suffix === "K" ? 1e3 : suffix === "B" ? 1e9 : 1) * (rest.includes("%") ? 0.01 : 1) * 10 ** Number(power.replace("−", "-"));
  const unit = 10 ** (zeros >= fewestZeros ? zeros : -fraction.length);
  return { bound: bound as "" | "<" | ">", value: sign * Number(`${digits}.${fraction || "0"}`) * scale, half: 0.5 * unit * scale };
}

/** What a reply's sentence was found to get wrong. */
export class Check {
  readonly faults: string[] = [];
  /** Verdicts, and how many of them were too close to call: two bootstraps need not agree near 5%. */
  verdicts = 0;
  close = 0;

  that(holds: boolean, otherwise: string): void {
    if (!holds) this.faults.push(otherwise);
  }

  verdict(holds: boolean, pValue: number): void {
    this.verdicts += 1;
    this.that(holds, `p = ${pValue}`);
  }

  number(printed: string, value: number, what = "number", fewestZeros = 2): void {
    const { bound, value: said, half } = readPrinted(printed, fewestZeros);
    const slack = half * 1.0001 + Math.abs(value) * 1e-6 + 1e-12;
    const holds =
      bound === "<" ? value < said : bound === ">" ? value > said : said === value || Math.abs(said - value) <= slack;
    if (!holds) this.faults.push(`${what}: ${printed} is printed, ${Number(value.toPrecision(8))} computed`);
  }

  /** "p = 0.380", "p < 0.001", "p > 0.999". */
  p(printed: string, value: number, what = "p"): void {
    this.number(printed.replace(/^.*?p = /u, "").replace(/^.*?p (?=[<>])/u, ""), value, what);
  }

  /** A p-value that was drawn, and what is said by it, against resamples of one's own. */
  drawn(printed: string, others: number, own: Resampled, rejects: boolean): void {
    const { bound, value } = readPrinted(printed.replace(/^p =? ?/u, ""));
    const reach = mayDiffer(own, others) + 0.0005;
    const agrees = bound === "<" ? own.pValue < value + reach : bound === ">" ? own.pValue > value - reach : Math.abs(value - own.pValue) < reach;
    this.that(agrees, `${printed}, but other resamples have p = ${own.pValue}`);
    this.verdicts += 1;
    if (isClose(own, others)) this.close += 1;
    else this.that(rejects === own.pValue < 0.05, `${rejects ? "rejected" : "not rejected"}, but other resamples have p = ${own.pValue}`);
  }

  /** "95% interval a to b, robust (HAC) c to d, small-sample e to f, which decides". */
  interval(printed: string, shown: Ends | null, robust: Ends | null = null, deciding: Ends | null = null): void {
    const [, low, high] = new RegExp(`^(?:95% interval )?${ends}`, "u").exec(printed) ?? [];
    if (low === undefined || high === undefined || !shown) return void this.faults.push(`no interval in "${printed}"`);
    this.#ends(low, high, shown, "");
    const [, robustLow, robustHigh] = new RegExp(`, robust(?: \\(\\w+\\))? ${ends}`, "u").exec(printed) ?? [];
    if (robustLow !== undefined) this.#ends(robustLow, robustHigh!, robust, "robust ");
    const [, decidingLow, decidingHigh] = new RegExp(`, small-sample ${ends}, which decides`, "u").exec(printed) ?? [];
    if (decidingLow !== undefined) this.#ends(decidingLow, decidingHigh!, deciding, "deciding ");
  }

  #ends(low: string, high: string, expected: Ends | null, which: string): void {
    if (!expected) return void this.faults.push(`a ${which}interval where none was expected`);
    this.number(low, expected.low, `${which}low end`, 1);
    this.number(high, expected.high, `${which}high end`, 1);
  }
}
