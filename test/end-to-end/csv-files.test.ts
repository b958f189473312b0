/** Every table that a reply carries, read by pandas: its numbers are those of the reply, bit for bit. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf, type Reply } from "../../src/render/reply.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { replyOf } from "../commands/asking.ts";
import { openCourseroom } from "../commands/courseroom.ts";

const reader = `
import io, json, sys
import pandas as pd
def table(text):
    frame = pd.read_csv(io.StringIO(text, newline=""), float_precision="round_trip")
    # Empty cells of a column that pandas reads as text are None, of one that it reads as numbers too.
    cells = frame.astype(object).where(frame.notna(), None).values.tolist()
    return {"columns": list(frame.columns), "rows": cells}
json.dump([table(text) for text in json.load(sys.stdin)], sys.stdout)
`;

const python = ["/usr/bin/python3", "python3"].find((program) => {
  try {
    execFileSync(program, ["-c", "import pandas"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

/** The files that src writes, by their names in it. */
const filenames = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .flatMap((path) => [...readFileSync(join("src", path), "utf8").matchAll(/filename: "([\w-]+\.csv)"/gu)].map(([, name = ""]) => name))
  // French's portfolios, which the sample has not: held in test/commands/alphas.test.ts.
  .filter((name) => name !== "alphas.csv")
  .sort();

const questions = [
  "/regress MSFT model:ff3 show:more",
  "/frequency JPM show:more",
  "/residuals WMT show:more",
  "/rolling JPM show:more",
  "/variance JPM factor:ff3 show:more",
  '/variance "JPM WMT" factor:"Mkt-RF SMB" show:more',
  "/data list",
  "/selftest",
  "/regress JPM frequency:monthly show:code",
];

/** Tables of people, which no result has: they are held against what was typed. */
const ofPeople: ReadonlySet<string> = new Set(["gradebook.csv", "answers.csv", "codes.csv", "matches.csv", "unmatched.csv", "audit.csv", "statistics.csv"]);
/** The days that were left out are no numbers of the reply either. */
const ofDays = "missing-days.csv";

/** Columns that the reply works out of its result while it writes the table, or that the chapter prints. */
const derived: ReadonlySet<string> = new Set(["beta_low", "beta_high", "alpha_annual", "alpha_low", "alpha_high", "printed", "computed as printed"]);

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

describe.skipIf(python === undefined)("every table, read by pandas (skipped where python3-pandas is not installed)", () => {
  const room = openCourseroom();
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-tables-"));
  const tables: { readonly name: string; readonly text: string; readonly result: Reply["result"]; readonly table: Table }[] = [];
  afterAll(async () => {
    await room.close();
    rmSync(folder, { recursive: true });
  });

  beforeAll(async () => {
    const replies = [];
    for (const question of questions) replies.push(replyOf(await room.as("prof", question)));
    replies.push(...(await peopleReplies()));
    const files = replies.flatMap(({ files: own, result }) => own.filter(({ filename }) => filename.endsWith(".csv")).map((file) => ({ name: file.filename, text: textOf(file), result })));
    const input = JSON.stringify(files.map(({ text }) => text));
    const read = JSON.parse(execFileSync(python ?? "python3", ["-c", reader], { input, encoding: "utf8", maxBuffer: 1e8 })) as readonly Table[];
    files.forEach((file, index) => tables.push({ ...file, table: read[index] ?? { columns: [], rows: [] } }));
  }, 120_000);

  /** More people than a list of matches shows, who answer wrongly. */
  const others = Array.from({ length: 40 }, (_, index) => `p${String(index + 1)}`);

  /** A check that all but one of the students answered, that one with a name that a spreadsheet would run. */
  async function peopleReplies(): Promise<readonly Reply[]> {
    const roster = join(folder, "canvas.csv");
    const rows = others.map((person, index) => `"Other, ${person}",${String(201 + index)},,${person}@uni.edu,B\n`).join("");
    writeFileSync(roster, `Student,ID,SIS User ID,SIS Login ID,Section\n"Lovelace, Ada",101,s101,ada@uni.edu,A\n"=cmd(), Eve",102,-2,eve@uni.edu,A\n"Roe, Ben",103,,ben@uni.edu,A\n${rows}`);
    await room.words("prof", '/check post question:"Days?" key:252 points:7 title:"-Week"');
    const check = /check ([2-9a-z]{6})/u.exec(terminalText(room.posts.at(-1)!, []))?.[1] ?? "";
    await room.words("ada", `/check submit ${check} answer1:252`);
    for (const person of ["ben", ...others]) await room.words(person, `/check submit ${check} answer1:365`);
    await room.words("prof", "/check close confirm:true");
    await room.words("prof", `/roster import file:${roster}`);
    const asked = async (typed: string): Promise<Reply> => replyOf(await room.as("prof", typed));
    const matches = await asked("/roster confirm");
    await asked(`/roster confirm list:${matches.nextSteps[0]?.options["list"] ?? ""}`);
    const ofTheClass = [await asked("/roster codes"), await asked("/gradebook export"), await asked("/gradebook answers"), await asked("/gradebook statistics"), await asked("/course audit")];
    const strangers = join(folder, "strangers.csv");
    writeFileSync(strangers, `Student,ID,SIS User ID,SIS Login ID,Section\n${Array.from({ length: 30 }, (_, index) => `"Stranger, Of ${String(index)}",${String(501 + index)},,s${String(index)}@uni.edu,C\n`).join("")}`);
    return [matches, ...ofTheClass, await asked(`/roster import file:${strangers} confirm:true`)];
  }

  const tableOf = (name: string): Table | undefined => tables.find((candidate) => candidate.name === name)?.table;

  test("all the tables that src names were made", () => {
    expect([...new Set(tables.map(({ name }) => name))].sort()).toEqual(filenames);
  });

  test.each(filenames.filter((name) => !ofPeople.has(name) && name !== ofDays))("%s: its numbers are the reply's", (name) => {
    const made = tables.filter((candidate) => candidate.name === name);
    expect(made).not.toEqual([]);
    for (const { table, text, result } of made) {
      const known = new Set(numbersIn(result));
      // The lines of text, its header apart: no cell broke a row in two.
      expect(table.rows).toHaveLength(text.split("\r\n").length - 2);
      const checked = table.columns.flatMap((column, index) => (derived.has(column) ? [] : [index]));
      const numbers = table.rows.flatMap((row) => checked.map((index) => row[index])).filter((cell) => typeof cell === "number");
      expect(numbers.length).toBeGreaterThanOrEqual(name === "selftest.csv" ? 0 : table.rows.length);
      expect(numbers.filter((cell) => !known.has(cell))).toEqual([]);
      expect(table.rows.flat().filter((cell) => typeof cell === "string" && cell.startsWith("'"))).toEqual([]);
    }
  });

  test("selftest.csv: beside dates and names in one column, every number computed is the reply's", () => {
    const { table, result } = tables.find(({ name }) => name === "selftest.csv") ?? {};
    const known = new Set(numbersIn(result));
    const computed = table?.rows.map((row) => Number(row[4])).filter((value) => !Number.isNaN(value)) ?? [];
    expect(computed.length).toBeGreaterThan(50);
    expect(computed.filter((value) => !known.has(value))).toEqual([]);
    expect(table?.rows.find((row) => row[1] === "AIC")?.[2]).toBe("-5.303e+04");
  });

  test("rolling.csv: a band is as wide below its estimate as above", () => {
    const rows = tables.find(({ name }) => name === "rolling.csv")?.table.rows.map((row) => row.slice(1).map(Number)) ?? [];
    expect(rows.length).toBeGreaterThan(1000);
    const isSkew = ([middle = 0, low = 0, high = 0]: readonly number[]): boolean => low > high || Math.abs(low + high - 2 * middle) > 1e-12;
    expect(rows.filter((row) => isSkew(row) || isSkew(row.slice(3)))).toEqual([]);
  });

  test("gradebook.csv: points are numbers, typed names are no formulas", () => {
    const table = tableOf("gradebook.csv");
    expect(table?.columns).toEqual(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "'-Week"]);
    expect(table?.rows).toHaveLength(4 + others.length);
    expect(table?.rows.slice(0, 4).map((row) => [row[0], row[1], row[2], row[5]])).toEqual([
      ["Points Possible", null, null, 7],
      ["Lovelace, Ada", 101, "s101", 7],
      ["'=cmd(), Eve", 102, "-2", null],
      ["Roe, Ben", 103, null, 0],
    ]);
  });

  test("statistics.csv: a check with its people, their mean mark and first tries", () => {
    const [row] = tableOf("statistics.csv")?.rows ?? [];
    // One of 42 was right; the check's typed title is no formula.
    expect(row?.slice(1, 5)).toEqual(["'-Week", 42, 1 / 42, 1 / 42]);
  });

  test("answers.csv: what was typed, its key and its score, by student", () => {
    const table = tableOf("answers.csv");
    expect(table?.rows).toHaveLength(2 + others.length);
    const columns = ["student", "canvas_id", "person", "score", "typed", "value", "key"].map((name) => table?.columns.indexOf(name) ?? -1);
    expect(table?.rows.slice(0, 2).map((row) => columns.map((column) => row[column]))).toEqual([
      ["Lovelace, Ada", 101, "ada", 1, 252, 252, 252],
      ["Roe, Ben", 103, "ben", 0, 365, 365, 252],
    ]);
  });

  test("matches.csv and codes.csv: every match by name, and a code for who has none", () => {
    expect(tableOf("matches.csv")?.rows).toEqual([["Lovelace, Ada", 101, "ada"], ["Roe, Ben", 103, "ben"], ...others.map((person, index) => [`Other, ${person}`, 201 + index, person])]);
    expect(tableOf("codes.csv")?.rows).toEqual([["'=cmd(), Eve", 102, "eve@uni.edu", expect.stringMatching(/^[A-Z2-9-]{6,}$/iu) as string]]);
  });

  test("missing-days.csv: days within the months that lack them, and what the market did", () => {
    const table = tableOf(ofDays);
    expect(table?.columns).toEqual(["frequency", "period_end", "series", "missing_day", "Mkt-RF_return"]);
    expect(table?.rows.length).toBeGreaterThan(0);
    for (const [frequency, end, series, day, move] of table?.rows ?? []) {
      expect(frequency).toBe("monthly");
      expect(["JPM", "SPY"]).toContain(series);
      expect(String(day).slice(0, 7)).toBe(String(end).slice(0, 7));
      expect(Math.abs(Number(move))).toBeLessThan(0.2);
    }
  });
});

/** Every number of a result, its columns of rows included. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (value instanceof Float64Array || value instanceof Int32Array) yield* value;
  else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) yield* numbersIn(inner);
}
