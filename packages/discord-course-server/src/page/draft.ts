/** The composer's draft and the lines sent, in session storage: both survive a reload. */
import type { Chosen } from "./option-value.ts";

interface Kept {
  readonly draft: string;
  readonly chosen: readonly (readonly [string, Chosen])[];
  readonly sent: readonly string[];
}

const key = "composer";
const most = 50;

export function loadDraft(): Kept {
  const empty: Kept = { draft: "", chosen: [], sent: [] };
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Kept>) };
  } catch {
    return empty;
  }
}

export function saveDraft({ draft, chosen, sent }: Kept): void {
  sessionStorage.setItem(key, JSON.stringify({ draft, chosen, sent: sent.slice(-most) }));
}
