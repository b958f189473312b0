import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Command } from "../../../src/commands/command.ts";
import { commands } from "../../../src/commands/index.ts";
import { textOf } from "../../../src/render/reply.ts";
import { openAsking, replyOf, type Asking, type ImportedFile } from "../../commands/asking.ts";
import { someOf } from "../../some-of.ts";
import { madeUpFiles } from "./made-up-files.ts";

/** Runs many scripts in one Python, each with names of its own, beside the sample's files; what each printed. */
const runner = `
import contextlib, io, json, sys, traceback, warnings
warnings.filterwarnings("ignore")
printed = []
for script in json.load(sys.stdin):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(script, "reply.py", "exec"), {})
        except Exception:
            print(traceback.format_exc())
    printed.append(out.getvalue())
json.dump(printed, sys.stdout)
`;

const python = ["/usr/bin/python3", "python3"].find((program) => {
  try {
    execFileSync(program, ["-c", "import statsmodels.api"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

const asking = openAsking();
afterAll(() => asking.close());

const has = (command: Command, option: string): boolean => Object.hasOwn(command.options, option);
const analyses = commands.filter((command) => has(command, "show") && has(command, "from"));

/** The option that takes several factors. */
const modelOption = (command: Command): string | undefined => ["model", "factor"].find((option) => command.options[option]?.series?.as === "model");

/** Series by themselves: every kind of them, alone and beside each other, and days left out. */
const described = ["JPM", "MSFT", "RF", "SMB HML", "JPM MSFT SPY Mkt-RF RF", "0.6*JPM+0.4*MSFT"].flatMap((series) => [
  `/describe series:"${series}"`,
  `/describe series:"${series}" frequency:monthly from:1995 without:2008`,
  `/describe series:"${series}" frequency:weekly from:1995 without:2008`,
  `/describe series:"${series}" frequency:monthly returns:log from:1995`,
]);

/** Each analysis on excess returns and on a total return, by month, and with robust errors where it has them. */
const everyQuestion = analyses.flatMap((command) => {
  const name = `/${command.name}`;
  if (has(command, "series")) return described;
  if (has(command, "tickers")) {
    return [`${name} tickers:"JPM WMT"`, `${name} tickers:"MSFT JPM SPY" frequency:monthly`, `${name} tickers:"MSFT WMT" from:2010 errors:hc1`, `${name} tickers:"JPM MSFT" from:2005 frequency:weekly`, ...(has(command, "returns") ? [`${name} tickers:"JPM MSFT" from:2005 returns:log`] : [])];
  }
  return [
    `${name} ticker:JPM`,
    `${name} ticker:"0.6*JPM + 0.4*MSFT" from:2010`,
    `${name} ticker:MSFT`,
    ...(has(command, "frequency") ? [`${name} ticker:MSFT frequency:monthly from:1990 to:2019`] : [`${name} ticker:MSFT from:1990 to:2019`]),
    ...(has(command, "frequency") ? [`${name} ticker:JPM frequency:weekly`, `${name} ticker:MSFT frequency:weekly from:2001-03-07 to:2019-06-12`] : []),
    ...(has(command, "returns") ? [`${name} ticker:MSFT returns:log`, `${name} ticker:"0.6*JPM + 0.4*MSFT" returns:log from:2005`, ...(has(command, "frequency") ? [`${name} ticker:JPM returns:log frequency:monthly`] : [])] : []),
    ...(has(command, "returns") && modelOption(command) ? [`${name} ticker:JPM returns:log frequency:weekly ${modelOption(command)}:carhart`] : []),
    ...(has(command, "errors") ? [`${name} ticker:WMT errors:hac`, `${name} ticker:WMT from:2000 errors:hc1`] : []),
    ...(modelOption(command) ? [`${name} ticker:JPM ${modelOption(command)}:ff3 frequency:monthly`, `${name} ticker:MSFT ${modelOption(command)}:ff6 from:2000`, `${name} ticker:WMT ${modelOption(command)}:"SPY SMB" frequency:monthly`] : []),
    ...(has(command, "model") ? [`${name} ticker:JPM model:ff6 errors:hac`, `${name} ticker:JPM model:"Mkt-RF SMB5" frequency:monthly`] : []),
    ...(has(command, "window") ? [`${name} ticker:WMT window:60 from:2020`] : []),
  ];
});

/** Errors whose lags the data choose, of one asset and of several, and a day on which β may have changed. */
const further = [
  "/beta ticker:JPM errors:hac lags:auto",
  "/performance ticker:JPM errors:hac lags:auto from:2000",
  '/compare tickers:"JPM MSFT" errors:hac lags:auto',
  '/alphas tickers:"MSFT JPM WMT" errors:hac lags:auto from:2000',
  '/alphas tickers:"MSFT JPM" errors:hac',
  '/alphas tickers:"JPM WMT MSFT KO AAPL NVDA XOM JNJ GE BAC" from:2010',
  "/regress ticker:MSFT model:ff3 orthogonal:true errors:hac",
  "/regress ticker:MSFT model:ff3 orthogonal:true errors:hac lags:auto",
  "/regress ticker:JPM model:\"Mkt-RF HML SMB\" orthogonal:true",
  "/regress ticker:JPM model:carhart orthogonal:true errors:hc1 frequency:monthly",
  "/beta ticker:JPM factor:WMT",
  "/beta ticker:JPM factor:HML frequency:monthly",
  '/regress ticker:JPM model:"WMT HML"',
  '/regress ticker:JPM model:"WMT HML Mkt-RF" orthogonal:true',
  "/hedge ticker:JPM factor:WMT",
  "/track ticker:JPM factor:MOM",
  "/beta ticker:JPM split:2008-09",
  "/beta ticker:MSFT split:2008..2009 errors:hac lags:4",
  "/beta ticker:JPM split:2008-09-15 frequency:monthly",
  "/size ticker:SPY factor:Mkt-RF",
  "/performance ticker:SPY factor:Mkt-RF",
  '/alphas tickers:"NVDA TSLA" factor:Mkt-RF from:2018 to:2020',
  "/beta ticker:JPM without:2008-09-15..2009-03-10",
  "/beta ticker:MSFT split:2008..2009 without:2012-03-01..2012-04-30",
  "/regress ticker:MSFT model:ff3 errors:hac lags:auto without:2008-09-15..2009-03-10",
  "/regress ticker:MSFT model:ff3 orthogonal:true errors:hac without:2008-09-15..2009-03-10",
  "/performance ticker:JPM without:2008-09-15..2009-03-10",
  "/performance ticker:MSFT from:2000 to:2012 without:2008-09-15..2009-03-10 errors:hac lags:4",
  "/hedge ticker:JPM target:20% without:2008-09-15..2009-03-10",
  "/expected ticker:MSFT without:2008-09-15..2009-03-10",
  "/describe JPM without:2008-09-15..2009-03-10",
  '/compare tickers:"JPM WMT" without:2008-09-15..2009-03-10',
  '/alphas tickers:"JPM WMT KO" errors:hac without:2008-09-15..2009-03-10',
  "/beta ticker:JPM split:2008-09-15..2009-03-10 frequency:weekly",
  "/beta ticker:MSFT split:2015 from:2010 frequency:monthly errors:hc1",
];

/** As providers make them: the rate left in, of the last months or weeks. */
const asProviders = ["/beta ticker:JPM as:yahoo", "/beta ticker:MSFT as:bloomberg", "/beta ticker:WMT as:bloomberg factor:Mkt-RF"];

/** Each analysis has from 5 to 17 of them. */
const questions = someOf([...everyQuestion, ...asProviders, ...further], 5);

/** On imported files: the daily analyses that prices or blank days may change, and everything by month and year. */
const onFiles = [
  "/describe AAA",
  "/describe AAA BBB from:2016-03-01 to:2018-06-30",
  "/describe AAA BBB frequency:monthly",
  "/describe AAA returns:log",
  "/beta ticker:AAA factor:Mkt-RF",
  "/beta ticker:AAA factor:Mkt-RF frequency:monthly",
  "/beta ticker:AAA factor:BBB frequency:monthly",
  "/beta ticker:AAA factor:BBB frequency:weekly",
  "/beta ticker:AAA factor:Mkt-RF frequency:weekly",
  "/beta ticker:AAA factor:BBB frequency:weekly returns:log",
  "/performance ticker:BBB factor:Mkt-RF frequency:weekly",
  "/regress ticker:AAA model:\"Mkt-RF SMB\" frequency:monthly",
  "/regress ticker:AAA model:\"Mkt-RF SMB\" errors:hac",
  "/frequency ticker:BBB factor:Mkt-RF",
  "/performance ticker:AAA factor:\"Mkt-RF SMB\"",
  "/performance ticker:AAA factor:BBB",
  "/performance ticker:AAA factor:BBB from:2016-03-01 to:2018-06-30",
  "/performance ticker:BBB factor:Mkt-RF frequency:monthly",
  "/expected ticker:AAA factor:Mkt-RF frequency:monthly",
  "/rolling ticker:AAA factor:BBB frequency:monthly window:24",
  "/compare tickers:\"AAA BBB\" factor:Mkt-RF frequency:monthly",
];

/** In their code blank days are filled. */
const filledIn = ["/beta ticker:AAA factor:BBB frequency:monthly", "/performance ticker:AAA factor:BBB"];

interface Printed {
  readonly code: string;
  readonly text: string;
  readonly result: readonly number[];
}

/** What each question's shown code prints, run in one Python beside the files of a folder. */
async function printedBy(asked: readonly string[], { ask }: Asking, folder: string): Promise<ReadonlyMap<string, Printed>> {
  const shown: { readonly question: string; readonly code: string; readonly result: readonly number[] }[] = [];
  for (const question of asked) {
    const { files, result } = replyOf(await ask(`${question} show:code`));
    shown.push({ question, code: files[0] ? textOf(files[0]) : "raise Exception('no code was shown')", result: [...numbersIn(result)] });
  }
  const outputs = JSON.parse(
    execFileSync(python ?? "python3", ["-c", runner], { cwd: folder, input: JSON.stringify(shown.map(({ code }) => code)), encoding: "utf8", maxBuffer: 1e8 }),
  ) as readonly string[];
  return new Map(shown.map(({ question, code, result }, place) => [question, { code, text: outputs[place] ?? "", result }]));
}

function expectNumbersOfTheReply({ text, result }: Printed): void {
  const lines = [...text.matchAll(/^(.+): (-?(?:\d[\d.]*(?:e[+-]?\d+)?|inf|nan))$/gmu)];
  expect(text).not.toContain("Traceback");
  expect(lines.length).toBeGreaterThan(2);
  const strangers = lines.filter(([, , value = ""]) => !result.some((number) => sameToSixDigits(Number(value), number)));
  expect(strangers.map(([line]) => line)).toEqual([]);
}

describe.skipIf(python === undefined)("the shown code, run by statsmodels (skipped where python3-statsmodels is not installed)", () => {
  let printed: ReadonlyMap<string, Printed> = new Map();
  beforeAll(async () => {
    printed = await printedBy(questions, asking, join(import.meta.dirname, "../../../data/sample"));
  }, 400_000);

  test.each(questions)("%s prints numbers of the reply, to 6 digits", (question) => {
    expectNumbersOfTheReply(printed.get(question) ?? { code: "", text: "", result: [] });
  });
});

describe.skipIf(python === undefined).each(Object.entries(madeUpFiles).map(([name, files], index) => [name, files, index] as const))("the shown code on %s", (name, files, index) => {
  // Without a market factor the sample's stands in, which is in another folder.
  const possible = name.startsWith("returns without") ? onFiles.filter((question) => !question.includes("Mkt-RF")) : onFiles;
  // Each kind of file begins elsewhere among the questions, so that together they go through all; those with blank days have both that are looked for below.
  const asked = [...new Set([...(name.startsWith("the same") ? filledIn : []), ...someOf([...possible.slice(index % 4), ...possible.slice(0, index % 4)], 4)])];
  let printed: ReadonlyMap<string, Printed> = new Map();
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "factor-ta-code-"));
    for (const { name: file, text } of files) writeFileSync(join(folder, savedName(file, text, files)), text);
    const onThese = openAsking(files);
    printed = await printedBy(asked, onThese, folder);
    await onThese.close();
    rmSync(folder, { recursive: true });
  }, 400_000);

  test.runIf(name.startsWith("the same"))("blank days are filled in it", () => {
    const filled = [...printed].filter(([, { code }]) => code.includes("fill(table")).map(([question]) => question);
    expect(filled).toEqual(expect.arrayContaining([...filledIn]));
  });

  test.runIf(name.startsWith("parts"))("each file is named, and read under a name of its own", async () => {
    const onThese = openAsking(files);
    const footer = async (question: string) => replyOf(await onThese.ask(question)).embeds[0]?.footer?.text ?? "";
    const shown = await footer("/beta ticker:AAA factor:Mkt-RF show:code");
    for (const { name: file, text } of files.filter(({ name: file }) => /^aaa/iu.test(file))) expect(shown).toContain(`saved as ${savedName(file, text, files)}`);
    expect((await footer("/beta ticker:AAA factor:BBB")).match(/\(sha /gu)).toHaveLength(4);
    await onThese.close();
  });

  test.each(asked)("%s prints numbers of the reply, to 6 digits", (question) => {
    expectNumbersOfTheReply(printed.get(question) ?? { code: "", text: "", result: [] });
  });
});

/** Files of one name are saved with the start of their sha, as the code asks for them; no other file lies under that name. */
function savedName(file: string, text: string, files: readonly ImportedFile[]): string {
  const isAlone = files.filter(({ name }) => name.toLowerCase() === file.toLowerCase()).length === 1;
  return isAlone ? file : file.replace(/\.csv$/iu, (end) => `-${createHash("sha256").update(text).digest("hex").slice(0, 7)}${end}`);
}

const sameToSixDigits = (printed: number, number: number): boolean =>
  Math.abs(printed - number) <= 1e-6 * Math.abs(number) || (printed === 0 && Math.abs(number) < 5e-7) || Math.max(Math.abs(printed), Math.abs(number)) < 1e-14;

/** Every number of a result; the columns of rows behind it stay out. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    for (const inner of Object.values(value)) yield* numbersIn(inner);
  }
}
