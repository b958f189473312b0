import { afterAll, describe, expect, test } from "vitest";
import { textOf } from "../../src/render/reply.ts";
import { madeUpReturns } from "../engine/made-up.ts";
import { openAsking, replyOf, type ImportedFile } from "./asking.ts";

/** Twenty years of months in the layout of French's library, in percent. */
const months = Array.from({ length: 240 }, (_, row) => `${String(2000 + Math.floor(row / 12))}${String((row % 12) + 1).padStart(2, "0")}`);
const market = madeUpReturns(1, months.length).map((value) => 0.006 + 4 * value);
const rate = 0.2;

function french(title: string, names: readonly string[], columns: readonly Float64Array[], further = ""): string {
  const rows = months.map((month, row) => [month, ...columns.map((column) => (100 * column[row]!).toFixed(4))].join(","));
  return ["This file was created by CMPT_ME_BEME_RETS using the 202412 CRSP database.", "", `  ${title}`, `,${names.join(",")}`, ...rows, "", further].join("\n");
}

const sizes = ["SMALL", "ME2", "ME3", "ME4", "BIG"];
const names = sizes.flatMap((size, s) => ["LoBM", "BM2", "BM3", "BM4", "HiBM"].map((value, v) => (s % 4 === 0 && v % 4 === 0 ? `${size} ${value}` : `ME${String(s + 1)} ${value}`)));
const portfolios = names.map((_, place) => {
  const noise = madeUpReturns(30 + place, months.length);
  return market.map((value, row) => rate / 100 + (0.8 + 0.02 * place) * value + 2 * noise[row]!);
});
const factors: ImportedFile = { name: "F-F_Research_Data_Factors.CSV", text: french("Monthly factors", ["Mkt-RF", "SMB", "HML", "RF"], [market, madeUpReturns(2, 240), madeUpReturns(3, 240), new Float64Array(240).fill(rate / 100)]) };
const twentyFive: ImportedFile = { name: "25_Portfolios_5x5.csv", text: french("Average Value Weighted Returns -- Monthly", names, portfolios) };

const asking = openAsking([factors, twentyFive]);
const without = openAsking();
afterAll(async () => {
  await asking.close();
  await without.close();
});

describe("a file of portfolios as test assets", () => {
  test.each(["ff25", "25", "French's 25 portfolios", "FF25"])("%s is all of them, named by its number so that buttons hold it", async (tickers) => {
    const reply = replyOf(await asking.ask(`/alphas tickers:"${tickers}" frequency:monthly`));
    const text = reply.embeds[0]?.description ?? "";
    expect(text).toContain("**GRS F(25, 214)");
    expect(text).toContain("α a year (×12) of the 5 furthest from 0 by their t, with 95% intervals:");
    expect(text.match(/^\*\*ME?\d?\S* .*95%|^\*\*\S+ −?[\d.]+%\*\*/gmu)).toHaveLength(5);
    expect(text).toContain("25 of these are total returns");
    expect(reply.nextSteps.find(({ label }) => label === "More")?.options).toMatchObject({ tickers: "ff25" });
    expect(reply.embeds[0]?.footer?.text).toContain("25 assets ~ Mkt-RF");
  });

  test("More has the errors of the line through them, and a file of every α", async () => {
    const reply = replyOf(await asking.ask("/alphas tickers:ff25 frequency:monthly show:more"));
    expect(reply.embeds[0]?.description).toContain("With Shanken's correction (1992)");
    expect(reply.embeds[0]?.description).toContain("Null: every α of the 25 assets is zero.");
    const [file] = reply.files;
    expect(file?.filename).toBe("alphas.csv");
    const lines = file ? textOf(file).trim().split("\n") : [];
    expect(lines).toHaveLength(26);
    expect(lines[1]).toMatch(/^SMALL_LoBM,0\.[78]/u);
  });

  test("a number of portfolios that no file has is refused with those that there are", async () => {
    expect((await asking.ask("/alphas tickers:ff49 frequency:monthly")).problem).toEqual({ kind: "no-portfolio-set", asked: 49, has: [25] });
    expect((await without.ask("/alphas tickers:ff25")).problem).toEqual({ kind: "no-portfolio-set", asked: 25, has: [] });
  });
});

test("assets are named one by one as before, and fewer than ten have no errors of their line", async () => {
  const reply = replyOf(await without.ask('/alphas tickers:"JPM WMT MSFT" show:more'));
  expect(reply.embeds[0]?.description).toContain("JPM: β ");
  expect(reply.embeds[0]?.description).not.toContain("MacBeth");
  expect(reply.files).toEqual([]);
});
