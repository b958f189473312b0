import { execFileSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { textOf } from "../../../src/render/reply.ts";
import { openAsking, replyOf } from "../../commands/asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

/** Reads the rows of each question from standard input, fits them and prints the summaries. */
const script = `
import io, json, sys, warnings
import pandas as pd
import statsmodels.api as sm
warnings.filterwarnings("ignore")
printed = []
for question in json.load(sys.stdin):
    data = pd.read_csv(io.StringIO(question["rows"]), parse_dates=["date"], index_col="date")
    y, x = data.iloc[:, 0], sm.add_constant(data.iloc[:, 1:])
    printed.append(str(sm.OLS(y, x).fit(**question["fit"]).summary()))
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

const questions = [
  { typed: "/regress JPM", fit: {} },
  { typed: "/regress MSFT ff6 errors:hac lags:5", fit: { cov_type: "HAC", cov_kwds: { maxlags: 5 } } },
  { typed: "/regress MSFT model:ff3 errors:hc1 from:2008 to:2008", fit: { cov_type: "HC1" } },
  { typed: "/regress WMT from:2020-01-01 to:2020-01-31", fit: {} },
  { typed: "/regress WMT frequency:monthly model:\"Mkt-RF SMB HML MOM\"", fit: {} },
  { typed: "/regress 0.6*JPM+0.4*WMT model:\"0.5*KO+0.5*GE\"", fit: {} },
  { typed: "/regress KO model:\"0.0005*SPY\"", fit: {} },
] as const;

async function filesOf(typed: string): Promise<{ readonly summary: string; readonly rows: string }> {
  const reply = replyOf(await asking.ask(`${typed} show:more`));
  const step = reply.nextSteps.find(({ label }) => label === "Get the data");
  const summary = reply.files.find(({ filename }) => filename === "summary.txt");
  if (!step || !summary) throw new Error(`${typed} has no summary, or no rows`);
  const data = await asking.world.run(step, { asker: { id: "1", name: "Ada", roleIds: [], managesServer: false }, place: { guildId: "2", channelId: "3" }, id: "4" });
  if (!data.ok || data.value.kind !== "reply" || !data.value.files[0]) throw new Error(JSON.stringify(data));
  return { summary: textOf(summary), rows: textOf(data.value.files[0]) };
}

/** Date and Time are those of the run there, and the sample's first and last day here. */
const compared = (summary: string): readonly string[] => summary.trimEnd().split("\n").map((line) => (/^(?:Date|Time|First|Last):/u.test(line) ? line.slice(40).trimEnd() : line.trimEnd()));

test.skipIf(python === undefined)("the summary is what statsmodels prints of the same rows, line for line", { timeout: 60_000 }, async () => {
  const asked = await Promise.all(questions.map(({ typed }) => filesOf(typed)));
  const input = JSON.stringify(asked.map(({ rows }, place) => ({ rows, fit: questions[place]?.fit ?? {} })));
  const printed = JSON.parse(execFileSync(python ?? "", ["-c", script], { input, encoding: "utf8", maxBuffer: 1e8 })) as readonly string[];
  for (const [place, { summary }] of asked.entries()) expect(compared(summary), questions[place]?.typed).toEqual(compared(printed[place] ?? ""));
});

test("it has 78 columns, and the sample's days where statsmodels has the time of day", async () => {
  const { summary } = await filesOf("/regress MSFT");
  const lines = summary.split("\n");
  expect(lines.slice(0, -4).map((line) => line.length)).toEqual(lines.slice(0, -4).map(() => 78));
  expect(lines).toContain("First:                     1986-03-14   Prob (F-statistic):               0.00");
  expect(lines).toContain("Mkt-RF         1.1876      0.014     83.309      0.000       1.160       1.216");
});

test("an exact fit has none", async () => {
  expect(replyOf(await asking.ask("/regress 2*SPY model:SPY show:more")).files.map(({ filename }) => filename)).toEqual(["regression.csv"]);
});
