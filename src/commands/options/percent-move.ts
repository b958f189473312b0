import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** A move as a decimal: "-3%", "−3 %" and "-3" are −0.03. It can't lose more than everything. */
export function percentMove(description: string): Option<number> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: 0,
    read(raw, option) {
      const text = asText(raw).trim();
      const parts = /^([-+]?\d+(?:\.\d+)?) ?(?:%|percent)?$/u.exec(text.replace(/[\u2212\u2013]/gu, "-"));
      if (!parts) return failure({ kind: "unreadable-option", option, text, expected: "share" });
      const value = Number(parts[1]) / 100;
      return value >= -1 && value <= 1 ? success(value) : failure({ kind: "out-of-range", option, value, min: -1, max: 1 });
    },
  };
}

/** As it is typed: −0.03 is "-3%". */
export const asPercent = (value: number): string => `${String(Math.round(value * 1e6) / 1e4)}%`;
