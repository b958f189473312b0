import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** A part of a whole, as a decimal from 0 up to `max`: "20%", "20" and "0.2" are the same. */
export function share(description: string, max: number): Option<number> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: 0,
    claims: (typed) => (/%|percent$/iu.test(typed) && readShare(typed) !== null ? typed : null),
    read(raw, option) {
      const value = readShare(asText(raw));
      if (value === null) return failure({ kind: "unreadable-option", option, text: asText(raw), expected: "share" });
      return value >= 0 && value <= max ? success(value) : failure({ kind: "out-of-range", option, value, min: 0, max });
    },
  };
}

/** Without a percent sign, what is below 1 is a decimal and the rest is percent: nobody means 2,000 %. */
function readShare(text: string): number | null {
  const parts = /^(-?\d*\.?\d+)(%?)$/u.exec(text.replace(/[\u2212\u2013]/gu, "-").replace(/\s|percent$/giu, (end) => (/\s/u.test(end) ? "" : "%")));
  if (!parts) return null;
  const value = Number(parts[1]);
  return parts[2] === "%" || Math.abs(value) >= 1 ? value / 100 : value;
}
