import { expect, it } from "vitest";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isoDay } from "../../src/calendar.ts";
import { fetchFiles } from "../../src/datasets/fetch-files.ts";
import { fetchTickers } from "../../src/datasets/fetch-tickers.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { yahoo } from "../../src/datasets/provider-yahoo.ts";
import { refreshFolder } from "../../src/datasets/refresh-folder.ts";
import { bytesOf } from "./made-up.ts";
import { nobody, serve } from "./serve.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

type RefreshOptions = Parameters<typeof refreshFolder>[1];

const firstDay = 44_202; // a Monday of 2091
const days = (count: number) => Array.from({ length: count }, (_, row) => firstDay + 7 * Math.floor(row / 5) + (row % 5));
const closeOf = (row: number) => 100 + 3 * Math.sin(row * 0.9);
const chart = (symbol: string, count: number, close = closeOf) =>
  JSON.stringify({ chart: { result: [{ meta: { symbol, gmtoffset: 0 }, timestamp: days(count).map((day) => day * 86_400 + 50_000), indicators: { quote: [{}], adjclose: [{ adjclose: days(count).map((_, row) => close(row)) }] } }], error: null } });

const fetchedAt = new Date("2091-03-01T18:00:00Z");
const later = (hours: number) => () => new Date(fetchedAt.getTime() + hours * 3_600_000);
const week = 7 * 24;

/** The providers' stand-in: what it answers can be changed, and what it was asked is counted. */
async function standIn() {
  const server = { answer: (symbol: string): string | null => chart(symbol, 20), asked: [] as string[] };
  const address = await serve((request, response) => {
    const symbol = /chart\/([^?]+)/u.exec(request.url ?? "")?.[1] ?? (request.url ?? "").slice(1);
    server.asked.push(symbol);
    const text = server.answer(symbol);
    if (text === null) response.writeHead(500).end();
    else response.end(text);
  });
  return { server, provider: yahoo(address), address };
}

async function folderWith(tickers: readonly string[], provider: RefreshOptions["provider"]): Promise<string> {
  const localFolder = temporaryFolder();
  for await (const fetched of fetchTickers(tickers, { localFolder, provider, now: () => fetchedAt })) if (!fetched.ok) throw new Error(JSON.stringify(fetched.problem));
  return localFolder;
}
const rowsOf = (localFolder: string, id: string): number => {
  const datasets = loadDatasets({ sampleFolder: temporaryFolder(), localFolder });
  const series = datasets.ok ? datasets.value.find(id) : datasets;
  return series.ok ? series.value.days.length : 0;
};
const options = (provider: RefreshOptions["provider"], hours: number): RefreshOptions => ({ provider, now: later(hours), waitsMs: [] });

it("fetches again what is a week old, merges it, and names the rows added and the largest revision", async () => {
  const { server, provider } = await standIn();
  const folder = await folderWith(["AMD"], provider);
  expect(await refreshFolder(folder, options(provider, week - 1))).toBeNull();
  expect(server.asked).toEqual(["AMD"]);
  server.answer = (symbol) => chart(symbol, 25, (row) => closeOf(row) + (row === 7 ? 1 : 0));
  const result = await refreshFolder(folder, options(provider, week));
  expect(result).toMatchObject({ fetched: 1, newFailures: [], recovered: [], changes: [{ series: "AMD", added: 5, revised: 2, kept: 0 }] });
  const [change] = result?.changes ?? [];
  expect([days(20)[7], days(20)[8]].map((day) => isoDay(day!))).toContain(isoDay(change!.largestRevision!.day));
  expect(rowsOf(folder, "AMD")).toBe(24);
  expect(await refreshFolder(folder, options(provider, week + 1))).toBeNull();
});

it("leaves alone what an instructor uploaded, and fetches downloaded files from their own address", async () => {
  const { server, address, provider } = await standIn();
  const folder = temporaryFolder();
  const table = (count: number) => `date,OWN\n${days(count).map((day, row) => `${isoDay(day)},${closeOf(row).toFixed(4)}`).join("\n")}\n`;
  importBytes({ name: "own.csv", bytes: bytesOf(table(20)) }, { localFolder: folder, now: fetchedAt });
  server.answer = () => table(20).replace("OWN", "LIB");
  for await (const fetched of fetchFiles([`${address}library.csv`], { localFolder: folder, now: fetchedAt })) if (!fetched.ok) throw new Error(JSON.stringify(fetched.problem));
  server.answer = () => table(30).replace("OWN", "LIB");
  expect(await refreshFolder(folder, options(provider, week))).toMatchObject({ fetched: 1, changes: [{ series: "LIB", added: 10 }] });
  expect([rowsOf(folder, "LIB"), rowsOf(folder, "OWN")]).toEqual([29, 19]);
  expect(server.asked).toEqual(["library.csv", "library.csv"]);
});

it("is done once where two processes come at the same time", async () => {
  const { server, provider } = await standIn();
  const folder = await folderWith(["AMD", "NVDA"], provider);
  server.asked.length = 0;
  const results = await Promise.all([1, 2, 3].map(() => refreshFolder(folder, options(provider, week))));
  expect(results.filter((result) => result !== null)).toHaveLength(1);
  expect(server.asked.toSorted()).toEqual(["AMD", "NVDA"]);
});

it("takes over from a process that ended in the middle, once its lock is old", async () => {
  const { provider } = await standIn();
  const folder = await folderWith(["AMD"], provider);
  writeFileSync(join(folder, "refresh.lock"), String(later(week)().getTime()));
  expect(await refreshFolder(folder, options(provider, week + 0.1))).toBeNull();
  expect(await refreshFolder(folder, options(provider, week + 1))).toMatchObject({ fetched: 1 });
  expect(Object.keys(contentsOf(folder))).not.toContain("refresh.lock");
});

it("reports a service that fails once, asks it again after longer and longer pauses, and says when it comes back", async () => {
  const { server, provider } = await standIn();
  const folder = await folderWith(["AMD"], provider);
  const before = rowsOf(folder, "AMD");
  server.answer = () => null;
  const reports: (number | null)[] = [];
  for (let quarter = 0; quarter < 4 * 12; quarter++) reports.push((await refreshFolder(folder, options(provider, week + quarter / 4)))?.newFailures.length ?? null);
  // At 0, 1, 3 and 7 hours.
  expect(reports.flatMap((report, quarter) => (report === null ? [] : [[quarter / 4, report]]))).toEqual([[0, 1], [1, 0], [3, 0], [7, 0]]);
  expect(server.asked).toHaveLength(5);
  expect(rowsOf(folder, "AMD")).toBe(before);
  server.answer = (symbol) => chart(symbol, 25);
  expect(await refreshFolder(folder, options(provider, week + 24))).toMatchObject({ fetched: 1, newFailures: [], recovered: ["yahoo_AMD.csv"] });
});

it("goes on with the others where one ticker fails, and keeps the days of it that it had", async () => {
  const { server, provider } = await standIn();
  const folder = await folderWith(["AMD", "GONE", "NVDA"], provider);
  server.answer = (symbol) => (symbol === "GONE" ? null : chart(symbol, 25));
  expect(await refreshFolder(folder, options(provider, week))).toMatchObject({ fetched: 2, newFailures: [{ file: "yahoo_GONE.csv", fault: "refused-ticker" }] });
  expect(rowsOf(folder, "GONE")).toBe(19);
});

it("asks nobody again who can't be reached, stores nothing of a doubtful answer, and stops when it is told to", async () => {
  const { server, provider } = await standIn();
  const folder = await folderWith(["AMD", "NVDA"], provider);
  expect(await refreshFolder(folder, options(yahoo(await nobody()), week))).toMatchObject({ fetched: 0, newFailures: [{ fault: "offline" }] });
  server.answer = (symbol) => chart(symbol, 25, (row) => closeOf(row) / (row < 12 ? 1 : 2));
  expect(await refreshFolder(folder, options(provider, week + 2))).toMatchObject({ fetched: 0, newFailures: [{ fault: "doubtful-days" }] });
  expect(rowsOf(folder, "AMD")).toBe(19);
  server.asked.length = 0;
  expect(await refreshFolder(folder, { ...options(provider, week + 24), isStopped: () => true })).toMatchObject({ fetched: 0 });
  expect(server.asked).toEqual([]);
});
