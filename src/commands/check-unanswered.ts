import { attemptAsync } from "../outcome.ts";
import { answerRemindersAllowedReply, answerRemindersStoppedReply, askedRemindersReply } from "../render/replies/answer-reminder.ts";
import { unansweredReply } from "../render/replies/unanswered.ts";
import type { RosterEntry } from "../store/records.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { withTimeLeft } from "./answer-reminders.ts";
import { checkOption, findCheckHere } from "./checks/find-check-here.ts";
import { defineCommand } from "./command.ts";
import { text, yesOrNo } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

interface Answered {
  /** People, on the roster or not. */
  readonly answered: ReadonlySet<string>;
  readonly entries: readonly RosterEntry[];
  /** Of the roster, matched with somebody who has not. */
  readonly missing: readonly RosterEntry[];
  /** Those of them who still can. */
  readonly inTime: readonly string[];
}

async function answeredOf(check: Check, store: Store, at: number): Promise<Answered> {
  const answered = new Set((await store.answers.ofItem({ kind: "check", check: check.id })).map(({ person }) => person));
  const entries = await store.roster.entries(check.guild);
  const missing = entries.filter(({ person }) => person !== null && !answered.has(person));
  return { answered, entries, missing, inTime: await withTimeLeft(check, missing.flatMap(({ person }) => person ?? []), store, at) };
}

export const checkUnanswered = defineCommand({
  ...sharedFields,
  name: "check unanswered",
  description: "Who of the roster has not answered a check; seen by you alone",
  options: { check: checkOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      const { answered, entries, missing, inTime } = await answeredOf(check, store, question.now());
      const unmatched = entries.filter(({ person }) => person === null);
      await store.courses.appendAudit({ guild: check.guild, at: question.now(), actor: question.asker.id, action: "check unanswered", person: null, details: { check: check.id, missing: missing.length } });
      return unansweredReply({ check: check.id, title: check.title, answered: answered.size, students: entries.length, missing, unmatched, inTime: inTime.length });
    }),
});

/** Reached from `/check unanswered`. */
export const checkRemind = defineCommand({
  ...sharedFields,
  listed: false,
  name: "check remind",
  description: "Writes directly to those of the roster who have not answered a check, once a check",
  options: { check: checkOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      const { entries, missing, inTime } = await answeredOf(check, store, question.now());
      const asked = await store.answerReminders.ask(check.id, inTime, question.now());
      await store.courses.appendAudit({ guild: check.guild, at: question.now(), actor: question.asker.id, action: "check remind", person: null, details: { check: check.id, asked: asked.asked } });
      return askedRemindersReply({ title: check.title, late: missing.length - inTime.length, ...asked, answered: entries.filter(({ person }) => person !== null).length - missing.length });
    }),
});

/** Reached from such a message. */
export const checkReminders = defineCommand({
  part: "Exercises",
  listed: false,
  name: "check reminders",
  description: "Direct messages about checks that you have not answered, on or off",
  options: { direct: yesOrNo("true: when the class staff ask for it; false: never"), reminder: optional(text("The message that the button came from", 20)) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const person = question.asker.id;
      if (options.direct) return answerRemindersAllowedReply(await store.answerReminders.allow(person));
      return answerRemindersStoppedReply(await store.answerReminders.stop(person, question.now()));
    }),
});
