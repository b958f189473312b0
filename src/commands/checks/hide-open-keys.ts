import { checkAssignment } from "../../grading/check-assignment.ts";
import { taskOf } from "../../grading/check-task.ts";
import { revealsKey } from "../../grading/reveals-key.ts";
import { hiddenKeyReply } from "../../render/replies/exercise.ts";
import type { Reply } from "../../render/reply.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { Caller, AppContext } from "../app-context.ts";
import { isInstructor } from "../instructor.ts";
import { wordsOf } from "./assignment-words.ts";
import { checkSteps } from "./check-steps.ts";
import { replyFacts } from "./reply-facts.ts";

/**
 * The reply, or in its place the hint of an open check whose key it would print: for students, in the check's own
 * server, unless the course was set up otherwise. Every reply that holds numbers of the data comes through here.
 */
export async function hideOpenKeys(reply: Reply, question: Caller & AppContext): Promise<Reply> {
  const { asker, place } = question;
  if (place.guildId === null) return reply;
  const store = await question.store();
  // Where the store can't be opened, no check is open: the bot does not start without it.
  if (!store.ok) return reply;
  const open = await store.value.checks.listOpen(place.guildId, question.now());
  const facts = replyFacts(reply);
  const revealedCheck = open.find((check) => revealsKey(facts, check, question));
  if (!revealedCheck) return reply;
  const { hideKeys } = await store.value.courses.settings(place.guildId);
  if (!hideKeys || (await isInstructor(asker, place, store.value))) return reply;
  return hintReply(revealedCheck, store.value, question);
}

async function hintReply(check: Check, store: Store, question: Caller & AppContext): Promise<Reply> {
  const task = taskOf(check, question);
  const assignment =
    task.ok && task.value.kind === "marked" ? await checkAssignment(check, task.value, question.asker.id, store, question) : null;
  const hint = assignment?.ok ? (wordsOf(assignment.value).hints[0] ?? null) : null;
  return hiddenKeyReply({ title: check.title, hint, closesAt: check.closesAt }, checkSteps(check, "marked").slice(0, 1));
}
