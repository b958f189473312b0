import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** Dollars above zero: "1m", "5,000,000", "$2.5M", "750k", "1e6". A comma parts thousands, never cents. */
export function money(description: string): Option<number> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: 0,
    // A bare number may be a year or a number of rows.
    claims: (typed) => (/[$a-z]|\d,\d{3}|\d{5}/iu.test(typed) && readMoney(typed) !== null ? typed : null),
    read(raw, option) {
      const value = readMoney(asText(raw));
      if (value === null) return failure({ kind: "unreadable-option", option, text: asText(raw), expected: "money" });
      return value >= minimumDollars && value <= maximumDollars
        ? success(value)
        : failure({ kind: "out-of-range", option, unit: "dollars", value, min: minimumDollars, max: maximumDollars });
    },
  };
}

const minimumDollars = 1;
const maximumDollars = 1e12;

const units: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
};

/** The dollars that a text stands for; null where it is none. */
function readMoney(text: string): number | null {
  const bare = text
    .toLowerCase()
    .replace(/[\u2212\u2013]/gu, "-")
    .replace(/^(-?)\s*(?:usd|us\$|\$)/u, "$1")
    .replace(/(?:usd|dollars?|\$)$/u, "")
    .replace(/[\s_']/gu, "");
  const parts = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e\+?\d{1,2})?)([a-z]*)$/u.exec(bare);
  const unit = units[parts?.[2] ?? ""];
  const digits = parts?.[1]?.replaceAll(",", "") ?? "";
  if (unit === undefined || !/\d/u.test(digits)) return null;
  const value = Number(digits) * unit;
  return Number.isFinite(value) ? value : null;
}
