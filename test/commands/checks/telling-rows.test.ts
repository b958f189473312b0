import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isCorrect } from "../../../src/exercises/quantities/quantity.ts";
import { customVariant, type Variant } from "../../../src/exercises/variants/variant.ts";
import { ownVariantOf } from "../../../src/grading/check-assignment.ts";
import { someOf } from "../../some-of.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

/** What an open check withholds is decided by the stock and the days, never by the numbers. */
let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const hidden = "That is being asked just now";
const isHidden = async (typed: string, who = "eve"): Promise<boolean> => (await room.words(who, typed)).includes(hidden);

async function open(posting: string): Promise<string> {
  const words = await room.words("prof", `${posting} closes:30d again:true anyway:true`);
  const id = /Posted as `([2-9a-z]{6})`/u.exec(words)?.[1];
  if (id === undefined) throw new Error(words);
  return id;
}
const close = (id: string) => room.words("prof", `/check void ${id} confirm:true`);

const years = (first: number, last: number): readonly number[] => Array.from({ length: last - first + 1 }, (_, place) => first + place);

describe("while β, α and R² of JPM on SPY, 1993 to 2024, are asked for", () => {
  let check = "";
  beforeAll(async () => {
    check = await open("/check post jpm-regression");
  });
  afterAll(() => close(check));

  test.each(someOf(["/beta JPM", "/regress JPM", "/describe JPM", '/describe "JPM SPY"', '/describe "WMT JPM" frequency:monthly', "/rolling JPM", "/frequency JPM", '/alphas tickers:"JPM WMT"', '/compare "WMT JPM"', "/variance JPM", "/performance JPM", "/hedge JPM", "/residuals JPM", "/expected JPM", "/track JPM", "/beta JPM factor:Mkt-RF", "/beta JPM frequency:monthly", "/beta SPY factor:JPM", '/beta "2*JPM"', '/regress WMT model:"SPY JPM"'], 3))(
    "%s is withheld on either half, whose two replies would pool to the keys",
    async (typed) => {
      expect(await isHidden(`${typed} from:1993 to:2008`)).toBe(true);
      expect(await isHidden(`${typed} from:2009`)).toBe(true);
      expect(await isHidden(`${typed} from:1981`)).toBe(true);
    },
  );

  test.each(someOf(["/beta JPM", "/beta JPM factor:Mkt-RF", '/alphas tickers:"JPM WMT"', "/describe JPM"], 4))("%s is withheld from one year on, and no wider window is answered again", async (typed) => {
    const ending: boolean[] = [];
    for (const to of years(1994, 2024)) ending.push(await isHidden(`${typed} from:1993 to:${String(to)}`));
    const beginning: boolean[] = [];
    for (const from of years(1981, 2023).toReversed()) beginning.push(await isHidden(`${typed} from:${String(from)}`));
    for (const refusals of [ending, beginning]) {
      const first = refusals.indexOf(true);
      expect(first).toBeGreaterThanOrEqual(3);
      expect(refusals.slice(first)).not.toContain(false);
    }
  });

  test.each(["/beta JPM from:2010 to:2014", "/describe JPM from:2001 to:2005", "/rolling JPM from:2018 to:2021", "/beta WMT", "/beta MSFT", '/alphas tickers:"WMT MSFT"', "/describe SPY", "/beta JPM to:1992 factor:Mkt-RF"])("%s is other days, or another stock, and is answered", async (typed) => {
    expect(await isHidden(typed)).toBe(false);
  });

  test("no two answered windows give all three keys together, wherever they begin", () => {
    const { exercises, variantCache } = room.world;
    const solve = (variant: Variant) => {
      const solved = variantCache.solveVariant(variant);
      if (!solved.ok) throw new Error(JSON.stringify(solved.problem));
      return solved.value;
    };
    const windowOf = (from: number, to: number) => solve(customVariant({ asset: "JPM", factor: "SPY", from: `${String(from)}-01-01`, to: `${String(to)}-12-31`, budget: null, share: null }));
    const whole = windowOf(1993, 2024);
    const asked = exercises.find("jpm-regression")!.quantities.filter((quantity) => quantity.kind === "number");
    // The longest that two replies of less than a fifth can cover, side by side.
    const right = years(1993, 2013).map((from) => asked.filter((quantity) => isCorrect(quantity.key(windowOf(from, from + 11)), quantity, quantity.key(whole))).length);
    expect(Math.max(...right)).toBeLessThan(asked.length);
    expect(right.filter((count) => count > 0).length / right.length).toBeLessThan(0.25);
  });

  test("the refusal says why and until when, and what is answered meanwhile", async () => {
    const words = await room.words("eve", "/beta JPM from:2009");
    expect(words).toMatch(/rests on the stock and on a fifth or more of the days that it asks about: its key could be worked out from it\. It comes back when the check closes, 2026-10-\d\d.*; other stocks and short windows are answered meanwhile/u);
    expect(await room.words("eve", "/reconcile 1.31 JPM")).toContain("this answer is about the stock that it asks about");
    expect(await room.words("eve", "/explain beta-around-one")).toContain("hold a number that it asks for");
  });

  test.each(["jpm-2000-2009", "jpm-2010-2019"])("practice on %s, a third of the days, waits too", async (variant) => {
    expect(await room.words("eve", `/practice giveup jpm-regression ${variant}`)).toContain("after it closes");
  });
});

test("which windows are refused is the same whatever is asked for of the stock", async () => {
  const typed = someOf(years(1994, 2023), 4).flatMap((year) => [`/beta JPM to:${String(year)}`, `/beta JPM from:${String(year)}`, `/beta JPM factor:Mkt-RF from:${String(year)}`]);
  const refused: string[] = [];
  for (const posting of ['question:"β?" key:beta ticker:JPM', 'question:"R²?" key:rSquared ticker:JPM', 'question:"α?" key:alpha ticker:JPM']) {
    const check = await open(`/check post ${posting}`);
    const list: string[] = [];
    for (const call of typed) if (await isHidden(call)) list.push(call);
    refused.push(list.join("\n"));
    await close(check);
  }
  expect(new Set(refused).size).toBe(1);
  expect(refused[0]).not.toBe("");
});

test("of a key that was typed every analysis of its stock is withheld, whether or not it prints it", async () => {
  const check = await open('/check post question:"β of JPM since 2010?" key:1.31 about:JPM');
  expect(await isHidden("/beta JPM from:2010")).toBe(true);
  expect(await isHidden("/beta JPM from:2015 to:2016")).toBe(true);
  expect(await isHidden("/beta WMT")).toBe(false);
  await close(check);
});

test("where the risk-free rate is asked for, its mean is withheld with any stock, on a part of the days too", async () => {
  const check = await open("/check post expected-return");
  for (const typed of ["/expected WMT", "/expected WMT from:1993 to:2008", "/expected KO from:2009", "/describe RF", "/describe RF from:2005 to:2015"]) expect([typed, await isHidden(typed)]).toEqual([typed, true]);
  for (const typed of ["/beta WMT", "/expected WMT from:2010 to:2013", "/describe RF from:2010 to:2012"]) expect([typed, await isHidden(typed)]).toEqual([typed, false]);
  await close(check);
});

describe("while variants are dealt", () => {
  let check = "";
  let own: Variant;
  let neighbour = "";
  const tickers = ["MSFT", "JPM", "WMT", "KO", "BAC"];
  const variantOf = async (person: string): Promise<Variant> => {
    const store = await room.store();
    const solved = await ownVariantOf((await store.checks.find(check))!, person, store, room.world);
    if (solved === null) throw new Error(person);
    return solved.variant;
  };
  beforeAll(async () => {
    check = await open("/check post factor-share variants:true");
    own = await variantOf("eve");
    for (const person of ["ada", "ben", "chiara", "dmitri", "elif", "femi", "gina", "hugo", "ines", "jan", "kim", "lea"]) {
      if (neighbour === "" && (await variantOf(person)).asset !== own.asset) neighbour = person;
    }
  });
  afterAll(() => close(check));

  test("a part of one's own window is withheld, and so are all days of one's own stock", async () => {
    const [from, to] = [Number(own.window.from!.slice(0, 4)), own.window.to!];
    for (const typed of [`/beta ${own.asset} from:${String(from + 1)}-01-01 to:${to}`, `/describe ${own.asset} from:${own.window.from!} to:${String(from + 3)}-06-30`, `/variance ${own.asset}`]) {
      expect([typed, await isHidden(typed)]).toEqual([typed, true]);
    }
  });

  test("other stocks are answered on all days, and one's own on days before its window", async () => {
    for (const ticker of tickers.filter((other) => other !== own.asset)) expect([ticker, await isHidden(`/beta ${ticker}`)]).toEqual([ticker, false]);
    expect(await isHidden(`/beta ${own.asset} factor:Mkt-RF to:1993`)).toBe(false);
  });

  test("a neighbour's own window is withheld, and a part of it is theirs to ask about", async () => {
    expect(neighbour).not.toBe("");
    const { asset, window } = await variantOf(neighbour);
    expect(await isHidden(`/variance ${asset} from:${window.from!} to:${window.to!}`)).toBe(true);
    const part = `/variance ${asset} from:${window.from!} to:${String(Number(window.from!.slice(0, 4)) + 2)}-12-31`;
    expect(await isHidden(part, neighbour)).toBe(true);
  });
});

test("what is posted says what is withheld, by rows", async () => {
  const posted = async (posting: string): Promise<string> => {
    const words = await room.words("prof", `/check post ${posting} again:true`);
    await room.words("prof", "/check void confirm:true");
    return words;
  };
  expect(await posted("jpm-regression")).toContain("in place of every answer that rests on JPM and a fifth or more of the question's days (1993-02-01 to 2024-12-31), whatever it prints, and of entries that print a key");
  expect(await posted("factor-share variants:true")).toMatch(/rests on a student's own stock and a fifth or more of the days of their own variant, or on nearly the days of another of its \d+ variants/u);
  expect(await posted('question:"Q?" key:1.31 about:JPM')).toContain("in place of every analysis of JPM");
});
