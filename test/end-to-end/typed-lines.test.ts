import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { readLeniently } from "../../src/commands/read-options.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import type { RawOption } from "../../src/commands/options/option.ts";
import { commandPayloads } from "../../src/discord/command-payloads.ts";
import type { RegisteredCommand } from "../../packages/discord-course-server/src/command-registry.ts";
import { listCommands } from "../../packages/discord-course-server/src/command-listing.ts";
import { commandValues } from "../../packages/discord-course-server/src/page/command-values.ts";
import { readCommandLine } from "../../packages/discord-course-server/src/page/command-line.ts";
import { openCourseroom, type Courseroom } from "../commands/courseroom.ts";
import { someOf } from "../some-of.ts";

/** One line means one thing: typed in the page, where a line is split into Discord's fields, and in the terminal. */
let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const listings = listCommands(
  commandPayloads(commands, false).map((payload, at): RegisteredCommand => ({ ...({ options: [], ...(JSON.parse(JSON.stringify(payload)) as object) } as unknown as RegisteredCommand), id: String(at) })),
);

type Read = { readonly values: unknown } | { readonly refused: true };

/** What a call's options stand for once each word has its place. */
function meant(name: string, raw: Readonly<Record<string, RawOption>>, context: AppContext): Read {
  const options = (commands.find((command) => command.name === name)?.options ?? {});
  const read = readLeniently(name, options, raw, context);
  if (!read.ok) return { refused: true };
  return { values: JSON.parse(JSON.stringify(read.value.values, (_, value: unknown) => (typeof value === "object" && value !== null && "calendar" in value ? (value as { id?: string }).id : value))) };
}

function onThePage(line: string): Read {
  const typed = readCommandLine(line, listings);
  if (typed === null) return { refused: true };
  const { values, faults } = commandValues(typed, { chosen: new Map(), people: [], channels: [], roles: [] });
  return faults.length > 0 ? { refused: true } : meant(typed.command.path.join(" "), values, room.world);
}

function inTheTerminal(line: string): Read {
  const parsed = parseCommand(line, commands);
  return parsed.ok ? meant(parsed.value.command, parsed.value.options, room.world) : { refused: true };
}

/** A line that either refuses is no other answer; what both answer is the same. */
function same(line: string): void {
  const [page, terminal] = [onThePage(line), inTheTerminal(line)];
  if ("values" in page && "values" in terminal) expect(page, line).toEqual(terminal);
}

test.each([
  "/size MSFT 2000 2002",
  "/size MSFT 2008",
  "/hedge MSFT ff3 2008",
  "/hedge MSFT SPY 2000 2002",
  "/hedge MSFT 2008",
  "/track MSFT 2008",
  "/rolling JPM 2000 2009",
  "/rolling JPM ff3 2008",
  "/beta jpm spy 2008",
  "/regress JPM ff3 2008",
  "/beta jp morgan 2008",
  "/beta JPM - WMT",
  "/beta 60% JPM 40% WMT",
  "/beta 0.6*JPM+0.4*WMT 2008",
  "/beta JPM - WMT 2000-2009 monthly",
  "/beta jpm minus wmt 2008",
  "/hedge MSFT from March 15, 2008 to Sept 2010",
  "/size MSFT budget:5 million horizon:year",
  "/size MSFT 5m 2008",
  "/hedge MSFT last 5 years",
  "/size JPM past 60 trading days",
  "/track JPM last year",
  "/beta 2008 JPM",
  "/regress (JPM + WMT)/2 ff3 2000 2009",
])("%s is read in both places, and the same", (line) => {
  expect(onThePage(line), line).toHaveProperty("values");
  expect(inTheTerminal(line), line).toHaveProperty("values");
  same(line);
});

const asset = fc.constantFrom("JPM", "wmt", "MSFT", "jp morgan", "JPM - WMT", "0.5*JPM", "60% JPM 40% WMT", "(JPM + WMT)/2");
const factor = fc.constantFrom([], [], ["SPY"], ["Mkt-RF"], ["ff3"], ["on SPY"]);
const details = fc.shuffledSubarray(["monthly", "5m", "hac"], { maxLength: 2 });
const windows = fc.constantFrom([], ["2008"], ["2000 2009"], ["2000-2009"], ["2008-09"], ["2000 - 2009"], ["last 60 days"], ["last 5 years"], ["from:2001"], ["from:2001 to:2010"]);
const line = fc
  .tuple(fc.constantFrom("beta", "size", "hedge", "track", "rolling", "regress", "residuals", "performance", "expected", "frequency"), asset, factor, windows, details)
  .map(([name, first, second, window, others]) => `/${name} ${[first, ...second, ...window, ...others].join(" ")}`);

test("what people write one after the other is one question in both", () => {
  fc.assert(fc.property(line, same), { numRuns: someOf(Array.from({ length: 1500 }), 5).length, seed: Number(process.env["LINES_SEED"] ?? 20261127) });
});

test.each(["/frequency WMT frequency:monthly", "/beta JPM window:60", "/beta JPM colour:red", "/beta JPM freq:monthly"])("%s: an option that a command has not has one answer in both", (typed) => {
  const refused = (raw: Readonly<Record<string, RawOption>>, name: string) => {
    const read = readLeniently(name, commands.find((command) => command.name === name)?.options ?? {}, raw, room.world);
    return read.ok ? null : read.problem;
  };
  const page = readCommandLine(typed, listings);
  const terminal = parseCommand(typed, commands);
  if (page === null || !terminal.ok) throw new Error(typed);
  const { values, faults } = commandValues(page, { chosen: new Map(), people: [], channels: [], roles: [] });
  expect(faults).toEqual([]);
  expect(refused(values, page.command.path.join(" "))).toEqual(refused(terminal.value.options, terminal.value.command));
});
