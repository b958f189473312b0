import { cut } from "../message.ts";
import { reply, type Reply } from "../reply.ts";

/** The commands by part of the chapter, one line each; first steps as buttons. */
export function helpReply(
  parts: readonly {
    readonly part: string;
    readonly commands: readonly { readonly name: string; readonly description: string }[];
  }[],
): Reply {
  const blocks = parts.map(({ part, commands }) =>
    [`**${part}**`, ...commands.map(({ name, description }) => `\`/${name}\` ${description}`)].join("\n"),
  );
  return reply({
    embed: {
      title: "What you can ask me",
      description: cut(["Type `/` and choose, or start with a button below.", ...blocks].join("\n\n"), 4096),
      color: 0x0072b2,
      footer: { text: "β, α and ratios come with their intervals, every reply with the line it can be made again from." },
    },
    nextSteps: [
      { label: "/beta JPM", command: "beta", options: { ticker: "JPM" }, style: "primary" },
      { label: "What is β?", command: "explain", options: { topic: "beta" } },
      { label: "Which data are loaded?", command: "data list", options: {} },
      { label: "Does it reproduce the chapter?", command: "selftest", options: {} },
    ],
    audience: "asker",
    result: { parts },
  });
}
