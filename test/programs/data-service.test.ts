import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer, type CallResult } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import type { RawOption } from "../../src/commands/options/option.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { terminalSideEffects } from "../../src/commands/side-effects.ts";
import { readConfig } from "../../src/config.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { keepPrepared, prepareForFolder } from "../../src/datasets/server-folders.ts";
import { openContext, type OpenContext } from "../../src/programs/open-context.ts";
import { success } from "../../src/outcome.ts";
import { bytesOf } from "../datasets/made-up.ts";
import { replyOf, wordsOf } from "../commands/asking.ts";
import { isoDay } from "../../src/calendar.ts";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-data-service-"));
let provider: Server;
let context: OpenContext;

/** Prices of weekdays from 2024 on, in Yahoo's answer. */
const days = Array.from({ length: 120 }, (_, row) => 19_723 + 7 * Math.floor(row / 5) + (row % 5));
const priceOf = (row: number) => 100 + 3 * Math.sin(row * 0.9);
const chart = (symbol: string) =>
  JSON.stringify({ chart: { result: [{ meta: { symbol, gmtoffset: 0 }, timestamp: days.map((day) => day * 86_400 + 50_000), indicators: { quote: [{}], adjclose: [{ adjclose: days.map((_, row) => priceOf(row)) }] } }], error: null } });

beforeAll(async () => {
  provider = createServer((request, response) => {
    const symbol = /chart\/([^?]+)/u.exec(request.url ?? "")?.[1] ?? "";
    if (symbol === "GONE") response.writeHead(404).end();
    else response.end(chart(symbol));
  });
  await new Promise<void>((listening) => provider.listen(0, "127.0.0.1", listening));
  const opened = openContext(readConfig({ FACTOR_TA_LOCAL: folder, YAHOO_URL: `http://127.0.0.1:${String((provider.address() as AddressInfo).port)}` }));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  context = opened.value;
});
afterAll(async () => {
  await context.close();
  provider.close();
  rmSync(folder, { recursive: true });
});

/** What an instructor (or a student) types on a server; `upload` is the file of an option. */
async function ask(guild: string, typed: string, upload?: { readonly name: string; readonly text: string }, managesServer = true): Promise<CallResult> {
  const parsed = parseCommand(typed, commands);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  const options: Record<string, RawOption> = { ...parsed.value.options, ...(upload === undefined ? {} : { file: { filename: upload.name, url: "", size: upload.text.length } }) };
  const sideEffects = terminalSideEffects(() => undefined, () => success(bytesOf(upload?.text ?? "")));
  const asker = { id: "1", name: "Ada", roleIds: [], managesServer };
  return answer({ command: parsed.value.command, options, asker, place: { guildId: guild, channelId: "3" }, id: "4" }, commands, { ...context, sideEffects });
}

const prices = { name: "closes.csv", text: `date,QQQ\n${days.map((day, row) => `${isoDay(day)},${priceOf(row).toFixed(4)}`).join("\n")}\n` };

describe("/data add", () => {
  it("shows what it understood, changes nothing before the button, and then this server's answers alone", async () => {
    const preview = await ask("school", "/data add", prices);
    expect(wordsOf(preview)).toContain("closes.csv: what I understood");
    expect(wordsOf(preview)).toContain("QQQ daily total returns, 119 rows");
    expect(replyOf(preview).audience).toBe("asker");
    expect((await ask("school", "/beta QQQ")).problem).toMatchObject({ kind: "unknown-series" });
    const [keep] = replyOf(preview).nextSteps;
    expect(keep).toMatchObject({ command: "data keep" });
    const kept = await ask("school", `/data keep id:${keep!.options["id"]!}`);
    expect(wordsOf(kept)).toContain("Loaded: QQQ");
    // Its market is simulated still, and the reply says so instead of a number.
    expect((await ask("school", "/beta QQQ")).problem).toMatchObject({ kind: "mixed-origins", imported: ["QQQ"] });
    expect((await ask("elsewhere", "/beta QQQ")).problem).toMatchObject({ kind: "unknown-series" });
    expect((await ask("school", "/beta JPM")).problem).toBeNull();
    expect((await ask("school", `/data keep id:${keep!.options["id"]!}`)).problem).toMatchObject({ fault: "not-prepared" });
  });

  it("counts the host's series in the preview and behind the button alike: its market factor is the server's too", () => {
    const market = `date,Mkt-RF\n${days.map((day, row) => `${isoDay(day)},${(0.01 * Math.sin(row * 1.7)).toFixed(6)}`).join("\n")}\n`;
    const host = mkdtempSync(join(tmpdir(), "factor-ta-data-host-"));
    importBytes({ name: "market.csv", bytes: bytesOf(market) }, { localFolder: host });
    const folders = { localFolder: join(host, "servers", "school"), hostFolder: host };
    const prepared = prepareForFolder({ name: prices.name, bytes: bytesOf(prices.text) }, folders);
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problem));
    const kept = keepPrepared(folders, prepared.value.id);
    expect(prepared.value.result.lacksMarket).toBe(false);
    expect(kept.ok && kept.value).toMatchObject({ lacksMarket: false, notes: prepared.value.result.notes, hides: prepared.value.result.hides });
    rmSync(host, { recursive: true });
  });

  it("asks in the words of its options where something is unknown", async () => {
    const asked = await ask("school", "/data add", { name: "HistoricalData_17.csv", text: prices.text.replace("QQQ", "Close") });
    expect(wordsOf(asked)).toContain("`as:TICKER`");
    const named = await ask("school", "/data add as:VTI", { name: "HistoricalData_17.csv", text: prices.text.replace("QQQ", "Close") });
    expect(wordsOf(named)).toContain("VTI daily total returns");
    const doubtful = await ask("school", "/data add", { name: "x.csv", text: `${prices.text}${isoDay(days.at(-1)! + 1)},50\n` });
    expect(doubtful.problem).toMatchObject({ fault: "doubtful-days" });
    expect(wordsOf(doubtful)).toContain("`accept:true`");
  });

  it("is for instructors, and is bounded per server", async () => {
    expect((await ask("school", "/data add", prices, false)).problem).toMatchObject({ kind: "not-allowed" });
    const wide = `date,${Array.from({ length: 301 }, (_, index) => `S${String(index)}`).join(",")}\n${days.slice(0, 3).map((day) => `${isoDay(day)},${"100,".repeat(300)}100`).join("\n")}\n`;
    expect((await ask("school", "/data add", { name: "wide.csv", text: wide })).problem).toMatchObject({ fault: "over-quota" });
  });
});

describe("what a server may keep", () => {
  const addAndKeep = async (guild: string): Promise<string> => {
    expect(wordsOf(await ask(guild, "/data fetch NVDA"))).toContain("1 of 1 loaded");
    return join(folder, "servers", guild);
  };
  const second = { name: "second.csv", text: prices.text.replace("QQQ", "VTI") };

  it("is bounded by bytes: of the files as they are stored", async () => {
    const kept = await addAndKeep("heavy");
    const [stored] = readdirSync(kept).filter((name) => name.endsWith(".csv"));
    truncateSync(join(kept, stored!), 1e9);
    const refused = await ask("heavy", "/data add", second);
    expect(refused.problem).toMatchObject({ fault: "over-quota" });
    expect(wordsOf(refused)).toMatch(/MB, and \d+ MB are the most/u);
    expect(wordsOf(await ask("heavy", "/data fetch TSM"))).toMatch(/MB, and \d+ MB are the most/u);
    // What takes its own file's place is no more than before.
    expect(wordsOf(await ask("heavy", "/data fetch NVDA"))).not.toMatch(/are the most/u);
    expect((await ask("light", "/data add", second)).problem).toBeNull();
  });

  it("is bounded by rows: of all files together", async () => {
    const kept = await addAndKeep("long");
    const [stored] = readdirSync(kept).filter((name) => name.endsWith(".json"));
    writeFileSync(join(kept, stored!), readFileSync(join(kept, stored!), "utf8").replace(/"rows":\s*\d+/u, '"rows": 1999950'));
    const refused = await ask("long", "/data add", second);
    expect(refused.problem).toMatchObject({ fault: "over-quota" });
    expect(wordsOf(refused)).toMatch(/2\.01 million rows, and 2 million are the most/u);
    expect(wordsOf(await ask("long", "/data fetch TSM"))).toMatch(/rows, and 2 million are the most/u);
  });
});

describe("/data fetch, /data remove and /data undo", () => {
  it("fetches tickers by name for this server, names what fails, and takes it back", async () => {
    const fetched = await ask("lab", '/data fetch "nvda GONE"');
    expect(wordsOf(fetched)).toContain("1 of 2 loaded");
    expect(wordsOf(fetched)).toContain("GONE: the service has no prices of such a ticker (HTTP status 404)");
    expect(wordsOf(fetched)).toContain("From Yahoo Finance.");
    expect((await ask("lab", "/beta NVDA")).problem).toMatchObject({ kind: "mixed-origins" });
    expect(wordsOf(await ask("lab", "/data remove nvda"))).toContain("yahoo\\_NVDA.csv");
    expect((await ask("lab", "/beta NVDA")).problem).toBeNull();
    await ask("lab", "/data fetch TSM");
    expect(wordsOf(await ask("lab", "/data undo"))).toContain("TSM");
    expect((await ask("lab", "/beta TSM")).problem).toMatchObject({ kind: "unknown-series" });
    expect((await ask("lab", "/data undo")).problem).toMatchObject({ fault: "nothing-to-undo" });
  });
});

it("keeps answering from what it had where a server's file was damaged", async () => {
  await ask("broken", "/data fetch NVDA");
  expect((await ask("broken", "/beta NVDA")).problem).toMatchObject({ kind: "mixed-origins" });
  writeFileSync(join(folder, "servers", "broken", "0123456789abcdef.json"), "{");
  expect((await ask("broken", "/beta JPM")).problem).toBeNull();
});

it("uses what was imported into the host's folder meanwhile, on servers without data of their own and on those with", async () => {
  await ask("mine", "/data fetch TSM");
  expect((await ask("mine", "/beta HOST")).problem).toMatchObject({ kind: "unknown-series" });
  const imported = importBytes({ name: "host.csv", bytes: bytesOf(prices.text.replace("QQQ", "HOST")) }, { localFolder: folder });
  expect(imported.ok).toBe(true);
  // A folder is looked at every two seconds.
  await new Promise((passed) => setTimeout(passed, 2_100));
  for (const guild of ["mine", "nobodys"]) expect((await ask(guild, "/beta HOST")).problem).toMatchObject({ kind: "mixed-origins", imported: ["HOST"] });
  expect((await ask("nobodys", "/beta TSM")).problem).toMatchObject({ kind: "unknown-series" });
});
