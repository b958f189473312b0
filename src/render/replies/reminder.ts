import { count, counted } from "../numbers.ts";
import { escaped } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import { doneReply } from "./check.ts";

/** More titles than this are counted. */
const namedTitles = 4;

/** The weekly direct message. Its button holds the reminder's id, by which the message is found again. */
export function reminderReply({ id, due, fresh, mastered, exercises, isLast }: {
  readonly id: string;
  /** Titles of what is due today. */
  readonly due: readonly string[];
  /** How many are new. */
  readonly fresh: number;
  readonly mastered: number;
  readonly exercises: number;
  /** Its person has not practised for weeks. */
  readonly isLast: boolean;
}): Reply {
  const more = due.length - namedTitles;
  return reply({
    embed: {
      title: due.length === 0 ? "Something new to practise" : `${counted(due.length, "exercise")} due`,
      description: [
        ...due.slice(0, namedTitles).map((title) => `· ${escaped(title)}`),
        ...(more > 0 ? [`· and ${count(more)} more`] : []),
        `${count(mastered)} of ${count(exercises)} mastered${fresh === 0 ? "." : `, ${count(fresh)} new.`}`,
        ...(isLast ? ["You have not practised for four weeks, so this is the last reminder. `/progress` has the button for new ones."] : []),
      ].join("\n"),
      color: 0x0072b2,
    },
    nextSteps: [{ label: "Practise", command: "practice", options: {}, style: "primary" }, ...(isLast ? [doneStep(id)] : [stopStep(id)])],
    audience: "asker",
    result: {},
  });
}

/** Turns the weekly reminder on, or off where there is one. */
export const reminderStep = (reminder: { readonly id: string } | null): NextStep =>
  reminder === null ? { label: "Remind me every week", command: "practice remind", options: { weekly: "true" } } : stopStep(reminder.id);

const stopStep = (id: string): NextStep => ({ label: "Stop the reminders", command: "practice remind", options: { weekly: "false", reminder: id } });
const doneStep = (id: string): NextStep => ({ label: "Remind me again", command: "practice remind", options: { weekly: "true", reminder: id } });

export const remindedReply = (nextAt: number): Reply =>
  doneReply("A weekly reminder", [
    `I write to you directly once a week, from ${timestamp(nextAt, "f")} on, when something is due. Direct messages from this server must be open for it.`,
    "One press stops it: the button below each of them, or below `/progress`.",
  ], [{ label: "Stop the reminders", command: "practice remind", options: { weekly: "false" } }]);

export const notRemindedReply = (wasOn: boolean): Reply =>
  doneReply("No reminders", [wasOn ? "You get no more of them." : "You had none."], [{ label: "My progress", command: "progress", options: {} }]);

/** Said once, to somebody whose reminder could not be delivered. */
export const endedNote = "*Your weekly reminder has stopped: you take no direct messages from me. The button below starts it again.*";
