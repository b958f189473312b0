import { afterAll, describe, expect, test } from "vitest";
import type { Command } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/index.ts";
import type { Option, RawOption } from "../../src/commands/options/option.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import type { DataSeries } from "../../src/datasets/datasets.ts";
import { datasetsOf } from "../../src/datasets/datasets-of.ts";
import { drawChart } from "../../src/render/chart/draw.ts";
import { views } from "../../src/render/analysis-reply.ts";
import { someOf } from "../some-of.ts";
import { openAsking, replyOf, wordsOf } from "./asking.ts";
import { payloadFaults } from "./payload-faults.ts";

const asking = openAsking();
const { world, call } = asking;
afterAll(() => asking.close());

/** What each option is given where every option is; others get their first choice, their least, or a word. */
const samples: Readonly<Record<string, RawOption>> = {
  ticker: "JPM",
  tickers: "JPM WMT",
  factor: "Mkt-RF",
  model: "ff3",
  from: "2000",
  to: "2009",
  errors: "hac",
  lags: 5,
  window: 252,
  split: "2005",
  budget: "$2.5M",
  horizon: "year",
  target: "20%",
  topic: "beta",
  versus: "correlation",
  private: true,
};

type Given = Readonly<Record<string, RawOption>>;

function sampleOf(name: string, option: Option<unknown>): RawOption {
  const known = samples[name];
  if (known !== undefined) return known;
  if (option.choices?.[0]) return option.choices[0].value;
  if (option.type === "integer" || option.type === "number") return option.min ?? 1;
  return option.type === "boolean" ? true : "alpha";
}

const entriesOf = (command: Command): readonly (readonly [string, Option<unknown>])[] => Object.entries(command.options);
const givenOf = (entries: ReturnType<typeof entriesOf>): Given =>
  Object.fromEntries(entries.map(([name, option]) => [name, sampleOf(name, option)]));
const plainOf = (command: Command): Given => givenOf(entriesOf(command).filter(([, option]) => option.required));
const has = (command: Command, option: string): boolean => Object.hasOwn(command.options, option);

/** Commands that fit something: what they are asked about can be constant, or missing from a window. */
const analyses = commands.filter((command) => has(command, "from") && has(command, "errors"));
const seriesOptions = ["ticker", "tickers", "factor", "model"];

/** The asset and the factors of a call named anew. */
const about = (command: Command, { ticker, factor }: { readonly ticker: string; readonly factor?: string }): Given => ({
  ...plainOf(command),
  ...(has(command, "ticker") ? { ticker } : {}),
  ...(has(command, "tickers") ? { tickers: `${ticker} WMT` } : {}),
  ...(factor === undefined ? {} : Object.fromEntries(["factor", "model"].filter((name) => has(command, name)).map((name) => [name, factor]))),
});

describe.each(commands.map((command) => [command.name, command] as const))("/%s", (_name, command) => {
  test("answers a plain question with a valid payload, and its pictures can be drawn", async () => {
    const { answer, problem } = await call(command, plainOf(command));
    // What asks for an exercise, a question of the class or a file by a made-up name is told that there is none.
    if (!/^(?:check|data) (?!list)/u.test(command.name) && Object.keys(plainOf(command)).every((name) => Object.hasOwn(samples, name))) expect(problem).toBeNull();
    expect(payloadFaults(answer).join("\n")).toBe("");
    for (const { spec } of answer.kind === "reply" ? answer.pictures : []) {
      expect(drawChart(spec).subarray(1, 4).toString()).toBe("PNG");
    }
  });

  test("takes every option at once", async () => {
    const { answer } = await call(command, givenOf(entriesOf(command)));
    expect(payloadFaults(answer).join("\n")).toBe("");
  });

  test("names an unknown series, what it might be, and where they are listed", async () => {
    // What `/data fetch` takes need not be loaded yet.
    for (const option of seriesOptions.filter((name) => command.options[name]?.series !== undefined)) {
      const answered = await call(command, { ...plainOf(command), [option]: option === "tickers" ? "JMP WMT" : "JMP" });
      expect(answered.problem).toMatchObject({ kind: "unknown-series", asked: "JMP" });
      expect(payloadFaults(answered.answer).join("\n")).toBe("");
      const [embed] = replyOf(answered).embeds;
      expect(embed?.description).toContain("I have no series called JMP. Did you mean JPM?");
      expect(embed?.description).toContain("/data list");
    }
  });

  test("takes text longer than Discord's limits", async () => {
    for (const [name, option] of entriesOf(command)) {
      if (option.type !== "string") continue;
      for (const text of someOf(["**@everyone** `<@1>` ".repeat(400), "x".repeat(7000), "\u{1F4C8}".repeat(5000), "JPM ".repeat(2000)], 2)) {
        const { answer } = await call(command, { ...plainOf(command), [name]: text });
        expect(payloadFaults(answer).join("\n")).toBe("");
      }
    }
  });

  test("says what it takes when it is given an option it has not", async () => {
    const answered = await call(command, { ...plainOf(command), nonsense: "1" });
    expect(answered.problem).toMatchObject({ kind: "unknown-option", option: "nonsense" });
    expect(payloadFaults(answered.answer).join("\n")).toBe("");
  });
});

describe.each(analyses.map((command) => [command.name, command] as const))("/%s, as an analysis", (_name, command) => {
  test.each(views)("has the view %s", async (show) => {
    const { answer, problem } = await call(command, { ...plainOf(command), show });
    expect(problem).toBeNull();
    expect(payloadFaults(answer).join("\n")).toBe("");
    expect(answer.kind === "reply" && answer.nextSteps.length).toBeLessThanOrEqual(5);
  });

  test.each([
    ["after the data end", { from: "2090", to: "2091" }, "no-overlap"],
    ["that ends before it begins", { from: "2010", to: "2000" }, "reversed-window"],
    ["of a few days", { from: "2008-09-15", to: "2008-09-17" }, "too-few-rows"],
  ])("refuses a window %s, and says what to do", async (_case, window, kind) => {
    const answered = await call(command, { ...plainOf(command), ...window });
    expect(answered.problem?.kind).toBe(kind);
    expect(payloadFaults(answered.answer).join("\n")).toBe("");
    expect(replyOf(answered).embeds[0]?.description).toMatch(/\S\n\n\S/u);
    expect(replyOf(answered).audience).toBe("asker");
  });

  test.each([
    ["asset", { ticker: "FLAT" }],
    ["factor", { ticker: "JPM", factor: "FLAT" }],
  ])("refuses a constant series as the %s", async (_role, asked) => {
    if ("factor" in asked && !has(command, "factor") && !has(command, "model")) return;
    const answered = await call(command, about(command, asked), withFlat);
    // /frequency answers with the frequencies at which it varies, and says which it left out.
    if (answered.problem) expect(answered.problem).toMatchObject({ kind: "constant-series", series: "FLAT" });
    expect(wordsOf(answered)).toContain("FLAT is 0.001000 in every row");
    expect(payloadFaults(answered.answer).join("\n")).toBe("");
  });

  test("fits names of 32 characters, four at once, and six factors of them, in every view", async () => {
    for (const show of someOf(views, 2)) {
      for (const factor of [undefined, longFactors.slice(0, has(command, "model") || command.name === "variance" ? 6 : 1).join(" ")]) {
        const given = {
          ...about(command, { ticker: longNames[0]!, ...(factor === undefined ? {} : { factor }) }),
          ...(has(command, "tickers") ? { tickers: longNames.join(" ") } : {}),
          ...(command.name === "variance" ? { ticker: longNames.join(" ") } : {}),
          show,
        };
        const { answer, problem } = await call(command, given, withLongNames);
        expect(problem).toBeNull();
        expect(payloadFaults(answer).join("\n")).toBe("");
      }
    }
  });

  test("answers privately where it is asked to", async () => {
    const answered = await call(command, { ...plainOf(command), private: true });
    expect(replyOf(answered).audience).toBe("asker");
  });
});

test("every lesson fits in a reply, the longest one with the longest name too", async () => {
  const explain = commands.find(({ name }) => name === "explain");
  expect(explain).toBeDefined();
  const ids = world.lessons.all.map(({ id }) => id);
  const longest = world.lessons.all.reduce((long, next) => (JSON.stringify(next).length > JSON.stringify(long).length ? next : long)).id;
  for (const topic of someOf(ids, 4)) {
    const { answer, problem } = await call(explain!, { topic });
    expect(problem).toBeNull();
    expect(payloadFaults(answer).join("\n")).toBe("");
  }
  const { answer } = await call(explain!, { topic: longest, versus: longest, ticker: longNames[0]! }, withLongNames);
  expect(payloadFaults(answer).join("\n")).toBe("");
});

const daily = (id: string): DataSeries => {
  const found = world.datasets.find(id);
  if (!found.ok) throw new Error(`${id} is not in the sample`);
  return found.value;
};

const worldWith = (more: readonly DataSeries[]): AppContext => ({ ...world, datasets: datasetsOf([...more, ...world.datasets.series]) });

const withFlat = worldWith([{ ...daily("SPY"), id: "FLAT", name: "FLAT", values: daily("SPY").values.map(() => 0.001) }]);

const longName = (end: string): string => `${"A_SERIES_WITH_A_VERY_LONG_NAME_".padEnd(31, "X")}${end}`;
const longNames = ["1", "2", "3", "4"].map(longName);
const longFactors = ["a", "b", "c", "d", "e", "f"].map(longName);
const from = (source: string, id: string): DataSeries => ({ ...daily(source), id, name: id });
const withLongNames = worldWith([
  ...["JPM", "WMT", "MSFT", "SPY"].map((source, place) => from(source, longNames[place]!)),
  ...["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"].map((source, place) => from(source, longFactors[place]!)),
]);
