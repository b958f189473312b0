import type { Test } from "./case.ts";

/** A number as printed: its value, and half a unit of its last digit. */
export function readPrinted(text: string): { readonly bound: "" | "<" | ">"; readonly value: number; readonly half: number } {
  const [, bound = "", rest = ""] = /^([<>])? ?(.*)$/u.exec(text.trim())!;
  const sign = /^[−-]/u.test(rest) ? -1 : 1;
  if (rest.includes("∞")) return { bound: "", value: sign * Infinity, half: 0 };
  const [, whole = "", fraction = "", power = "0", suffix = ""] = /([\d,]+)(?:\.(\d+))?(?:e([−-]?\d+))?([MKB]?)/u.exec(rest)!;
  const digits = whole.replaceAll(",", "");
  const zeros = fraction === "" && rest.includes("$") ? (/0*$/u.exec(digits)![0].length % digits.length || 0) : 0;
  const scale = (suffix === "M" ? 1e6 : suffix === "K" ? 1e3 : suffix === "B" ? 1e9 : 1) * (rest.includes("%") ? 0.01 : 1) * 10 ** Number(power.replace("−", "-"));
  const unit = 10 ** (zeros >= 2 ? zeros : -fraction.length);
  return { bound: bound as "" | "<" | ">", value: sign * Number(`${digits}.${fraction || "0"}`) * scale, half: 0.5 * unit * scale };
}

/** What a reply's sentence was found to get wrong. */
export class Check {
  readonly faults: string[] = [];

  that(holds: boolean, otherwise: string): void {
    if (!holds) this.faults.push(otherwise);
  }

  number(printed: string, value: number, what = "number"): void {
    const { bound, value: said, half } = readPrinted(printed);
    const slack = half * 1.0001 + Math.abs(value) * 1e-7 + 1e-12;
    const holds =
      bound === "<" ? value < said : bound === ">" ? value > said : said === value || Math.abs(said - value) <= slack;
    if (!holds) this.faults.push(`${what}: ${printed} is printed, ${Number(value.toPrecision(8))} computed`);
  }

  /** "p = 0.380", "p < 0.001", "p > 0.999". */
  p(printed: string, value: number, what = "p"): void {
    this.number(printed.replace(/^.*?p = /u, "").replace(/^.*?p (?=[<>])/u, ""), value, what);
  }

  /** "95% interval a to b, robust (HAC) c to d". */
  interval(printed: string, shown: Test | null, robust: Test | null = null): void {
    const [, low, high, name, robustLow, robustHigh] = /([−+]?\$?[\d,.]+[MKB]?%?) to ([−+]?\$?[\d,.]+[MKB]?%?)(?:, robust(?: \((\w+)\))? (\S+) to (\S+))?/u.exec(printed) ?? [];
    if (low === undefined || high === undefined || !shown) return void this.faults.push(`no interval in "${printed}"`);
    this.number(low, shown.low, "low end");
    this.number(high, shown.high, "high end");
    if (robustLow === undefined || robustHigh === undefined) return;
    if (!robust) return void this.faults.push(`a robust interval (${name ?? ""}) where none was expected`);
    this.number(robustLow, robust.low, "robust low end");
    this.number(robustHigh, robust.high, "robust high end");
  }
}
