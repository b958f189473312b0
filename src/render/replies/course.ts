import type { Reply } from "../reply.ts";
import { doneReply } from "./check.ts";

/** A course's settings, for who manages the server. */
export function courseReply(
  settings: {
    readonly instructorRole: string | null;
    readonly staffChannel: string | null;
    readonly classChannel: string | null;
    readonly hideKeys: boolean;
  },
  changed: boolean,
): Reply {
  const { instructorRole, staffChannel, classChannel, hideKeys } = settings;
  return doneReply(changed ? "The course is set up" : "How the course is set up", [
    `**Instructors** ${instructorRole === null ? "whoever may manage this server" : `<@&${instructorRole}>, and whoever may manage this server`}`,
    `**Staff channel** ${staffChannel === null ? "none yet: `/course setup staff:#…`" : `<#${staffChannel}>`}`,
    `**Class channel** ${classChannel === null ? "where a command is asked" : `<#${classChannel}>`}`,
    `**While a check is open** ${hideKeys ? "its key is not said to students: they get the hint instead" : "commands answer as always, its key included"}`,
  ]);
}
