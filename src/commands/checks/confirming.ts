import { count } from "../../render/numbers.ts";
import { plain } from "../../render/plain.ts";
import { confirmReply } from "../../render/replies/check.ts";
import type { NextStep, Reply } from "../../render/reply.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";

/** So many have a button. */
const shownOthers = 4;

/** Of a command without a name that could mean several. */
function otherWords(others: readonly Check[]): readonly string[] {
  if (others.length === 0) return [];
  const names = others.slice(0, shownOthers).map(({ id, title }) => `${plain(title)} (\`${id}\`)`);
  return [`You named no check: this is the newest that it can be. It can also be ${names.join(", ")}${others.length > shownOthers ? `, or one of ${count(others.length - shownOthers)} more (\`/check list\`)` : ""}.`];
}

/** `others`: checks that could be meant as well; `further`: other ways to do it; `isFinal`: it can't be taken back. Which check it is, how many answered, and what will be: before anything happens to it. */
export async function askFirst(
  check: Check,
  change: { readonly title: string; readonly lines: readonly string[]; readonly step: NextStep; readonly further?: readonly NextStep[]; readonly isFinal?: boolean },
  store: Store,
  others: readonly Check[] = [],
): Promise<Reply> {
  const { people } = await store.results.ofCheck(check.id);
  const answered = people === 0 ? "nobody has answered" : people === 1 ? "1 person has answered" : `${count(people)} people have answered`;
  const { step, further = [], isFinal = false } = change;
  const confirmed = confirmReply(
    change.title,
    [`**${plain(check.title)}** (\`${check.id}\`): ${answered}.`, ...change.lines, ...(isFinal ? [] : ["It can be taken back for 24 hours."]), ...otherWords(others)],
    { ...step, options: { check: check.id, ...step.options, confirm: "true" }, style: "danger" },
  );
  // Each of them is asked about in the same way.
  const instead = others.slice(0, shownOthers).map(({ id, title }): NextStep => ({ label: `No: ${title} (${id})`, command: step.command, options: { check: id, ...step.options } }));
  return { ...confirmed, nextSteps: [...confirmed.nextSteps, ...further, ...instead] };
}

/** The button below a change that was made; none where nothing can be taken back. */
export async function undoSteps({ id }: Check, store: Store): Promise<readonly NextStep[]> {
  const change = await store.checks.latestChange(id);
  return change === null ? [] : [{ label: "Take it back", command: "check undo", options: { check: id, change: change.id } }];
}
