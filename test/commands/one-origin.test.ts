import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { answer, type CallResult } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { readConfig } from "../../src/config.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { isoDay } from "../../src/calendar.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { bytesOf } from "../datasets/made-up.ts";
import { wordsOf } from "./asking.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The whole program with these files imported; answers what is typed. */
function withImported(files: Readonly<Record<string, string>>): (typed: string) => Promise<CallResult> {
  const localFolder = mkdtempSync(join(tmpdir(), "factor-ta-origin-"));
  folders.push(localFolder);
  for (const [name, text] of Object.entries(files)) {
    const imported = importBytes({ name, bytes: bytesOf(text) }, { localFolder });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  }
  const context = openContext(readConfig({ FACTOR_TA_LOCAL: localFolder }));
  if (!context.ok) throw new Error(JSON.stringify(context.problem));
  return (typed) => {
    const parsed = parseCommand(typed, commands);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
    const asker = { id: "1", name: "Ada", roleIds: [], managesServer: true };
    return answer({ ...parsed.value, asker, place: { guildId: "2", channelId: "3" }, id: "4" }, commands, context.value);
  };
}

/** Weekdays from 2020 on, each with what `cells` makes of its number. */
const table = (header: string, cells: (row: number) => readonly (number | string)[], rows = 300): string =>
  [header, ...Array.from({ length: rows }, (_, row) => [isoDay(18_263 + 7 * Math.floor(row / 5) + (row % 5)), ...cells(row)].join(",")), ""].join("\n");

const wave = (row: number, phase: number) => Math.sin(row * 1.7 + phase) / 80;
const prices = table("date,QQQ,VTI", (row) => [100 + 3 * Math.sin(row * 0.9), 50 + Math.cos(row * 1.1)].map((price) => price.toFixed(4)));
const factors = table("date,Mkt-RF,RF", (row) => [wave(row, 0).toFixed(6), "0.0001"]);

describe("market data and the simulated sample", () => {
  it("never meet in one reply: refused by name, with the command that loads what is missing", async () => {
    const ask = withImported({ "prices.csv": prices });
    for (const typed of ["/beta QQQ", "/performance QQQ", "/regress QQQ model:ff3", "/hedge QQQ frequency:monthly", "/compare QQQ VTI", "/expected QQQ", "/rolling QQQ", "/frequency QQQ", "/reconcile 1.2 QQQ"]) {
      const answered = await ask(typed);
      expect(answered.problem, typed).toMatchObject({ kind: "mixed-origins" });
      expect(wordsOf(answered)).toContain("npm run data:fetch");
    }
    const compared = await ask("/compare QQQ KO");
    expect(compared.problem).toMatchObject({ imported: ["QQQ"], simulated: ["RF", "KO", "Mkt-RF"] });
    expect(wordsOf(compared)).toContain("npm run data:fetch -- KO");
  });

  it("answer each among themselves", async () => {
    const ask = withImported({ "prices.csv": prices });
    expect((await ask("/beta JPM")).problem).toBeNull();
    const market = withImported({ "prices.csv": prices, "factors.csv": factors });
    expect((await market("/beta QQQ")).problem).toBeNull();
    expect((await market("/expected QQQ")).problem).toBeNull();
  });

  it("are told apart by frequency: monthly factors alone leave the days simulated", async () => {
    const monthly = ["date,Mkt-RF,RF", ...Array.from({ length: 20 }, (_, row) => `${String(2020 + Math.floor(row / 12))}-${String((row % 12) + 1).padStart(2, "0")},${wave(row, 0).toFixed(5)},0.001`), ""].join("\n");
    const ask = withImported({ "prices.csv": prices, "months.csv": monthly });
    expect((await ask("/beta QQQ frequency:monthly")).problem).toBeNull();
    expect((await ask("/beta QQQ")).problem).toMatchObject({ kind: "mixed-origins", frequency: "daily" });
  });
});
