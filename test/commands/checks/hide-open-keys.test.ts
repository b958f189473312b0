import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../../src/commands/index.ts";
import { reportedRegressions } from "../../../src/grading/reported-regressions.ts";
import { printedNumbers } from "../../../src/commands/checks/reply-facts.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

let room: Courseroom;
beforeAll(async () => {
  room = openCourseroom();
  await room.words("prof", "/check post jpm-regression closes:2h");
});
afterAll(() => room.close());

const hidden = "That is being asked just now";

/** Each analysis command about JPM over all rows, as a student would type it. */
const analyses = commands
  .filter(({ options }) => Object.hasOwn(options, "show") && Object.hasOwn(options, "from"))
  .map(({ name, options }) => {
    const needed = Object.entries(options).filter(([, { required }]) => required).map(([option]) => option);
    const values: Readonly<Record<string, string>> = { ticker: "JPM", tickers: '"JPM WMT"', budget: "1m", target: "20%", model: "capm", factor: "SPY", asset: "JPM", window: "252" };
    return [name, `/${name} ${needed.map((option) => `${option}:${values[option] ?? "JPM"}`).join(" ")}`] as const;
  });

describe.each(analyses)("/%s about the check's stock and window", (_name, typed) => {
  test.each(["answer", "more", "code", "recipe", "words"])("says the hint instead, with show:%s", async (show) => {
    const words = await room.words("ada", `${typed} show:${show}`);
    expect(words).toContain(hidden);
    expect(words).toContain("Hint Which of the two returns is explained");
    expect(words).not.toMatch(/1\.395|0\.500[^0]/u);
  });

  test("answers the instructor", async () => {
    expect(await room.words("prof", typed)).not.toContain(hidden);
  });
});

test.each([
  "/explain beta ticker:JPM",
  "/selftest",
  "/beta JPM from:1993-06-01",
  "/beta JPM to:2024-06-30",
  "/beta JPM factor:Mkt-RF from:1993-02-01",
  "/beta SPY factor:JPM",
  "/compare WMT JPM",
  "/ask what is the beta of JPM",
])("%s would say it too, and does not", async (typed) => {
  expect(await room.words("ada", typed)).toContain(hidden);
});

test.each(["/beta WMT", "/beta JPM from:2010 to:2014", "/data list", "/help", "/explain alpha ticker:MSFT", "/practice jpm-regression"])(
  "%s gives nothing away, and answers",
  async (typed) => {
    expect(await room.words("ada", typed)).not.toContain(hidden);
  },
);

test("a worked twin or a solution of practice on the check's data waits too", async () => {
  expect(await room.words("ada", "/practice giveup jpm-regression chapter")).toContain(hidden);
  expect(await room.words("ada", "/practice twin jpm-regression wmt-full")).toContain(hidden);
  expect(await room.words("ada", "/practice twin jpm-regression jpm-2000-2009")).toContain("worked twin");
});

test("elsewhere, and in a direct message, nothing is hidden", async () => {
  expect(terminalText((await room.as("ada", "/beta JPM", undefined, "elsewhere")).answer, [])).toContain("1.395");
  expect(terminalText((await room.as("ada", "/beta JPM", undefined, null)).answer, [])).toContain("1.395");
});

test("with variants, every variant that was given out is hidden", async () => {
  await room.words("prof", "/check close");
  expect(await room.words("ada", "/beta JPM")).toContain("1.395");
  await room.words("prof", "/check post factor-share variants:true");
  expect(await room.words("ada", "/variance MSFT from:2000 to:2009")).toContain(hidden);
  expect(await room.words("ada", "/variance MSFT from:1996 to:1998")).not.toContain(hidden);
});

test("a course can be set up to hide nothing", async () => {
  expect(await room.words("prof", "/course setup hide_keys:false")).toContain("its key included");
  expect(await room.words("ada", "/variance MSFT from:2000 to:2009")).not.toContain(hidden);
});

test("the regressions behind a reply and the numbers printed in it are found", () => {
  const sample = { first: "2000-01-03", last: "2009-12-31" };
  expect(reportedRegressions({ fits: [{ asset: "JPM", factors: ["SPY"], sample, rows: new Float64Array(3) }] })).toEqual([
    { asset: "JPM", factors: ["SPY"], first: "2000-01-03", last: "2009-12-31" },
  ]);
  expect(printedNumbers("β = 1.395, α = −4.25%, $13.6M, n = 7,974 · 2024-12-31, 5")).toEqual([1.395, -0.0425, 13_600_000, 7974]);
});
