import { msPerDay } from "../../calendar.ts";
import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

const lengths: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: msPerDay };

/** When something ends: a span from now ("20m", "2 hours", "3d"), or a date with its time, UTC unless it says so. */
export function closingTime(description: string): Option<number> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: 0,
    read(raw, option, { now }) {
      const text = asText(raw).trim();
      const at = readSpan(text, now()) ?? readMoment(text);
      if (at === null) return failure({ kind: "unreadable-option", option, text, expected: "moment" });
      return at > now() ? success(at) : failure({ kind: "past-moment", option, at });
    },
  };
}

function readSpan(text: string, now: number): number | null {
  const parts = /^(?:in\s+)?(\d{1,4})\s*(m|h|d)(?:in|ins|inutes?|ours?|ays?)?$/iu.exec(text);
  const length = lengths[parts?.[2]?.toLowerCase() ?? ""];
  return length === undefined ? null : now + Number(parts?.[1]) * length;
}

function readMoment(text: string): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2})\s*(Z|UTC|[+-]\d{2}:\d{2})?$/iu.exec(text);
  if (!parts) return null;
  const [, date = "", hour = "", minute = "", zone = "Z"] = parts;
  const at = Date.parse(`${date}T${hour.padStart(2, "0")}:${minute}:00${/^(?:z|utc)$/iu.test(zone) ? "Z" : zone}`);
  return Number.isNaN(at) ? null : at;
}
