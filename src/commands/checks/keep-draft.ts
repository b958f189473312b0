import { keptOf } from "../../grading/check-content.ts";
import type { CheckTask } from "../../grading/check-task.ts";
import type { Collisions } from "../../render/replies/collisions.ts";
import { previewReply } from "../../render/replies/check-preview.ts";
import type { Reply } from "../../render/reply.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import type { Draft } from "./check-draft.ts";
import { choiceWords, keyWords } from "./key-words.ts";
import { shownDraft } from "./shown-check.ts";

/** Keeps a check for later, and shows it as students would see it. */
export async function keepDraft(draft: Draft, task: CheckTask, collisions: Collisions | null, store: Store, question: AppContext & Caller): Promise<Reply> {
  const { asker, place, now } = question;
  const content = keptOf(draft, now());
  if (content === null) throw new Error("a draft does not fit its own schema");
  const [kept] = await store.drafts.keep(place.guildId ?? "", [{ title: content.title, content }], { by: asker.id, at: now() });
  const id = kept?.id ?? "";
  return previewReply(shownDraft(draft, task), collisions, { heading: `Kept as draft \`${id}\`, and not posted. Students would see:`, modelAnswer: choiceWords(task, question), key: keyWords(draft, task) }, [
    { label: "Post it", command: "check copy", options: { from: id }, style: "primary" },
    { label: "Discard it", command: "check discard", options: { draft: id }, style: "danger" },
  ]);
}
