import type { Series } from "../../engine/series.ts";
import { isoDate } from "../../engine/series.ts";
import { cut } from "../message.ts";
import { count } from "../numbers.ts";
import type { Provenance } from "../recipe.ts";
import { sourceWords } from "../recipe.ts";
import { reply, type Reply } from "../reply.ts";

/** A series with its papers, as the list shows it. */
export interface ListedSeries extends Series {
  readonly name: string;
  readonly source: Provenance & { readonly vintage: string | null };
  readonly blanks: number;
}

/** All series, each a line narrow enough for a phone; the whole table as a file. */
export function dataListReply(series: readonly ListedSeries[]): Reply {
  const ids = [...new Set(series.map(({ id }) => id))];
  const lines = ids.map((id) => {
    const forms = series.filter((form) => form.id === id);
    const [first] = forms;
    const title = first && first.name !== id ? `**${id}** ${first.name}` : `**${id}**`;
    return [`${title} · ${kindWords[first?.kind ?? "excess"]}`, ...forms.map((form) => `-# ${rangeWords(form)}`)].join("\n");
  });
  const simulated = series.some(({ source }) => source.origin === "simulated sample");
  return reply({
    embed: {
      title: `${count(ids.length)} series`,
      description: cut(lines.join("\n"), 4000),
      color: 0x0072b2,
      footer: {
        text: cut(
          `${simulated ? "The simulated sample is calibrated to the chapter: its figures come out as printed, its days never happened. " : ""}data: ${sourceWords(series.map(({ source }) => source))}`,
          2048,
        ),
      },
    },
    files: [
      { filename: "series.csv", text: csvOf(series), description: "All series: id, kind, frequency, range, rows, blanks, file, sha256" },
    ],
    result: {
      series: series.map(({ id, name, kind, frequency, days, blanks, source }) => ({
        id,
        name,
        kind,
        frequency,
        first: isoDate(days[0] ?? 0),
        last: isoDate(days.at(-1) ?? 0),
        observations: days.length,
        blanks,
        source,
      })),
    },
  });
}

const kindWords = { excess: "excess return", total: "total return", rate: "risk-free rate" } as const;

const rangeWords = ({ frequency, days, source }: ListedSeries): string =>
  `${frequency}: ${isoDate(days[0] ?? 0)} to ${isoDate(days.at(-1) ?? 0)}, n = ${count(days.length)}, ${
    source.origin === "simulated sample" ? "simulated sample" : source.file
  } (sha ${source.sha256.slice(0, 7)})`;

function csvOf(series: readonly ListedSeries[]): string {
  const rows = series.map(({ id, kind, frequency, days, blanks, source }) =>
    [id, kind, frequency, isoDate(days[0] ?? 0), isoDate(days.at(-1) ?? 0), days.length, blanks, source.origin, source.file, source.sha256].join(","),
  );
  return ["id,kind,frequency,first,last,rows,blanks,origin,file,sha256", ...rows, ""].join("\n");
}
