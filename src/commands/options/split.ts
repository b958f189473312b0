import type { DaySpan } from "../../engine/series.ts";
import { failure, success } from "../../outcome.ts";
import { readDate } from "./date.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** After every day of any data. */
const endOfTime = "2200-12-31";

/** A day from which on, or a span of days, that is set against the others: "2008-09-15", "2008..2009". */
export const split = (description: string): Option<DaySpan> => ({
  type: "string",
  description,
  required: true,
  defaultValue: { first: "1900-01-01", last: endOfTime },
  read(raw, option) {
    const text = asText(raw).trim();
    const [start = "", end, ...more] = text.split("..");
    const [first, last] = [readDate(start, "first"), end === undefined ? endOfTime : readDate(end, "last")];
    return first === null || last === null || first > last || more.length > 0 ? failure({ kind: "unreadable-option", option, text, expected: "date" }) : success({ first, last });
  },
});

export const splitText = ({ first, last }: DaySpan): string => (last === endOfTime ? first : `${first}..${last}`);
