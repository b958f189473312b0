import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Command } from "../../../src/commands/command.ts";
import { commands } from "../../../src/commands/index.ts";
import { textOf } from "../../../src/render/reply.ts";
import { openAsking, replyOf } from "../../commands/asking.ts";

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

/** Each analysis on excess returns and on a total return, by month, and with robust errors where it has them. */
const questions = analyses.flatMap((command) => {
  const name = `/${command.name}`;
  if (has(command, "tickers")) {
    return [`${name} tickers:"JPM WMT"`, `${name} tickers:"MSFT JPM SPY" frequency:monthly`, `${name} tickers:"MSFT WMT" from:2010 errors:hc1`];
  }
  return [
    `${name} ticker:JPM`,
    `${name} ticker:"0.6*JPM + 0.4*MSFT" from:2010`,
    `${name} ticker:MSFT`,
    ...(has(command, "frequency") ? [`${name} ticker:MSFT frequency:monthly from:1990 to:2019`] : [`${name} ticker:MSFT from:1990 to:2019`]),
    ...(has(command, "errors") ? [`${name} ticker:WMT errors:hac`, `${name} ticker:WMT from:2000 errors:hc1`] : []),
    ...(has(command, "model") ? [`${name} ticker:JPM model:ff6 errors:hac`, `${name} ticker:JPM model:"Mkt-RF SMB5" frequency:monthly`] : []),
    ...(has(command, "window") ? [`${name} ticker:WMT window:60 from:2020`] : []),
  ];
});

describe.skipIf(python === undefined)("the shown code, run by statsmodels (skipped where python3-statsmodels is not installed)", () => {
  const printed = new Map<string, { readonly text: string; readonly result: readonly number[] }>();

  beforeAll(async () => {
    const shown: { readonly question: string; readonly code: string; readonly result: readonly number[] }[] = [];
    for (const question of questions) {
      const { files, result } = replyOf(await asking.ask(`${question} show:code`));
      shown.push({ question, code: files[0] ? textOf(files[0]) : "raise Exception('no code was shown')", result: [...numbersIn(result)] });
    }
    const outputs = JSON.parse(
      execFileSync(python ?? "python3", ["-c", runner], {
        cwd: join(import.meta.dirname, "../../../data/sample"),
        input: JSON.stringify(shown.map(({ code }) => code)),
        encoding: "utf8",
        maxBuffer: 1e8,
      }),
    ) as readonly string[];
    shown.forEach(({ question, result }, place) => printed.set(question, { text: outputs[place] ?? "", result }));
  }, 180_000);

  test.each(questions)("%s prints numbers of the reply, to 6 digits", (question) => {
    const { text = "", result = [] } = printed.get(question) ?? {};
    const lines = [...text.matchAll(/^(.+): (-?(?:\d[\d.]*(?:e[+-]?\d+)?|inf|nan))$/gmu)];
    expect(text).not.toContain("Traceback");
    expect(lines.length).toBeGreaterThan(2);
    const strangers = lines.filter(([, , value = ""]) => !result.some((number) => sameToSixDigits(Number(value), number)));
    expect(strangers.map(([line]) => line)).toEqual([]);
  });
});

const sameToSixDigits = (printed: number, number: number): boolean =>
  Math.abs(printed - number) <= 1e-6 * Math.abs(number) || (printed === 0 && Math.abs(number) < 5e-7) || Math.max(Math.abs(printed), Math.abs(number)) < 1e-14;

/** Every number of a result; the columns of rows behind it stay out. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    for (const inner of Object.values(value)) yield* numbersIn(inner);
  }
}
