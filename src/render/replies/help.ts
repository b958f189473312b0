import { plain } from "../plain.ts";
import { reply, type CommandCall, type Menu, type Reply } from "../reply.ts";

/** A command as /help tells of it. */
interface ToldCommand {
  readonly name: string;
  readonly description: string;
}

interface CommandGroup {
  readonly title: string;
  readonly commands: readonly ToldCommand[];
}

/**
 * The commands by what they are for, one line a group; what each does is in the menu.
 * @param modelHost - the machine whose language model may see a question; null where there is none
 */
export function helpReply(groups: readonly CommandGroup[], menu: readonly ToldCommand[], modelHost: string | null = null): Reply {
  return reply({
    embed: {
      title: "What you can ask me",
      description: [...groups.map(({ title, commands }) => `**${title}** ${commands.map(({ name }) => `\`/${name}\``).join(" ")}`), ...(modelHost === null ? [] : ["", modelLine(modelHost)])].join("\n"),
      color: blue,
      footer: { text: "Type / and choose, or ask in your own words: /ask is JPM's alpha significant" },
    },
    nextSteps: [
      { label: "/beta JPM", command: "beta", options: { ticker: "JPM" }, style: "primary" },
      { label: "What is β?", command: "explain", options: { topic: "beta" } },
      { label: "Which data are loaded?", command: "data list", options: {} },
      { label: "Does it reproduce the chapter?", command: "selftest", options: {} },
    ],
    menu: menuOf(menu),
    audience: "asker",
    result: { groups },
  });
}

const modelLine = (host: string): string => `-# When I'm not sure what a question means, I ask a language model at ${plain(host)}: it gets the question, not who asked, and can only choose one of my replies. Commands that you type are never sent.`;

const menuOf = (commands: readonly ToldCommand[]): Menu => ({
  placeholder: "What does a command do?",
  command: "help",
  options: {},
  choices: commands.map(({ name, description }) => ({ value: name, label: `/${name}`, description })),
});

/** One command: what it answers, and its options in the order in which they are typed. */
export function commandHelpReply(
  command: ToldCommand & { readonly options: readonly { readonly name: string; readonly description: string; readonly required: boolean }[] },
  example: (CommandCall & { readonly typed: string }) | null,
): Reply {
  const linesOf = (required: boolean) => command.options.filter((option) => option.required === required).map(({ name, description }) => `\`${name}\` ${description}`);
  const added = linesOf(false);
  const options = [...linesOf(true), ...(added.length === 0 ? [] : ["**You can add**", ...added])];
  return reply({
    embed: {
      title: `/${command.name}`,
      description: [command.description, ...(options.length === 0 ? [] : ["", ...options])].join("\n"),
      color: blue,
      footer: { text: options.length === 0 ? "It has no options." : `Typed plainly too, as in ${example?.typed ?? `/${command.name}`}` },
    },
    nextSteps: [
      ...(example ? [{ label: example.typed, command: example.command, options: example.options, style: "primary" } as const] : []),
      { label: "All commands", command: "help", options: {} },
    ],
    audience: "asker",
    result: { command: command.name },
  });
}

const blue = 0x0072b2;
