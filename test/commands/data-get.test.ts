import { afterAll, expect, test } from "vitest";
import { textOf } from "../../src/render/reply.ts";
import { commands } from "../../src/commands/index.ts";
import { openAsking, replyOf, wordsOf, type Asking } from "./asking.ts";
import type { Reply } from "../../src/render/reply.ts";

const sample = openAsking();
const imported = openAsking([{ name: "own.csv", text: ["date,ABC", ...Array.from({ length: 60 }, (_, row) => `2020-${String(1 + Math.floor(row / 20)).padStart(2, "0")}-${String(1 + (row % 20)).padStart(2, "0")},${String(((row * 37) % 19) / 1000 - 0.009)}`)].join("\n"), content: "excess" }]);
afterAll(() => Promise.all([sample.close(), imported.close()]));

interface Table {
  readonly columns: readonly string[];
  readonly days: readonly string[];
  readonly values: readonly (readonly number[])[];
}

function tableOf(reply: Reply): Table {
  const [file] = reply.files;
  if (!file) throw new Error("no file came");
  const [header = "", ...rows] = textOf(file).trim().split("\r\n");
  const cells = rows.map((row) => row.split(","));
  return { columns: header.split(",").slice(1), days: cells.map(([day = ""]) => day), values: cells.map(([, ...numbers]) => numbers.map(Number)) };
}

async function got(typed: string, asking: Asking = sample): Promise<Table> {
  return tableOf(replyOf(await asking.ask(typed)));
}

/** Presses a reply's button Get the data. */
async function dataOf(typed: string): Promise<Table> {
  const button = replyOf(await sample.ask(typed)).nextSteps.find(({ label }) => label === "Get the data");
  if (!button) throw new Error(`${typed} offers no data`);
  const answered = await sample.world.run(button, { asker: { id: "1", name: "Ada", roleIds: [], managesServer: false }, place: { guildId: "2", channelId: "3" }, id: "4" });
  if (!answered.ok || answered.value.kind !== "reply") throw new Error(JSON.stringify(answered));
  return tableOf(answered.value);
}

/** A slope by its definition. */
function slopeOf({ values }: Table): number {
  const mean = (column: number): number => values.reduce((sum, row) => sum + (row[column] ?? NaN), 0) / values.length;
  const [y, x] = [mean(0), mean(1)];
  const products = values.reduce((sum, row) => sum + ((row[0] ?? NaN) - y) * ((row[1] ?? NaN) - x), 0);
  return products / values.reduce((sum, row) => sum + ((row[1] ?? NaN) - x) ** 2, 0);
}

test("the rows of /beta give its β", async () => {
  const table = await dataOf("/beta JPM show:more");
  expect(table.columns).toEqual(["JPM", "SPY"]);
  expect(table.days).toHaveLength(7974);
  expect([table.days[0], table.days.at(-1)]).toEqual(["1993-02-01", "2024-12-31"]);
  expect(slopeOf(table)).toBeCloseTo(1.3949, 4);
});

test.each([
  ["/beta MSFT from:2008 to:2008 show:code", ["MSFT", "Mkt-RF"]],
  ["/beta 0.6*JPM+0.4*WMT factor:Mkt-RF show:more", ["0.6*JPM+0.4*WMT", "Mkt-RF"]],
  ["/beta JPM frequency:monthly show:more", ["JPM", "SPY"]],
  ["/beta JPM without:2008-09-01..2009-03-31 show:more", ["JPM", "SPY"]],
  ["/regress JPM ff6 show:more", ["JPM", "Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"]],
  ["/compare JPM WMT MSFT show:more", ["JPM", "WMT", "MSFT", "Mkt-RF"]],
  ["/describe SMB RF show:more", ["SMB", "RF"]],
  ["/describe JPM WMT show:more", ["JPM", "WMT"]],
  ["/expected MSFT show:more", ["MSFT", "Mkt-RF", "RF"]],
  ["/expected JPM ff3 show:more", ["JPM", "Mkt-RF", "SMB", "HML", "RF"]],
  ["/rolling JPM show:more", ["JPM", "SPY"]],
])("%s has as many rows in its file as in its recipe", async (typed, columns) => {
  const recipe = replyOf(await sample.ask(typed.replace(/ show:\w+/u, ""))).embeds[0]?.footer?.text ?? "";
  const table = await dataOf(typed);
  expect(table.columns).toEqual(columns);
  expect(`n = ${table.days.length.toLocaleString("en-US")}`).toBe(/n = [\d,]+/u.exec(recipe)?.[0]);
  expect(table.values.flat().every(Number.isFinite)).toBe(true);
});

/** Every analysis of assets: /describe has the rows of its series, the others those of their regression. */
const analyses = sample.world.commandList.filter(({ audience, asking }) => audience === "everyone" && asking?.about === "assets" && asking.headline !== "returns-file").map(({ name }) => name);

const windows = ["", " from:2008 to:2012", " from:2015 without:2020"];

test.each(analyses.flatMap((name) => windows.map((window) => [name, window] as const)))("/%s%s: the file has the rows behind the reply, and gives its β", async (name, window) => {
  const { options } = commandNamed(name);
  const assets = (Object.values(options)[0]?.series?.min ?? 1) > 1 ? "JPM WMT" : "JPM";
  if (window.includes("without") && !("without" in options)) return;
  const typed = `/${name} ${assets}${window}`;
  const recipe = replyOf(await sample.ask(typed)).embeds.map(({ footer }) => footer?.text ?? "").join(" ");
  const table = await dataOf(`${typed} show:more`);
  expect(table.columns.slice(0, assets.split(" ").length)).toEqual(assets.split(" "));
  // Of an analysis at several frequencies the file has the days.
  expect(recipe).toContain(`n = ${table.days.length.toLocaleString("en-US")} `);
  const factor = /JPM ~ ([\w-]+(?: \+)?)/u.exec(recipe)?.[1];
  if (factor === undefined || factor.includes("+") || assets !== "JPM") return;
  const pair = { ...table, values: table.values.map((row) => [row[0] ?? NaN, row[table.columns.indexOf(factor)] ?? NaN]) };
  const beta = replyOf(await sample.ask(`/beta JPM factor:${factor}${window}`)).result as { readonly fit: { readonly betas: readonly { readonly value: number }[] } };
  expect(slopeOf(pair)).toBeCloseTo(beta.fit.betas[0]?.value ?? NaN, 9);
});

test("it is for the asker alone, says what the numbers are, and how they are read", async () => {
  const reply = replyOf(await sample.ask("/data get JPM RF from:2008 to:2008"));
  const words = wordsOf(await sample.ask("/data get JPM RF from:2008 to:2008"));
  expect(reply.audience).toBe("asker");
  expect(reply.files[0]?.filename).toBe("JPM-RF.csv");
  expect(words).toContain("251 days on which all of them have a return · 2008-01-02 to 2008-12-31");
  expect(words).toContain("Excess returns, and RF the risk-free rate, simple, decimal: 0.01 is 1%. They are simulated");
  expect(words).toContain('data = pd.read_csv("JPM-RF.csv", parse_dates=["date"], index_col="date")');
});

test("a total return stands there without the risk-free rate, as it goes into the regression", async () => {
  const { values } = await got("/data get MSFT RF from:2008 to:2008");
  const own = sample.world.datasets.find("MSFT");
  if (!own.ok) throw new Error("MSFT is not there");
  const first = own.value.days.findIndex((day) => new Date(day * 86_400_000).toISOString().startsWith("2008"));
  expect(own.value.kind).toBe("total");
  expect((values[0]?.[0] ?? NaN) + (values[0]?.[1] ?? NaN)).toBeCloseTo(own.value.values[first] ?? NaN, 15);
});

test("imported rows are handed out only where the host allows it", async () => {
  const { problem } = await imported.ask("/data get ABC");
  expect(problem).toMatchObject({ kind: "data-not-shared", series: ["ABC"] });
  const shared: Asking = { ...imported, ask: (typed) => imported.call(commandNamed("data get"), { series: typed }, { ...imported.world, sharesImportedData: true }) };
  expect((await got("ABC", shared)).days).toHaveLength(60);
  expect((await got("/data get JPM SPY from:2020 to:2020", imported)).columns).toEqual(["JPM", "SPY"]);
});

test("a practice question offers its rows", async () => {
  const table = await dataOf("/practice exercise:jpm-regression");
  expect(table.columns.at(-1)).toBe("RF");
  expect(table.days.length).toBeGreaterThan(1000);
});

function commandNamed(name: string) {
  const command = commands.find((one) => one.name === name);
  if (!command) throw new Error(`there is no /${name}`);
  return command;
}
