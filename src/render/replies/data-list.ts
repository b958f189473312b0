import { csv } from "../../csv.ts";
import { cut } from "../message.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import type { Provenance } from "../recipe.ts";
import { provenanceWords } from "../recipe.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";

/** A series and its provenance, as the list shows them; first and last are ISO dates. */
export interface ListedSeries {
  readonly id: string;
  readonly name: string;
  readonly kind: "excess" | "total" | "rate";
  readonly frequency: string;
  readonly first: string;
  readonly last: string;
  readonly observations: number;
  readonly blanks: number;
  readonly source: Provenance & { readonly vintage: string | null };
}

/** All series, one short line each, for phones; the whole table as a file. */
export function dataListReply(series: readonly ListedSeries[], portfolios: readonly { readonly name: string; readonly expression: string }[] = []): Reply {
  const ids = [...new Set(series.map(({ id }) => id))];
  const lines = ids.map((id) => {
    const forms = series.filter((form) => form.id === id);
    const [first] = forms;
    const title = first && first.name !== id ? `**${id}** ${first.name}` : `**${id}**`;
    return [`${title} · ${kindWords[first?.kind ?? "excess"]}`, ...forms.map((form) => `-# ${rangeWords(form)}`)].join("\n");
  });
  const ofPortfolios = portfolios.map(({ name, expression }) => {
    const isHidden = ids.some((id) => id.toLowerCase() === name.toLowerCase());
    return `**${plain(name)}** portfolio · ${plain(expression, 300)}${isHidden ? ` (a series has that name and is used: name the portfolio anew)` : ""}`;
  });
  const simulated = series.some(({ source }) => source.origin === "simulated sample");
  return reply({
    embed: {
      title: `${count(ids.length)} series${portfolios.length === 0 ? "" : `, ${count(portfolios.length)} ${portfolios.length === 1 ? "portfolio" : "portfolios"}`}`,
      description: cut([...ofPortfolios, ...lines].join("\n"), 4000),
      color: 0x0072b2,
      footer: {
        text: cut(
          `${simulated ? "The simulated sample is calibrated to the chapter: its figures come out as printed, its days never happened. " : ""}data: ${provenanceWords(series.map(({ source }) => source))}`,
          2048,
        ),
      },
    },
    files: [
      { filename: "series.csv", parts: [seriesTable(series)], numbers: noNumbers, description: "All series: id, kind, frequency, range, rows, blanks, file, sha256" },
    ],
    result: { series },
  });
}

const kindWords = { excess: "excess return", total: "total return", rate: "risk-free rate" } as const;

const rangeWords = ({ frequency, first, last, observations, source }: ListedSeries): string =>
  `${frequency}: ${first} to ${last}, n = ${count(observations)}, ${
    source.origin === "simulated sample" ? "simulated sample" : source.file
  } (sha ${source.sha256.slice(0, 7)})`;

const seriesTable = (series: readonly ListedSeries[]): string =>
  csv(
    ["id", "kind", "frequency", "first", "last", "rows", "blanks", "origin", "file", "sha256"],
    series.map(({ id, kind, frequency, first, last, observations, blanks, source }) => [
      id, kind, frequency, first, last, observations, blanks, source.origin, source.file, source.sha256,
    ]),
  );
