import { firstCharacters, type Reply } from "../../render/reply.ts";

/** A regression that a reply rests on. */
export interface ReportedRegression {
  readonly asset: string;
  readonly factors: readonly string[];
  /** ISO dates. */
  readonly first: string;
  readonly last: string;
}

const maxDepth = 6;

/** Every result of the engine in a reply's results that names its asset and its sample. */
export function regressionsIn(result: unknown, depth = 0): readonly ReportedRegression[] {
  if (typeof result !== "object" || result === null || ArrayBuffer.isView(result) || depth > maxDepth) return [];
  const inner = Object.values(result).flatMap((value: unknown) => regressionsIn(value, depth + 1));
  const own = regressionOf(result as Readonly<Record<string, unknown>>);
  return own === null ? inner : [own, ...inner];
}

function regressionOf({ asset, factors, factor, sample }: Readonly<Record<string, unknown>>): ReportedRegression | null {
  if (typeof asset !== "string" || typeof sample !== "object" || sample === null) return null;
  const { first, last } = sample as Readonly<Record<string, unknown>>;
  if (typeof first !== "string" || typeof last !== "string") return null;
  const factorNames: readonly unknown[] = Array.isArray(factors) ? factors : [factor];
  return { asset, factors: factorNames.filter((factorName) => typeof factorName === "string"), first, last };
}

/** Everything that can be read in a reply; of its files, the beginning. */
export function textOfReply({ content, embeds, pictures, files }: Reply): string {
  return [
    content ?? "",
    ...embeds.flatMap(({ title, description, fields, footer }) => [
      title ?? "",
      description ?? "",
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      footer?.text ?? "",
    ]),
    ...pictures.map(({ description }) => description),
    ...files.map((file) => firstCharacters(file, 20_000)),
  ].join("\n");
}

const scaleFactors: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };

/** The numbers in a text that have two digits or more, dates left out: 14.74% is 0.1474, $13.6M is 13,600,000. */
export function printedNumbers(text: string): readonly number[] {
  const undated = text.replaceAll(/\d{4}-\d{2}-\d{2}/gu, " ");
  return [...undated.matchAll(/([−-]?)\$?(\d[\d,]*(?:\.\d+)?)(?:e([−-]?\d+))?\s?([%KMB])?(?![\p{L}\d])/gu)].flatMap(
    ([, sign, digits = "", power, scale = ""]) => {
      if (digits.replaceAll(/[,.]/gu, "").replace(/^0+/u, "").length < 2) return [];
      const size = Number(`${digits.replaceAll(",", "")}e${(power ?? "0").replace("−", "-")}`);
      const value = scale === "%" ? size / 100 : size * (scaleFactors[scale] ?? 1);
      return [sign === "" ? value : -value];
    },
  );
}
