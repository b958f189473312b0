import { success } from "../outcome.ts";
import { helpReply } from "../render/replies/help.ts";
import { defineCommand } from "./command.ts";
import { isInstructor } from "./instructor.ts";
import { chapterParts } from "./app-context.ts";

export const help = defineCommand({
  name: "help",
  part: "Questions",
  description: "What to try, grouped as the chapter is",
  options: {},
  async run({ commandList, asker, place, store }) {
    const opened = await store();
    const instructs = opened.ok ? await isInstructor(asker, place, opened.value) : asker.managesServer;
    const mine = commandList.filter(
      ({ audience }) => audience === "everyone" || (audience === "instructors" ? instructs : asker.managesServer),
    );
    return success(
      helpReply(
        chapterParts
          .map((part) => ({ part, commands: mine.filter((command) => command.part === part) }))
          .filter(({ commands }) => commands.length > 0),
      ),
    );
  },
});
