import { count } from "../../render/numbers.ts";
import { plain } from "../../render/plain.ts";
import { confirmReply } from "../../render/replies/check.ts";
import type { NextStep, Reply } from "../../render/reply.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

/** Which check it is, how many answered, and what will be: before anything happens to it. */
export async function askFirst(
  check: Check,
  change: { readonly title: string; readonly lines: readonly string[]; readonly step: NextStep },
  store: Store,
): Promise<Reply> {
  const { people } = await store.results.ofCheck(check.id);
  const answered = people === 0 ? "nobody has answered" : people === 1 ? "1 person has answered" : `${count(people)} people have answered`;
  const { step } = change;
  return confirmReply(
    change.title,
    [`**${plain(check.title)}** (\`${check.id}\`): ${answered}.`, ...change.lines, "It can be taken back for 24 hours."],
    { ...step, options: { check: check.id, ...step.options, confirm: "true" }, style: "danger" },
  );
}

/** The button below a change that was made; none where nothing can be taken back. */
export async function undoSteps({ id }: Check, store: Store): Promise<readonly NextStep[]> {
  const change = await store.checks.latestChange(id);
  return change === null ? [] : [{ label: "Take it back", command: "check undo", options: { check: id, change: change.id } }];
}
