import type { Window } from "../engine/align-series.ts";
import type { FitRequest } from "../engine/fit-factors.ts";
import type { ReturnMeasure } from "../engine/measured-returns.ts";
import type { DaySpan, Frequency } from "../engine/series.ts";
import { wholePeriodSpans } from "../engine/without-days.ts";
import { views, type AnalysisContext } from "../render/analysis-reply.ts";
import { fromDate, toDate } from "./options/date.ts";
import { exclusions } from "./options/exclusions.ts";
import { choice, yesOrNo } from "./options/kinds.ts";
import { lagCount, type Lags } from "./options/lags.ts";
import { optional, withDefault } from "./options/option.ts";

/** The options that every analysis command has after its own, in this order. Left out, they give the chapter's figures. */
export const analysisOptions = {
  from: optional(fromDate()),
  to: optional(toDate()),
  frequency: withDefault(
    choice("How often returns are measured: daily unless you say otherwise", ["daily", "weekly", "monthly"], {
      day: "daily",
      days: "daily",
      week: "weekly",
      weeks: "weekly",
      month: "monthly",
      months: "monthly",
    }),
    "daily",
  ),
  errors: optional(
    choice("Standard errors: classical, or robust (hc1, hac) ones", ["classical", "hc1", "hac"], {
      robust: "hc1",
      white: "hc1",
      "newey-west": "hac",
      "newey–west": "hac",
      "newey west": "hac",
      nonrobust: "classical",
    }),
  ),
  lags: optional(lagCount("Lags of hac errors, or auto (Newey–West 1994); left out: floor(4(n/100)^(2/9))")),
  private: withDefault(yesOrNo("true: only you see the answer", "private"), false),
  show: withDefault(choice("The answer, more of it, its Python code, the command that reproduces it, or the picture in words", views), "answer"),
  without: withDefault(exclusions("Days to leave out, like 2008 or 2008-09..2009-03; several parted by a blank"), []),
} as const;

/** Of the commands that measure how returns go together. Portfolios are made of simple returns, so those that make one have no choice. */
export const returnsOption = withDefault(
  choice("Simple returns, as in the course, or log returns", ["simple", "log"], { logs: "log", logarithmic: "log", ln: "log", continuous: "log", arithmetic: "simple" }),
  "simple",
);

/** The options of an analysis as they were read. */
export interface AnalysisOptions {
  readonly from: string | null;
  readonly to: string | null;
  readonly without: readonly DaySpan[];
  readonly frequency: Frequency;
  readonly returns: ReturnMeasure;
  readonly errors: "classical" | "hc1" | "hac";
  readonly lags: Lags | null;
  readonly private: boolean;
  readonly show: AnalysisContext["show"];
}

/** Those that every analysis has; /rolling has no errors to choose, /frequency no frequency. */
export type SharedOptions = Pick<AnalysisOptions, "from" | "to" | "private" | "show"> & Partial<Omit<AnalysisOptions, "errors">> & { readonly errors?: AnalysisOptions["errors"] | null };

/** With what the options that a command lacks stand at. */
export const settingsOf = ({ from, to, without, frequency, returns, errors, lags, private: isPrivate, show }: SharedOptions): AnalysisOptions => ({
  from,
  to,
  without: wholePeriodSpans(without ?? [], frequency ?? "daily"),
  frequency: frequency ?? "daily",
  returns: returns ?? "simple",
  // Who says lags and no errors means those that have them.
  errors: errors ?? (lags != null ? "hac" : "classical"),
  lags: lags ?? null,
  private: isPrivate,
  show,
});

/** The engine's request of the common options, on the periods of a window (`periodsInWindow`). */
export const fitRequestOf = ({ errors, lags }: AnalysisOptions, window: Window): FitRequest => ({
  ...window,
  covariance: errors,
  lags: lags ?? undefined,
});
