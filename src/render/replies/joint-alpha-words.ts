import type { JointAlphaTest } from "../../engine/robust-joint-alpha.ts";
import type { TestResult } from "../../engine/factor-fit.ts";
import { count, number, pValue, share } from "../numbers.ts";
import { listed } from "../listed.ts";
import { errorsName, isSignificant } from "../robust.ts";
import type { AlphasResult } from "../results.ts";

/** The test that decides: the robust one where there is one. */
const decidingTest = ({ joint, robustJoint }: AlphasResult): Pick<TestResult, "pValue"> | null => robustJoint ?? ("notApplicable" in joint.result ? null : joint.result);

/** The robust test falls on two sides of 5% by how long its blocks are: the p-values from the shortest blocks to the longest; null where it does not. */
export function hangingPs(robustJoint: JointAlphaTest | null): readonly Pick<JointAlphaTest, "blockLength" | "pValue">[] | null {
  if (robustJoint === null || robustJoint.otherLengths.every((other) => isSignificant(other) === isSignificant(robustJoint))) return null;
  return [robustJoint, ...robustJoint.otherLengths].toSorted((one, other) => one.blockLength - other.blockLength);
}

/** GRS and the robust test fall on two sides of 5%. */
const disagree = ({ joint: { result }, robustJoint }: AlphasResult): boolean => !("notApplicable" in result) && robustJoint !== null && isSignificant(robustJoint) !== isSignificant(result);

const grsP = ({ joint: { result } }: AlphasResult): string => ("notApplicable" in result ? "" : pValue(result.pValue));

/** Of tests on two sides: why one of them decides, before what it says. */
export function disagreementLines(result: AlphasResult): readonly string[] {
  const hanging = hangingPs(result.robustJoint);
  if (hanging) return [`The robust p is ${listed(hanging.map(({ pValue: p }) => pValue(p).replace(/^p = /u, "")))} with its signs drawn in blocks of ${listed(hanging.map(({ blockLength }) => count(blockLength)))} rows: on two sides of 5%, so there is no verdict.`];
  return disagree(result) ? ["GRS takes residuals as normal and independent from row to row, the robust test does not. It decides; a verdict that hangs on this choice is no firm one."] : [];
}

/** "0.041 to 0.072". */
function hangingEnds(hanging: readonly Pick<JointAlphaTest, "pValue">[]): string {
  const all = hanging.map(({ pValue: p }) => p);
  return [Math.min(...all), Math.max(...all)].map((p) => pValue(p).replace(/^p = /u, "")).join(" to ");
}

export function titleOf(result: AlphasResult, factor: string): string {
  const test = decidingTest(result);
  if (!test) return `Are all αs on ${factor} zero? The GRS test is not applicable here`;
  const hanging = hangingPs(result.robustJoint);
  if (hanging) return `Whether every α on ${factor} is zero hangs on how it is tested (robust p from ${hangingEnds(hanging)})`;
  if (disagree(result)) return `The tests disagree whether every α on ${factor} is zero (GRS ${grsP(result)}, robust ${pValue(test.pValue)})`;
  const name = result.robustJoint ? "The joint test" : "GRS";
  return test.pValue < 0.05
    ? `${name} rejects that every α on ${factor} is zero (${pValue(test.pValue)})`
    : `${name} does not reject that every α on ${factor} is zero (${pValue(test.pValue)})`;
}

export function testLine({ fits, joint: { result }, robustJoint, line: { factor } }: AlphasResult): string {
  if ("notApplicable" in result) {
    const exact = fits.filter((fit) => fit.exact).map(({ asset }) => asset);
    if (result.notApplicable === "collinear-residuals" && exact.length > 0) {
      return `**GRS: not applicable.** ${factor} explains ${exact.join(" and ")} exactly, and the test weighs each α by what the factor leaves of its asset. ${exact.length < fits.length ? `Leave ${exact.join(" and ")} out.` : ""}`.trimEnd();
    }
    return result.notApplicable === "too-few-rows"
      ? `**GRS: not applicable.** The test needs more rows than assets and factors together: here are ${count(result.rows)} rows for ${count(result.assets)} and ${count(result.factors)}. Choose a longer window or fewer assets.`
      : "**GRS: not applicable.** What the factor leaves of one asset is a combination of what it leaves of the others, so their αs are not separate facts. Leave one of them out.";
  }
  const [numerator = 0, denominator = 0] = result.degreesOfFreedom;
  const decides = hangingPs(robustJoint) === null && robustJoint !== null && isSignificant(robustJoint) !== isSignificant(result) ? ", which decides" : "";
  const beside = robustJoint ? `; robust ${pValue(robustJoint.pValue)}${decides}` : "";
  return `**GRS F(${count(numerator)}, ${count(denominator)}) = ${number(result.statistic, 3)}, ${pValue(result.pValue)}**${beside}`;
}

/** By the errors that were asked for: GRS itself has errors of its own. */
export function waldLines({ wald, fits }: AlphasResult): readonly string[] {
  const [first] = fits;
  return wald && first ? [`${errorsName(first.inference)} Wald χ²(${count(fits.length)}) = ${number(wald.statistic, 3)}, ${pValue(wald.pValue)}`] : [];
}

export function waldAssumptions({ wald, robustJoint, fits }: AlphasResult): readonly string[] {
  const [first] = fits;
  if (!wald || !first) return [];
  const decides = robustJoint && hangingPs(robustJoint) === null ? ": the robust p decides" : "";
  return [`The Wald test weighs the αs by their ${errorsName(first.inference)} covariance. It supposes many rows for each asset, and rejects too often where they are few${decides}.`];
}

export function verdict(result: AlphasResult): string {
  const test = decidingTest(result);
  if (!test || hangingPs(result.robustJoint) !== null) return "";
  return test.pValue < 0.05
    ? "If all were zero, αs this far from zero would be seen in fewer than 5 of 100 samples: skill, mispricing, a missing factor, or a choice of assets made after looking."
    : `If all were zero, αs at least this far from zero would be seen in about ${share(test.pValue)} of samples: at 5% that is no evidence against the model, and no proof of it.`;
}

/** What the two tests suppose, whatever errors were asked for. */
export function assumptions({ joint, robustJoint }: AlphasResult): string {
  if ("notApplicable" in joint.result) return "";
  const grs = " GRS takes the residuals as normal and independent from row to row";
  return robustJoint
    ? `${grs}; the robust p does not${hangingPs(robustJoint) === null ? ", and decides" : ""}: it is the share of ${count(robustJoint.resamples)} samples with α = 0 that have as large an F, the signs of the residuals drawn anew ${robustJoint.blockLength === 1 ? "row by row" : `in blocks of ${count(robustJoint.blockLength)} rows`} (wild bootstrap).`
    : `${grs}.`;
}
