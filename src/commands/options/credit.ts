import { failure, success } from "../../outcome.ts";
import { asText } from "./kinds.ts";
import type { Option } from "./option.ts";

const maxSteps = 20;

/** What the first, second, … attempt counts, like "100% 80% 60%": shares of the points that never rise. */
export function credit(description: string): Option<readonly number[]> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: [1],
    read(raw, option) {
      const text = asText(raw);
      const shares = text.split(/[\s,;/]+/u).filter((word) => word !== "").map(readPercent);
      const falls = shares.every((share, index) => share !== null && share <= (shares[index - 1] ?? 1));
      const values = shares.filter((share) => share !== null);
      return values.length === shares.length && falls && values.length > 0 && values.length <= maxSteps
        ? success(values)
        : failure({ kind: "unreadable-option", option, text, expected: "credit" });
    },
  };
}

function readPercent(text: string): number | null {
  const parts = /^(\d{1,3}(?:\.\d+)?)(%?)$/u.exec(text);
  if (!parts) return null;
  const value = Number(parts[1]);
  const share = parts[2] === "%" || value > 1 ? value / 100 : value;
  return share <= 1 ? share : null;
}
