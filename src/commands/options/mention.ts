import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

/** A person, a role or a channel of the server, by its id: what Discord sends, or a mention that was typed; at a terminal by its name, as replies there print it. */
export function mention(type: "user" | "role" | "channel", description: string): Option<string> {
  return {
    type,
    description,
    required: true,
    defaultValue: "",
    read(raw, option, { sideEffects }) {
      const text = asText(raw).trim();
      // Discord sends its id, which is the server's.
      if (type === "role" && /^@?everyone$/iu.test(text)) return failure({ kind: "unusable-setting", option, reason: "everyone", asked: text });
      const id = idOf(text) ?? (sideEffects.hasNamesForIds === true ? nameIn(text) : null);
      return id === null ? failure({ kind: "unreadable-option", option, text, expected: "mention" }) : success(id);
    },
  };
}

const idOf = (text: string): string | null => /^<(?:@[!&]?|#)(\d+)>$/u.exec(text)?.[1] ?? (/^\d{1,20}$/u.test(text) ? text : null);

/** "Mary Jones", "@Ada", "#staff", "<@Mary Jones>". */
const nameIn = (text: string): string | null => /^(?:<(?=.*>$)(?:@[!&]?|#)|[@#])?([^<>@#]{1,60})>?$/u.exec(text)?.[1]?.trim() || null;
