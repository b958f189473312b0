import { expect, test } from "vitest";
import { annualFactorOf, analysisReply, periodOf } from "../../src/render/analysis-reply.ts";
import { betaReply } from "../../src/render/replies/beta.ts";
import { madeUpFit, madeUpSample } from "./made-up-fit.ts";
import type { Reply } from "../../src/render/reply.ts";
import { madeUpContext, replyText } from "./reply-text.ts";

test("a sample's period and what makes it a year", () => {
  const words = (["daily", "monthly", "annual"] as const).map((frequency) => {
    const sample = { ...madeUpSample, frequency };
    return [periodOf(sample), annualFactorOf(sample)];
  });
  expect(words).toEqual([["day", "×252"], ["month", "×12"], ["year", "×1"]]);
});

const parts = {
  title: "Title",
  lines: ["A line.", "Another."],
  more: ["More of it."],
  hint: "A hint?",
  recipe: "recipe",
  picture: { filename: "a.png", spec: { width: 1, height: 1, title: "", panels: [] }, description: "A picture." },
  code: ["x = 1"],
  lesson: "beta",
  nextSteps: ["One", "Two", "Three"].map((label) => ({ label, command: "beta", options: {} })),
  result: {},
};

const labels = (reply: Reply) => reply.nextSteps.map(({ label }) => label);

test("the answer has five buttons at most, two of them next steps; the rest and the files are behind More", () => {
  const file = { filename: "a.csv", numbers: () => [], parts: ["a\n"], description: "A table" };
  const view = (show: "answer" | "more", words?: string) => analysisReply({ ...parts, files: [file], ...(words === undefined ? {} : { words }) }, madeUpContext("beta", { show }));
  expect(labels(view("answer"))).toEqual(["One", "Two", "More", "Show the code", "Explain"]);
  expect(labels(view("more"))).toEqual(["Show the code", "Get the data", "Copy recipe"]);
  expect(labels(view("more", "2023: $1.00"))).toEqual(["Read it to me", "Show the code", "Get the data", "Copy recipe"]);
  expect([view("answer").files.length, view("more").files.length]).toEqual([0, 1]);
  expect([view("more").audience, view("more").embeds[0]?.description]).toEqual(["asker", "More of it."]);
});

test("a caution stands beside the first line, and the title claims no number", () => {
  const caution = "⚠️ Only 9 days.";
  const reply = analysisReply({ ...parts, titleOfFewRows: "Too few" }, madeUpContext("beta", { caution }));
  expect(reply.embeds[0]?.title).toBe("Too few");
  expect(reply.embeds[0]?.description?.split("\n").slice(0, 3)).toEqual(["A line.", caution, "Another."]);
  expect(analysisReply({ ...parts, titleOfFewRows: "Too few" }, madeUpContext("beta")).embeds[0]?.title).toBe("Title");
  expect(analysisReply(parts, madeUpContext("beta", { caution })).embeds[0]?.title).toBe("Title");
});

test("code of up to 3,800 characters stands in the message; longer code is in the file alone", () => {
  const description = (length: number) => {
    const line = "x".repeat(length - "```py\n\n```".length);
    const reply = analysisReply({ ...parts, code: [line] }, madeUpContext("beta", { show: "code" }));
    return [reply.embeds[0]?.description?.slice(0, 6), reply.files.length];
  };
  expect(description(3800)).toEqual(["```py\n", 1]);
  expect(description(3801)).toEqual(["The li", 1]);
});

test("Explain has numbers of one asset on one factor, and none where there are several or nothing is named", () => {
  const explain = (options: Readonly<Record<string, string>>) => analysisReply(parts, madeUpContext("variance", { options })).nextSteps.at(-1)?.options;
  expect(explain({ ticker: "JPM", factor: "SPY" })).toEqual({ topic: "beta", ticker: "JPM", factor: "SPY" });
  expect(explain({ ticker: "JPM WMT" })).toEqual({ topic: "beta", numbers: "false" });
  expect(explain({})).toEqual({ topic: "beta", numbers: "false" });
});

test("the code, the command and the picture in words are views of the same answer", () => {
  const view = (show: "code" | "recipe" | "words") => replyText(betaReply({ fit: madeUpFit(), robust: null }, madeUpContext("beta", { show })));
  expect(view("code")).toMatchInlineSnapshot(`
    "# The code: JPM on SPY: β = 1.395 (#0072b2)
    \`\`\`py
    import numpy as np
    import pandas as pd
    import statsmodels.api as sm

    table1 = pd.read_csv("FactorModels_data1.csv", parse_dates=["date"], index_col="date")

    data = pd.DataFrame({
        "JPM": table1["JPM"],
        "SPY": table1["JPM"],
    }).dropna().loc["1993-02-01":"2024-12-31"]

    X = sm.add_constant(data[["SPY"]])
    model = sm.OLS(data["JPM"], X).fit()
    print(f"alpha: {model.params['const']:.10g}")
    print(f"beta SPY: {model.params['SPY']:.10g}")
    print(f"R-squared: {model.rsquared:.10g}")
    \`\`\`
    _Run it beside the files it reads: simulated sample, FactorModels_data1.csv (sha 1a2b3c4)_
    file beta.py: Python lines with pandas and statsmodels that reproduce the reply's numbers
    import numpy as np
    import pandas as pd
    import statsmodels.api as sm

    table1 = pd.read_csv("FactorModels_data1.csv", parse_dates=["date"], index_col="date")

    data = pd.DataFrame({
        "JPM": table1["JPM"],
        "SPY": table1["JPM"],
    }).dropna().loc["1993-02-01":"2024-12-31"]

    X = sm.add_constant(data[["SPY"]])
    model = sm.OLS(data["JPM"], X).fit()
    print(f"alpha: {model.params['const']:.10g}")
    print(f"beta SPY: {model.params['SPY']:.10g}")
    print(f"R-squared: {model.rsquared:.10g}")

    [Get the data] /data get series:"JPM, SPY" from:1993-02-01 to:2024-12-31 frequency:daily
    for asker; result: fit"
  `);
  expect(view("recipe")).toMatchInlineSnapshot(`
    "# The command behind it (#0072b2)
    \`\`\`
    /beta ticker:JPM factor:SPY from:1993-02-01 to:2024-12-31 frequency:daily
    \`\`\`
    It gives the same reply as long as the data are the same: simulated sample, FactorModels_data1.csv (sha 1a2b3c4).
    for asker; result: fit"
  `);
  expect(view("words")).toMatchInlineSnapshot(`
    "# JPM on SPY: β = 1.395 (#0072b2)
    Scatter: JPM rises with SPY, β = 1.395, R² = 0.497, n = 7,974. 95% interval of β 1.364 to 1.426. The fitted line lies over the points with its 95% band, a dashed line has β = 1. Points more than 4 residual standard deviations from it: 0. Largest moves of JPM: 2024-01-04 3.00% (SPY 2.00%), 2024-01-03 −2.00% (SPY −1.00%), 2024-01-02 1.00% (SPY 0.500%). Returns: daily excess, 1993-02-01 to 2024-12-31.



    **β = 1.395** · 95% interval 1.364 to 1.426 (s.e. 0.016)

    **α = 0.0159% per day** · 95% interval −0.019% to 0.051% (p = 0.382)

    α a year (×252) = 4.01% · 95% interval −4.9% to 12.9%

    **R² = 0.497** · 49.7% factor risk, 50.3% idiosyncratic risk



    JPM is **aggressive**: when SPY moves 1%, JPM moves 1.395% on average.
    _JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    for asker; result: fit"
  `);
});
