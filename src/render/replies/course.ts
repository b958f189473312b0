import type { Reply } from "../reply.ts";
import { doneReply } from "./check.ts";

/** A course's settings, for who manages the server. */
export function courseReply(
  settings: {
    readonly instructorRole: string | null;
    readonly staffChannel: string | null;
    readonly classChannel: string | null;
    readonly hideKeys: boolean;
    readonly timeZone: string | null;
  },
  changed: boolean,
): Reply {
  const { instructorRole, staffChannel, classChannel, hideKeys, timeZone } = settings;
  return doneReply(changed ? "The course is set up" : "How the course is set up", [
    `**Instructors** ${instructorRole === null ? "whoever may manage this server" : `<@&${instructorRole}>, and whoever may manage this server`}`,
    `**Staff channel** ${staffChannel === null ? "none yet, so questions to the staff are posted where they are asked: `/course setup staff:#…`" : `<#${staffChannel}>: questions to the staff go there, each with its thread`}`,
    `**Class channel** ${classChannel === null ? "where a command is asked" : `<#${classChannel}>: checks are posted there`}`,
    `**Time zone** ${timeZone ?? "UTC; `/course setup timezone:America/New_York` changes it"}`,
    `**While a check is open** ${hideKeys ? "its key is not said to students: they get the hint instead" : "commands answer as always, its key included"}`,
  ]);
}
