import { listItems } from "../series-list.ts";
import { isoDay } from "../calendar.ts";
import type { Sample } from "../engine/factor-fit.ts";
import { daysOfSample } from "../engine/whole-periods-window.ts";
import { rowsNeeded } from "../engine/robust-fit.ts";
import type { AnalysisContext } from "../render/analysis-reply.ts";
import { fewRowsCaution, lagsLeftOutNote, sampleNotes } from "../render/notes.ts";
import { exclusionText } from "./options/exclusions.ts";
import type { AnalysisOptions } from "./analysis-options.ts";
import type { InputFacts } from "./analysis-inputs.ts";

/** What the reply is given besides its numbers: the exact call, the view, the notes, who may see it. */
export function contextOf(parts: {
  readonly command: string;
  /** The command's own options as text, in the order it has them. */
  readonly own: Readonly<Record<string, string>>;
  readonly options: AnalysisOptions;
  readonly sample: Sample;
  readonly inputs: InputFacts;
  /** Ids of the assets, then of the factors. */
  readonly series: readonly string[];
  readonly remarks: readonly string[];
}): AnalysisContext {
  const { command, own, options, sample, inputs, series, remarks } = parts;
  const countsNoLags = options.errors !== "hac" && options.lags !== null;
  return {
    call: {
      command,
      options: {
        ...own,
        ...daysOfSample(sample),
        ...(options.without.length === 0 ? {} : { without: exclusionText(options.without) }),
        ...(options.frequency === "daily" ? {} : { frequency: options.frequency }),
        ...(options.returns === "log" ? { returns: "log" } : {}),
        ...(options.errors === "classical" ? {} : { errors: options.errors }),
        ...(options.lags === null || countsNoLags ? {} : { lags: String(options.lags) }),
      },
    },
    show: options.show,
    ...(options.from === null && options.to === null ? {} : { window: { ...(options.from === null ? {} : { from: options.from }), ...(options.to === null ? {} : { to: options.to }) } }),
    series,
    sources: inputs.sources,
    notes: [
      ...sampleNotes({
        ...inputs,
        sample,
        asset: firstOf(own),
        blank: { ...inputs.blank, days: inputs.blank.days.filter((day) => isWithin(isoDay(day), sample) && !options.without.some((span) => isWithin(isoDay(day), span))) },
        lost: inputs.lost.map(({ series, cause, rows }) => ({
          series,
          cause,
          rows: rows.length,
          compounded: rows.reduce((product, { value }) => product * (1 + value), 1) - 1,
        })),
      }),
      ...remarks,
      ...(countsNoLags ? lagsLeftOutNote(options.lags, options.errors) : []),
    ],
    compounded: inputs.compounded,
    caution: fewRowsCaution(sample, rowsNeeded(sample)),
    audience: options.private ? "asker" : "everyone",
  };
}

const isWithin = (day: string, { first, last }: Pick<Sample, "first" | "last">): boolean => day >= first && day <= last;

/** The series whose rows the others shorten: the first of those that the command was given, whatever it calls them. */
function firstOf({ ticker, tickers, series }: Readonly<Record<string, string>>): string {
  const [first] = listItems(ticker ?? tickers ?? series ?? "");
  if (first === undefined) throw new RangeError("an analysis names its series as ticker, tickers or series");
  return first;
}
