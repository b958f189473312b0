import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { ownVariantOf } from "../../src/grading/check-assignment.ts";
import { taskOf } from "../../src/grading/check-task.ts";
import { customId } from "../../src/render/custom-id.ts";
import type { ChartSpec } from "../../src/render/chart/chart-spec.ts";
import { drawnNumbers } from "../../src/render/prints.ts";
import { textOf, type Answer } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "../commands/courseroom.ts";
import { candidateVariants } from "../../src/exercises/variants/variant.ts";

/**
 * What a student can read while a check is open: every command, typed in many ways, here and in a direct message, with
 * its words, alt texts, files, charts, buttons and forms. None of it may hold a key beside the name of its asset. Unlike
 * the program, which compares what replies declare, this reads every finished word.
 *
 * Of three digits some numbers are a key's by chance. A number belongs to the assets that its clause names ("WMT β 0.479;
 * JPM β 1.35"), and to all of the text where it names none; and a text about days of which most are not the key's, as it
 * says itself, gives no key away but by more digits than chance has.
 */
let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

interface Key {
  readonly asset: string;
  readonly quantity: string;
  readonly value: number;
  readonly first: string;
  readonly last: string;
  /** Of all days, like what the chapter prints. */
  readonly ofAllDays: boolean;
  /** Of a variant that somebody else was given: of dozens of them some number of three digits is always near one. */
  readonly isNeighbours: boolean;
}

interface Text {
  readonly words: string;
  readonly drawn: readonly DrawnNumber[];
}

interface DrawnNumber {
  readonly value: number;
  /** What the picture writes beside it. */
  readonly name: string | null;
}

/** A point that carries a name is its name's; other numbers are nobody's. */
const drawnIn = (spec: ChartSpec): readonly DrawnNumber[] =>
  spec.panels.flatMap((panel) => {
    const named = panel.layers.flatMap((layer) =>
      layer.type === "names" ? layer.names.flatMap((name, at) => [layer.x[at], layer.y[at]].flatMap((value) => (value === undefined ? [] : [{ value, name }]))) : [],
    );
    const unnamed = drawnNumbers({ ...spec, panels: [panel] }).filter((value) => named.every((other) => other.value !== value));
    return [...named, ...unnamed.map((value) => ({ value, name: null }))];
  });

function readAll(answer: Answer): Text {
  if (answer.kind === "form") {
    const fields = answer.fields.flatMap(({ label, placeholder = "", value = "" }) => [label, placeholder, value]);
    return { words: [answer.title, answer.text ?? "", ...fields, customId(answer.submit) ?? ""].join("\n"), drawn: [] };
  }
  const embeds = answer.embeds.flatMap(({ title = "", description = "", fields = [], footer }) => [title, description, ...fields.flatMap(({ name, value }) => [name, value]), footer?.text ?? ""]);
  const pictures = answer.pictures.map(({ description, spec }) => `${description}\n${spec.title}\n${JSON.stringify(spec.panels.map(({ title, x, y, layers }) => [title, x, y, layers.map(({ label }) => label)]))}`);
  const files = answer.files.map((file) => `${file.description}\n${textOf(file)}`);
  const steps = answer.nextSteps.map((step) => `${step.label}\n${customId(step) ?? ""}`);
  return {
    words: [answer.content ?? "", ...embeds, ...pictures, ...files, ...steps].join("\n"),
    drawn: answer.pictures.flatMap(({ spec }) => drawnIn(spec)),
  };
}

const scales: Readonly<Record<string, number>> = { "%": 0.01, K: 1e3, M: 1e6, B: 1e9 };

interface Read {
  readonly value: number;
  /** Half of the last digit that is printed. */
  readonly half: number;
}

/** The numbers of so many digits and more in a text, dates and hashes left out, each with how far it is rounded. */
function numbersRead(text: string, leastDigits = 3): readonly Read[] {
  const plain = text.replaceAll(/\d{4}-\d{2}-\d{2}|\b[0-9a-f]{7,}\b/gu, " ");
  return [...plain.matchAll(/([−-]?)\$?(\d[\d,]*)(\.\d+)?(?:e([−-]?\d+))?\s?([%KMB])?(?![\p{L}\d])/gu)].flatMap(([, sign, whole = "", fraction = "", power = "0", scale = ""]) => {
    const digits = `${whole.replaceAll(",", "")}${fraction}`;
    if (digits.replace(".", "").replace(/^0+/u, "").length < leastDigits) return [];
    const unit = 10 ** Number(power.replace("−", "-")) * (scales[scale] ?? 1);
    const value = Number(digits) * unit * (sign === "" ? 1 : -1);
    return [{ value, half: (0.5 * unit) / 10 ** Math.max(0, fraction.length - 1) }];
  });
}

const prints = ({ value, half }: Read, key: number): boolean => Math.abs(value - key) <= half * 1.001 && half < Math.abs(key) * 0.01;

const mentions = (words: string, asset: string): boolean => new RegExp(String.raw`(?<![\p{L}\d])${asset}(?![\p{L}\d])`, "u").test(words);

const assetNames = ["JPM", "WMT", "MSFT", "KO", "BAC", "SPY"] as const;

/** Whether words are about an asset: they name it, or name none. */
const isAbout = (words: string, asset: string): boolean => mentions(words, asset) || !assetNames.some((name) => mentions(words, name));

/** The clauses of a text: its lines, and what semicolons part. */
const clausesOf = (words: string): readonly string[] => words.split(/\n|; /u);

/** The windows that a text says it is about; a drawdown's days are none. */
const windowsIn = (words: string): readonly (readonly [string, string])[] =>
  [...words.replaceAll(/drawdown [\d.]+%, \S+ to \S+/gu, " ").matchAll(/(\d{4}-\d{2}-\d{2}) to (\d{4}-\d{2}-\d{2})/gu)].map(([, first = "", last = ""]) => [first, last] as const);

/** The share of the days of either window that are in both. */
function overlap([a, b]: readonly [string, string], { first, last }: Key): number {
  const [from, to, start, end] = [a, b, first, last].map((day) => Date.parse(day)) as [number, number, number, number];
  return Math.max(0, Math.min(to, end) - Math.max(from, start)) / (Math.max(to, end) - Math.min(from, start));
}

/** Numbers of as many digits are a key's by chance in one of a thousand replies. */
const beyondChance = 5e-5;

function leaks({ words, drawn }: Text, keys: readonly Key[]): readonly string[] {
  const about = keys.filter(({ asset }) => mentions(words, asset));
  if (about.length === 0) return [];
  const clauses = clausesOf(words).map((clause) => ({ clause, read: numbersRead(clause) }));
  const windows = windowsIn(words);
  const isLeak = (key: Key): boolean => {
    const isElsewhere = key.isNeighbours || (windows.length > 0 && windows.every((window) => overlap(window, key) < 0.5));
    const gives = (number: Read): boolean => prints(number, key.value) && (!isElsewhere || number.half < beyondChance * Math.abs(key.value));
    return (
      clauses.some(({ clause, read }) => isAbout(clause, key.asset) && read.some(gives)) ||
      drawn.some(({ value, name }) => (name === null || isAbout(name, key.asset)) && gives({ value, half: Math.abs(value) * (isElsewhere ? 1e-5 : 1e-4) }))
    );
  };
  return about.filter(isLeak).map(({ quantity, value }) => `${quantity} ${value.toPrecision(4)}`);
}

/** A key that is 0 by construction, or a word, is no number that a command could give away. */
async function keysOf(check: string): Promise<readonly Key[]> {
  const task = taskOf((await (await room.store()).checks.find(check))!, room.world);
  if (!task.ok || task.value.kind !== "marked") throw new Error("no numbers");
  const { marked, solvedVariants, numbersBehind } = task.value;
  return solvedVariants.flatMap((solved) =>
    [...marked.quantities, ...numbersBehind].flatMap((quantity) => {
      if (quantity.kind !== "number") return [];
      const value = quantity.key(solved);
      return Math.abs(value) > quantity.tolerance.floor ? [{ asset: solved.variant.asset, quantity: quantity.id, value, first: solved.model.first, last: solved.model.last, ofAllDays: solved.variant.window.id === "full", isNeighbours: false }] : [];
    }),
  );
}

interface Student {
  readonly who: string;
  readonly keys: readonly Key[];
}

/** A student who was given a variant of that stock, and whose keys the check's are to them; anybody where all have one. */
async function studentOf(check: string, stock: string, name: string): Promise<Student> {
  const keys = await keysOf(check);
  const store = await room.store();
  for (let number = 0; number < 500; number++) {
    const who = `${name}-${check}-${String(number)}`;
    const own = await ownVariantOf((await store.checks.find(check))!, who, store, room.world);
    if (own === null) return { who, keys };
    if (own.variant.asset === stock) return { who, keys: keys.map((key) => ({ ...key, isNeighbours: key.asset !== stock || key.first !== own.model.first || key.last !== own.model.last })) };
  }
  throw new Error(`nobody has a variant of ${stock}`);
}

type Stock = "JPM" | "WMT" | "MSFT";
const windows = ["", " from:2000 to:2009", " from:1994-06-01", " to:2024-06-30", " from:2005"] as const;

/** Every analysis of a stock, on each window, with each of its views and frequencies. */
const analysesOf = (stock: Stock) => commands
  .filter(({ listed, options }) => listed && Object.hasOwn(options, "show"))
  .flatMap(({ name, options }) => {
    const needed = Object.entries(options).filter(([, { required }]) => required).map(([option]) => option);
      const other = stock === "JPM" ? "WMT" : "JPM";
      const values: Readonly<Record<string, string>> = { ticker: stock, asset: stock, tickers: `"${stock} ${other}"`, budget: "5m", target: "20%", model: "capm", factor: "SPY", window: "252" };
      const call = `/${name} ${needed.map((option) => `${option}:${values[option] ?? stock}`).join(" ")}`;
      return [
        ...windows.map((window) => (Object.hasOwn(options, "from") ? `${call}${window}` : call)),
        ...["code", "recipe", "words"].map((show) => `${call} show:${show}`),
        ...(Object.hasOwn(options, "frequency") ? [`${call} frequency:monthly`] : []),
        ...(Object.hasOwn(options, "factor") && !needed.includes("factor") ? [`${call} factor:Mkt-RF`, `${call} factor:SPY`] : []),
        ...(Object.hasOwn(options, "errors") ? [`${call} errors:hac`] : []),
        ...(name === "rolling" ? [`${call} window:2515`, `${call} window:5000`] : []),
        ...(name === "size" ? [`/size ${stock} budget:1`, `/size ${stock} budget:$5M horizon:month`] : []),
      ];
  });

/** What leads to numbers without being an analysis. */
function others(room: Courseroom, stock: Stock, keys: readonly Key[]): readonly string[] {
  const { lessons, exercises } = room.world;
  const typedKeys = keys.slice(0, 4).flatMap(({ value }) => [value.toPrecision(3), value.toPrecision(2)]);
  return [
    ...lessons.all.filter(({ filled }) => filled !== null).map(({ id }) => `/explain topic:${id} ticker:${stock}`),
    ...["/selftest", "/data list", "/help", "/progress", "/privacy export", "/practice", "/ask beta of JPM", "/ask why do I get 1.395", "/ask alpha of MSFT on the market 2000 to 2009"],
    ...typedKeys.map((value) => `/reconcile value:${value} ticker:${stock}`),
    ...exercises.all.flatMap(({ id, plan }) =>
      ["chapter", ...candidateVariants(plan).filter(({ asset, window }) => ["full", "2000-2009"].includes(window.id) && [stock, "JPM"].includes(asset)).slice(0, 3).map((variant) => variant.id)].flatMap((variant) => [
        `/practice exercise:${id} variant:${variant}`,
        ...["answer", "example", "giveup"].map((part) => `/practice ${part} ${id} ${variant}`),
        `/practice hint ${id} ${variant} level:1`,
        `/practice submit ${id} ${variant} answer1:0.111`,
      ]),
    ),
  ];
}

/** Whatever answers in prose: lessons, claims, notebook errors, the chapter's prompts, hints and examples of other variants, and the check itself. */
function prose(room: Courseroom, stock: Stock, check: string): readonly string[] {
  const { lessons, exercises, askingTexts } = room.world;
  const { claims, errors, prompts } = askingTexts();
  return [
    ...lessons.all.map(({ id }) => `/explain topic:${id}`),
    ...lessons.all.map(({ id }) => `/explain topic:beta versus:${id}`),
    ...claims.map(({ id }) => `/claim claim:${id}`),
    ...errors.map(({ id }) => `/notebook-error error:${id}`),
    ...prompts.map(({ prompt }) => `/ask ${JSON.stringify(prompt)}`),
    ...exercises.all.flatMap(({ id, plan }) =>
      ["chapter", ...candidateVariants(plan).filter(({ asset, window }) => asset !== stock && window.id === "2005-2014").slice(0, 1).map((variant) => variant.id)].flatMap((variant) => [
        ...[1, 2, 3].map((level) => `/practice hint ${id} ${variant} level:${String(level)}`),
        `/practice example ${id} ${variant}`,
      ]),
    ),
    ...[1, 2, 3].map((level) => `/check hint ${check} level:${String(level)}`),
    ...[`/check question ${check}`, `/check answer ${check}`, `/check mine ${check}`],
    // Problems repeat numbers too.
    ...[`/size ${stock} target:1%`, `/size ${stock} budget:0`, `/rolling ${stock} window:99999`, `/regress ${stock} model:nothing`, `/beta ${stock} from:2030`, `/hedge ${stock} target:99%`],
  ];
}

const companies: Readonly<Record<Stock, RegExp>> = { JPM: /JPM|JP ?Morgan/iu, WMT: /WMT|Walmart/iu, MSFT: /MSFT|Microsoft/iu };

/** Keys in prose: in a sentence that names the stock two digits are enough. */
function leaksInProse({ words }: Text, stock: Stock, keys: readonly Key[]): readonly string[] {
  const sentences = words.split(/\n|(?<=[.;])\s/u).filter((sentence) => companies[stock].test(sentence));
  return sentences.flatMap((sentence) =>
    numbersRead(sentence, 2).flatMap((read) => keys.filter(({ asset, value, isNeighbours }) => asset === stock && !isNeighbours && Math.abs(read.value - value) <= read.half * 1.001 && read.half < Math.abs(value) * 0.1).map(({ quantity }) => `${quantity}: ${sentence}`)),
  );
}

async function scanProse(keys: readonly Key[], stock: Stock, check: string, who = `ben-${check}`): Promise<readonly string[]> {
  const found: string[] = [];
  for (const typed of prose(room, stock, check)) {
    const text = readAll((await room.as(who, typed)).answer);
    found.push(...[...leaks(text, keys), ...leaksInProse(text, stock, keys)].map((leak) => `${typed}: ${leak}`));
  }
  return found;
}

/** Whether a reply to words about a number of one's own says the same of any other number: it repeats what was typed, and tells nothing. */
async function repeatsAlone(typed: string, answer: Answer, who: string, guild: string | null): Promise<boolean> {
  const [number] = /(?<=^\/ask .*)\b\d+\.\d+\b/u.exec(typed) ?? [];
  if (number === undefined) return false;
  const other = "7.316";
  const { answer: ofOther } = await room.as(who, typed.replace(number, other), undefined, guild);
  return JSON.stringify(readAll(answer)) === JSON.stringify(readAll(ofOther)).replaceAll(other, number);
}

async function scan(keys: readonly Key[], calls: readonly string[], who: string, guild: string | null): Promise<readonly string[]> {
  const found: string[] = [];
  for (const typed of calls) {
    const { answer } = await room.as(who, typed, undefined, guild);
    // The self-test repeats what the chapter prints of all days: a key of other days is one of those figures by chance.
    const leaked = leaks(readAll(answer), typed === "/selftest" ? keys.filter(({ ofAllDays }) => ofAllDays) : keys);
    if (leaked.length > 0 && !(await repeatsAlone(typed, answer, who, guild))) found.push(`${typed}: ${leaked.join(", ")}`);
  }
  return found;
}

async function post(options: string): Promise<string> {
  const words = await room.words("prof", `/check post ${options} again:true`);
  const id = /Posted as `([2-9a-z]{6})`/u.exec(words)?.[1];
  if (id === undefined) throw new Error(words);
  return id;
}

const checks = [
  ["JPM", "jpm-regression"],
  ["JPM", "annual-budget"],
  ["JPM", "hedged-portfolio"],
  ["MSFT", "raw-or-excess"],
  ["MSFT", "expected-return"],
  ["MSFT", "reading-a-table"],
  ["WMT", "factor-share variants:true"],
  ["MSFT", 'question:"β of MSFT, 2000 to 2009?" key:beta ticker:MSFT from:2000-01-01 to:2009-12-31'],
] as const;

describe.each(checks)("about %s, while /check post %s is open", (stock, options) => {
  test("nothing that a student can ask for prints a key of it", { timeout: 240_000 }, async () => {
    const check = await post(options);
    const [ada, ben] = [await studentOf(check, stock, "ada"), await studentOf(check, stock, "ben")];
    expect(ada.keys.filter(({ isNeighbours }) => !isNeighbours).length).toBeGreaterThan(0);
    const found = await scan(ada.keys, [...analysesOf(stock), ...others(room, stock, ada.keys.filter(({ isNeighbours }) => !isNeighbours))], ada.who, "school");
    const said = await scanProse(ben.keys, stock, check, ben.who);
    await room.words("prof", `/check void ${check} confirm:true`);
    expect(found).toEqual([]);
    expect(said).toEqual([]);
  });
});

test("nothing prints a key of a portfolio, for its parts, or for it however it is spelled", { timeout: 240_000 }, async () => {
  const check = await post('question:"R² of 60/40?" key:rSquared ticker:"0.6*JPM+0.4*WMT"');
  const keys = (await keysOf(check)).map((key) => ({ ...key, asset: "JPM" }));
  expect(keys.length).toBeGreaterThan(0);
  const spelled = ["0.6*JPM+0.4*WMT", "40% WMT 60% JPM", "6*JPM+4*WMT", "0.6*JPM+0.4*WMT+0.00001*KO"].flatMap((portfolio) => analysesOf("JPM").map((call) => call.replaceAll(/\bJPM\b(?! WMT)/gu, `"${portfolio}"`)));
  expect(await scan(keys, [...spelled, ...analysesOf("JPM"), ...analysesOf("WMT"), ...others(room, "JPM", [])], `ada-${check}`, "school")).toEqual([]);
  await room.words("prof", "/course setup hide_keys:false");
  expect(await scan(keys, spelled, "ada", "school")).not.toEqual([]);
  await room.words("prof", "/course setup hide_keys:true");
  await room.words("prof", `/check void ${check} confirm:true`);
});

test("nothing prints what the choices of a vote were made of, between its rounds and in the second of them", { timeout: 240_000 }, async () => {
  const posted = await room.words("prof", "/check vote jpm-regression quantity:rSquared");
  const check = /Posted as `([2-9a-z]{6})`/u.exec(posted)?.[1] ?? "";
  const keys = await keysOf(check);
  expect(keys.map(({ quantity }) => quantity)).toEqual(["rSquared"]);
  const own = [`/check mine ${check}`, `/check pick ${check} round:1 choice:A`, `/check pick ${check} round:2 choice:B`, `/check question ${check}`, `/check hint ${check} level:1`, `/check answer ${check} round:1`, `/check submit ${check} answer1:A`];
  for (const stage of ["discuss", "revote"]) {
    await room.words("prof", `/check ${stage} ${check}`);
    const heard = await scan(keys, [...analysesOf("JPM"), ...others(room, "JPM", keys)], `ada-${check}`, "school");
    expect(heard).toEqual([]);
    // What the vote itself answers, has no word of right or wrong, and no count by choice.
    for (const typed of own) expect(readAll(await room.ask("ada", typed)).words).not.toMatch(/\b(?:not )?right\b|what you get if|\bpeople\b/u);
  }
  await room.words("prof", `/check void ${check} confirm:true`);
});

test("nor in a direct message or on another server, for who belongs to the course", { timeout: 240_000 }, async () => {
  const check = await post("jpm-regression");
  const keys = await keysOf(check);
  expect(await scan(keys, analysesOf("JPM"), "ada", null)).toEqual([]);
  expect(await scan(keys, analysesOf("JPM"), "ada", "elsewhere")).toEqual([]);
  await room.words("prof", `/check void ${check} confirm:true`);
});

test("the scan finds the keys where nothing hides them", { timeout: 240_000 }, async () => {
  const check = await post("jpm-regression");
  const keys = await keysOf(check);
  await room.words("prof", "/course setup hide_keys:false");
  const found = await scan(keys, [...analysesOf("JPM"), ...others(room, "JPM", keys)], "ada", "school");
  const commandsFound = new Set(found.map((line) => /^\/([a-z]+)/u.exec(line)?.[1]));
  expect([...commandsFound]).toEqual(expect.arrayContaining(["beta", "regress", "compare", "explain", "selftest", "ask"]));
  const said = new Set((await scanProse(keys, "JPM", check)).map((line) => /^\/([a-z]+)/u.exec(line)?.[1]));
  expect([...said]).toEqual(expect.arrayContaining(["explain", "claim", "ask"]));
});
