import { success } from "../../src/outcome.ts";
import { afterAll, describe, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { readCustomId, customId } from "../../src/render/custom-id.ts";
import { textOf } from "../../src/render/reply.ts";
import { allWords, openAsking, replyOf, wordsOf } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());
const words = (typed: string): Promise<string> => (/show:/u.test(typed) ? asking.ask(typed).then(wordsOf) : allWords(asking, typed));

describe("/regress", () => {
  test("prints the chapter's table of MSFT (6.7.2)", async () => {
    const text = await words("/regress MSFT");
    const printed = {
      "R-squared": "0.415",
      "Adj. R-squared": "0.415",
      "F-statistic": "6,940",
      "Log-likelihood": "26,516",
      Observations: "9,778",
      "Df residuals": "9,776",
      "Df model": "1",
      Omnibus: "1,452.828",
      "Durbin-Watson": "1.929",
      "Jarque-Bera": "22,202.613",
      Skew: "0.141",
      Kurtosis: "10.377",
      "Cond. No.": "87.7",
      "const (α)": "0.000585",
      "Mkt-RF": "1.1876",
      " 95%": "1.160 to 1.216",
    };
    for (const [name, value] of Object.entries(printed)) {
      expect(text).toMatch(new RegExp(`^${escaped(name)} +${escaped(value)}$`, "mu"));
    }
    expect(text).toContain("t 3.597");
    expect(text).toContain("t 83.309");
    expect(text).toContain("AIC                  −53,029");
    expect(text).toContain("BIC                  −53,014");
  });

  test("says in words what Durbin–Watson, Breusch–Pagan and Jarque–Bera find", async () => {
    const text = await words("/regress MSFT");
    expect(text).toMatch(/Durbin–Watson 1\.929: (?:a residual resembles|no sign that a residual)/u);
    expect(text).toMatch(/Breusch–Pagan .*: the noise is not of one size/u);
    expect(text).toMatch(/Jarque–Bera 22,203 \(p < 0\.001\): the residuals are not normal: skew 0\.141 \(0 for a normal\), kurtosis 10\.377/u);
  });

  test.each([
    ["ff3", ["Mkt-RF", "SMB", "HML"]],
    ["FF6", ["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"]],
    ['"Mkt-RF, HML"', ["Mkt-RF", "HML"]],
  ])("takes the model %s", async (model, factors) => {
    const { result } = replyOf(await asking.ask(`/regress JPM model:${model}`));
    expect(result["fit"]).toMatchObject({ factors });
  });

  test("names the series of a list that it does not know", async () => {
    const { problem } = await asking.ask('/regress JPM model:"Mkt-RF SMBB"');
    expect(problem).toMatchObject({ kind: "unknown-series", asked: "SMBB" });
  });

  test("gives the whole table at full precision as a file", async () => {
    const { files } = replyOf(await asking.ask("/regress MSFT show:more"));
    const table = files.filter(({ filename }) => filename === "regression.csv").map(textOf)[0];
    expect(table).toMatch(/^coefficient,Mkt-RF,1\.187\d{10,},/mu);
    expect(table).toMatch(/^test,jarque_bera,22202\.61\d+,,,0,,$/mu);
  });
});

describe("/compare", () => {
  test("shows the chapter's βs and correlations, and who moves more (6.4.4, 6.4.5)", async () => {
    const text = await words("/compare JPM,WMT");
    expect(text).toContain("JPM moves more with SPY than WMT");
    expect(text).toContain("JPM: β = 1.395");
    expect(text).toContain("WMT: β = 0.674");
    expect(text).toContain("correlation 0.707302");
    expect(text).toContain("correlation 0.492221");
  });

  test("draws equal axes", async () => {
    const panels = replyOf(await asking.ask('/compare "JPM WMT SPY MSFT"')).pictures[0]?.spec.panels ?? [];
    expect(panels).toHaveLength(4);
    expect(new Set(panels.map(({ x, y }) => JSON.stringify([x.min, x.max, y.min, y.max]))).size).toBe(1);
  });

  test.each(["JPM", "JPM jpm", "JPM WMT SPY MSFT HML"])("refuses %s: two to four different series", async (tickers) => {
    const { problem } = await asking.ask(`/compare tickers:"${tickers}"`);
    expect(problem).toMatchObject({ kind: "series-count", min: 2, max: 4 });
  });

  test("completes the last of several tickers, and offers two where one is too few", () => {
    const suggest = commands.find(({ name }) => name === "compare")?.options["tickers"]?.suggest;
    const offered = (typed: string) => suggest?.(typed, asking.world).map(({ value }) => value) ?? [];
    expect(offered("JPM W")[0]).toBe("JPM WMT");
    expect(offered("JP")[0]).toMatch(/^JPM \S+$/u);
    expect(offered("JPM WMT SPY MSFT H")).toEqual([]);
    expect(offered("").length).toBeLessThanOrEqual(25);
  });
});

describe("/residuals", () => {
  test("are uncorrelated with the factor, with α and without (6.4.5)", async () => {
    const text = await words("/residuals WMT");
    expect(text).toContain("Correlation of r − β·f with SPY = 0.000000");
    expect(text.match(/corr\. with factor +0\.000000/gu)).toHaveLength(2);
    expect(text).toMatch(/mean a day +0\.0203%/u);
    expect(text).toMatch(/mean a day +0\.000000%/u);
  });
});

describe("/alphas", () => {
  test("tests all αs at once and one by one", async () => {
    const text = await words("/alphas");
    expect(text).toMatch(/GRS F\(4, 7,969\) = 1\.89, p = 0\.109/u);
    expect(text).toContain("MSFT 8.62%");
  });

  test("says where GRS is not applicable, and why", async () => {
    const { world } = asking;
    const jpm = world.datasets.find("JPM");
    if (!jpm.ok) throw new Error("JPM is in the sample");
    const twin = { ...jpm.value, id: "TWIN", values: jpm.value.values.map((value) => 2 * value) };
    const command = commands.find(({ name }) => name === "alphas");
    if (!command) throw new Error("/alphas is a command");
    const doubled = {
      ...world,
      datasets: {
        series: [...world.datasets.series, twin],
        hidden: [], portfolios: [],
        find: (id: string, frequency?: "daily" | "monthly" | "annual") =>
          id === "TWIN" ? success(twin) : world.datasets.find(id, frequency),
      },
    };
    const text = wordsOf(await asking.call(command, { tickers: "JPM TWIN" }, doubled));
    expect(text).toContain("GRS: not applicable.");
    expect(text).toContain("combination of what it leaves of the others");
  });
});

describe("/frequency", () => {
  test("fits days, weeks, whole months and whole years", async () => {
    const { result } = replyOf(await asking.ask("/frequency MSFT"));
    expect(result["figures"]).toMatchObject([
      { frequency: "daily", fit: { sample: { observations: 9778, first: "1986-03-14" } } },
      { frequency: "weekly" },
      { frequency: "monthly", fit: { sample: { observations: 465, first: "1986-04-30" } } },
      { frequency: "annual", fit: { sample: { observations: 38, first: "1987-12-31" } } },
    ]);
  });

  test("leaves out what a short window has too few rows for, and says so", async () => {
    expect(await words("/frequency JPM from:2015 to:2018")).toContain("Yearly is left out: Only 4 rows");
  });

  test("agrees with /beta on months", async () => {
    const whole = replyOf(await asking.ask("/beta JPM frequency:monthly")).result["fit"];
    const { result } = replyOf(await asking.ask("/frequency JPM"));
    const beta = (whole as { betas: { value: number }[] }).betas[0]?.value;
    expect(result["figures"]).toMatchObject([{ frequency: "daily" }, { frequency: "weekly" }, { frequency: "monthly", beta: { value: beta } }, {}]);
  });
});

test.each(["/beta JPM lags:40", "/regress JPM lags:40", "/hedge JPM lags:40", "/frequency JPM lags:40", "/alphas \"JPM WMT\" lags:40"])("lags without errors are those of HAC errors, and the recipe says so: %s", async (typed) => {
  const { embeds } = replyOf(await asking.ask(typed));
  expect(embeds[0]?.footer?.text).toMatch(/HAC errors \(Bartlett, \d+ lags/u);
  expect(embeds).toEqual(replyOf(await asking.ask(`${typed} errors:hac`)).embeds);
});

describe("/rolling", () => {
  test("rolls 252 days unless told otherwise", async () => {
    const { result } = replyOf(await asking.ask("/rolling JPM"));
    expect(result).toMatchObject({ window: 252, betas: [{ latest: { ends: "2024-12-31" } }] });
  });

  test("refuses a window longer than the rows", async () => {
    const { problem } = await asking.ask("/rolling JPM window:252 from:2024-06");
    expect(problem).toMatchObject({ kind: "window-too-long", window: 252 });
  });
});

describe.each(["/beta JPM", "/regress JPM", '/compare "JPM WMT"', "/residuals JPM", "/rolling JPM", "/alphas", "/frequency JPM"])(
  "%s",
  (question) => {
    test("has five views, four of them for the asker alone", async () => {
      const more = replyOf(await asking.ask(`${question} show:more`));
      expect([more.audience, more.nextSteps.map(({ options }) => options["show"])]).toEqual(["asker", expect.arrayContaining(["code", "recipe"])]);
      for (const view of ["code", "recipe", "words"]) {
        const { audience, nextSteps } = replyOf(await asking.ask(`${question} show:${view}`));
        expect([audience, nextSteps.map(({ label }) => label)]).toEqual(["asker", view === "code" ? ["Get the data"] : []]);
      }
      const given = replyOf(await asking.ask(question));
      expect(given.audience).toBe("everyone");
      expect(replyOf(await asking.ask(`${question} private:true`)).audience).toBe("asker");
    });

    test("leads to commands that exist, through its buttons too", async () => {
      const { nextSteps } = replyOf(await asking.ask(question));
      expect(nextSteps.length).toBeLessThanOrEqual(5);
      for (const step of nextSteps) {
        const id = customId(step);
        expect(id).not.toBeNull();
        const call = readCustomId(id ?? "");
        expect(commands.map(({ name }) => name)).toContain(call?.command);
        const typed = Object.entries(call?.options ?? {}).map(([name, value]) => `${name}:"${value}"`);
        expect(parseCommand(`/${call?.command ?? ""} ${typed.join(" ")}`, commands).ok).toBe(true);
      }
    });
  },
);

const escaped = (text: string): string => text.replaceAll(/[.()[\]+]/gu, "\\$&");
