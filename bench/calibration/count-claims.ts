/** How often replies say each claim on made-up markets: the commands themselves answer, and their words are read. */
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import type { Claim } from "./claims.ts";
import { isoDay } from "../../src/calendar.ts";
import { businessDays, drawnMarket, type MadeUpMarket } from "./made-up-market.ts";

export interface Task {
  readonly kind: "claims" | "intervals";
  /** Indices of claims that share the market. */
  readonly claims: readonly number[];
  readonly truth: "whenFalse" | "whenTrue";
  readonly rows: number;
  /** Seeds from the first up to, and without, the last. */
  readonly seeds: readonly [number, number];
}

export interface Count {
  readonly claim: number;
  readonly truth: Task["truth"];
  readonly rows: number;
  readonly samples: number;
  readonly said: number;
  /** Samples for which the command gave no reply, or none on the matter: it needs more rows. */
  readonly refused: number;
}

const caller = { asker: { id: "1", name: "", roleIds: [], managesServer: false }, place: { guildId: null, channelId: null }, id: "" } as const;

/** One made-up market per seed; each command is asked once of it, whatever the number of claims. */
export async function countClaims({ claims: indices, truth, rows, seeds: [first, last] }: Task, claims: readonly Claim[], context: AppContext): Promise<readonly Count[]> {
  const said = new Map(indices.map((index) => [index, 0]));
  const refused = new Map(indices.map((index) => [index, 0]));
  const asked = new Map<string, number[]>();
  for (const index of indices) asked.set(claims[index]!.asked, [...(asked.get(claims[index]!.asked) ?? []), index]);
  const market = claims[indices[0]!]![truth];
  const dayOf = (row: number): string => isoDay(businessDays(rows)[row]!);
  for (let seed = first; seed < last; seed++) {
    const drawn = drawnMarket(market, rows, seed);
    for (const [typed, itsClaims] of asked) {
      const words = await wordsOf(typed.replace("MIDDLE", dayOf(rows / 2)).replace("SPAN63", `${dayOf(rows / 2)}..${dayOf(Math.min(rows - 1, rows / 2 + 62))}`), { ...context, datasets: drawn.datasets });
      for (const index of itsClaims) {
        if (words === null || claims[index]!.isMade?.test(words) === false) refused.set(index, refused.get(index)! + 1);
        else if (claims[index]!.said.test(words, drawn)) said.set(index, said.get(index)! + 1);
      }
    }
  }
  return indices.map((claim) => ({ claim, truth, rows, samples: last - first, said: said.get(claim)!, refused: refused.get(claim)! }));
}

/** Everything that a reply says in its title, its text and its recipe; null where there is none. */
async function wordsOf(typed: string, context: AppContext): Promise<string | null> {
  const parsed = parseCommand(typed, commands);
  if (!parsed.ok) throw new Error(`${typed}: ${parsed.problem.kind}`);
  const command = commands.find(({ name }) => name === parsed.value.command);
  const outcome = await command?.answer(parsed.value.options, { ...context, ...caller });
  if (!outcome?.ok || outcome.value.kind !== "reply") return null;
  return outcome.value.embeds.map(({ title, description, fields, footer }) => [title, description, ...(fields ?? []).map(({ value }) => value), footer?.text ?? ""].join("\n")).join("\n");
}

/** Claims by the market they are counted in: those of one market are counted on the same samples. */
export function claimsByMarket(claims: readonly Claim[], truth: Task["truth"], rows: number): readonly (readonly number[])[] {
  const groups = new Map<MadeUpMarket, number[]>();
  claims.forEach((claim, index) => {
    if (rows < (claim.fewestRows ?? 0)) return;
    groups.set(claim[truth], [...(groups.get(claim[truth]) ?? []), index]);
  });
  return [...groups.values()];
}
