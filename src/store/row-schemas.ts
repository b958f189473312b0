import * as v from "valibot";
import { feedbacks } from "./check-records.ts";
import { verdictTexts } from "./rows.ts";
import type { Tables } from "./tables.ts";

/** What a row may hold. The program reads a row that was changed by hand leniently; here it is looked at strictly. */

const text = v.string();
const id = v.pipe(text, v.minLength(1));
const nullableText = v.nullable(text);
const integer = v.pipe(v.number(), v.safeInteger());
const time = v.pipe(integer, v.minValue(0));
const nullableTime = v.nullable(time);
const count = v.pipe(integer, v.minValue(0));
const number = v.pipe(v.number(), v.finite());
const share = v.pipe(number, v.minValue(0), v.maxValue(1));
const flag = v.picklist([0, 1]);
const json = jsonText(() => true);
const nullableJson = v.nullable(json);
const verdict = v.picklist(Object.values(verdictTexts));
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === "string");
const isNumbers = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "number");

/** Columns that a dump of an older version lacks have their migration's default. */
export const rowSchemas: { readonly [Table in keyof Tables]: v.GenericSchema<unknown, Tables[Table]> } = {
  settings: v.strictObject({ name: id, value: text }),
  courses: v.strictObject({
    guild: id,
    instructorRole: nullableText,
    staffChannel: nullableText,
    classChannel: nullableText,
    hideKeys: flag,
    timeZone: v.optional(nullableText, null),
    closingReminders: v.optional(flag, 1),
    keepQuestions: v.optional(flag, 0),
  }),
  checks: v.strictObject({
    id,
    guild: id,
    title: text,
    exercise: nullableText,
    question: nullableJson,
    channel: id,
    message: nullableText,
    opensAt: time,
    closesAt: nullableTime,
    attempts: v.nullable(count),
    variants: flag,
    tolerance: v.nullable(v.pipe(number, v.minValue(0))),
    points: v.pipe(number, v.minValue(0)),
    correction: nullableJson,
    revision: count,
    createdBy: id,
    createdAt: time,
    closedAt: nullableTime,
    voidedAt: nullableTime,
    claimedUntil: nullableTime,
    announcedAt: nullableTime,
    feedback: v.optional(v.picklist(feedbacks), "now"),
    hints: v.optional(flag, 1),
    credit: v.optional(v.nullable(jsonText(isNumbers)), null),
    namedMistakes: v.optional(nullableJson, null),
    vote: v.optional(nullableJson, null),
    discussAt: v.optional(nullableTime, null),
    secondAt: v.optional(nullableTime, null),
    remindedFor: v.optional(nullableTime, null),
    dealt: v.optional(v.nullable(jsonText(isTexts)), null),
    postedKeys: v.optional(nullableJson, null),
    releasedAt: v.optional(nullableTime, null),
  }),
  corrections: v.strictObject({ checkId: id, revision: count, correction: json, reason: text, madeBy: id, madeAt: time }),
  extensions: v.strictObject({ checkId: id, person: id, closesAt: nullableTime, attempts: count, grantedBy: id, grantedAt: time }),
  answers: v.strictObject({
    id,
    item: v.pipe(text, v.regex(/^(?:check|practice)\/./u)),
    guild: nullableText,
    person: id,
    interaction: id,
    variant: text,
    at: time,
    verdict,
    score: share,
    attempt: v.nullable(count),
    fingerprint: text,
    hints: count,
    revision: count,
    originalVerdict: v.nullable(verdict),
    originalScore: v.nullable(share),
  }),
  answerParts: v.strictObject({
    answerId: id,
    position: count,
    quantity: id,
    text,
    value: v.nullable(number),
    expected: v.nullable(number),
    verdict,
    diagnoses: jsonText(isTexts),
    earlierVerdict: v.optional(v.nullable(verdict), null),
  }),
  progress: v.strictObject({ item: id, person: id, variant: text, hints: count, twinAt: nullableTime, gaveUpAt: nullableTime, touchedAt: time }),
  roster: v.strictObject({
    guild: id,
    canvasId: text,
    position: count,
    student: text,
    sisUserId: text,
    sisLoginId: text,
    section: text,
    person: nullableText,
    proposedPerson: v.optional(nullableText, null),
    claimCode: v.optional(nullableText, null),
  }),
  questions: v.strictObject({
    id,
    guild: id,
    channel: id,
    asker: id,
    text,
    askedAt: time,
    staffChannel: nullableText,
    staffMessage: nullableText,
    answeredBy: nullableText,
    answeredAt: nullableTime,
    pinnedBy: nullableText,
    pinnedAt: nullableTime,
    toldAt: v.optional(nullableTime, null),
  }),
  audit: v.strictObject({ id, guild: id, at: time, actor: id, action: id, person: nullableText, details: json }),
  checkChanges: v.strictObject({
    id,
    checkId: id,
    action: id,
    actor: id,
    at: time,
    before: json,
    undoneAt: nullableTime,
    undoneBy: nullableText,
  }),
  keptGrades: v.strictObject({ checkId: id, holder: id, canvasId: nullableText, attempts: count, lastAt: time, score: share }),
  forgetRequests: v.strictObject({ person: id, checkId: id, at: time }),
  posts: v.strictObject({
    id,
    purpose: id,
    subject: id,
    // Empty in a direct message.
    guild: text,
    channel: id,
    createdAt: time,
    tries: count,
    nextAt: time,
    message: nullableText,
    postedAt: nullableTime,
  }),
  terms: v.strictObject({ guild: id, closedAt: nullableTime, deleteUpTo: nullableTime, announcedAt: nullableTime }),
  drafts: v.strictObject({ id, guild: id, title: text, content: json, createdBy: id, createdAt: time }),
  accommodations: v.strictObject({ guild: id, person: id, factor: v.pipe(number, v.minValue(1)), grantedBy: id, grantedAt: time }),
  courseFacts: v.strictObject({ guild: id, topic: id, answer: text, setBy: id, setAt: time }),
  unclearQuestions: v.strictObject({ id, guild: id, words: text, text: nullableText, asked: count, lastAt: time, attached: nullableText }),
  answerReminders: v.strictObject({ id, checkId: id, person: id, at: time, begunAt: nullableTime }),
  answerReminderStops: v.strictObject({ person: id, at: time }),
  reminders: v.strictObject({ id, person: id, since: time, nextAt: time, endedAt: nullableTime }),
};

/** JSON as text, of which the parsed value is as it must be. */
function jsonText(isWhole: (value: unknown) => boolean): v.GenericSchema<string> {
  return v.pipe(
    text,
    v.check((written) => {
      try {
        return isWhole(JSON.parse(written));
      } catch {
        return false;
      }
    }, "no JSON of that kind"),
  );
}
