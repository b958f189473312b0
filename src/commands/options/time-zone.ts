import { failure, success } from "../../outcome.ts";
import { asText, matchingChoices } from "./kinds.ts";
import { timeZoneOf } from "./local-time.ts";
import type { Option } from "./option.ts";

/** A time zone by its name in the time zone database. */
export function timeZone(description: string): Option<string> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: "UTC",
    suggest: (typed) => matchingChoices(["UTC", ...Intl.supportedValuesOf("timeZone")].map((name) => ({ name: name.replaceAll("_", " "), value: name })), typed.replaceAll(" ", "_")),
    read(raw, option) {
      const text = asText(raw);
      const zone = timeZoneOf(text);
      return zone === null ? failure({ kind: "unusable-setting", option, reason: "no-time-zone", asked: text }) : success(zone);
    },
  };
}
