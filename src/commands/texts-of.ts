import type { RawOption } from "./options/option.ts";

/** Options as text; a file has none. */
export const textsOf = (raw: Readonly<Record<string, RawOption>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(raw).flatMap(([name, value]) => (typeof value === "object" || value === "" ? [] : [[name, String(value)]])));
