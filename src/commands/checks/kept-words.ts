import { counted } from "../../render/numbers.ts";
import { timestamp } from "../../render/timestamp.ts";
import type { NextStep } from "../../render/reply.ts";
import type { Check } from "../../store/check-records.ts";
import { nameOf } from "./same-data-words.ts";
import type { KeptBack } from "./same-data.ts";

/** For the staff: what of a closed check's results the class does not have, why, and when it comes. `isPosted`: whether the class has anything. */
export function keptWords(kept: KeptBack, isPosted: boolean): string {
  const has = isPosted ? "The class has" : "Posted now, the class would have";
  if (kept.why === "more-time") return `**${has} counts alone**: ${lateWords(kept)}. Picture and solution come then, by themselves.`;
  return `**${has} no marks and no solution yet**: ${holdersWords(kept)}${kept.late === null ? "" : `, and ${lateWords(kept.late)} for this one`}. They come then, by themselves.`;
}

/** "1 student has until Friday 10:30"; of several, whose times may differ, the last one's end. */
export const lateWords = ({ people, until }: Extract<KeptBack, { readonly why: "more-time" }>): string =>
  `${counted(people, "student has", "students have")} until ${timestamp(until, "f")}${people === 1 ? "" : " at the latest"}`;

/** "WMT R2 (`abcdef`) asks about the same data and is open until Friday 10:30". */
export function holdersWords({ others, until }: Extract<KeptBack, { readonly why: "same-data" }>): string {
  const end = until === null ? "until closed by hand" : `until ${timestamp(until, "f")}`;
  if (others.length === 0) return `a check on the same data is open on another server, to which whoever posted this one is held, ${end}`;
  return `${others.map(nameOf).join(", ")} ${others.length === 1 ? "asks" : "ask"} about the same data and ${others.length === 1 ? "is" : "are"} open ${end}`;
}

/** Shows the class what another check keeps back, none where it is another server's; where a student has more time, that ends first. */
export const releaseSteps = ({ id }: Pick<Check, "id">, kept: KeptBack | null): readonly NextStep[] =>
  hasMoreTime(kept) ? [{ label: "End the time of who has more", command: "check close", options: { check: id, everybody: "true" } }] : isReleasable(kept) ? [{ label: "Show the class all of it", command: "check results", options: { check: id, post: "true", release: "true" }, style: "danger" }] : [];

const hasMoreTime = (kept: KeptBack | null): boolean => kept?.why === "more-time" || (kept?.why === "same-data" && kept.late !== null);

/** Whether instructors may decide that the class reads all the same: those checks are their own. */
export const isReleasable = (kept: KeptBack | null): kept is Extract<KeptBack, { readonly why: "same-data" }> => kept?.why === "same-data" && kept.others.length > 0;

/** What showing it costs. */
export const releaseCost = (kept: Extract<KeptBack, { readonly why: "same-data" }>): string =>
  `Whoever has not answered ${kept.others.map(nameOf).join(", ")} could work out ${kept.others.length === 1 ? "its key" : "their keys"} from the marks and the solution, and what was read can't be taken back.`;
