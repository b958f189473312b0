import { describe, expect, it } from "vitest";
import { isoDay } from "../../src/calendar.ts";
import { fetchTickers, type FetchTickersOptions } from "../../src/datasets/fetch-tickers.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { tiingo } from "../../src/datasets/provider-tiingo.ts";
import { yahoo } from "../../src/datasets/provider-yahoo.ts";
import { chosenProvider } from "../../src/datasets/providers.ts";
import { fileProblemWords } from "../../src/render/problems/file-problem.ts";
import { nobody, serve } from "./serve.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

/** 2091-01-08, 18:00 UTC: New York's exchange is open. */
const now = () => new Date("2091-01-08T18:00:00Z");
const openings = [2, 3, 4, 5, 8].map((date) => Date.UTC(2091, 0, date, 14, 30) / 1000);

/** An answer of Yahoo's chart address, in the form that it publishes; the last day is running. */
const chartOf = (symbol: string, adjusted: readonly (number | null)[] = [100, 110, null, 99, 101]) =>
  JSON.stringify({
    chart: {
      result: [
        {
          meta: { currency: "USD", symbol, exchangeName: "NMS", gmtoffset: -18_000, exchangeTimezoneName: "America/New_York", currentTradingPeriod: { regular: { timezone: "EST", start: openings[4], end: openings[4]! + 23_400 } } },
          timestamp: openings,
          events: { dividends: { [String(openings[1])]: { amount: 0.24, date: openings[1] } } },
          indicators: { quote: [{ close: [1, 2, 3, 4, 5], open: [1, 2, 3, 4, 5], volume: [9, 9, 9, 9, 9] }], adjclose: [{ adjclose: adjusted }] },
        },
      ],
      error: null,
    },
  });
const unknownChart = JSON.stringify({ chart: { result: null, error: { code: "Not Found", description: "No data found, symbol may be delisted" } } });
const tiingoCsv = "date,close,high,low,open,volume,adjClose,adjHigh,adjLow,adjOpen,adjVolume,divCash,splitFactor\n2091-01-02,200,1,1,1,9,100,1,1,1,9,0.0,1.0\n2091-01-03,220,1,1,1,9,110,1,1,1,9,0.5,1.0\n2091-01-04,209,1,1,1,9,99,1,1,1,9,0.0,1.0\n";

async function fetchAll(tickers: readonly string[], options: FetchTickersOptions): Promise<readonly string[]> {
  const results: string[] = [];
  for await (const fetched of fetchTickers(tickers, { waitsMs: [1, 1], now, ...options })) {
    results.push(
      !fetched.ok
        ? `${fetched.problem.file} ${fetched.problem.fault} ${fetched.problem.found}`.trim()
        : fetched.value.kind === "fresh"
          ? `fresh ${fetched.value.file}`
          : fetched.value.result.series.map(({ id, kind, rows, first, last }) => `${id} ${kind} ${String(rows)} ${first} ${last}`).join(),
    );
  }
  return results;
}

describe("fetchTickers", () => {
  it("brings a ticker's adjusted closes from Yahoo, by the exchange's own days, without the running one", async () => {
    const asked: string[] = [];
    const address = await serve((request, response) => {
      asked.push(request.url ?? "");
      response.end(chartOf("NVDA"));
    });
    const localFolder = temporaryFolder();
    expect(await fetchAll(["nvda"], { localFolder, provider: yahoo(address) })).toEqual(["NVDA total 2 2091-01-03 2091-01-05"]);
    expect(asked[0]).toMatch(/^\/v8\/finance\/chart\/NVDA\?period1=-\d+&period2=\d+&interval=1d&events=div%2Csplit&includeAdjustedClose=true$/u);
    const datasets = loadDatasets({ sampleFolder: temporaryFolder(), localFolder });
    const nvda = datasets.ok ? datasets.value.find("NVDA") : datasets;
    expect(nvda).toMatchObject({ ok: true, value: { provenance: { file: "yahoo_NVDA.csv", origin: "imported", layout: "prices" } } });
    if (!nvda.ok) return;
    expect([...nvda.value.days].map(isoDay)).toEqual(["2091-01-03", "2091-01-05"]);
    expect([...nvda.value.values].map((value) => Number(value.toFixed(9)))).toEqual([0.1, -0.1]);
    expect(Object.values(contentsOf(localFolder)).join()).toContain('"source": "Yahoo Finance"');
  });

  it("brings them from Tiingo, the key in a header and not in the address", async () => {
    const seen: (string | undefined)[] = [];
    const address = await serve((request, response) => {
      seen.push(request.url, request.headers.authorization);
      response.end(tiingoCsv);
    });
    const provider = chosenProvider({ tiingoKey: "secret", tiingoUrl: address, yahooUrl: "http://127.0.0.1:1/" });
    expect(await fetchAll(["BRK.B"], { localFolder: temporaryFolder(), provider })).toEqual(["BRK.B total 2 2091-01-03 2091-01-04"]);
    expect(seen).toEqual(["/tiingo/daily/BRK-B/prices?startDate=1900-01-01&format=csv&resampleFreq=daily", "Token secret"]);
    expect(chosenProvider({ tiingoKey: "", tiingoUrl: address, yahooUrl: address }).name).toBe("Yahoo Finance");
  });

  it("waits and asks again where it is asked too often, and takes no more than that", async () => {
    let requests = 0;
    const busy = await serve((_request, response) => {
      requests++;
      if (requests < 3) response.writeHead(429, { "retry-after": "0" }).end("Too Many Requests");
      else response.end(chartOf("NVDA"));
    });
    expect(await fetchAll(["NVDA"], { localFolder: temporaryFolder(), provider: yahoo(busy) })).toEqual(["NVDA total 2 2091-01-03 2091-01-05"]);
    expect(requests).toBe(3);
    requests = -100;
    expect(await fetchAll(["NVDA", "AMD"], { localFolder: temporaryFolder(), provider: yahoo(busy) })).toEqual(["NVDA refused-ticker HTTP status 429"]);
    expect(requests).toBe(-97);
  });

  it("names what fails, stores nothing of it, and goes on with the next", async () => {
    const address = await serve((request, response) => {
      const ticker = /chart\/([^?]+)/u.exec(request.url ?? "")?.[1] ?? "";
      if (ticker === "GONE") response.writeHead(404).end(unknownChart);
      else if (ticker === "NONE") response.end(unknownChart);
      else if (ticker === "OTHER") response.end(chartOf("ELSE"));
      else if (ticker === "PAGE") response.end("<html>consent</html>");
      else if (ticker === "CUT") response.writeHead(200, { "content-length": "5000" }).end(chartOf("CUT").slice(0, 100), () => response.destroy());
      else if (ticker === "SPLIT") response.end(chartOf("SPLIT", [100, 101, 50.5, 50, 51]));
      else if (ticker === "BLANK") response.end(chartOf("BLANK", [null, null, null, null, null]));
      else response.end(chartOf(ticker));
    });
    const localFolder = temporaryFolder();
    const results = await fetchAll(["GONE", "NONE", "OTHER", "PAGE", "CUT", "SPLIT", "BLANK", "../etc", "AMD"], { localFolder, provider: yahoo(address), waitsMs: [] });
    expect(results.map((result) => result.split(" ").slice(0, 2).join(" "))).toEqual([
      "GONE no-ticker", "NONE no-ticker", "OTHER no-ticker", "PAGE odd-answer", "CUT cut-short", "yahoo_SPLIT.csv doubtful-days", "BLANK no-ticker", "../ETC bad-name", "AMD total",
    ]);
    expect(Object.keys(contentsOf(localFolder))).toHaveLength(2);
    expect(await fetchAll(["SPLIT"], { localFolder, provider: yahoo(address), accept: true })).toEqual(["SPLIT total 3 2091-01-03 2091-01-05"]);
  });

  it.each([
    ["HTTP status 401", "TIINGO_API_KEY"], ["HTTP status 403", "TIINGO_API_KEY"], ['{"detail":"Please supply a token"}', "TIINGO_API_KEY"],
    ["HTTP status 429", "in an hour"], ["HTTP status 500", "Try again later"],
  ])("says of %s where to look", (found, words) => {
    const { next } = fileProblemWords({ kind: "bad-file", file: "AMD", line: null, column: null, fault: "refused-ticker", found }, (text) => text);
    expect(next).toContain(words);
  });

  it("says what Tiingo says, gives up on a server that is slow or not there", async () => {
    const refusing = await serve((_request, response) => response.end('{"detail":"Please supply a token"}'));
    expect(await fetchAll(["AMD"], { localFolder: temporaryFolder(), provider: tiingo(refusing, "k") })).toEqual(['AMD refused-ticker {"detail":"Please supply a token"}']);
    const silent = await serve(() => undefined);
    expect(await fetchAll(["AMD"], { localFolder: temporaryFolder(), provider: yahoo(silent), timeLimitMs: 50 })).toEqual(["AMD too-slow"]);
    const results = await fetchAll(["AMD", "NVDA"], { localFolder: temporaryFolder(), provider: yahoo(await nobody()) });
    expect(results).toEqual(["AMD offline ECONNREFUSED"]);
  });

  it("does not ask again for what it fetched within half a day, and merges what it fetches later", async () => {
    let requests = 0;
    const address = await serve((_request, response) => {
      requests++;
      response.end(requests === 1 ? chartOf("AMD") : chartOf("AMD", [100, 110, 105, 99, 101]));
    });
    const options = { localFolder: temporaryFolder(), provider: yahoo(address) };
    await fetchAll(["AMD"], options);
    expect(await fetchAll(["AMD", "amd"], options)).toEqual(["fresh yahoo_AMD.csv"]);
    expect(requests).toBe(1);
    const tomorrow = () => new Date("2091-01-09T18:00:00Z");
    expect(await fetchAll(["AMD"], { ...options, now: tomorrow })).toEqual(["AMD total 4 2091-01-03 2091-01-08"]);
  });
});
