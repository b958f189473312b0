import { failure, success } from "../../outcome.ts";
import type { AppContext } from "../app-context.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** One of the program's own entries by its id, as a button names it. */
export function named<Entry extends { readonly id: string }>(description: string, entriesOf: (context: AppContext) => readonly Entry[]): Option<Entry> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: undefined as never,
    read(raw, option, context) {
      const text = asText(raw).trim();
      const entry = entriesOf(context).find(({ id }) => id === text);
      return entry === undefined ? failure({ kind: "not-a-choice", option, text, choices: [] }) : success(entry);
    },
  };
}
