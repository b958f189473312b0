import { createHmac } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failure } from "../../../src/outcome.ts";
import type { Series } from "../../../src/engine/series.ts";
import { definitions } from "../../../src/exercises/definitions/index.ts";
import { chooseVariant } from "../../../src/exercises/variants/choose-variant.ts";
import { resampler } from "../../../src/exercises/variants/resample.ts";
import { findVariant, soundVariants } from "../../../src/exercises/variants/sound-variants.ts";
import { candidateVariants, chapterVariant, customVariant, otherVariants } from "../../../src/exercises/variants/variant.ts";
import { codeOf, otherCode, variantOfCode } from "../../../src/exercises/variants/variant-code.ts";
import { withBeta } from "../../../src/exercises/variants/model.ts";
import { variantSolver } from "../../../src/exercises/variants/solved-variant.ts";
import { find, workOut } from "../load-exercises.ts";

const keyedHash = (text: string): string => createHmac("sha256", "a secret").update(text).digest("hex");
const variants = candidateVariants({ assets: ["JPM", "WMT", "MSFT"] });

describe("variants", () => {
  it("have ids of their own that find them again", () => {
    for (const definition of definitions) {
      const all = [chapterVariant(definition.plan), ...candidateVariants(definition.plan)];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      for (const variant of all) {
        expect(variant.id).toMatch(/^[a-z0-9-]{3,30}$/u);
        expect(findVariant(definition, variant.id)).toEqual(variant);
      }
    }
    expect(findVariant(definitions[0]!, "jpm-1901-1910")).toBeNull();
  });

  it("put the chapter's numbers into the chapter's own", () => {
    expect(chapterVariant({ assets: ["JPM", "WMT"], budgets: [5e6, 2e6] })).toMatchObject({
      id: "chapter",
      asset: "JPM",
      factor: "SPY",
      window: { id: "full" },
      budget: 5e6,
    });
  });

  it("have others on another ticker and other years for worked examples, same budget", () => {
    for (const variant of variants) {
      for (const other of otherVariants({ assets: ["JPM", "WMT", "MSFT"] }, variant)) {
        expect(other.budget).toBe(variant.budget);
        expect(other.window).not.toEqual(variant.window);
        expect(other.asset).not.toBe(variant.asset);
      }
    }
    for (const variant of candidateVariants({ assets: ["MSFT"] })) {
      expect(otherVariants({ assets: ["MSFT"] }, variant).length).toBeGreaterThan(3);
    }
  });
});

describe("variants by the thousand", () => {
  const codes = Array.from({ length: 3000 }, (_, n) => codeOf(keyedHash(String(n))));

  it("are more than 8,000 for five tickers, and each code is one, the same at each reading", () => {
    const many = Array.from({ length: 40_000 }, (_, n) => variantOfCode({ assets: ["JPM", "WMT", "MSFT", "KO", "BAC"] }, codeOf(keyedHash(String(n))))!);
    expect(new Set(many.map(({ asset, window }) => `${asset} ${window.id}`)).size).toBeGreaterThan(8000);
    for (const { plan } of definitions) {
      for (const code of codes.slice(0, 100)) {
        const variant = variantOfCode(plan, code)!;
        expect(variant).toEqual(findVariant({ plan }, code));
        expect(plan.assets).toContain(variant.asset);
        if (plan.budgets) expect(plan.budgets).toContain(variant.budget);
        if (plan.shares) expect(plan.shares).toContain(variant.share);
      }
    }
  });

  it("have as many names as there are people, all of the same data", () => {
    for (const { plan } of definitions) {
      for (const code of codes.slice(0, 60)) {
        const names = codes.slice(0, 30).map((_, n) => otherCode(plan, code, keyedHash(`${code} ${String(n)}`)));
        const { id, ...data } = variantOfCode(plan, code)!;
        for (const name of names) expect(variantOfCode(plan, name)).toEqual({ id: name, ...data });
        expect(new Set(names).size).toBe(30);
        expect(names).not.toContain(id);
      }
    }
  });

  it("have windows of whole months from 1994 on, five to ten years long, that end in the data", () => {
    for (const code of codes) {
      const { from = "", to = "" } = variantOfCode({ assets: ["JPM"] }, code)!.window;
      expect(from).toMatch(/^\d{4}-\d\d-01$/u);
      expect([from >= "1994-01-01", to <= "2024-12-31", new Date(to).toISOString().slice(0, 10) === to]).toEqual([true, true, true]);
      const years = (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000);
      expect(years).toBeGreaterThan(4.9);
      expect(years).toBeLessThan(10.1);
    }
  });

  it("are dealt evenly: of 3,000 draws some 2,500 are different, and each ticker has its fifth", () => {
    const drawn = codes.map((code) => variantOfCode({ assets: ["JPM", "WMT", "MSFT", "KO", "BAC"] }, code)!);
    expect(new Set(drawn.map(({ asset, window }) => `${asset} ${window.id}`)).size).toBeGreaterThan(2400);
    for (const asset of ["JPM", "WMT", "MSFT", "KO", "BAC"]) expect(drawn.filter((variant) => variant.asset === asset).length / 3000).toBeCloseTo(0.2, 1);
  });

  it("have names that no neighbour can match: one variant has many, none says ticker or years, and no name of before is one", () => {
    const names = new Map<string, string[]>();
    for (const code of codes) {
      const { window } = variantOfCode({ assets: ["JPM"] }, code)!;
      names.set(window.id, [...(names.get(window.id) ?? []), code]);
    }
    expect(Math.max(...[...names.values()].map((same) => new Set(same).size))).toBeGreaterThan(3);
    for (const code of codes) expect(code).toMatch(/^[b-df-hj-km-np-tv-xz2-9]{8}$/u);
    for (const text of ["chapter", "jpm-full", "msft-full", "atlantis", "", "BCDFGHJK", "bcdfghj", "bcdfghjkm"]) expect(variantOfCode({ assets: ["JPM"] }, text)).toBeNull();
  });
});

describe("chooseVariant", () => {
  it("gives the same person the same variant, and people different ones", () => {
    const chosen = Array.from({ length: 200 }, (_, n) => chooseVariant(variants, `person ${n}`, "jpm-regression", keyedHash));
    expect(chooseVariant(variants.toReversed(), "person 7", "jpm-regression", keyedHash)).toEqual(chosen[7]);
    const counts = variants.map(({ id }) => chosen.filter((variant) => variant?.id === id).length);
    expect(Math.min(...counts)).toBeGreaterThan(2);
    expect(Math.max(...counts)).toBeLessThan(30);
  });

  it("changes nothing for those whose variant stays in the list when another leaves", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: variants.length - 1 }), (person, gone) => {
        const before = chooseVariant(variants, person, "x", keyedHash);
        const after = chooseVariant(variants.toSpliced(gone, 1), person, "x", keyedHash);
        if (before !== variants[gone]) expect(after).toEqual(before);
      }),
      { seed: 4, numRuns: 200 },
    );
    expect(chooseVariant([], "anybody", "x", keyedHash)).toBeNull();
  });

  it("depends on the exercise, and on the secret", () => {
    const by = (exercise: string, secret: string): readonly (string | undefined)[] =>
      Array.from({ length: 20 }, (_, n) =>
        chooseVariant(variants, String(n), exercise, (text) => createHmac("sha256", secret).update(text).digest("hex"))?.id,
      );
    expect(by("a", "s")).not.toEqual(by("b", "s"));
    expect(by("a", "s")).not.toEqual(by("a", "t"));
  });
});

describe("workingsOn", () => {
  it("works out the chapter's regressions", () => {
    const jpm = workOut(chapterVariant({ assets: ["JPM"] }));
    const msft = workOut(chapterVariant({ assets: ["MSFT"] }));
    expect(jpm.ok && jpm.value.model).toMatchObject({ observations: 7974, first: "1993-02-01", last: "2024-12-31" });
    expect(msft.ok && msft.value.model.observations).toBe(9778);
    expect(jpm.ok && jpm.value.comparison?.beta).toBeCloseTo(0.674, 3);
  });

  it("knows which refit mistakes a variant has", () => {
    const jpm = workOut(chapterVariant({ assets: ["JPM"] }));
    const msft = workOut(variants.find(({ id }) => id === "msft-2000-2009")!);
    if (!jpm.ok || !msft.ok) throw new Error("no workings");
    const modelOf = (solved: typeof jpm.value, mistake: string) => solved.refitMistakes.filter(({ id }) => id === mistake).flatMap(({ workings }) => workings())[0]?.model;
    expect(modelOf(jpm.value, "whole-sample")).toBeUndefined();
    expect(modelOf(jpm.value, "rf-kept")).toBeUndefined();
    expect(modelOf(jpm.value, "rf-twice")?.alpha).toBeCloseTo(jpm.value.model.alpha - jpm.value.model.riskFreeMean, 5);
    expect(modelOf(jpm.value, "other-factor")).toMatchObject({ factor: "Mkt-RF" });
    expect(modelOf(msft.value, "whole-sample")?.observations).toBe(9778);
    expect(modelOf(msft.value, "window-ends-early")).toMatchObject({ first: "2000-01-03", last: "2008-12-31" });
    expect(modelOf(msft.value, "last-year-only")).toMatchObject({ first: "2009-01-02", last: "2009-12-31" });
    expect(modelOf(msft.value, "rf-kept")?.alpha).toBeGreaterThan(msft.value.model.alpha);
    expect(modelOf(msft.value, "monthly-data")?.observations).toBe(120);
  });

  it("passes on what is wrong with the data", () => {
    const lost = variantSolver((asked) => failure({ kind: "unknown-series", asked, nearest: [], available: 0, examples: [] }));
    expect(lost(variants[0]!)).toMatchObject({ ok: false, problem: { kind: "unknown-series", asked: "JPM" } });
  });

  it("does without a risk-free rate where returns are excess already, and gives no key that needs it", () => {
    const without = variantSolver((id, frequency) =>
      id === "RF" ? failure({ kind: "unknown-series", asked: id, nearest: [], available: 0, examples: [] }) : find(id, frequency),
    );
    const jpm = without(chapterVariant({ assets: ["JPM"] }));
    expect(jpm.ok && jpm.value.model.beta).toBeCloseTo(1.395, 3);
    const expected = definitions.find(({ id }) => id === "expected-return")!;
    expect(soundVariants({ ...expected, plan: { assets: ["JPM"] } }, without)).toEqual([]);
  });

  it("takes any pair and window for an instructor's own question", () => {
    const own = workOut(customVariant({ asset: "SMB", factor: "Mkt-RF", from: "2001-01-01", to: "2001-12-31", budget: null, share: null }));
    expect(own.ok && own.value.model).toMatchObject({ asset: "SMB", factor: "Mkt-RF" });
    expect(own.ok && own.value.comparison).toBeNull();
  });
});

describe("a model with another number in β's place", () => {
  it("has the mean and the variance of what is left", () => {
    const jpm = workOut(chapterVariant({ assets: ["JPM"] }));
    if (!jpm.ok) throw new Error(jpm.problem.kind);
    const { fit, model } = jpm.value;
    const left = fit.rows.asset.map((value, row) => value - 0.5 * fit.rows.factors[0][row]!);
    const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
    const variance = left.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (left.length - 1);
    expect(withBeta(model, 0.5).alpha).toBeCloseTo(mean, 12);
    expect(withBeta(model, 0.5).residualVariance).toBeCloseTo(variance, 12);
    expect(withBeta(model, model.beta).residualVariance).toBeCloseTo(model.residualVariance, 15);
  });
});

describe("monthEndDays", () => {
  it("keeps the last row of each month", () => {
    const days = [0, 15, 30, 31, 58, 59];
    const series: Series = {
      id: "X",
      kind: "excess",
      frequency: "daily",
      days: Int32Array.from(days),
      values: Float64Array.from(days, (day) => day / 100),
    };
    expect([...resampler("month-end-days")(series).days]).toEqual([30, 58, 59]);
  });
});
