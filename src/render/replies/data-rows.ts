import { isoDay } from "../../calendar.ts";
import { csvParts } from "../../csv.ts";
import type { Sample } from "../../engine/factor-fit.ts";
import type { Series } from "../../engine/series.ts";
import { rowsOf } from "../analysis-reply.ts";
import { cut } from "../message.ts";
import { plain } from "../plain.ts";
import { provenanceWords, type LayeredProvenance } from "../recipe.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";
import { windowWords } from "../window-words.ts";

/** Returns on the days that all series have; a rate is a column of its own, and has come off every total return. */
interface DataRows {
  readonly days: Int32Array;
  /** Decimal, one value per day; `kind` is what the series is in its file. */
  readonly columns: readonly { readonly id: string; readonly kind: Series["kind"]; readonly values: Float64Array }[];
  readonly sample: Sample;
  readonly sources: readonly LayeredProvenance[];
  /** What the window leaves out. */
  readonly notes: readonly string[];
}

/** The file, and the two lines that read it. */
export function dataRowsReply({ days, columns, sample, sources, notes }: DataRows): Reply {
  const ids = columns.map(({ id }) => id);
  const filename = `${fileStem(ids)}.csv`;
  const isSimulated = sources.some(({ origin }) => origin === "simulated sample");
  return reply({
    embed: {
      title: cut(`The rows: ${ids.map((id) => plain(id)).join(", ")}`, 256),
      description: cut(
        [
          `**${rowsOf(sample)}**${ids.length > 1 ? " on which all of them have a return" : ""} · ${windowWords(sample)}`,
          `${kindWords(columns)}, simple, decimal: 0.01 is 1%.${isSimulated ? " They are simulated: these days never happened." : ""}`,
          ...notes,
          "```py",
          "import pandas as pd",
          `data = pd.read_csv(${JSON.stringify(filename)}, parse_dates=["date"], index_col="date")`,
          "```",
        ].join("\n"),
        4096,
      ),
      color: 0x0072b2,
      footer: { text: cut(`data: ${provenanceWords(sources)}`, 2048) },
    },
    files: [
      {
        filename,
        parts: csvParts(["date", ...ids], days.length, (row) => [isoDay(days[row] ?? NaN), ...columns.map(({ values }) => values[row] ?? null)]),
        // Rows are what a check's key is worked out from, not the key.
        numbers: noNumbers,
        description: `Returns of ${ids.join(", ")}: one row a ${{ daily: "day", weekly: "week", monthly: "month", annual: "year" }[sample.frequency]}, at full precision`,
      },
    ],
    audience: "asker",
    result: {},
  });
}

/** "Excess returns", "Excess returns, RF the rate itself". */
function kindWords(columns: DataRows["columns"]): string {
  const rates = columns.filter(({ kind }) => kind === "rate").map(({ id }) => plain(id));
  if (rates.length === columns.length) return "The risk-free rate of each period";
  return rates.length === 0 ? "Excess returns" : `Excess returns, and ${rates.join(", ")} the risk-free rate`;
}

/** Of the names what a file name may hold everywhere. */
function fileStem(ids: readonly string[]): string {
  const stem = ids.map((id) => id.replaceAll(/[^A-Za-z0-9-]+/gu, "_").replaceAll(/^[_-]+|[_-]+$/gu, "")).join("-");
  return stem.slice(0, 60) || "returns";
}
