import type { SharpeDifference } from "../engine/sharpe-difference.ts";

/** What a test of hedged less unhedged allows to say of the Sharpe ratio, and the p that it rests on. */
export interface SharpeVerdict {
  readonly kind: "not shown" | "raised" | "lowered";
  readonly pValue: number;
}

/** By the bootstrap test where it was made, else by the normal. */
export function sharpeVerdict({ annual, bootstrap, hac }: SharpeDifference): SharpeVerdict {
  const { pValue } = bootstrap ?? hac;
  if (pValue >= 0.05) return { kind: "not shown", pValue };
  return { kind: annual.value > 0 ? "raised" : "lowered", pValue };
}
