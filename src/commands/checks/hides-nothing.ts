import type { CheckContent } from "../../grading/check-task.ts";
import { isTypedKey } from "../../grading/instructor-check.ts";
import { readStoredQuestion, type StoredQuestion } from "../../grading/stored-check.ts";
import { escaped } from "../../render/plain.ts";
import { hidesNothingReply } from "../../render/replies/posting.ts";
import type { CommandCall, Reply } from "../../render/reply.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { nothing } from "../options/about.ts";
import { seriesNamedIn } from "./series-named-in.ts";

/** A question of one's own whose key belongs to no series; null for any other. */
export function unhiddenQuestion({ question }: Pick<CheckContent, "question">): StoredQuestion | null {
  const own = question === null ? null : readStoredQuestion(question);
  return own?.ok && isTypedKey(own.value.own) && (own.value.about ?? []).length === 0 ? own.value : null;
}

/** Asks before a question is posted that names a series, and while which nothing of it would be hidden; null where there is nothing to ask. */
export async function hidesNothing(content: CheckContent & { readonly title: string }, call: CommandCall, store: Store, question: AppContext & Caller): Promise<Reply | null> {
  const own = unhiddenQuestion(content);
  const { hideKeys } = await store.courses.settings(question.place.guildId ?? "");
  const named = own === null || !hideKeys ? [] : seriesNamedIn(`${own.text} ${content.title}`, question);
  if (named.length === 0) return null;
  return hidesNothingReply(named.map(escaped), [
    { label: `Hide ${named.join(", ")}`, ...call, options: { ...call.options, about: named.join(" ") }, style: "primary" },
    { label: "Post it as it is", ...call, options: { ...call.options, about: nothing }, style: "danger" },
  ]);
}
