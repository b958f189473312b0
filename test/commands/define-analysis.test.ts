import { expect, expectTypeOf, test } from "vitest";
import { analysisOptions } from "../../src/commands/analysis.ts";
import { fitOneAsset, type OneAssetFit } from "../../src/commands/analysis-fit.ts";
import { defineAnalysis } from "../../src/commands/define-analysis.ts";
import { share } from "../../src/commands/options/share.ts";
import { optional, withDefault } from "../../src/commands/options/option.ts";
import { series } from "../../src/commands/options/series.ts";
import { text } from "../../src/commands/options/kinds.ts";
import { success } from "../../src/outcome.ts";
import type { AnalysisContext } from "../../src/render/analysis-reply.ts";
import type { Reply } from "../../src/render/reply.ts";

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
      expectTypeOf(errors).toEqualTypeOf<"classical" | "hc1" | "hac">();
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
