import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isoDay } from "../../../src/calendar.ts";
import { goldenFile } from "./golden-file.ts";
import { openScene, type Scene } from "./golden-scene.ts";

/** Prices of weekdays from 2024 on, as a file and as Yahoo's answer. */
const days = Array.from({ length: 120 }, (_, row) => 19_723 + 7 * Math.floor(row / 5) + (row % 5));
const priceOf = (row: number) => 100 + 3 * Math.sin(row * 0.9);
const yahoo = (symbol: string) =>
  JSON.stringify({ chart: { result: [{ meta: { symbol, gmtoffset: 0 }, timestamp: days.map((day) => day * 86_400 + 50_000), indicators: { quote: [{}], adjclose: [{ adjclose: days.map((_, row) => priceOf(row)) }] } }], error: null } });

let provider: Server;
let scene: Scene;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-golden-data-"));
beforeAll(async () => {
  provider = createServer((request, response) => {
    const symbol = /chart\/([^?]+)/u.exec(request.url ?? "")?.[1] ?? "";
    if (symbol === "GONE") response.writeHead(404).end();
    else response.end(yahoo(symbol));
  });
  await new Promise<void>((listening) => provider.listen(0, "127.0.0.1", listening));
  scene = openScene({ YAHOO_URL: `http://127.0.0.1:${String((provider.address() as AddressInfo).port)}` });
});
afterAll(async () => {
  await scene.close();
  provider.close();
  rmSync(folder, { recursive: true });
});

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

const today = new RegExp(new Date().toISOString().slice(0, 10), "gu");

/** What a person meets; the day of an import is this one. */
async function played(lines: readonly string[]): Promise<string> {
  const text = await scene.play(lines);
  return text.replaceAll(folder, "FOLDER").replaceAll(today, "TODAY");
}

test("a file: what was understood of it, in use, listed, and taken back", async () => {
  const closes = file("closes.csv", ["date,QQQ", ...days.map((day, row) => `${isoDay(day)},${priceOf(row).toFixed(4)}`)]);
  const preview = await played([`prof: /data add file:${closes}`]);
  const [, id = ""] = /`\/data keep id:(\S+)`/u.exec(preview) ?? [];
  const after = await played([`prof: /data keep ${id}`, "prof: /data list", "prof: /data undo", "prof: /data undo", `prof: /data keep ${id}`, "prof: /data remove QQQ", "prof: /data remove QQQ", "ada: /data undo"]);
  await expect([preview, after].join("\n").replaceAll(id, "ID")).toMatchFileSnapshot(goldenFile("data-add"));
});

test("a file that can't be used, one with doubts, and one that is accepted all the same", async () => {
  const prices = (row: number) => (row < 60 ? priceOf(row) : priceOf(row) / 2);
  const split = file("split.csv", ["date,IWM", ...days.map((day, row) => `${isoDay(day)},${prices(row).toFixed(4)}`)]);
  const text = await played([`prof: /data add file:${file("words.csv", ["name,age", "Ada,36"])}`, `prof: /data add file:${split}`, `prof: /data add file:${split} accept:true`, `ada: /data add file:${split}`]);
  await expect(text.replaceAll(/(data keep id:)\S+`/gu, "$1ID`")).toMatchFileSnapshot(goldenFile("data-add-doubts"));
});

test("tickers by name: fetched, fetched already, and unknown", async () => {
  await expect(await played(["prof: /data fetch NVDA GONE", "prof: /data fetch NVDA", "ada: /data fetch NVDA"])).toMatchFileSnapshot(goldenFile("data-fetch"));
});

test("a portfolio that is named, typed, named anew, and taken back", async () => {
  const text = await played(["ada: /data portfolio TECH 2*MSFT", "prof: /data portfolio TECH 0.5*MSFT+0.5*AAPL", "prof: /data portfolio TECH 60% MSFT 40% AAPL", "prof: /data undo", "prof: /data remove TECH", "prof: /data portfolio JPM 2*MSFT", "prof: /data portfolio ONE MSFT"]);
  await expect(text).toMatchFileSnapshot(goldenFile("data-portfolio"));
});
