import { readNumber } from "../../exercises/answer/read-number.ts";
import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** Dollars of the factor for a dollar of the asset, or a part of β. */
interface HedgeRatio {
  readonly value: number;
  readonly isOfBeta: boolean;
}

const most = 20;

/** "1.5" dollars of the factor for each $1; "50%" is half of β. */
export function hedgeRatio(description: string): Option<HedgeRatio> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: { value: 0, isOfBeta: false },
    read(raw, option) {
      const text = asText(raw).trim();
      const isOfBeta = /%$/u.test(text);
      const read = readNumber(text.replace(/\s*%$/u, "").replace(/^\$/u, ""), "ratio");
      if (!read.ok) return failure({ kind: "unreadable-option", option, text, expected: "number" });
      const value = read.number.value / (isOfBeta ? 100 : 1);
      return Math.abs(value) <= most ? success({ value, isOfBeta }) : failure({ kind: "out-of-range", option, value, min: -most, max: most });
    },
  };
}

/** As it is typed: half of β is "50%". */
export const ratioText = ({ value, isOfBeta }: HedgeRatio): string => (isOfBeta ? `${String(Math.round(value * 1e6) / 1e4)}%` : String(value));
