import { reply, type Reply } from "../reply.ts";

const color = 0x0072b2;

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
  const [first = "", ...further] = pagesOf(["Type `/` and choose, or start with a button below.", ...blocks]);
  const footer = { text: "β, α and ratios come with their intervals, every reply with the line it can be made again from." };
  const made = reply({
    embed: { title: "What you can ask me", description: first, color },
    nextSteps: [
      { label: "/beta JPM", command: "beta", options: { ticker: "JPM" }, style: "primary" },
      { label: "What is β?", command: "explain", options: { topic: "beta" } },
      { label: "Which data are loaded?", command: "data list", options: {} },
      { label: "Does it reproduce the chapter?", command: "selftest", options: {} },
    ],
    audience: "asker",
    result: { parts },
  });
  const embeds = [...made.embeds, ...further.map((description) => ({ description, color }))];
  return { ...made, embeds: embeds.map((embed, index) => (index === embeds.length - 1 ? { ...embed, footer } : embed)) };
}

/** An embed takes 4,096 characters, and a command's mention is some twenty longer than its name. */
const pageLength = 2_900;

/** Blocks in as few embeds as they need, none of them cut: an instructor's commands are more than one holds. */
function pagesOf(blocks: readonly string[]): readonly string[] {
  const pages: string[] = [];
  for (const block of blocks) {
    const last = pages.at(-1);
    if (last === undefined || last.length + block.length > pageLength) pages.push(block);
    else pages[pages.length - 1] = `${last}\n\n${block}`;
  }
  return pages;
}
