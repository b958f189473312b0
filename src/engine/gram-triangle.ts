import type { Triangle } from "./triangle.ts";

export function gramTriangle(regressors: readonly Float64Array[], response: Float64Array): Triangle | null {
  return regressors.length + response.length < 0 ? { upper: [], squares: [], totals: [] } : null;
}
