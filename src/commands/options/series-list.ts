import type { DataSeries } from "../../datasets/datasets.ts";
import { failure, success } from "../../outcome.ts";
import type { World } from "../world.ts";
import { asText } from "./kinds.ts";
import type { Choice, Option } from "./option.ts";
import { series } from "./series.ts";

/** Up to `max` series in one option, parted by spaces, commas or plus signs: "JPM WMT". Each counts once. */
export function seriesList(description: string, max: number): Option<readonly DataSeries[]> {
  const one = series(description);
  return {
    type: "string",
    description,
    required: true,
    suggest: (typed, world) => completions(typed, (last) => one.suggest?.(last, world) ?? []),
    absent: [],
    read: (given, option, world) => readSeriesList(wordsOf(asText(given)), { option, max, world }),
  };
}

/** The series of a list of ids, in its order; the first that is not loaded is the problem. */
export function readSeriesList(
  ids: readonly string[],
  { option, max, world }: { readonly option: string; readonly max: number; readonly world: World },
) {
  const found = new Map<string, DataSeries>();
  for (const id of ids) {
    const one = world.datasets.find(id);
    if (!one.ok) return one;
    found.set(one.value.id, one.value);
  }
  return found.size === 0 || found.size > max
    ? failure({ kind: "wrong-count" as const, option, count: found.size, max })
    : success([...found.values()] as readonly DataSeries[]);
}

export const wordsOf = (text: string): readonly string[] => text.split(/[\s,;+]+/u).filter((word) => word !== "");

/** What completes the last word, the ones before it kept; Discord takes 100 characters at the most. */
export function completions(typed: string, complete: (last: string) => readonly Choice[]): readonly Choice[] {
  const last = /[^\s,;+]*$/u.exec(typed)?.[0] ?? "";
  const before = typed.slice(0, typed.length - last.length).trimStart();
  return complete(last)
    .map(({ name, value }) => ({ name: `${before}${name}`, value: `${before}${value}` }))
    .filter(({ name, value }) => [...name].length <= 100 && [...value].length <= 100);
}
