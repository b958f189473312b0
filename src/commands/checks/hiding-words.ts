import type { CheckContent } from "../../grading/check-task.ts";
import { taskOf, type MarkedTask } from "../../grading/check-task.ts";
import { revealsKey } from "../../grading/reveals-key.ts";
import { isTypedKey } from "../../grading/instructor-check.ts";
import { readStoredQuestion } from "../../grading/stored-check.ts";
import { figureText } from "../../render/figure-text.ts";
import { count } from "../../render/numbers.ts";
import { escaped } from "../../render/plain.ts";
import type { Check } from "../../store/records.ts";
import type { AppContext, Place } from "../app-context.ts";
import { shownRecently, shownHours } from "./recently-shown.ts";

/** A check, or one that is only being planned. */
type HidingCheck = CheckContent & Pick<Check, "hints">;

/** What an instructor should know of a check before it is posted: what students won't be told meanwhile, and what they read already. */
export function hidingWords(content: HidingCheck, hideKeys: boolean, { guildId }: Place, context: AppContext): readonly string[] {
  const task = taskOf(content, context);
  if (!task.ok || task.value.kind === "open") return [];
  if (!hideKeys) return ["The course hides nothing: every command says the key. `/course setup hide_keys:true` hides it."];
  return [hiddenNow(content, task.value), ...shownBefore(content, guildId, context)];
}

function hiddenNow({ question, variants, hints }: HidingCheck, { solvedVariants, marked, wording }: MarkedTask): string {
  const everywhere = "here, on other servers and in direct messages";
  const own = question === null ? null : readStoredQuestion(question);
  if (own?.ok && own.value.own.key.kind !== "quantity" && isTypedKey(own.value.own)) {
    const about = own.value.about ?? [];
    const { key } = own.value.own;
    if (about.length === 0 && key.kind === "choice") return "**Nothing is hidden**: choices of your own belong to no series. With `about:JPM`, every regression of JPM is.";
    if (about.length === 0) return "**Nothing is hidden**: a typed key belongs to no series. With `about:JPM`, replies about JPM that print it are hidden; with `about:\"JPM beta\"`, every regression of JPM.";
    const [first] = about;
    const assets = about.map(({ asset }) => escaped(asset)).join(", ");
    return key.kind === "number" && first?.quantity === null
      ? `Students are told that it is being asked, in place of replies about ${assets} that print ${figureText(key.value, key.unit)}, ${everywhere}.`
      : `Students are told that it is being asked, in place of every regression of ${assets}, ${everywhere}.`;
  }
  const pairs = [...new Set(solvedVariants.map(({ variant }) => `${escaped(variant.asset)} on ${escaped(variant.factor)}`))].join(", ");
  const [only] = solvedVariants;
  const days = only === undefined ? "" : `${only.model.first} to ${only.model.last}`;
  const windows = variants ? `nearly the same days as one of its ${count(solvedVariants.length)} variants` : `nearly the same days (${days})`;
  const parts = marked.quantities.length === 1 ? "" : ", whichever number they ask for";
  const hasHint = hints && wording.kind === "exercise";
  const instead = hasHint ? "Students get the hint" : "Students are told that it is being asked,";
  return `${instead} in place of every answer about ${pairs} over ${windows}${parts}, ${everywhere}; practice on these rows waits until it closes.`;
}

/** Replies that stand in the server's channels already. */
function shownBefore(content: CheckContent, guild: string | null, context: AppContext): readonly string[] {
  if (guild === null) return [];
  const times = new Map<string, number>();
  for (const { command, declared } of shownRecently(guild, context)) {
    if (revealsKey(declared, content, context)) times.set(command, (times.get(command) ?? 0) + 1);
  }
  if (times.size === 0) return [];
  const list = [...times].map(([command, n]) => `\`/${command}\`${n === 1 ? "" : ` (${count(n)} times)`}`).join(", ");
  return [`**Read already**: in the last ${count(shownHours)} hours ${list} printed it on this server. These replies stay.`];
}
