import { success } from "../outcome.ts";
import { helpReply } from "../render/replies/help.ts";
import { defineCommand } from "./command.ts";
import { chapterParts } from "./world.ts";

export const help = defineCommand({
  name: "help",
  part: "Questions",
  description: "What to try, grouped as the chapter is",
  options: {},
  run({ commandList, asker }) {
    const mine = commandList.filter(({ audience }) => audience === "everyone" || asker.managesServer);
    return success(
      helpReply(
        chapterParts
          .map((part) => ({ part, commands: mine.filter((command) => command.part === part) }))
          .filter(({ commands }) => commands.length > 0),
      ),
    );
  },
});
