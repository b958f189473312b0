/** A message in words alone, as it is read out when it comes. */
import type { APIComponentInMessageActionRow, APIEmbed, APIMessage, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { parseMarkdown, type Block } from "./markdown.ts";
import type { Inline } from "./markdown-inline.ts";
import { hasFlag, nameOf, type ChannelState } from "./channel-state.ts";
import { timestamp } from "./times.ts";

export function plainMessage(message: APIMessage, state: ChannelState): string {
  const author = nameOf(state, message.author.id) ?? message.author.username;
  if (hasFlag(message, "loading")) return `${author} is thinking`;
  const parts = [
    hasFlag(message, "ephemeral") ? "Only you can see this" : "",
    plain(message.content, state),
    ...message.embeds.map((embed) => plainEmbed(embed, state)),
    ...message.attachments.map(({ filename, description }) => `File ${filename}${description ? `: ${description}` : ""}`),
    ...(message.components ?? []).map((component) => plainComponent(component, state)),
  ];
  return `${author}: ${parts.filter((part) => part !== "").join(". ")}`;
}

function plainEmbed(embed: APIEmbed, state: ChannelState): string {
  const picture = embed.image as { readonly description?: string } | undefined;
  const parts = [
    plain(embed.title ?? "", state),
    plain(embed.description ?? "", state),
    ...(embed.fields ?? []).map(({ name, value }) => `${plain(name, state)}: ${plain(value, state)}`),
    picture?.description ? `Picture: ${picture.description}` : "",
  ];
  return parts.filter((part) => part !== "").join(". ");
}

function plainComponent(component: APIMessageTopLevelComponent | APIComponentInMessageActionRow, state: ChannelState): string {
  if ("content" in component) return plain(component.content, state);
  if ("components" in component) {
    return component.components.map((each) => plainComponent(each as APIMessageTopLevelComponent, state)).filter(Boolean).join(". ");
  }
  return "label" in component && component.label ? `Button ${component.label}` : "";
}

/** Markdown without its marks; what a spoiler hides stays unsaid. */
export const plain = (source: string, state: ChannelState): string => plainBlocks(parseMarkdown(source), state);

const plainBlocks = (blocks: readonly Block[], state: ChannelState): string => blocks.map((block) => plainBlock(block, state)).join(". ");

function plainBlock(block: Block, state: ChannelState): string {
  switch (block.kind) {
    case "code":
      return block.text;
    case "quote":
      return plainBlocks(block.blocks, state);
    case "list":
      return block.items.map((item) => plainBlocks(item, state)).join(". ");
    case "text":
    case "heading":
    case "subtext":
      return plainInlines(block.children, state);
  }
}

const plainInlines = (inlines: readonly Inline[], state: ChannelState): string => inlines.map((inline) => plainInline(inline, state)).join("");

function plainInline(inline: Inline, state: ChannelState): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "spoiler":
      return "spoiler";
    case "mention":
      return nameOf(state, inline.id) ?? inline.id;
    case "command":
      return `/${inline.name}`;
    case "emoji":
      return inline.name;
    case "time":
      return timestamp(new Date(inline.seconds * 1000), inline.style, new Date());
    case "bold":
    case "italic":
    case "underline":
    case "strike":
    case "link":
      return plainInlines(inline.children, state);
  }
}
