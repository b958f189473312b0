/** The tables of docs/accuracy.md: how often each claim is said where it is false, and where it is true; how often each interval holds the value. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Claim } from "./claims.ts";
import type { Count } from "./count-claims.ts";

/** Of false conclusions at the 5% level. */
export const nominal = 0.05;
/** One-sided 1%, from the normal's quantile: a share above it is more than 5% said by a margin that is not luck. */
const quantile = 2.326348;

export const mostSaid = (samples: number): number => nominal + quantile * Math.sqrt((nominal * (1 - nominal)) / samples);

const answered = ({ samples, refused }: Count): number => samples - refused;

/** Claims said significantly more often than 5% of the time where they are false. */
export const saidTooOften = (counts: readonly Count[]): readonly Count[] =>
  counts.filter((count) => count.truth === "whenFalse" && answered(count) > 0 && count.said / answered(count) > mostSaid(answered(count)));

/** Claims that were asked for where they are true, and that no sample got: nothing was tested, or their words have changed. */
export const neverSaid = (claims: readonly Claim[], counts: readonly Count[]): readonly Claim[] =>
  claims.filter((_, index) => {
    const whenTrue = counts.filter(({ claim, truth }) => claim === index && truth === "whenTrue");
    return whenTrue.length > 0 && whenTrue.every(({ said }) => said === 0);
  });

const percent = (count: Count | undefined): string => (count === undefined || answered(count) === 0 ? "–" : `${((100 * count.said) / answered(count)).toFixed(1)}%`);

/** One row per claim, two columns per number of rows: said where false, said where true. */
export function tableOf(claims: readonly Claim[], counts: readonly Count[]): string {
  const lengths = [...new Set(counts.map(({ rows }) => rows))].sort((one, other) => one - other);
  const tooOften = new Set(saidTooOften(counts));
  const cell = (claim: number, rows: number): string => {
    const of = (truth: Count["truth"]) => counts.find((count) => count.claim === claim && count.rows === rows && count.truth === truth);
    const whenFalse = of("whenFalse");
    const text = percent(whenFalse);
    return `${whenFalse && tooOften.has(whenFalse) ? `**${text}**` : text} | ${percent(of("whenTrue"))}`;
  };
  return [
    `| conclusion | asked | alternative | ${lengths.map((rows) => `${rows.toLocaleString("en-US")} rows: false | true`).join(" | ")} |`,
    `|---|---|---|${"---:|---:|".repeat(lengths.length)}`,
    ...claims.map(({ name, asked, alternative }, index) => `| ${name} | ${asked} | ${alternative} | ${lengths.map((rows) => cell(index, rows)).join(" | ")} |`),
  ].join("\n");
}

/** What an interval must hold at the least, for one that is called a 95% interval. */
export const leastCoverage = 0.9;

/** Intervals that hold the value significantly less often than that, one-sided 1%. */
export const heldTooSeldom = (counts: readonly Count[]): readonly Count[] =>
  counts.filter((count) => {
    const all = answered(count);
    return all > 0 && 1 - count.said / all < leastCoverage - quantile * Math.sqrt((leastCoverage * (1 - leastCoverage)) / all);
  });

/** One row per interval, one column per number of rows: how often it holds the value. */
export function coverageTableOf(intervals: readonly Claim[], counts: readonly Count[]): string {
  const lengths = [...new Set(counts.map(({ rows }) => rows))].sort((one, other) => one - other);
  const tooSeldom = new Set(heldTooSeldom(counts));
  const cell = (interval: number, rows: number): string => {
    const count = counts.find((each) => each.claim === interval && each.rows === rows);
    if (count === undefined || answered(count) === 0) return "–";
    const text = percent({ ...count, said: answered(count) - count.said });
    return tooSeldom.has(count) ? `**${text}**` : text;
  };
  return [
    `| interval | asked | ${lengths.map((rows) => `${rows.toLocaleString("en-US")} rows`).join(" | ")} |`,
    `|---|---|${"---:|".repeat(lengths.length)}`,
    ...intervals.map(({ name, asked }, index) => `| ${name} | ${asked} | ${lengths.map((rows) => cell(index, rows)).join(" | ")} |`),
  ].join("\n");
}

const marksOf = {
  calibration: ["<!-- calibration: written by npm run calibration -->", "<!-- end of calibration -->"],
  coverage: ["<!-- coverage: written by npm run calibration -- coverage -->", "<!-- end of coverage -->"],
  "term-votes": ["<!-- term-votes: written by npm run simulate:votes -->", "<!-- end of term-votes -->"],
  term: ["<!-- term: written by npm run simulate:term -->", "<!-- end of term -->"],
} as const;

/** Puts the table between its marks. */
export function writeTable(file: string, name: keyof typeof marksOf, text: string): void {
  const page = readFileSync(file, "utf8");
  const marks = marksOf[name];
  const [start, end] = marks.map((mark) => page.indexOf(mark));
  if (start === undefined || end === undefined || start < 0 || end < start) throw new Error(`${file} has no marks for the table`);
  writeFileSync(file, `${page.slice(0, start + marks[0].length)}\n\n${text}\n\n${page.slice(end)}`);
}
