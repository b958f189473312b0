import type { CheckContent } from "../../grading/check-task.ts";
import { taskOf, type MarkedTask } from "../../grading/check-task.ts";
import { tellsKey } from "../../grading/reveals-key.ts";
import { isTypedKey } from "../../grading/instructor-check.ts";
import { readStoredQuestion } from "../../grading/stored-check.ts";
import { count } from "../../render/numbers.ts";
import { escaped } from "../../render/plain.ts";
import type { Check } from "../../store/check-records.ts";
import type { AppContext, Place } from "../app-context.ts";
import { seriesNamedIn } from "./series-named-in.ts";
import { shownRecently, shownHours } from "./recently-shown.ts";

/** A check, or one that is only being planned. */
type HidingCheck = CheckContent & Pick<Check, "hints" | "title">;

/** What an instructor should know of a check before it is posted: what students won't be told meanwhile, and what they read already. */
export function hidingWords(content: HidingCheck, hideKeys: boolean, { guildId }: Place, context: AppContext): readonly string[] {
  const task = taskOf(content, context);
  if (!task.ok || task.value.kind === "open") return [];
  if (!hideKeys) return ["The course hides nothing: every command says the key. `/course setup hide_keys:true` hides it."];
  return [hiddenNow(content, task.value, context), ...shownBefore(content, guildId, context)];
}

function hiddenNow({ question, title, variants, hints }: HidingCheck, { solvedVariants, wording }: MarkedTask, context: AppContext): string {
  const everywhere = "here, on other servers and in direct messages";
  const own = question === null ? null : readStoredQuestion(question);
  if (own?.ok && own.value.own.key.kind !== "quantity" && isTypedKey(own.value.own)) {
    const about = own.value.about ?? [];
    if (about.length === 0) return `**Nothing is hidden**: ${own.value.own.key.kind === "choice" ? "choices of your own belong" : "a typed key belongs"} to no series.${aboutAdvice(seriesNamedIn(`${own.value.text} ${title}`, context))}`;
    const assets = about.map(({ asset }) => escaped(asset)).join(", ");
    return `Students are told that it is being asked, in place of every analysis of ${assets}, ${everywhere}.`;
  }
  const assets = [...new Set(solvedVariants.map(({ variant }) => escaped(variant.asset)))].join(", ");
  const [only] = solvedVariants;
  const days = only === undefined ? "" : ` (${only.model.first} to ${only.model.last})`;
  const rows = variants
    ? `a student's own stock and a fifth or more of the days of their own variant, or on nearly the days of another of its ${count(solvedVariants.length)} variants (${assets})`
    : `${assets} and a fifth or more of the question's days${days}`;
  const hasHint = hints && wording.kind === "exercise";
  const instead = hasHint ? "Students get the hint" : "Students are told that it is being asked,";
  return `${instead} in place of every answer that rests on ${rows}, whatever it prints, and of entries that print a key, ${everywhere}; practice on these rows waits until it closes.`;
}

/** How to hide what a question is about: the series that its words name, where they do. */
const aboutAdvice = (named: readonly string[]): string =>
  named.length === 0 ? " `about:` and the name of a series hides every analysis of that." : ` The question names ${named.map(escaped).join(", ")}: \`about:${named.length === 1 ? (named[0] ?? "") : `"${named.join(" ")}"`}\` hides every analysis of ${named.length === 1 ? "it" : "them"}.`;

/** Replies that stand in the server's channels already. */
function shownBefore(content: CheckContent, guild: string | null, context: AppContext): readonly string[] {
  if (guild === null) return [];
  const times = new Map<string, number>();
  for (const { command, declared } of shownRecently(guild, context)) {
    if (tellsKey(declared, content, context) !== null) times.set(command, (times.get(command) ?? 0) + 1);
  }
  if (times.size === 0) return [];
  const list = [...times].map(([command, n]) => `\`/${command}\`${n === 1 ? "" : ` (${count(n)} times)`}`).join(", ");
  return [`**Read already**: in the last ${count(shownHours)} hours ${list} told on this server what is hidden from then on. These replies stay.`];
}
