import { readFileSync } from "node:fs";
import * as v from "valibot";
import type { Run } from "../../../scripts/asking/runs-apart.ts";
import { fittedConfidence } from "../../../scripts/asking/fitted-confidence.ts";
import type { JudgedRun } from "../../../scripts/asking/trade-off.ts";
import { honestConfidence } from "../../../src/asking/honest-confidence.ts";

const score = v.picklist(["right", "half", "offered", "missed", "wrong"]);
const file = v.strictObject({
  names: v.array(v.string()),
  /** Of each author's questions: as run, as offered, and the evidence as numbers of its names with their values. */
  runs: v.record(v.string(), v.array(v.tuple([score, score, v.nullable(v.array(v.number()))]))),
});

/** What `npm run ask:fit` read of each author, by a classifier without that author. */
export const readRuns = (): ReadonlyMap<string, readonly Run[]> => runsIn("cross-read.json");

/** What the whole reader of its day read of authors whom nobody had opened. */
export const unseenRuns = (): ReadonlyMap<string, readonly Run[]> => runsIn("unseen-read.json");

function runsIn(name: string): ReadonlyMap<string, readonly Run[]> {
  const { names, runs } = v.parse(file, JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")));
  const evidenceOf = (flat: readonly number[]) => Object.fromEntries(flat.flatMap((place, index) => (index % 2 === 0 ? [[names[place] ?? "", flat[index + 1] ?? 0]] : [])));
  return new Map(Object.entries(runs).map(([author, of]) => [author, of.map(([ran, offered, flat]) => ({ ran, offered, evidence: flat === null ? null : evidenceOf(flat) }))]));
}

export function writtenRuns(runs: ReadonlyMap<string, readonly Run[]>): string {
  const names = [...new Set([...runs.values()].flat().flatMap(({ evidence }) => Object.keys(evidence ?? {})))].sort();
  const flatOf = ({ evidence }: Run) => (evidence === null ? null : Object.entries(evidence).flatMap(([name, value]) => (value === 0 ? [] : [names.indexOf(name), Math.round(1000 * value) / 1000])));
  const lines = [...runs].map(([author, of]) => `    "${author}": [\n${of.map((run) => `      ${JSON.stringify([run.ran, run.offered, flatOf(run)])}`).join(",\n")}\n    ]`);
  return `{\n  "names": ${JSON.stringify(names)},\n  "runs": {\n${lines.join(",\n")}\n  }\n}\n`;
}

/** Each author's runs, with the confidence by weights that are fitted to the other authors alone. */
export function judgedApart(runs: ReadonlyMap<string, readonly Run[]>): ReadonlyMap<string, readonly JudgedRun[]> {
  return new Map(
    [...runs].map(([author, of]) => {
      const weights = fittedConfidence([...runs].flatMap(([other, others]) => (other === author ? [] : others)));
      return [author, of.map((run) => ({ ...run, confidence: run.evidence === null ? null : honestConfidence(run.evidence, weights) }))];
    }),
  );
}
