import { readNumber } from "../../exercises/answer/read-number.ts";
import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** Steeper than any asset's β on any factor. */
const steepest = 100;

/** A slope as a person types it, read as answers to exercises are: "1.2", "about 1.2", "−0.5"; "1.2%" is that of each 1%. */
export function slope(description: string): Option<number> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: 0,
    read(raw, option) {
      const text = asText(raw).trim();
      const read = readNumber(text.replace(/\s*%$/u, ""), "ratio");
      if (!read.ok) return failure({ kind: "unreadable-option", option, text, expected: "number" });
      const { value } = read.number;
      return Math.abs(value) <= steepest ? success(value) : failure({ kind: "out-of-range", option, value, min: -steepest, max: steepest });
    },
  };
}
