import { count, counted } from "../numbers.ts";
import { plain } from "../plain.ts";
import { reply, type Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import { doneReply } from "./check.ts";

/** The direct message to somebody who has not answered a check. Its button holds the reminder's id, by which the message is found again. */
export function answerReminderReply({ id, title, closesAt, link }: { readonly id: string; readonly title: string; readonly closesAt: number | null; readonly link: string | null }): Reply {
  return reply({
    embed: {
      title: `Not answered yet: ${plain(title)}`,
      description: [
        closesAt === null ? "It is still open." : `It closes for you ${timestamp(closesAt, "R")}, ${timestamp(closesAt, "f")}.`,
        ...(link === null ? [] : [`Question and button: ${link}`]),
        "The class staff asked me to say so, once.",
      ].join("\n"),
      color: 0xe69f00,
    },
    nextSteps: [{ label: "Stop messages like this", command: "check reminders", options: { direct: "false", reminder: id } }],
    audience: "asker",
    result: {},
  });
}

/** What a press on "remind" came to, for the instructor; it names nobody. */
export function askedRemindersReply({ title, late, asked, before, stopped, answered }: {
  readonly title: string;
  /** Students who have not answered and whose time is over. */
  readonly late: number;
  readonly asked: number;
  readonly before: number;
  readonly stopped: number;
  /** Students of the roster who have answered. */
  readonly answered: number;
}): Reply {
  const none = asked === 0;
  return doneReply(none ? "Nobody to remind" : "Reminders on their way", [
    none
      ? `Nobody is written to about **${plain(title)}**.`
      : `I write to ${counted(asked, "student")} directly, in the next minutes, that **${plain(title)}** is open. Whoever answers before that is left alone.`,
    ...(answered > 0 ? [`${count(answered)} of the roster ${answered === 1 ? "has" : "have"} answered.`] : []),
    ...(late > 0 ? [`Of ${counted(late, "student")} who ${late === 1 ? "has" : "have"} not, the time is over.`] : []),
    ...(before > 0 ? [`${count(before)} ${before === 1 ? "was" : "were"} written to about it before: nobody is twice.`] : []),
    ...(stopped > 0 ? [`${count(stopped)} ${stopped === 1 ? "takes" : "take"} no such messages.`] : []),
    ...(none ? [] : ["Direct messages from this server must be open for it; who has closed theirs stays unknown."]),
  ]);
}

export const answerRemindersStoppedReply = (wasOn: boolean): Reply =>
  doneReply("No such messages", [wasOn ? "I write to you no more about checks that you have not answered, in any course. Your other reminders are as they were." : "You had stopped them before."], [
    { label: "Allow them again", command: "check reminders", options: { direct: "true" } },
  ]);

export const answerRemindersAllowedReply = (wasOff: boolean): Reply =>
  doneReply("Messages about checks", [wasOff ? "When the class staff ask for it, I write to you directly about a check that you have not answered, once a check." : "They were not stopped."], [
    { label: "Stop messages like this", command: "check reminders", options: { direct: "false" } },
  ]);
