import { isAbout } from "./askable-command.ts";
import { plainReading } from "./command-readings.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { Knowledge, Reading } from "./understanding.ts";

/** Where to begin with an asset that is named and nothing else understood. */
export function startingPoints({ assets }: ParsedQuestion, { series, commands }: Knowledge): readonly Reading[] {
  const [ticker] = assets.filter((asset) => series.some(({ id }) => id === asset));
  if (ticker === undefined) return [];
  return commands
    .filter(isAbout("assets"))
    .filter(({ asking }) => asking.startingPoint)
    .map(({ name }) => plainReading({ command: name, options: { ticker } }, 0));
}
