import { success } from "../outcome.ts";
import { courseReply } from "../render/replies/course.ts";
import { defineCommand } from "./command.ts";
import { mention } from "./options/mention.ts";
import { yesOrNo } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

export const courseSetup = defineCommand({
  name: "course setup",
  part: "Course",
  audience: "managers",
  description: "Who instructs, where staff questions go, and whether open checks hide their keys",
  options: {
    role: optional(mention("role", "Members of this role are instructors")),
    staff: optional(mention("channel", "Where questions to the class staff go")),
    class: optional(mention("channel", "The class's channel")),
    hide_keys: optional(yesOrNo("true: while a check is open, no command says its key to a student")),
  },
  async run({ options, asker, place, now, store }) {
    const opened = await store();
    if (!opened.ok) return opened;
    const { courses } = opened.value;
    const guild = place.guildId ?? "";
    const changes = {
      ...(options.role === null ? {} : { instructorRole: options.role }),
      ...(options.staff === null ? {} : { staffChannel: options.staff }),
      ...(options.class === null ? {} : { classChannel: options.class }),
      ...(options.hide_keys === null ? {} : { hideKeys: options.hide_keys }),
    };
    const changed = Object.keys(changes).length > 0;
    const settings = changed ? await courses.updateSettings(guild, changes, { by: asker.id, at: now() }) : await courses.settings(guild);
    return success(courseReply(settings, changed));
  },
});
