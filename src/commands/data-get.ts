import { alignSeries } from "../engine/align-series.ts";
import { wholePeriodSpans, withoutDays } from "../engine/without-days.ts";
import { attempt, failure } from "../outcome.ts";
import { compoundingNotes, windowCutNotes } from "../render/period-notes.ts";
import { dataRowsReply } from "../render/replies/data-rows.ts";
import { analysisOptions, returnsOption } from "./analysis-options.ts";
import { seriesInputs } from "./analysis-inputs.ts";
import { defineCommand } from "./command.ts";
import { factsInSample, periodsInWindow } from "./periods-in-window.ts";
import { seriesList } from "./options/series-list.ts";

const { from, to, without, frequency } = analysisOptions;

/** The rows that an analysis of the same series works from, as a file: excess returns on the days that all of them have. */
export const dataGet = defineCommand({
  name: "data get",
  part: "Questions",
  description: "A CSV of returns, on the very rows that a regression of these series uses; seen by you alone",
  example: "/data get JPM SPY",
  asking: {
    about: "assets",
    headline: "returns-file",
    answers: { one: ["returns-file"], factor: ["returns-file"] },
    next: ["describe"],
  },
  options: {
    series: seriesList("1 to 10 series, like JPM SPY", { min: 1, max: 10 }),
    from,
    to,
    without,
    frequency,
    returns: returnsOption,
  },
  run: ({ options, datasets, sharesImportedData }) =>
    attempt(function* () {
      const { series: assets, sources, compounded, lost } = yield* seriesInputs(options.series, { frequency: options.frequency, measure: options.returns }, datasets);
      const imported = [...new Set(sources.filter(({ origin }) => origin === "imported").map(({ id }) => id))];
      if (imported.length > 0 && !sharesImportedData) return yield* failure({ kind: "data-not-shared" as const, series: imported });
      const [asset, ...rest] = assets.map((series) => withoutDays(series, wholePeriodSpans(options.without, options.frequency)));
      if (asset === undefined) throw new RangeError("there are as many assets as series");
      const periods = yield* periodsInWindow(options, options.frequency, datasets);
      const rows = yield* alignSeries(asset, rest, periods.window);
      const facts = factsInSample({ compounded, lost }, rows.sample, periods);
      const columns = [rows.asset, ...rows.others].map((values, place) => ({ id: assets[place]?.id ?? "", kind: options.series[place]?.kind ?? "excess", values }));
      // The rows themselves: a key is still to be worked out from them.
      return { ...dataRowsReply({ days: rows.days, sample: rows.sample, columns, sources, notes: [...windowCutNotes(facts.windowCuts), ...compoundingNotes(facts.compounded)] }), subjects: [] };
    }),
});
