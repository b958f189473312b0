import type { DaySpan } from "../../engine/series.ts";
import { failure, success } from "../../outcome.ts";
import { readDate } from "./date.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** Spans of time to leave out: "2008", "2008-09..2009-03", several parted by blanks or commas. */
export function exclusions(description: string): Option<readonly DaySpan[]> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: [],
    read(raw, option) {
      const text = asText(raw).trim();
      const spans = text.split(/[\s,;]+/u).map(readSpan);
      const read = spans.filter((span) => span !== null);
      return read.length === spans.length && read.length > 0 ? success(read) : failure({ kind: "unreadable-option", option, text, expected: "date" });
    },
  };
}

function readSpan(text: string): DaySpan | null {
  const [start = "", end = start, ...more] = text.split("..");
  const [first, last] = [readDate(start, "first"), readDate(end, "last")];
  return first === null || last === null || first > last || more.length > 0 ? null : { first, last };
}

export const exclusionText = (spans: readonly DaySpan[]): string => spans.map(({ first, last }) => `${first}..${last}`).join(" ");
