import { attemptAsync } from "../outcome.ts";
import { accommodationsReply, accommodatedReply } from "../render/replies/accommodations.ts";
import { defineCommand } from "./command.ts";
import { choice } from "./options/kinds.ts";
import { mention } from "./options/mention.ts";
import { optional } from "./options/option.ts";

export const rosterTime = defineCommand({
  part: "Course",
  audience: "instructors",
  name: "roster time",
  description: "More time for a student at every check, like × 1.5, said once; without a student: who has it",
  options: {
    student: optional(mention("user", "Who has more time; left out: the list")),
    times: optional(choice("Times the class's time; 1: as long as the class", ["1", "1.25", "1.5", "1.75", "2", "3"])),
  },
  run: ({ options: { student, times }, asker, place, now, store: openStore }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      const guild = place.guildId ?? "";
      if (student === null) return accommodationsReply(await store.accommodations.list(guild));
      const factor = Number(times ?? "1.5");
      await store.accommodations.set(guild, { person: student, factor, by: asker.id, at: now() });
      return accommodatedReply(student, factor);
    }),
});
