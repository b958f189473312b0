/** The composer's draft and the lines sent, in session storage: both survive a reload. */
import { asList, asText, isFields, parseJson } from "../json.ts";
import type { Chosen } from "./option-value.ts";

interface Kept {
  readonly draft: string;
  readonly chosen: readonly (readonly [string, Chosen])[];
  readonly sent: readonly string[];
}

const key = "composer";
const most = 50;

export function loadDraft(): Kept {
  const kept = parseJson(sessionStorage.getItem(key) ?? "{}");
  if (!isFields(kept)) return { draft: "", chosen: [], sent: [] };
  return {
    draft: asText(kept["draft"]) ?? "",
    chosen: asList(kept["chosen"]).filter(isChosen),
    sent: asList(kept["sent"]).filter((line) => typeof line === "string"),
  };
}

const isChosen = (entry: unknown): entry is readonly [string, Chosen] => {
  const [name, chosen] = asList(entry);
  return asText(name) !== undefined && isFields(chosen) && asText(chosen["shown"]) !== undefined && ["string", "number", "boolean"].includes(typeof chosen["value"]);
};

export function saveDraft({ draft, chosen, sent }: Kept): void {
  sessionStorage.setItem(key, JSON.stringify({ draft, chosen, sent: sent.slice(-most) }));
}
