import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A regression of NIST's Statistical Reference Datasets, read from the institute's own file. */
export interface NistRegression {
  readonly name: string;
  readonly response: Float64Array;
  readonly regressors: readonly Float64Array[];
  readonly hasConstant: boolean;
  /** Certified, to 15 digits. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly rSquared: number;
}

export interface NistSample {
  readonly name: string;
  readonly values: Float64Array;
  readonly mean: number;
  readonly standardDeviation: number;
}

/** Where the real files are, or null: they are not part of the repository. */
export const realData = process.env["FACTOR_TA_REAL_DATA"] ?? null;

const read = (name: string): string => readFileSync(join(realData!, "nist", `${name}.dat`), "latin1");

export const hasNist = realData !== null && existsSync(join(realData, "nist"));

const regressions = ["Norris", "Longley", "NoInt1", "Wampler1", "Wampler2", "Wampler3"];
const samples = ["Lew", "Mavro", "Michelso", "NumAcc1", "NumAcc2"];

export const nistRegressions = (): NistRegression[] => (hasNist ? regressions.map(readRegression) : []);
export const nistSamples = (): NistSample[] => (hasNist ? samples.map(readSample) : []);

function readRegression(name: string): NistRegression {
  const text = read(name);
  const estimates = [...text.matchAll(/^\s+B\d+\s+(\S+)\s+(\S+)\s*$/gm)];
  const table = rowsAfter(text, /^Data:\s+y\s+x.*$/m);
  const [response, ...given] = table[0]!.map((_, column) => Float64Array.from(table, (row) => row[column]!));
  const powers = estimates.length - 1;
  const regressors = name.startsWith("Wampler")
    ? Array.from({ length: powers }, (_, i) => given[0]!.map((x) => x ** (i + 1)))
    : given;
  return {
    name,
    response: response!,
    regressors,
    hasConstant: !name.startsWith("NoInt"),
    coefficients: estimates.map((match) => Number(match[1])),
    standardErrors: estimates.map((match) => Number(match[2])),
    rSquared: Number(/R-Squared\s+(\S+)/.exec(text)![1]),
  };
}

function readSample(name: string): NistSample {
  const text = read(name);
  const certified = (label: string): number => Number(new RegExp(`${label}.*?:\\s+(-?[\\d.]+)`).exec(text)![1]);
  return {
    name,
    values: Float64Array.from(rowsAfter(text, /^Data: Y\s*\n-+.*$/m), (row) => row[0]!),
    mean: certified("Sample Mean"),
    standardDeviation: certified("Sample Standard Deviation"),
  };
}

function rowsAfter(text: string, header: RegExp): number[][] {
  const match = header.exec(text.replaceAll("\r", ""))!;
  return text
    .replaceAll("\r", "")
    .slice(match.index + match[0].length)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(/\s+/).map(Number));
}
