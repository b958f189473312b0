import { afterAll, expect, expectTypeOf, test } from "vitest";
import { analysisOptions } from "../../src/commands/analysis-options.ts";
import { fitOneAsset, type OneAssetFit } from "../../src/commands/analysis-fit.ts";
import { defineAnalysis } from "../../src/commands/define-analysis.ts";
import { share } from "../../src/commands/options/share.ts";
import { optional, withDefault } from "../../src/commands/options/option.ts";
import { series } from "../../src/commands/options/series.ts";
import { text } from "../../src/commands/options/kinds.ts";
import { commands } from "../../src/commands/index.ts";
import { success } from "../../src/outcome.ts";
import type { AnalysisContext } from "../../src/render/analysis-reply.ts";
import type { Reply } from "../../src/render/reply.ts";
import { openAsking, replyOf } from "./asking.ts";

const facts = { name: "sample", description: "A sample", part: "Co-movement" } as const;
const reply = { kind: "reply" } as Reply;
const options = { ticker: series("The asset"), factor: optional(series("The factor")), ...analysisOptions };

test("the types flow from the options into compute, and from its result into reply", () => {
  const command = defineAnalysis({
    ...facts,
    options: { ...options, target: withDefault(share("A share", 1), 0) },
    fit: fitOneAsset,
    furtherOptions: ({ target }) => ({ target: String(target) }),
    compute(fit, { target, errors }) {
      expectTypeOf(fit).toEqualTypeOf<OneAssetFit>();
      expectTypeOf(target).toEqualTypeOf<number>();
      expectTypeOf(errors).toEqualTypeOf<"classical" | "hc1" | "hac" | null>();
      return success({ rows: fit.sample.observations, doubled: target * 2 });
    },
    reply(result, context) {
      expectTypeOf(result).toEqualTypeOf<{ rows: number; doubled: number }>();
      expectTypeOf(context).toEqualTypeOf<AnalysisContext>();
      return reply;
    },
  });
  expect(command.cached).toBe(true);
});

test("an analysis of one asset has the option that names it", () => {
  // @ts-expect-error without a ticker there is no asset to fit
  defineAnalysis({ ...facts, options: { note: text("A note"), ...analysisOptions }, fit: fitOneAsset, compute: ({ fit }) => success(fit), reply: () => reply });
  expect(Object.keys(options).slice(0, 2)).toEqual(["ticker", "factor"]);
});

const { ask, close } = openAsking();
afterAll(close);

/** Every analysis of rows that can be chosen, asked without a year, and with robust errors, where it has some to choose. */
const onFewerRows = commands
  .filter(({ options: own, listed }) => listed && own["without"] && own["show"] && Object.values(own)[0]?.series)
  .flatMap(({ name, options: own }) => {
    const names = own["ticker"] && name !== "variance" ? "JPM" : "JPM WMT";
    const robust = own["errors"] ? [`/${name} ${names} from:2000 to:2012 errors:hac lags:9`] : [];
    return [`/${name} ${names} from:2000 to:2012 without:2008`, ...robust];
  });

test.each(onFewerRows)("the next steps of %s are on its rows, and have its errors", async (typed) => {
  const kept = typed.includes("without") ? { without: "2008-01-01..2008-12-31" } : { errors: "hac", lags: "9" };
  const { nextSteps } = replyOf(await ask(typed));
  const onRows = nextSteps.flatMap((step) => {
    const target = commands.find(({ name }) => name === step.command);
    return target && Object.keys(kept).every((option) => target.options[option]) ? [{ command: step.command, ...step.options }] : [];
  });
  expect(onRows.length).toBeGreaterThan(0);
  for (const step of onRows) expect(step).toMatchObject({ from: "2000-01-03", to: "2012-12-31", ...kept });
});

test.each(onFewerRows.filter((typed) => typed.includes("without")))("whatever names the days of %s names those left out", async (typed) => {
  const { embeds, pictures } = replyOf(await ask(typed));
  const texts = [...embeds.map(({ footer }) => footer?.text ?? ""), ...pictures.map(({ description }) => description)];
  for (const text of texts.filter((one) => /2000-01-03 to 2012-12-31/u.test(one))) expect(text).toContain("without 2008-01-01 to 2008-12-31");
});
