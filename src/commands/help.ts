import { nearestIds } from "../datasets/nearest-ids.ts";
import { failure, success } from "../outcome.ts";
import { commandHelpReply, helpReply } from "../render/replies/help.ts";
import type { CommandCall } from "../render/reply.ts";
import type { ChapterPart } from "./app-context.ts";
import { defineCommand, type Question } from "./command.ts";
import { isInstructor } from "./instructor.ts";
import { matchingChoices, text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

export const help = defineCommand({
  name: "help",
  firstOffered: 2,
  part: "Questions",
  description: "What to try, and what a command does",
  example: "/help",
  asking: {
    about: "course",
    words:
      /^(?:please |pls )?(?:help|commands?|menu|\?)(?: please| pls| me)?\W*$|\bwhat (?:all )?(?:can|could|are) (?:you|this|i|we|the bot)(?: able to)?(?: \w+)? (?:do|ask|offer|type|try)\b|\bhow (?:do|can|should|does|to) .*\b(?:use (?:this|the|you)|(?:this|the) (?:bot|thing|assistant))\b|\b(?:list|show|see|all|which|what)\b.*\b(?:commands?|features)\b|\bshow me around\b|\bget(?:ting)? started\b|\bwhere (?:to|do i|should i|can i) (?:begin|start)\b|\b(?:what|which) (?:kinds? of |sorts? of )?(?:questions|things)\b.*\b(?:you|ask)\b|\bi need (?:some )?help$/u,
  },
  options: {
    choice: optional({
      ...text("A command to tell more of, like hedge", 60),
      rest: "prose",
      suggest: (typed, { commandList }) => matchingChoices(commandList.filter(({ audience }) => audience === "everyone").map(({ name }) => ({ name: `/${name}`, value: name })), typed),
    }),
  },
  async run({ options, commandList, parse, asker, place, store, hostedModel }) {
    const opened = await store();
    const instructs = opened.ok ? await isInstructor(asker, place, opened.value) : asker.managesServer;
    const mine = commandList.filter(
      ({ audience }) => audience === "everyone" || (audience === "instructors" ? instructs : asker.managesServer),
    );
    if (options.choice === null) {
      const titled = groups.map(({ title, parts }) => ({ title, commands: mine.filter(({ part }) => parts.includes(part)) }));
      return success(helpReply(titled.filter(({ commands }) => commands.length > 0), commandList.filter(({ audience, name }) => audience === "everyone" && name !== "help"), hostedModel?.host ?? null));
    }
    const asked = options.choice.replace(/^\//u, "").trim().toLowerCase();
    // "beta monthly" is about the command that it begins with.
    const command = mine.find(({ name }) => name === asked) ?? mine.find(({ name }) => asked.startsWith(`${name} `));
    if (!command) return failure({ kind: "unknown-command", asked, nearest: nearestIds(asked, mine.map(({ name }) => ({ id: name, name }))) });
    const told = Object.entries(command.options).map(([name, { description, required }]) => ({ name, description, required }));
    return success(commandHelpReply({ ...command, options: told }, exampleOf(command, parse)));
  },
});

/** The command's own first thing to try, or what it says of one asset; none of one that needs more than that. */
function exampleOf({ name, example, options }: Question<unknown>["commandList"][number], parse: Question<unknown>["parse"]): (CommandCall & { readonly typed: string }) | null {
  const required = Object.entries(options).filter(([, option]) => option.required).map(([option]) => option);
  const typed = example ?? (required.join() === "ticker" ? `/${name} JPM` : required.length === 0 ? `/${name}` : null);
  const call = typed === null ? null : parse(typed);
  return typed !== null && call?.ok ? { ...call.value, typed } : null;
}

/** Six lines: the chapter's parts, neighbours together. */
const groups: readonly { readonly title: string; readonly parts: readonly ChapterPart[] }[] = [
  { title: "Co-movement", parts: ["Co-movement", "Frequency and time"] },
  { title: "Returns and risk", parts: ["Expected returns", "Performance", "Variance"] },
  { title: "Positions", parts: ["Tracking and hedging", "Risk budgets"] },
  { title: "Exercises", parts: ["Exercises"] },
  { title: "Questions", parts: ["Questions"] },
  { title: "Course", parts: ["Course"] },
];
