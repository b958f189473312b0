import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keySeries } from "../../src/commands/key-series.ts";
import { regressionInputs } from "../../src/commands/analysis-inputs.ts";
import { findSeriesOrPortfolio } from "../../src/datasets/portfolio.ts";
import { fitFactors } from "../../src/engine/fit-factors.ts";
import { customVariant } from "../../src/exercises/variants/variant.ts";
import { taskOf } from "../../src/grading/check-task.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

async function post(options: string): Promise<string> {
  const words = await room.words("prof", `/check post ${options} again:true`);
  const id = /Posted as `([2-9a-z]{6})`/u.exec(words)?.[1];
  if (id === undefined) throw new Error(words);
  return id;
}

const isHidden = async (typed: string, who = "ada"): Promise<boolean> => (await room.words(who, typed)).startsWith("That is being asked just now");
const close = (check: string) => room.words("prof", `/check void ${check} confirm:true`);

describe("a key of a portfolio", () => {
  test.each([
    ["excess returns", "0.6*JPM+0.4*WMT", "SPY"],
    ["total returns", "0.5*MSFT+0.5*AAPL", "Mkt-RF"],
    ["both kinds", "0.5*MSFT+0.5*JPM", "Mkt-RF"],
    ["leverage", "2*MSFT-0.5*KO", "Mkt-RF"],
    ["one share and its hedge", "JPM-1.4*SPY", "Mkt-RF"],
  ])("is the number that the analyses have, of %s", (_, asset, factor) => {
    const { datasets, variantCache } = room.world;
    const portfolio = findSeriesOrPortfolio(asset, datasets);
    const market = datasets.find(factor);
    if (!portfolio.ok || !market.ok) throw new Error("not loaded");
    const inputs = regressionInputs(portfolio.value, [market.value], "daily", datasets);
    if (!inputs.ok) throw new Error("no inputs");
    const fit = fitFactors(inputs.value.asset, inputs.value.factors);
    const solved = variantCache.solveVariant(customVariant({ asset, factor, budget: null, share: null }));
    if (!fit.ok || !solved.ok) throw new Error(JSON.stringify([fit, solved]));
    const { model } = solved.value;
    expect(model.observations).toBe(fit.value.sample.observations);
    expect(model.beta).toBeCloseTo(fit.value.betas[0].value, 12);
    expect(model.alpha).toBeCloseTo(fit.value.alpha.value, 14);
    expect(model.rSquared).toBeCloseTo(fit.value.rSquared, 12);
  });

  test("knows a forgotten risk-free rate where all parts are total returns that add to 1", () => {
    const find = keySeries(room.world.datasets);
    expect(find("0.5*MSFT+0.5*AAPL")).toMatchObject({ ok: true, value: { kind: "total" } });
    expect(find("MSFT+AAPL")).toMatchObject({ ok: true, value: { kind: "excess" } });
    expect(find("0.5*MSFT+0.5*JPM")).toMatchObject({ ok: true, value: { kind: "excess" } });
    expect(find("0.5*MSFT+0.5*NOSUCH")).toMatchObject({ ok: false, problem: { kind: "unknown-series" } });
    expect(find("0.5*MSFT+0.5*AAPL", "monthly")).toMatchObject({ ok: true, value: { kind: "excess", frequency: "monthly" } });
  });

  test("is marked, with the part that was taken for the whole named", async () => {
    const check = await post('question:"β of 60/40?" key:beta ticker:"60% JPM 40% WMT"');
    expect(await room.words("ada", `/check submit ${check} answer1:1.395`)).toMatch(/not yet[\s\S]*you use JPM instead of 0\.6\*JPM\+0\.4\*WMT/u);
    expect(await room.words("ada", `/check submit ${check} answer1:1.106`)).toContain("right");
    expect(await room.words("prof", '/beta "60% JPM 40% WMT" show:code')).toContain('0.6 * (table1["JPM"]) + 0.4 * (table1["WMT"])');
    await close(check);
  });

  test("is kept by its parts where a named portfolio was asked about", async () => {
    await room.words("prof", '/data portfolio name:COURSE6040 expression:"0.6*JPM+0.4*WMT"');
    const check = await post('question:"β of the course portfolio?" key:beta ticker:COURSE6040');
    const task = taskOf((await (await room.store()).checks.find(check))!, room.world);
    expect(task).toMatchObject({ ok: true, value: { solvedVariants: [{ variant: { asset: "0.6*JPM+0.4*WMT", holdings: [{ asset: "JPM", weight: 0.6 }, { asset: "WMT", weight: 0.4 }] } }] } });
    expect(await isHidden("/beta COURSE6040")).toBe(true);
    await close(check);
  });
});

describe("while a portfolio is asked about", () => {
  test("replies about it are hidden in every spelling, of any multiple, with little beside it, and the other way round; so are those about its parts, of which β and α are sums", async () => {
    const check = await post('question:"R² of 60/40?" key:rSquared ticker:"0.6*JPM+0.4*WMT"');
    for (const spelled of ["0.6*JPM+0.4*WMT", "60% JPM 40% WMT", "0.4*WMT + 0.6*JPM", "6*JPM+4*WMT", "-0.6*JPM-0.4*WMT", "0.6*JPM+0.4*WMT+0.0001*MSFT", "1*JPM+1*WMT"]) {
      for (const call of [`/beta "${spelled}"`, `/variance "${spelled}"`, `/hedge "${spelled}"`, `/residuals "${spelled}"`, `/performance "${spelled}"`, `/reconcile value:0.58 ticker:"${spelled}"`, `/beta SPY factor:"${spelled}"`]) {
        expect(await isHidden(call), call).toBe(true);
      }
    }
    for (const call of ["/beta JPM", "/beta WMT", "/compare tickers:\"JPM WMT\"", '/beta "0.6*JPM+0.4*MSFT"']) expect(await isHidden(call), call).toBe(true);
    for (const call of ["/beta MSFT", "/beta JPM from:2000 to:2003", '/beta "0.6*JPM+0.4*WMT" from:2000 to:2003']) expect(await isHidden(call), call).toBe(false);
    expect(await isHidden('/beta "0.6*JPM+0.4*WMT"', "prof")).toBe(false);
    await close(check);
    expect(await isHidden('/beta "0.6*JPM+0.4*WMT"')).toBe(false);
  });

  test("another check on a portfolio of it keeps its solution back, and one on a part does not", async () => {
    const first = await post('question:"β of 60/40?" key:beta ticker:"0.6*JPM+0.4*WMT"');
    const twice = await room.words("prof", '/check post question:"β of it twice?" key:beta ticker:"1.2*JPM+0.8*WMT" again:true');
    expect(twice).toMatch(/asks? about the same data/u);
    const part = await room.words("prof", '/check post question:"β of WMT?" key:beta ticker:WMT again:true');
    // The portfolios have WMT in them: their solutions with the parts' numbers would give it away.
    expect(part).toMatch(/asks? about the same data/u);
    const other = await room.words("prof", '/check post question:"β of KO?" key:beta ticker:KO again:true');
    expect(other).not.toMatch(/asks? about the same data/u);
    for (const words of [twice, part, other]) await close(/Posted as `([2-9a-z]{6})`/u.exec(words)![1]!);
    await close(first);
  });
});
