import type { Sample } from "../engine/factor-fit.ts";

/** The rows of a sample as a person names them: "1993-02-01 to 2024-12-31 without 2008-01-01 to 2008-12-31". */
export function windowWords({ first, last, without }: Pick<Sample, "first" | "last" | "without">): string {
  const span = `${first} to ${last}`;
  return without === undefined ? span : `${span} without ${without.map((cut) => `${cut.first} to ${cut.last}`).join(" and ")}`;
}
