/** Discord's Markdown on the page. */
import { slashCommand } from "./command-line.ts";
import type { Block } from "./markdown.ts";
import { parseMarkdown } from "./markdown.ts";
import { parseInline, type Inline } from "./markdown-inline.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { nameOf, type ChannelState } from "./channel-state.ts";
import { fullMoment, timestamp } from "./times.ts";

export const markdown = (source: string, state: ChannelState): readonly Node[] => parseMarkdown(source).map((block) => blockNode(block, state));

/** One line's worth: titles and names of fields. */
export const inlineMarkdown = (source: string, state: ChannelState): readonly Node[] => inlineNodes(parseInline(source), state);

function blockNode(block: Block, state: ChannelState): Node {
  switch (block.kind) {
    case "text":
      return element("p", { class: "text" }, ...inlineNodes(block.children, state));
    case "heading":
      // The page's own headings come before these: what Discord calls 1 is the page's third level.
      return element(`h${(block.level + 2) as 3 | 4 | 5}`, { class: `heading heading-${block.level}` }, ...inlineNodes(block.children, state));
    case "subtext":
      return element("p", { class: "subtext" }, ...inlineNodes(block.children, state));
    case "quote":
      return element("blockquote", {}, ...block.blocks.map((each) => blockNode(each, state)));
    case "list": {
      const items = block.items.map((item) => element("li", {}, ...item.map((each) => blockNode(each, state))));
      return block.first === null ? element("ul", {}, ...items) : element("ol", { start: block.first }, ...items);
    }
    case "code":
      return element("pre", { tabindex: 0, role: "region", "aria-label": codeLabel(block.language) }, element("code", {}, block.text));
  }
}

const codeLabel = (language: string): string => (language === "" ? "Code" : `Code in ${language}`);

const inlineNodes = (inlines: readonly Inline[], state: ChannelState): readonly Node[] => inlines.map((each) => inlineNode(each, state));

function inlineNode(inline: Inline, state: ChannelState): Node {
  switch (inline.kind) {
    case "text":
      return document.createTextNode(inline.text);
    case "code":
      return element("code", { class: "inline-code" }, inline.text);
    case "bold":
      return element("strong", {}, ...inlineNodes(inline.children, state));
    case "italic":
      return element("em", {}, ...inlineNodes(inline.children, state));
    case "underline":
      return element("u", {}, ...inlineNodes(inline.children, state));
    case "strike":
      return element("s", {}, ...inlineNodes(inline.children, state));
    case "spoiler":
      return spoiler(inlineNodes(inline.children, state));
    case "link":
      return element("a", { href: inline.url, target: "_blank", rel: "noopener noreferrer" }, ...inlineNodes(inline.children, state));
    case "mention":
      return element("span", { class: "mention" }, mentionText(inline.of, inline.id, state));
    case "command":
      return commandMention(inline.name, state);
    case "time": {
      const moment = new Date(inline.seconds * 1000);
      const isRelative = inline.style === "R";
      return element(
        "time",
        { class: isRelative ? "moment relative" : "moment", datetime: moment.toISOString(), title: fullMoment(moment) },
        timestamp(moment, inline.style, new Date()),
      );
    }
    case "emoji":
      return document.createTextNode(`:${inline.name}:`);
  }
}

function mentionText(of: Extract<Inline, { kind: "mention" }>["of"], id: string, state: ChannelState): string {
  if (of === "channel") return `#${state.channels.find((channel) => channel.id === id)?.name ?? "unknown"}`;
  return `@${of === "everyone" ? id : (nameOf(state, id) ?? (of === "role" ? "role" : "unknown"))}`;
}

/** Pressed, it stands in the composer, where its options are filled in; one that is not registered here is only text. */
function commandMention(name: string, { commands }: ChannelState): HTMLElement {
  return slashCommand(name, commands) ? element("button", { class: "mention command-mention", type: "button", "data-command": name }, `/${name}`) : element("span", { class: "mention" }, `/${name}`);
}

/** Covered until it is pressed; a reader of the page hears "Spoiler" first. */
function spoiler(inside: readonly Node[]): HTMLElement {
  const content = element("span", { class: "spoiler-content", hidden: true }, ...inside);
  const cover = element("button", { class: "spoiler", type: "button", "aria-expanded": "false" }, "Spoiler", icon("eye"));
  const whole = element("span", { class: "spoiler-frame" }, cover, content);
  cover.addEventListener("click", () => {
    content.hidden = !content.hidden;
    cover.setAttribute("aria-expanded", String(!content.hidden));
    cover.classList.toggle("open", !content.hidden);
  });
  return whole;
}
