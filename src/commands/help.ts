import { success } from "../outcome.ts";
import { helpReply } from "../render/replies/help.ts";
import { defineCommand } from "./command.ts";
import { isInstructor } from "./instructor.ts";
import { chapterParts } from "./app-context.ts";

export const help = defineCommand({
  name: "help",
  firstOffered: 2,
  part: "Questions",
  description: "What to try, grouped as the chapter is",
  example: "/help",
  asking: {
    about: "course",
    confidence: 0.95,
    besideAsset: "words",
    words:
      /^(?:please |pls )?(?:help|commands?|menu|\?)(?: please| pls| me)?\W*$|\bwhat (?:all )?(?:can|could|are) (?:you|this|i|we|the bot)(?: able to)?(?: \w+)? (?:do|ask|offer|type|try)\b|\bhow (?:do|can|should|does|to) .*\b(?:use (?:this|the|you)|(?:this|the) (?:bot|thing|assistant))\b|\b(?:list|show|see|all|which|what)\b.*\b(?:commands?|features)\b|\bshow me around\b|\bget(?:ting)? started\b|\bwhere (?:to|do i|should i|can i) (?:begin|start)\b|\b(?:what|which) (?:kinds? of |sorts? of )?(?:questions|things)\b.*\b(?:you|ask)\b|\bi need (?:some )?help$/u,
  },
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
