import { describe, expect, it } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { markSubmission } from "../../../src/exercises/marking/mark-submission.ts";
import { findVariant } from "../../../src/exercises/variants/sound-variants.ts";
import { chapterId, chapterVariant } from "../../../src/exercises/variants/variant.ts";
import { exercises, workOut } from "../load-exercises.ts";

/** What each wrong number was named, computed by pandas as the title says. */
function namesOf(exerciseId: string, variantId: string, texts: Readonly<Record<string, string>>): readonly string[] {
  const exercise = exercises.find(exerciseId);
  const variant = exercise === null ? null : variantId === chapterId ? chapterVariant(exercise.plan) : findVariant(exercise, variantId);
  const solved = variant === null ? null : workOut(variant);
  if (exercise === null || solved?.ok !== true) throw new Error(`${exerciseId} ${variantId}`);
  const { parts } = markSubmission(exercise, solved.value, readForm(exercise.quantities, texts).answers);
  const named = parts.filter(({ verdict }) => verdict === "mistake" || verdict === "slip" || verdict === "unmatched").map(({ alternatives }) => alternatives.map((ids) => ids.join(" + ")).join(" or "));
  return [...new Set(named)];
}

describe("another series of the course", () => {
  it("is named as a third stock, on the file's rows too and with its raw return", () => {
    expect(namesOf("reading-a-table", "wmt-2010-2019", { alphaT: "0.907", alphaLow: "-0.02156%", alphaHigh: "0.0587%", significant: "no" })).toEqual(["third-ticker"]);
    expect(namesOf("tracking-portfolio", "jpm-2010-2019", { trackingHolding: "1.0739", factorPremium: "0.14089" })).toEqual(["third-ticker"]);
    expect(namesOf("raw-or-excess", "msft-2015-2024", { alphaExcess: "0.06314", alphaRaw: "0.080155" })).toEqual(["other-ticker"]);
    expect(namesOf("raw-or-excess", chapterId, { alphaExcess: "0.042743", alphaRaw: "0.066308" })).toEqual(["other-ticker"]);
  });

  it("is named as another column in the factor's place", () => {
    expect(namesOf("tracking-portfolio", "jpm-2010-2019", { trackingHolding: "0.4586", factorPremium: "0.05184" })).toEqual(["other-column"]);
    expect(namesOf("beta-frequency", "msft-2005-2014", { betaDaily: "-0.0316", betaMonthly: "0.284" })).toEqual(["other-column"]);
    expect(namesOf("expected-return", "jpm-full", { riskFreeAnnual: "2.35633%", factorPremium: "4.93725%", alphaAnnual: "11.2720%", expectedReturn: "18.5656%" })).toEqual(["other-column"]);
  });

  it("is not named by three digits of one number", () => {
    expect(namesOf("annualise-alpha", "jpm-full", { alphaAnnual: "11.3%" })).toEqual([""]);
    expect(namesOf("annualise-alpha", "wmt-2010-2019", { alphaAnnual: "0.047" })).toEqual([""]);
  });
});

describe("another variant", () => {
  it("is named where stock and years are a neighbour's, all numbers with it", () => {
    expect(namesOf("hedged-portfolio", chapterId, { hedgedCorrelation: "0", sharpeHedged: "0.28632", sharpeUnhedged: "0.6556" })).toEqual(["another-variant"]);
    expect(namesOf("annual-budget", "jpm-2005-2014-2m", { positionUnhedged: "10,311,456", positionHedged: "15,157,691" })).toEqual(["another-variant"]);
    expect(namesOf("annualise-alpha", "msft-1995-2004", { alphaAnnual: "13.82%" })).toEqual([""]);
  });

  it("has the name of what differs where that is one thing", () => {
    expect(namesOf("beta-frequency", "wmt-2015-2024", { betaDaily: "0.673772", betaMonthly: "0.5905" })).toEqual(["whole-sample"]);
  });
});

describe("a window cut at one end", () => {
  it("is named by the end that is open", () => {
    expect(namesOf("reading-a-table", "jpm-1995-2004", { alphaT: "0.9389", alphaLow: "-0.01929%", alphaHigh: "0.054745%", significant: "no" })).toEqual(["window-end-not-cut"]);
  });
});

describe("the risk-free rate", () => {
  it("in the factor, off the factor, and put back on an excess return are three mistakes", () => {
    expect(namesOf("appraisal-ratio", "jpm-2000-2009", { appraisalRatio: "0.28593", sharpeHedged: "0.2859", alphaT: "0.900" })).toEqual(["rf-in-factor"]);
    expect(namesOf("hedged-portfolio", "wmt-2005-2014", { hedgedCorrelation: "0", sharpeHedged: "0.255522", sharpeUnhedged: "0.398333" })).toEqual(["rf-put-back"]);
    expect(namesOf("annual-budget", chapterId, { positionUnhedged: "$13,750,000", positionHedged: "$19,400,000", pnlUnhedged: "$1,004,000", pnlHedged: "$1,420,500" })).toEqual(["rf-off-factor"]);
  });
});

describe("two at once", () => {
  it("a wrong period and dollars in millions", () => {
    expect(namesOf("monthly-position", "wmt-2000-2009-3m", { positionMonthly: "10.52" })).toEqual(["root-252 + power-of-ten-slip"]);
  });

  it("fields exchanged and percent on decimals", () => {
    expect(namesOf("raw-or-excess", "msft-2005-2014", { alphaExcess: "0.030366%", alphaRaw: "0.016320%" })).toEqual(["swapped-fields + percent-slip"]);
    expect(namesOf("raw-or-excess", chapterId, { alphaExcess: "17.71", alphaRaw: "14.7" })).toEqual(["swapped-fields + percent-slip"]);
  });

  it("the regression the wrong way round and the other sign", () => {
    expect(namesOf("tracking-portfolio", "jpm-2010-2019", { trackingHolding: "-0.4477", factorPremium: "0.05873" })).toEqual(["reversed-regression + sign-slip", "reversed-regression"]);
  });
});

describe("two digits", () => {
  it("of two numbers speak for the commonest data, of three for any but rare ones, and of guesses for none", () => {
    expect(namesOf("tracking-portfolio", "jpm-2010-2019", { trackingHolding: "1.4", factorPremium: "12%" })).toEqual(["whole-sample"]);
    expect(namesOf("reading-a-table", "msft-2010-2019", { alphaT: "1.1", alphaLow: "-0.39%", alphaHigh: "1.3%" })).toEqual(["monthly-data"]);
    expect(namesOf("tracking-portfolio", "wmt-1995-2004", { trackingHolding: "0.8", factorPremium: "0.08" })).toEqual([""]);
  });
});

describe("what looks guessed", () => {
  it("two decimals beside numbers of more digits name nothing, nor does a 1, and three do", () => {
    const rest = { factorPremium: "0.134", alphaAnnual: "0.0537", expectedReturn: "0.205" };
    expect(namesOf("expected-return", "jpm-2015-2024", { riskFreeAnnual: "0.12", ...rest })).toEqual([""]);
    expect(namesOf("expected-return", "jpm-2015-2024", { riskFreeAnnual: "0.1197", ...rest })).toEqual(["factor-mean"]);
    expect(namesOf("tracking-portfolio", "jpm-2015-2024", { trackingHolding: "1", factorPremium: "0.1339" })).toEqual([""]);
    expect(namesOf("tracking-portfolio", "jpm-2015-2024", { trackingHolding: "1", factorPremium: "0.1197" })).toEqual(["beta-one"]);
  });
});

describe("of two mistakes", () => {
  it("those on the right data are named before one of them on other data", () => {
    expect(namesOf("jpm-regression", "jpm-2005-2014", { alpha: "0.0002", beta: "0.5579", rSquared: "164.6%" })).toEqual(["alpha-as-printed", "swapped-fields"]);
  });

  it("what is one sum is one mistake", () => {
    expect(namesOf("expected-return", "wmt-full", { riskFreeAnnual: "0.02356", factorPremium: "0.05889", alphaAnnual: "0.05121", expectedReturn: "0.1110" })).toEqual(["market-for-stock"]);
  });
});
