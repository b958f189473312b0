import type { UnreadableAnswer } from "../exercises/problem.ts";
import { failure, type Outcome } from "../outcome.ts";
import type { AnswerProblem } from "../store/problem.ts";
import type { Check } from "../store/check-records.ts";
import type { RecordResult } from "../store/answer-records.ts";
import type { Store } from "../store/store.ts";
import type { SubmittedForm } from "./mark-answers.ts";

/** An open question's answer is stored as it is written; nobody marks it, and handing it in gives its points. */
export async function recordOpenAnswer(
  words: string,
  check: Check,
  { person, guild, interaction, at }: SubmittedForm,
  store: Store,
): Promise<Outcome<RecordResult, UnreadableAnswer | AnswerProblem>> {
  const text = words.trim();
  if (text === "") return failure({ kind: "unreadable-answer", text: "", reason: "empty", choices: [] });
  return store.answers.record({
    item: { kind: "check", check: check.id },
    guild,
    person,
    interaction,
    variant: "open",
    at,
    parts: [{ quantity: "text", text, value: null, expected: null, verdict: "unmarked", diagnoses: [] }],
    verdict: "unmarked",
    score: 1,
    fingerprint: text.toLowerCase().replaceAll(/\s+/gu, " "),
    counts: true,
    revision: check.revision,
    pace: null,
  });
}
