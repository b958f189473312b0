import { dayOfIso } from "../calendar.ts";
import { periodStartOf } from "../engine/drop-partial-periods.ts";
import type { Sample } from "../engine/factor-fit.ts";
import { share } from "./numbers.ts";
import type { CompoundedPeriods } from "./recipe.ts";

/** From here on weeks and months that lack days say something else of β than whole ones. */
const much = 0.02;

interface Lacking {
  readonly compounded: readonly CompoundedPeriods[];
  readonly asset: string;
  readonly factors: readonly string[];
  readonly sample: Sample;
}

/**
 * The share of the market's days in a sample's weeks, months or years that the asset lacks and a factor has. A period is compounded
 * from the days that are there: with a share p of them missing at random the asset moves 1 − p times as far as the whole
 * periods of the factor ask, and β is (1 − p) times that of whole ones. 0 below 2%, and of days.
 */
export function lackingShare({ compounded, asset, factors, sample: { first, last, frequency } }: Lacking): number {
  const of = (id: string): CompoundedPeriods | undefined => compounded.find((periods) => periods.series === id && periods.frequency === frequency);
  const own = of(asset);
  if (frequency === "daily" || !own?.market) return 0;
  const [from, to] = [periodStartOf(dayOfIso(first), frequency), dayOfIso(last)];
  const shared = factors.map((id) => new Set(of(id)?.missing));
  const lacking = own.missing.filter((day) => !shared.every((missing) => missing.has(day))).length;
  const found = lacking / own.market.days.filter((day) => day >= from && day <= to).length;
  return found >= much ? found : 0;
}

const periods = { daily: "days", weekly: "weeks", monthly: "months", annual: "years" } as const;

/** What lacking days do to β; nothing where they are few. */
export function lackingNotes(lacking: Lacking): readonly string[] {
  const found = lackingShare(lacking);
  const { asset, factors, sample } = lacking;
  if (found === 0) return [];
  const unit = periods[sample.frequency];
  return [`${asset} lacks ${share(found)} of the days in these ${unit} on which ${factors.join(", ")} ${factors.length === 1 ? "has" : "have"} a return: its ${unit} move less than whole ones, and their β, α and σ come out too near to 0; days missing at random cost β about that share. Days say more.`];
}
