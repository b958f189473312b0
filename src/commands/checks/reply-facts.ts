import { reportedRegressions } from "../../grading/reported-regressions.ts";
import type { ReplyFacts } from "../../grading/reveals-key.ts";
import { firstCharacters, type Reply } from "../../render/reply.ts";

/** What a reply says of series and numbers. Its words are read only where a check is open that they could be about. */
export function replyFacts(reply: Reply): ReplyFacts {
  let text: string | null = null;
  const words = (): string => (text ??= textOfReply(reply));
  let numbers: readonly number[] | null = null;
  let regressions: ReplyFacts["regressions"] | null = null;
  return {
    get regressions() {
      return (regressions ??= reportedRegressions(reply.result));
    },
    numbers: () => (numbers ??= printedNumbers(words())),
    mentions: (asset) => wholeWord(asset).test(words()),
  };
}

const wholeWord = (word: string): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\d])${word.replace(/[^\p{L}\d]/gu, "\\$&")}(?![\p{L}\d])`, "u");

/** Everything that can be read in a reply; of its files, the beginning. */
function textOfReply({ content, embeds, pictures, files }: Reply): string {
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
