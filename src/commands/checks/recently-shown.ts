import type { Datasets } from "../../datasets/datasets.ts";
import type { DeclaredPrints } from "../../grading/reveals-key.ts";
import type { AppContext } from "../app-context.ts";

/** A reply that everybody on a server could read. */
interface ShownReply {
  readonly guild: string;
  readonly at: number;
  readonly command: string;
  readonly declared: DeclaredPrints;
}

export const shownHours = 6;
const maxShown = 500;

/** Of this process, since it started: an instructor's reminder to scroll up, and no more. */
const shown = new WeakMap<Datasets, ShownReply[]>();

export function noteShown(reply: ShownReply, { datasets }: Pick<AppContext, "datasets">): void {
  const earlier = shown.get(datasets) ?? [];
  shown.set(datasets, [...earlier.slice(-maxShown + 1), reply]);
}

export function shownRecently(guild: string, { datasets, now }: Pick<AppContext, "datasets" | "now">): readonly ShownReply[] {
  const since = now() - shownHours * 3_600_000;
  return (shown.get(datasets) ?? []).filter((reply) => reply.guild === guild && reply.at >= since);
}
