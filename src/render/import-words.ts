import { count } from "./numbers.ts";

/** The result of an import, declared here so that render does not depend on datasets. */
export interface ImportFacts {
  readonly file: string;
  readonly sha256: string;
  readonly layout: "course" | "french" | "prices" | "returns";
  readonly vintage: string | null;
  readonly series: readonly {
    readonly id: string;
    readonly kind: "excess" | "total" | "rate";
    readonly frequency: string;
    readonly rows: number;
    readonly first: string;
    readonly last: string;
    readonly blanks: number;
    readonly blanksBefore: number;
    readonly blanksAfter: number;
  }[];
  readonly empty: readonly string[];
  readonly replaced: string | null;
  readonly shadowed: readonly { readonly series: string; readonly file: string }[];
}

const layouts = {
  course: "the course's file",
  french: "French's library, percent made decimal",
  prices: "prices, made simple returns",
  returns: "decimal returns",
} as const;

/** The terminal's report on an imported file: a title, one line per series, then notes. */
export function importWords(facts: ImportFacts): readonly string[] {
  const { file, sha256, layout, vintage, series } = facts;
  const edition = vintage === null ? "" : `, ${vintage}`;
  const widest = Math.max(...series.map(({ id }) => id.length));
  return [
    `${file}: ${layouts[layout]}${edition} (sha ${sha256.slice(0, 7)})`,
    ...series.map((one) => {
      const nature = one.kind === "rate" ? "rate" : `${one.kind} returns`;
      const range = `${count(one.rows)} rows, ${one.first} to ${one.last}`;
      return `  ${one.id.padEnd(widest)}  ${one.frequency} ${nature}, ${range}, ${blankWords(one)}`;
    }),
    ...notes(facts),
  ];
}

function notes({ empty, replaced, shadowed: standsElsewhere }: ImportFacts): readonly string[] {
  const byFile = new Map<string, Set<string>>();
  for (const { series, file } of standsElsewhere) byFile.set(file, (byFile.get(file) ?? new Set()).add(series));
  return [
    ...(empty.length === 0 ? [] : [`  Without a single return, so not loaded: ${empty.join(", ")}.`]),
    ...[...byFile].map(([file, ids]) => `  Answers keep using ${[...ids].join(", ")} of ${file}.`),
    ...(replaced === null ? [] : [`  It takes the place of the file of that name imported ${replaced.slice(0, 10)}.`]),
  ];
}

/** "no blanks", or "63 blank inside, 6,042 blank before". */
function blankWords({ blanks, blanksBefore, blanksAfter }: ImportFacts["series"][number]): string {
  const parts = [
    ...(blanks > 0 ? [`${count(blanks)} blank inside`] : []),
    ...(blanksBefore > 0 ? [`${count(blanksBefore)} blank before`] : []),
    ...(blanksAfter > 0 ? [`${count(blanksAfter)} blank after`] : []),
  ];
  return parts.length === 0 ? "no blanks" : parts.join(", ");
}
