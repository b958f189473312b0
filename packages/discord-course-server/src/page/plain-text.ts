/** A message in words alone, as it is read out when it comes. */
import type { APIComponentInMessageActionRow, APIEmbed, APIMessage, APIMessageTopLevelComponent } from "discord-api-types/v10";
import { parseMarkdown, type Block } from "./markdown.ts";
import type { Inline } from "./markdown-inline.ts";
import { hasFlag, nameOf, type Room } from "./room.ts";
import { timestamp } from "./times.ts";

export function plainMessage(message: APIMessage, room: Room): string {
  const author = nameOf(room, message.author.id) ?? message.author.username;
  if (hasFlag(message, "loading")) return `${author} is thinking`;
  const parts = [
    hasFlag(message, "ephemeral") ? "Only you can see this" : "",
    plain(message.content, room),
    ...message.embeds.map((embed) => plainEmbed(embed, room)),
    ...message.attachments.map(({ filename, description }) => `File ${filename}${description ? `: ${description}` : ""}`),
    ...(message.components ?? []).map((component) => plainComponent(component, room)),
  ];
  return `${author}: ${parts.filter((part) => part !== "").join(". ")}`;
}

function plainEmbed(embed: APIEmbed, room: Room): string {
  const picture = embed.image as { readonly description?: string } | undefined;
  const parts = [
    plain(embed.title ?? "", room),
    plain(embed.description ?? "", room),
    ...(embed.fields ?? []).map(({ name, value }) => `${plain(name, room)}: ${plain(value, room)}`),
    picture?.description ? `Picture: ${picture.description}` : "",
  ];
  return parts.filter((part) => part !== "").join(". ");
}

function plainComponent(component: APIMessageTopLevelComponent | APIComponentInMessageActionRow, room: Room): string {
  if ("content" in component) return plain(component.content, room);
  if ("components" in component) {
    return component.components.map((each) => plainComponent(each as APIMessageTopLevelComponent, room)).filter(Boolean).join(". ");
  }
  return "label" in component && component.label ? `Button ${component.label}` : "";
}

/** Markdown without its marks; what a spoiler hides stays unsaid. */
export const plain = (source: string, room: Room): string => plainBlocks(parseMarkdown(source), room);

const plainBlocks = (blocks: readonly Block[], room: Room): string => blocks.map((block) => plainBlock(block, room)).join(". ");

function plainBlock(block: Block, room: Room): string {
  switch (block.kind) {
    case "code":
      return block.text;
    case "quote":
      return plainBlocks(block.blocks, room);
    case "list":
      return block.items.map((item) => plainBlocks(item, room)).join(". ");
    case "text":
    case "heading":
    case "subtext":
      return plainInlines(block.children, room);
  }
}

const plainInlines = (inlines: readonly Inline[], room: Room): string => inlines.map((inline) => plainInline(inline, room)).join("");

function plainInline(inline: Inline, room: Room): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text;
    case "spoiler":
      return "spoiler";
    case "mention":
      return nameOf(room, inline.id) ?? inline.id;
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
      return plainInlines(inline.children, room);
  }
}
