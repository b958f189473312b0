import { csv } from "../../csv.ts";
import { cut } from "../message.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import type { LayeredProvenance } from "../recipe.ts";
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
  readonly source: LayeredProvenance & { readonly vintage: string | null };
}

/** All series, one line each that a phone shows whole, by what they are; the whole table as a file. */
export function dataListReply(series: readonly ListedSeries[], portfolios: readonly { readonly name: string; readonly expression: string }[] = []): Reply {
  const ids = [...new Set(series.map(({ id }) => id))];
  const lines = kinds.flatMap((kind) => {
    const own = ids.map((id) => series.filter((form) => form.id === id)).filter(([first]) => first?.kind === kind);
    const forms = [...new Set(own.map(frequenciesOf))];
    return forms.flatMap((frequencies) => [`**${kindWords[kind]}${frequencies === "daily" ? "" : ` · ${frequencies}`}**`, ...own.filter((one) => frequenciesOf(one) === frequencies).map(seriesLine)]);
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
        text: `${simulated ? "The simulated sample is calibrated to the chapter: its figures come out as printed, its days never happened. " : ""}${series.length === 0 ? "" : "Days, rows and hashes: series.csv"}`,
      },
    },
    files: [
      { filename: "series.csv", parts: [seriesTable(series)], numbers: noNumbers, description: "All series: id, name, kind, frequency, range, rows, blanks, file, sha256, older files that give further days" },
    ],
    result: { series },
  });
}

const kinds = ["excess", "total", "rate"] as const;
const kindWords = { excess: "Excess returns", total: "Total returns, less RF in a regression", rate: "Rates" } as const;

const frequenciesOf = (forms: readonly ListedSeries[]): string => [...new Set(forms.map(({ frequency }) => frequency))].join(", ");

/** So many characters are a line of a phone 360 pixels wide; the file has the whole name. */
const phoneLine = 36;

/** "`SPY` 1993–2024 SPDR S&P 500 ETF": the years of all its forms; an imported file is named. */
function seriesLine(forms: readonly ListedSeries[]): string {
  const [first] = forms;
  if (first === undefined) return "";
  const [from, to] = [forms.map((form) => form.first).toSorted()[0] ?? "", forms.map((form) => form.last).toSorted().at(-1) ?? ""];
  const files = forms.filter(({ source }) => source.origin === "imported").flatMap(({ source }) => [source, ...(source.earlier ?? [])]);
  const simulated = forms.filter(({ source }) => source.origin === "simulated sample").map(({ frequency }) => frequency);
  const isMixed = files.length > 0 && simulated.length > 0;
  const others = [...fileNames(files.map(({ file }) => file)), ...(isMixed ? [`${simulated.join(", ")} simulated`] : [])];
  const years = from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : `${from.slice(0, 4)}–${to.slice(0, 4)}`;
  const room = phoneLine - first.id.length - years.length - 2;
  return [`\`${first.id}\` ${years}${first.name === first.id ? "" : ` ${wholeWords(first.name, room)}`}`, ...others].join(" · ");
}

/** The words of a name that a line has room for. */
function wholeWords(name: string, room: number): string {
  if ([...name].length <= room) return name;
  const words = [...name].slice(0, Math.max(room, 8)).join("").replace(/[\s:(,-]*\S*$/u, "");
  return words === "" ? cut(name, Math.max(room, 8)) : `${words}…`;
}

/** A term in parts can have many: the newest, and how many more. */
function fileNames(files: readonly string[]): readonly string[] {
  const names = [...new Set(files)];
  return names.length <= 3 ? names : [...names.slice(0, 1), `and ${count(names.length - 1)} older files`];
}

const seriesTable = (series: readonly ListedSeries[]): string =>
  csv(
    ["id", "name", "kind", "frequency", "first", "last", "rows", "blanks", "origin", "file", "sha256", "older files"],
    series.map(({ id, name, kind, frequency, first, last, observations, blanks, source }) => [
      id, name, kind, frequency, first, last, observations, blanks, source.origin, source.file, source.sha256, (source.earlier ?? []).map(({ file, sha256 }) => `${file} ${sha256}`).join("; "),
    ]),
  );
