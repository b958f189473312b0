import { afterAll, describe, expect, test } from "vitest";
import type { FactorFit } from "../../src/engine/factor-fit.ts";
import { commandText } from "../../src/render/command-text.ts";
import type { PortfolioRisk } from "../../src/engine/holding-risk.ts";
import { openAsking, replyOf, wordsOf } from "./asking.ts";

const { ask, close } = openAsking();
afterAll(close);

const fitOf = async (typed: string): Promise<FactorFit> => {
  const { result } = replyOf(await ask(typed));
  const fits = result["fits"] as readonly FactorFit[] | undefined;
  return (result["fit"] as FactorFit | undefined) ?? fits![0]!;
};
const betaOf = async (typed: string): Promise<number> => (await fitOf(typed)).betas[0].value;

describe("a portfolio in a ticker's place", () => {
  test("has the weighted β of its holdings on the same rows", async () => {
    const window = "from:2000-01-03 to:2019-12-31";
    const [jpm, wmt] = [await betaOf(`/beta JPM ${window}`), await betaOf(`/beta WMT ${window}`)];
    for (const typed of ["0.6*JPM+0.4*WMT", "60% JPM 40% WMT", "(3*JPM+2*WMT)/5", "0.6 jpm + 0.4 wmt"]) {
      expect(await betaOf(`/beta ticker:"${typed}" ${window}`)).toBeCloseTo(0.6 * jpm + 0.4 * wmt, 10);
    }
    expect(await betaOf(`/beta ticker:"JPM - WMT" ${window}`)).toBeCloseTo(jpm - wmt, 10);
    expect(await betaOf(`/beta ticker:"JPM - WMT" frequency:monthly ${window}`)).toBeCloseTo(
      (await betaOf(`/beta JPM frequency:monthly ${window}`)) - (await betaOf(`/beta WMT frequency:monthly ${window}`)), 10,
    );
  });

  test("says its weights' sum, and the call that gives it again", async () => {
    const answered = await ask('/beta ticker:"JPM - WMT"');
    expect(wordsOf(answered)).toContain("JPM - WMT: rebalanced to these weights every day, its weights sum to 0: a position that costs nothing.");
    const code = replyOf(answered).nextSteps.find(({ label }) => label === "Show the code");
    expect(code?.options["ticker"]).toBe("JPM - WMT");
    expect(wordsOf(await ask('/beta ticker:"2*JPM"'))).toContain("its weights sum to 2: the part above 1 is borrowed at the risk-free rate");
    expect(wordsOf(await ask('/beta ticker:"0.5*JPM"'))).toContain("its weights sum to 0.5: the rest lies at the risk-free rate");
    expect(wordsOf(await ask('/beta ticker:"0.6*JPM+0.4*WMT"'))).not.toContain("weights sum");
  });

  test("is written as people write it in every title, sentence, picture and button, and each button's call runs", async () => {
    for (const line of ["/beta JPM-WMT", "/regress JPM-WMT ff3", "/hedge JPM-WMT", "/performance JPM-WMT", "/rolling JPM-WMT", "/rolling JPM SPY-WMT", "/variance JPM-WMT MSFT", "/describe JPM-WMT MSFT", "/compare MSFT, JPM-WMT", "/compare JPM - WMT, 2*WMT-MSFT", "/alphas JPM-WMT, MSFT KO", "/beta MSFT SPY-WMT", "/residuals MSFT factor:\"SPY - WMT, SMB\""]) {
      const answered = await ask(`${line} from:2010-01-04`);
      expect(answered.problem, line).toBeNull();
      const { nextSteps, embeds, pictures } = replyOf(answered);
      expect(JSON.stringify([embeds, pictures, nextSteps]), line).not.toMatch(/-\s?1\*|JPM-WMT|SPY-WMT/u);
      expect(JSON.stringify(embeds), line).toMatch(/JPM - WMT|SPY - WMT/u);
      for (const step of nextSteps) {
        const again = await ask(commandText(step));
        expect(again.problem, commandText(step)).toBeNull();
        if (/JPM - WMT|SPY - WMT/u.test(JSON.stringify(step.options)) && step.command !== "explain") expect(JSON.stringify(again), commandText(step)).toMatch(/JPM - WMT|SPY - WMT/u);
      }
    }
  });

  test("answers in every command that takes a ticker", async () => {
    for (const command of ["regress", "residuals", "expected", "track", "hedge", "size", "performance", "frequency", "rolling", "variance"]) {
      expect((await ask(`/${command} ticker:"0.5*MSFT+0.5*KO" from:2010-01-04`)).problem, command).toBeNull();
    }
    expect((await ask('/compare "0.6*JPM+0.4*WMT SPY"')).problem).toBeNull();
    expect((await ask('/alphas "0.6*JPM + 0.4*WMT, MSFT KO"')).problem).toBeNull();
    expect((await ask("/compare JPM + WMT")).problem).toBeNull();
    expect((await ask('/reconcile 1.2 "0.6*JPM+0.4*WMT"')).problem).toBeNull();
  });

  test("is refused by name where it can't be one", async () => {
    expect((await ask('/beta ticker:"0.6*JPM+0.4*ZZZZ"')).problem).toMatchObject({ kind: "unreadable-portfolio", at: "ZZZZ" });
    expect((await ask('/beta ticker:"JPM-JPM"')).problem).toMatchObject({ kind: "unreadable-portfolio", reason: "empty" });
  });
});

describe("/variance of a portfolio", () => {
  test("splits factor and idiosyncratic risk by holding, in words and numbers", async () => {
    const answered = await ask('/variance "0.6*JPM+0.4*WMT"');
    const [portfolio] = replyOf(answered).result["portfolios"] as readonly PortfolioRisk[];
    const fit = await fitOf('/variance "0.6*JPM+0.4*WMT"');
    expect(portfolio!.holdings.reduce((sum, { factorShare }) => sum + factorShare, 0)).toBeCloseTo(fit.rSquared, 12);
    expect(wordsOf(answered)).toMatch(/0\.6\*JPM\+0\.4\*WMT by holding.*of the total variance:\nJPM: factor [\d.]+%, idiosyncratic [\d.]+%\nWMT: factor/u);
    expect(wordsOf(answered)).toContain("The model takes different residuals for uncorrelated");
    expect(wordsOf(await ask("/variance JPM"))).not.toContain("by holding");
  });
});
