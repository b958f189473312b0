import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { failure, success, type Outcome } from "../outcome.ts";
import type { FileProblem } from "./problem.ts";
import { writeStored } from "./store-file.ts";

/**
 * Portfolios that instructors named, beside a folder's imported files: each definition a small file of its own, named by
 * its content. The newest of a name holds; the one before stays for an undo.
 */

const namedPortfolio = v.pipe(
  v.object({
    name: v.string(),
    /** As `portfolioText` writes it. */
    expression: v.string(),
    /** ISO date and time (UTC). */
    definedAt: v.string(),
  }),
  v.readonly(),
);

export type NamedPortfolio = v.InferOutput<typeof namedPortfolio>;

const storedText = v.pipe(v.string(), v.parseJson(), namedPortfolio);
const fileName = /^[0-9a-f]{16}\.portfolio\.json$/u;

/** What a portfolio may be called: like a ticker, with nothing that is a sign in an expression, and not a number. */
export const portfolioNamePattern = /^[A-Za-z][A-Za-z0-9_]{0,19}$/u;

/** Every definition, newest first; one that can't be read is left out. */
function readDefinitions(folder: string): readonly NamedPortfolio[] {
  return namesIn(folder)
    .flatMap((name) => {
      const read = v.safeParse(storedText, textOf(join(folder, name)));
      return read.success ? [read.output] : [];
    })
    .sort((one, other) => (one.definedAt < other.definedAt ? 1 : -1));
}

/** The portfolios of a folder, the newest definition of each name. */
export function readNamedPortfolios(folder: string): readonly NamedPortfolio[] {
  const newest = new Map<string, NamedPortfolio>();
  for (const portfolio of readDefinitions(folder)) if (!newest.has(portfolio.name.toLowerCase())) newest.set(portfolio.name.toLowerCase(), portfolio);
  return [...newest.values()];
}

/** Stores a definition; the earlier one of that name, which it replaces, or null. */
export function storeNamedPortfolio(folder: string, portfolio: NamedPortfolio): Outcome<NamedPortfolio | null, FileProblem> {
  const [earlier, ...oldest] = readDefinitions(folder).filter(({ name }) => isSame(name, portfolio.name));
  const written = writeStored(folder, pathOf(portfolio), `${JSON.stringify(portfolio, null, 2)}\n`);
  if (!written.ok) return failure({ kind: "bad-file", file: portfolio.name, line: null, column: null, fault: "unwritable", found: written.problem });
  for (const older of oldest) rmSync(join(folder, pathOf(older)), { force: true });
  return success(earlier ?? null);
}

/** Removes every definition of a name; the newest, or null where there is none. */
export function removeNamedPortfolio(folder: string, name: string): NamedPortfolio | null {
  const definitions = readDefinitions(folder).filter((portfolio) => isSame(portfolio.name, name.trim()));
  for (const definition of definitions) takeBack(folder, definition);
  return definitions[0] ?? null;
}

/** The definition that was made last, or null. */
export const newestDefinition = (folder: string): NamedPortfolio | null => readDefinitions(folder)[0] ?? null;

/** Takes one definition back: the one before of that name holds again. */
export function takeBack(folder: string, definition: NamedPortfolio): void {
  rmSync(join(folder, pathOf(definition)), { force: true });
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const pathOf = ({ name, expression, definedAt }: NamedPortfolio): string =>
  `${createHash("sha256").update(JSON.stringify([name, expression, definedAt])).digest("hex").slice(0, 16)}.portfolio.json`;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => fileName.test(name));
  } catch {
    return [];
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
