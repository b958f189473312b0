import type { Quantity } from "./asked-quantity.ts";
import type { Span } from "./calendar-spans.ts";
import type { Extreme } from "./find-aims.ts";
import type { Hypothesis } from "./find-conditions.ts";
import type { GivenNumbers } from "./find-given.ts";
import type { BudgetPeriod } from "./find-money.ts";
import type { Settings } from "./find-settings.ts";
import type { OpenWindow } from "./two-windows.ts";

/** A question taken apart by grammar, before anything is made of it. */
export interface ParsedQuestion {
  /** As it was asked. */
  readonly question: string;
  /** Lower case, spelling corrected, assets, dates and money replaced by a word for each. */
  readonly text: string;
  /** The same without those words, folded as names of the glossary are. */
  readonly words: readonly string[];
  readonly assets: readonly string[];
  /** Assets that are said not to be meant: "JPM instead of WMT". */
  readonly refused: readonly string[];
  /** The assets are the course's own, as none is named: "which stock has the highest β". */
  readonly isAmongUsual: boolean;
  /** Published factors, by symbol or in words, the market's first. */
  readonly factors: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  /** A second window that the first is set against, with its words; null where there is one window. */
  readonly against: (OpenWindow & { readonly text: string }) | null;
  /** Three windows or more, of each of which the number is asked for; none where there are fewer. */
  readonly listed: readonly Span[];
  readonly without: readonly Span[];
  /** What may be meant to be left out, as it was written: nothing is run before the asker has said so. */
  readonly unclear: readonly string[];
  readonly firstMonths: number | null;
  readonly dollars: number | null;
  readonly horizon: BudgetPeriod | null;
  readonly settings: Settings;
  readonly quantity: Quantity | null;
  readonly level: number | null;
  readonly hypothesis: Hypothesis | null;
  readonly tTarget: number | null;
  /** Whether the window is one side of a comparison: "has it changed since 2010", "than before 2008". */
  readonly asksChange: boolean;
  /** Which way it is supposed to have changed, of the named window against the other days; null where nothing is supposed. */
  readonly changeSupposed: "rise" | "fall" | null;
  /** A rate or a premium a year of the asker's own, decimal. */
  readonly given: GivenNumbers;
  /** Dollars of the factor that a hedge is to sell, or a part of β, as the option is typed; null for β. */
  readonly hedgeRatio: string | null;
  /** A move of the factor, decimal. */
  readonly move: number | null;
  /** Which of several, or of the years, has the most or the least of what is asked for. */
  readonly extreme: Extreme | null;
  /** A yearly α that is supposed instead of the estimated one, decimal. */
  readonly supposedAlpha: number | null;
  /** The yearly volatility that a position is to have for each dollar of capital, decimal. */
  readonly targetVolatility: number | null;
  /** What is supposed and held by no slot, and measures that no command has: a number without them would be the answer to another question. */
  readonly unheld: readonly string[];
  /** Conditions that no slot holds, as they were written: "weekly", a second window, a second amount. */
  readonly unused: readonly string[];
}
