import { variantOfCode } from "../../../src/exercises/variants/variant-code.ts";
import { findVariant } from "../../../src/exercises/variants/sound-variants.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../../../src/commands/answer.ts";
import { fitOneAsset } from "../../../src/commands/analysis-fit.ts";
import { analysisOptions } from "../../../src/commands/analysis-options.ts";
import { defineAnalysis } from "../../../src/commands/define-analysis.ts";
import { commands } from "../../../src/commands/index.ts";
import { optional } from "../../../src/commands/options/option.ts";
import { oneFactor } from "../../../src/commands/options/one-factor.ts";
import { series } from "../../../src/commands/options/series.ts";
import { success } from "../../../src/outcome.ts";
import { reply, type Reply } from "../../../src/render/reply.ts";
import { reportedSubjects } from "../../../src/grading/reported-regressions.ts";
import { terminalText } from "../../../src/render/terminal.ts";
import { someOf } from "../../some-of.ts";
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

/** Whatever holds the check's stock: scaled, mixed, sold short, as the asset or as the factor. */
test.each(someOf(["3*JPM", "0.5*JPM", "JPM - SPY", "0.5*JPM+0.5*WMT", "2*JPM - 1*JPM", "(JPM+MSFT)/2", "60% JPM 40% WMT"].flatMap((portfolio) => [
  `/beta "${portfolio}"`,
  `/beta "${portfolio}" show:code`,
  `/describe "${portfolio}"`,
  `/hedge "${portfolio}"`,
  `/variance "${portfolio}"`,
  `/performance "${portfolio}"`,
  `/size "${portfolio}" 10m year`,
  `/beta SPY "${portfolio}"`,
].filter((typed) => typed !== '/variance "JPM - SPY"')), 3))("%s holds it, and is hidden", async (typed) => {
  expect(await room.words("ada", typed)).toContain(hidden);
});

test.each(['/beta "3*WMT"', '/beta "0.5*WMT+0.5*MSFT" from:2015', '/describe "2*MSFT"'])("%s holds other stocks, and is answered", async (typed) => {
  expect(await room.words("ada", typed)).not.toContain(hidden);
});

describe("an instructor's own reply", () => {
  const replyTo = async (typed: string): Promise<Reply> => {
    const { answer: given } = await room.as("prof", typed);
    if (given.kind !== "reply") throw new Error("a form");
    return given;
  };

  test.each(["/beta JPM", "/regress JPM", "/hedge JPM", "/describe JPM", "/ask what is the beta of JPM?"])("that would tell the key is for the instructor alone, and says why: %s", async (typed) => {
    const shown = await replyTo(typed);
    expect(shown.audience).toBe("asker");
    expect(shown.content).toContain("For you alone: it would give away the key of “A stock's factor model”, which is open.");
    expect(shown.embeds).not.toEqual([]);
  });

  test.each(["/beta WMT", "/describe MSFT", "/size WMT 1m"])("of anything else is for everybody: %s", async (typed) => {
    const shown = await replyTo(typed);
    expect(shown.audience).toBe("everyone");
    expect(shown.content ?? "").not.toContain("For you alone");
  });
});

describe.each(["/explain beta ticker:JPM", "/explain topic:beta", "/explain topic:beta versus:alpha", "/ask what is beta?"])("%s", (typed) => {
  test("explains without the numbers, and says when they come back", async () => {
    const words = await room.words("ada", typed);
    expect(words).not.toContain(hidden);
    expect(words).toContain("β is the slope of the fitted line");
    expect(words).toContain("The numbers are left out while the check A stock's factor model is open; they come back when it closes");
    expect(words).not.toContain("1.395");
  });

  test("has them for the instructor", async () => {
    expect(await room.words("prof", typed)).toContain("1.395");
  });
});

test.each(["", " ticker:JPM", " ticker:MSFT"])("an entry whose own words say the key is closed, with the numbers of another stock too: /explain beta-around-one%s", async (ticker) => {
  expect(await room.words("ada", `/explain topic:beta-around-one${ticker}`)).toContain(hidden);
  // JPM's correlation, as the chapter prints it: its square is the check's R².
  expect(await room.words("ada", `/explain topic:correlation${ticker}`)).toContain(hidden);
});

/** Keys in prose: two digits, or words. Of the asset that fills the formula nothing depends. */
test.each(["idiosyncratic-risk", "cyclical-stock", "beta-around-one", "correlation", "percent-or-decimal"].flatMap((topic) => [`/explain ${topic}`, `/explain ${topic} ticker:MSFT`, `/explain topic:beta versus:${topic}`]))(
  "%s says nothing of the stock that is asked about",
  async (typed) => {
    const words = await room.words("ada", typed);
    expect(words).not.toMatch(/JPM[^:]*(?:half|above|1\.\d|0\.\d)|1\.4\b|0\.71\b/u);
  },
);

test("an entry that describes no stock is explained: /explain r-squared", async () => {
  const words = await room.words("ada", "/explain r-squared");
  expect(words).toContain("It measures tightness");
  expect(words).not.toMatch(/\b1\.4\b|0\.50?\b|0\.71\b/u);
});

test.each([
  "/selftest",
  "/beta JPM from:1993-06-01",
  "/beta JPM to:2024-06-30",
  "/beta JPM factor:Mkt-RF from:1993-02-01",
  "/beta SPY factor:JPM",
  "/beta JPM line:false",
  "/beta JPM guess:1.4",
  "/compare WMT JPM line:false",
  "/compare WMT JPM",
  "/ask what is the beta of JPM",
])("%s would say it too, and does not", async (typed) => {
  expect(await room.words("ada", typed)).toContain(hidden);
});

test.each(["/beta WMT", "/beta JPM from:2010 to:2014", "/data list", "/help", "/explain alpha ticker:MSFT", "/practice jpm-regression", "/practice tracking-portfolio", "/beta MSFT"])(
  "%s gives nothing away, and answers",
  async (typed) => {
    expect(await room.words("ada", typed)).not.toContain(hidden);
  },
);

test("what is hidden does not depend on the number that was typed", async () => {
  for (const typed of ["/ask why do I get NUMBER", "/reconcile NUMBER JPM", "/reconcile NUMBER MSFT", "/size MSFT budget:NUMBER"]) {
    const [right, wrong] = [await room.words("ada", typed.replace("NUMBER", "1.395")), await room.words("ada", typed.replace("NUMBER", "1.3"))];
    expect([typed, right.includes(hidden)]).toEqual([typed, wrong.includes(hidden)]);
  }
});

describe("practice on the check's data", () => {
  test.each([
    "/practice exercise:jpm-regression variant:chapter",
    "/practice exercise:reading-a-table variant:jpm-full",
    "/practice answer jpm-regression chapter",
    "/practice submit jpm-regression chapter answer2:1.395",
    "/practice submit tracking-portfolio jpm-full answer1:1.395",
    "/practice hint jpm-regression chapter level:1",
    "/practice example jpm-regression chapter",
    "/practice giveup jpm-regression chapter",
  ])("%s waits until it closes", async (typed) => {
    expect(await room.words("ada", typed)).toContain("after it closes");
    expect(await room.words("prof", typed)).not.toContain("after it closes");
  });

  test("is not given out, and other variants are", async () => {
    for (const who of ["ada", "ben", "chiara", "dmitri"]) {
      expect(await room.words(who, "/practice jpm-regression")).toMatch(/variant (?!jpm-full|chapter)[a-z0-9-]+/u);
    }
  });

  test("names no mistake whose name would confirm the key", async () => {
    const confirming = "/practice submit jpm-regression wmt-full answer2:1.395";
    expect(await room.words("ada", confirming)).not.toContain("JPM's");
    expect(await room.words("prof", confirming)).toContain("This equals what you get if");
    expect((await room.ask("ada", "/privacy export")).kind).toBe("reply");
  });

  test("names what a wrong answer comes from where that is no other series' number, and says what waits and until when", async () => {
    const submit = (who: string, typed: string) => room.words(who, `/practice submit ${typed}`);
    // JPM is what WMT is compared with: "JPM's" waits, the risk-free rate left in does not.
    const waits = "it asks about another stock: an answer that is another series' number is named as that when it closes";
    const other = await submit("ada", "jpm-regression wmt-full answer2:1.395");
    expect(other).toContain(waits);
    const wmt = room.world.variantCache.solveVariant(findVariant(room.world.exercises.find("jpm-regression")!, "wmt-full")!);
    if (!wmt.ok) throw new Error(wmt.problem.kind);
    const { alpha, beta } = wmt.value.model;
    const unnamed = await submit("ada", `jpm-regression wmt-full answer1:${String(alpha * 252)} answer2:${String(beta)}`);
    expect(unnamed).toContain("you give α a year");
    expect(unnamed).toContain(waits);
    // To whom nothing is hidden nothing waits.
    expect(await submit("prof", "jpm-regression wmt-full answer2:1.395")).not.toContain("another stock");
  });

  test("a solution that names another stock's number of the check waits too", async () => {
    expect(await room.words("ada", "/practice giveup jpm-regression wmt-full")).toContain(hidden);
  });
});



test.each([["on another server", "elsewhere"], ["in a direct message", null]])("%s it is hidden from who belongs to the course, and from nobody else", async (_where, guild) => {
  const wordsFor = async (who: string) => terminalText((await room.as(who, "/beta JPM", undefined, guild)).answer, []);
  expect(await wordsFor("ada")).toContain(hidden);
  expect(await wordsFor("ada")).not.toContain("[Answer]");
  expect(await wordsFor("stranger")).toContain("1.395");
  expect(await wordsFor("prof")).toContain("1.395");
});

test("who has left the server and answered there before is held to it", async () => {
  const store = await room.store();
  await store.questions.ask({ guild: "school", channel: "class", asker: "stranger-who-asked", text: "?", at: 0 });
  expect(terminalText((await room.as("stranger-who-asked", "/beta JPM", undefined, null)).answer, [])).toContain(hidden);
});

test("with variants, every variant that was given out is hidden", async () => {
  await room.words("prof", "/check close confirm:true");
  expect(await room.words("ada", "/beta JPM")).toContain("1.395");
  await room.words("prof", "/check post factor-share variants:true");
  const { dealt } = (await (await room.store()).checks.list("school", 1))[0]!;
  const exercise = room.world.exercises.find("factor-share")!;
  expect(dealt!.length).toBeGreaterThan(20);
  for (const code of dealt!) {
    const { asset, window } = variantOfCode(exercise.plan, code)!;
    expect(await room.words("ada", `/variance ${asset} from:${window.from!} to:${window.to!}`)).toContain(hidden);
  }
  // To whom another stock was given: what nobody was given, other years, and all of them.
  const { id } = (await (await room.store()).checks.list("school", 1))[0]!;
  let [person, number] = ["ada", 0];
  while (/MSFT/u.test(await room.words(person, `/check question ${id}`))) person = `ada-${String(++number)}`;
  expect(await room.words(person, "/variance MSFT from:1996 to:1998")).not.toContain(hidden);
  expect(await room.words(person, "/variance MSFT")).not.toContain(hidden);
});

test("an analysis whose author declares nothing is hidden on the check's rows, and only there", async () => {
  const remainder = defineAnalysis({
    name: "remainder",
    part: "Co-movement",
    description: "The share of the volatility that no factor explains",
    options: { ticker: series("The asset"), factor: optional(oneFactor("The factor")), ...analysisOptions },
    fit: fitOneAsset,
    compute: ({ fit }) => success({ left: Math.sqrt(1 - fit.rSquared) }),
    reply: ({ left }) => reply({ embed: { description: "Left is what the factor does not explain." }, result: { left } }),
  });
  const own = openCourseroom();
  await own.words("prof", "/check post jpm-regression closes:2h");
  const askedBy = async (id: string, options: Readonly<Record<string, string>>): Promise<string> => {
    const asker = { id, name: id, roleIds: [], managesServer: id === "prof" };
    const { answer: given } = await answer({ command: "remainder", options, asker, place: { guildId: "school", channelId: "class" }, id: "i" }, [...commands, remainder], own.world);
    return terminalText(given, []);
  };
  expect(await askedBy("ada", { ticker: "JPM" })).toContain(hidden);
  expect(await askedBy("ada", { ticker: "2*JPM" })).toContain(hidden);
  expect(await askedBy("prof", { ticker: "JPM" })).toContain("Left is what");
  expect(await askedBy("ada", { ticker: "WMT" })).toContain("Left is what");
  await own.close();
});

test("a course can be set up to hide nothing", async () => {
  expect(await room.words("prof", "/course setup hide_keys:false")).toContain("its key included");
  expect(await room.words("ada", "/variance MSFT from:2000 to:2009")).not.toContain(hidden);
});

test("the regressions behind a reply are found", () => {
  const sample = { first: "2000-01-03", last: "2009-12-31" };
  const found = { asset: "JPM", factors: ["SPY"], first: "2000-01-03", last: "2009-12-31" };
  const declared = { asset: "WMT", factors: ["SPY"], first: "2001-01-02", last: "2004-12-31" };
  const result = { fits: [{ asset: "JPM", factors: ["SPY"], sample, rows: new Float64Array(3) }] };
  expect(reportedSubjects({ result })).toEqual({ regressions: [found], swept: [] });
  expect(reportedSubjects({ subjects: [declared, { asset: "MSFT", windows: "any" }], result })).toEqual({ regressions: [declared, found], swept: ["MSFT"] });
});

describe("a check that divides its days", () => {
  let divided: Courseroom;
  beforeAll(async () => {
    divided = openCourseroom();
    await divided.words("prof", "/check post beta-change closes:2h");
  });
  afterAll(() => divided.close());

  test.each(["/beta JPM to:2008-12-31", "/beta JPM to:2008-11-30", "/beta JPM from:2009", "/beta JPM split:2009-01", "/regress JPM to:2008"])("hides each part's key too: %s", async (typed) => {
    expect(await divided.words("ada", typed)).toContain(hidden);
  });

  test.each(["/beta JPM from:1998 to:2000", "/beta WMT to:2008"])("leaves other days and other stocks open: %s", async (typed) => {
    expect(await divided.words("ada", typed)).not.toContain(hidden);
  });
});
