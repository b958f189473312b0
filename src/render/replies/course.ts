import { csv } from "../../csv.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, type Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import { doneReply } from "./check.ts";

/** A course's settings, for who manages the server. */
export function courseReply(
  settings: {
    readonly instructorRole: string | null;
    readonly staffChannel: string | null;
    readonly classChannel: string | null;
    readonly hideKeys: boolean;
    readonly timeZone: string | null;
    readonly keepQuestions: boolean;
    readonly closingReminders: boolean;
  },
  changed: boolean,
): Reply {
  const { instructorRole, staffChannel, classChannel, hideKeys, timeZone, keepQuestions, closingReminders } = settings;
  return doneReply(changed ? "The course is set up" : "How the course is set up", [
    `**Instructors** ${instructorRole === null ? "whoever may manage this server" : `<@&${instructorRole}>, and whoever may manage this server`}`,
    `**Staff channel** ${staffChannel === null ? "none yet, so questions to the staff are posted where they are asked: `/course setup staff:#…`" : `<#${staffChannel}>: questions to the staff go there, each with its thread`}`,
    `**Class channel** ${classChannel === null ? "where a command is asked" : `<#${classChannel}>: checks are posted there`}`,
    `**Time zone** ${timeZone ?? "UTC; `/course setup timezone:America/New_York` changes it"}`,
    `**Questions that /ask does not understand** ${keepQuestions ? "are kept as they are typed, without who asked" : "are counted by their words of the course"}: \`/course unanswered\``,
    `**While a check is open** ${hideKeys ? "its key is not said to students: they get the hint instead" : "commands answer as always, its key included"}`,
    `**Before it closes** ${closingReminders ? "one message in its channel, where it was open for six hours or more; `/course setup reminders:false` leaves it out" : "nobody is reminded; `/course setup reminders:true` posts one message in its channel"}`,
  ]);
}

/** What a closed course accepts no more, and what is kept until when. Epoch milliseconds. */
export function courseClosedReply({ closedAt, checks, keptUntil }: { readonly closedAt: number; readonly checks: number; readonly keptUntil: number | null }): Reply {
  return doneReply("The course is closed", [
    `Since ${timestamp(closedAt, "f")} no check, answer or question to the staff is accepted here. Numbers, explanations, results, regrades and \`/gradebook export\` go on.`,
    ...(checks === 0 ? [] : [`${checks === 1 ? "1 check was" : `${count(checks)} checks were`} open and closed with it; the results come to the class in a moment.`]),
    keptUntil === null
      ? "What is stored stays until its host deletes it: no time is set (`RETENTION_DAYS`)."
      : `What is stored is deleted by its age, the last of it soon after ${timestamp(keptUntil, "f")}; the staff channel is told two weeks before. Export the gradebook first.`,
    "`/course close reopen:true` opens it again.",
  ]);
}

export const courseReopenedReply = (wasClosed: boolean): Reply =>
  wasClosed
    ? doneReply("The course is open again", ["Checks can be posted and answered. Checks that were closed stay closed: `/check extend` opens one."])
    : doneReply("The course is open", ["It was not closed, so nothing changed."]);

/** What will be deleted, for the staff: before it is. */
export function retentionNotice(
  rows: { readonly checks: number; readonly answers: number; readonly questions: number; readonly students: number },
  { upTo, deletedAt, days }: { readonly upTo: number; readonly deletedAt: number; readonly days: number },
): Reply {
  const parts = [
    [rows.checks, "check", "checks"],
    [rows.answers, "answer", "answers"],
    [rows.questions, "question to the staff", "questions to the staff"],
    [rows.students, "row of the roster", "rows of the roster"],
  ] as const;
  const what = parts.flatMap(([number, one, many]) => (number === 0 ? [] : [`${count(number)} ${number === 1 ? one : many}`])).join(", ");
  return {
    ...doneReply("Old answers will be deleted", [
      `On ${timestamp(deletedAt, "f")}: ${what}, from before ${timestamp(upTo, "f")}. The host keeps answers for ${count(days)} days.`,
      "If you still need the scores, use `/gradebook export` and `/gradebook answers` before then.",
    ]),
    audience: "everyone",
  };
}

interface AuditEntry {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly person: string | null;
  readonly details: unknown;
}

/** The newest actions, and all of them as a file. */
export function auditReply(actions: readonly AuditEntry[], shown: number): Reply {
  if (actions.length === 0) return doneReply("What was changed", ["Nothing yet."]);
  const lines = actions.slice(0, shown).map(({ at, actor, action, person, details }) => {
    const about = person === null ? "" : ` about ${whoOf(person)}`;
    return `${timestamp(at, "f")} ${whoOf(actor)}: **${action}**${about}${detailWords(details)}`;
  });
  const table = csv(
    ["time", "who", "action", "about", "details"],
    actions.map(({ at, actor, action, person, details }) => [new Date(at).toISOString(), actor, action, person, JSON.stringify(details)]),
  );
  return {
    ...doneReply(`What was changed: ${actions.length === 1 ? "1 action" : `${count(actions.length)} actions`}`, [
      ...lines,
      ...(actions.length > shown ? [`The file has all ${count(actions.length)}.`] : []),
    ]),
    files: [{ filename: "audit.csv", parts: [table], numbers: noNumbers, description: "Time, who, action, about whom, details" }],
  };
}

/** A person by their id; the bot itself, and a deleted record, by words. */
const whoOf = (id: string): string => (/^\d+$/u.test(id) ? `<@${id}>` : id === "factor-ta" ? "the bot" : id.startsWith("gone-") ? "somebody whose record was deleted" : plain(id));

function detailWords(details: unknown): string {
  if (typeof details !== "object" || details === null) return "";
  const words = Object.entries(details).map(([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`).join(", ");
  return words === "" ? "" : ` (${plain(words.length > 120 ? `${[...words].slice(0, 119).join("")}…` : words)})`;
}
