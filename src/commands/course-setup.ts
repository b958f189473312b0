import { attemptAsync, failure, type Outcome } from "../outcome.ts";
import type { Problem } from "../render/problem.ts";
import { courseReply } from "../render/replies/course.ts";
import type { AppContext } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { mention } from "./options/mention.ts";
import { yesOrNo } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { timeZone } from "./options/time-zone.ts";

export const courseSetup = defineCommand({
  name: "course setup",
  part: "Course",
  audience: "managers",
  description: "Who instructs, where staff questions and checks go, the time zone, whether checks hide their keys",
  options: {
    role: optional(mention("role", "Members of this role are instructors")),
    staff: optional(mention("channel", "Where questions to the class staff go: a channel, in threads, or a forum")),
    class: optional(mention("channel", "The class's channel: where checks are posted, wherever they are typed")),
    timezone: optional(timeZone("The course's clocks, like America/New_York; for closes:\"Friday 5pm\"")),
    keep_questions: optional(yesOrNo("true: keeps what /ask did not understand as it was typed, without who asked")),
    hide_keys: optional(yesOrNo("true: while a check is open, no command says its key to a student")),
    reminders: optional(yesOrNo("true: the class reads when a check of six hours or more closes soon")),
  },
  run: ({ options, asker, place, now, store: openStore, sideEffects }) =>
    attemptAsync(async function* () {
      const { courses } = yield* await openStore();
      const guild = place.guildId ?? "";
      const { role } = options;
      // The role of everybody has the server's own id.
      if (role !== null && (role === guild || role === "everyone")) yield* failure({ kind: "unusable-setting", option: "role", reason: "everyone", asked: role });
      if (options.staff !== null) yield* await usableChannel("staff", options.staff, guild, ["text", "forum"], sideEffects);
      if (options.class !== null) yield* await usableChannel("class", options.class, guild, ["text"], sideEffects);
      const changes = {
        ...(role === null ? {} : { instructorRole: role }),
        ...(options.staff === null ? {} : { staffChannel: options.staff }),
        ...(options.class === null ? {} : { classChannel: options.class }),
        ...(options.timezone === null ? {} : { timeZone: options.timezone }),
        ...(options.keep_questions === null ? {} : { keepQuestions: options.keep_questions }),
        ...(options.hide_keys === null ? {} : { hideKeys: options.hide_keys }),
        ...(options.reminders === null ? {} : { closingReminders: options.reminders }),
      };
      const changed = Object.keys(changes).length > 0;
      const settings = changed ? await courses.updateSettings(guild, changes, { by: asker.id, at: now() }) : await courses.settings(guild);
      return courseReply(settings, changed);
    }),
});

async function usableChannel(
  option: string,
  channel: string,
  guild: string,
  kinds: readonly string[],
  sideEffects: AppContext["sideEffects"],
): Promise<Outcome<null, Problem>> {
  return attemptAsync(async function* () {
    const kind = await sideEffects.channelKind(guild, channel);
    if (kind === null || !kinds.includes(kind)) yield* failure({ kind: "unusable-setting", option, reason: "no-channel", asked: channel });
    return null;
  });
}
