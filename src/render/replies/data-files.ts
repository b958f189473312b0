import { fileProblemWords, inDiscord } from "../problems/file-problem.ts";
import type { ImportFacts } from "../import-facts.ts";
import { importNotes } from "../import-notes.ts";
import { formWords, seriesLine } from "../import-words.ts";
import { cut } from "../message.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { problemWords, type Problem } from "../problem.ts";
import { reply, type Reply } from "../reply.ts";
import type { StoredFile, StoredPortfolio } from "../stored-files.ts";

const blue = 0x0072b2;
const shownSeries = 15;

/** What was understood of a file, for its instructor alone; nothing is used before the button. */
export function previewReply({ id, facts }: { readonly id: string; readonly facts: ImportFacts }): Reply {
  return reply({
    embed: {
      title: cut(`${plain(facts.file)}: what I understood`, 256),
      description: cut([formWords(facts), ...seriesLines(facts), "", ...notesOf(facts), "", "Nothing is changed yet. If this is right:"].join("\n"), 4096),
      color: blue,
      footer: { text: `sha ${facts.sha256.slice(0, 7)}` },
    },
    nextSteps: [{ label: "Use it on this server", command: "data keep", options: { id } }],
    audience: "asker",
    result: { series: facts.series },
  });
}

export function importedReply(facts: ImportFacts): Reply {
  const ids = [...new Set(facts.series.map(({ id }) => id))];
  return reply({
    embed: {
      title: cut(`Loaded: ${ids.slice(0, 12).map((id) => plain(id)).join(", ")}${ids.length > 12 ? ` and ${count(ids.length - 12)} more` : ""}`, 256),
      description: cut([...seriesLines(facts), "", ...notesOf(facts), "", "Answers on this server use it from now on. `/data undo` takes it back."].join("\n"), 4096),
      color: blue,
    },
    nextSteps: firstAsset(facts),
    audience: "asker",
    result: { series: facts.series },
  });
}

export function fetchedReply(
  results: readonly (
    | { readonly kind: "imported"; readonly facts: ImportFacts }
    | { readonly kind: "fresh"; readonly file: string; readonly importedAt: string }
    | { readonly kind: "failed"; readonly problem: Problem }
  )[],
  provider: { readonly name: string; readonly terms: string },
): Reply {
  const lines = results.flatMap((result) => {
    if (result.kind === "fresh") return [`${plain(result.file)} was fetched ${result.importedAt.slice(0, 10)} already.`];
    if (result.kind === "imported") return [...seriesLines(result.facts), ...notesOf(result.facts).map((note) => `-# ${note}`)];
    const { cause, next } = result.problem.kind === "bad-file" ? fileProblemWords(result.problem) : problemWords(result.problem);
    return [`⚠️ ${cause} ${next}`];
  });
  const loaded = results.filter(({ kind }) => kind !== "failed").length;
  const first = results.find((result) => result.kind === "imported");
  return reply({
    embed: {
      title: `${count(loaded)} of ${count(results.length)} loaded`,
      description: cut(lines.length === 0 ? "No ticker was named." : lines.join("\n"), 4096),
      color: blue,
      footer: { text: `From ${provider.name}. ${provider.terms}` },
    },
    nextSteps: first === undefined ? [] : firstAsset(first.facts),
    audience: "asker",
    result: { loaded },
  });
}

/** A portfolio that has a name from now on. */
export function namedPortfolioReply({ name, expression, replaced }: { readonly name: string; readonly expression: string; readonly replaced: string | null }): Reply {
  const before = replaced === null || replaced === expression ? [] : [`Before, it was ${plain(replaced, 300)}.`];
  return reply({
    embed: {
      title: cut(`Named: ${plain(name)}`, 256),
      description: [`**${plain(name)}** is ${plain(expression, 300)}.`, ...before, "It can be typed on this server wherever a ticker can, rebalanced to these weights every period. `/data undo` takes it back."].join("\n"),
      color: blue,
    },
    nextSteps: [{ label: `β of ${name}`, command: "beta", options: { ticker: name } }],
    audience: "asker",
    result: { name, expression },
  });
}

export function removedReply(files: readonly (StoredFile | StoredPortfolio)[]): Reply {
  return reply({
    embed: {
      title: files.length === 1 ? "Removed" : `${count(files.length)} files removed`,
      description: cut(files.map(removedLine).join("\n"), 4096),
      color: blue,
    },
    audience: "asker",
    result: {},
  });
}

const removedLine = (removed: StoredFile | StoredPortfolio): string =>
  "expression" in removed
    ? `${plain(removed.name)}, named ${removed.definedAt.slice(0, 10)}: ${plain(removed.expression, 300)}`
    : `${plain(removed.file)}, added ${removed.importedAt.slice(0, 10)}: ${removed.series.slice(0, 12).map(({ id }) => plain(id)).join(", ")}`;

/** Whole, unlike what a person typed: each says what to look at or to do. */
const notesOf = (facts: ImportFacts): readonly string[] => importNotes(facts).map((note) => inDiscord(plain(note, 500)));

function seriesLines(facts: ImportFacts): readonly string[] {
  const others = facts.series.length - shownSeries;
  return [...facts.series.slice(0, shownSeries).map((series) => `**${plain(series.id)}** ${seriesLine(series)}`), ...(others > 0 ? [`and ${count(others)} more`] : [])];
}

const firstAsset = ({ series }: ImportFacts) => {
  const asset = series.find(({ kind }) => kind === "total");
  return asset === undefined ? [] : [{ label: `β of ${asset.id}`, command: "beta", options: { ticker: asset.id } }];
};
