/** Discord's Markdown on the page. */
import type { Block } from "./markdown.ts";
import { parseMarkdown } from "./markdown.ts";
import { parseInline, type Inline } from "./markdown-inline.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { nameOf, type Room } from "./room.ts";
import { fullMoment, timestamp } from "./times.ts";

export const markdown = (source: string, room: Room): readonly Node[] => parseMarkdown(source).map((block) => blockNode(block, room));

/** One line's worth: titles and names of fields. */
export const inlineMarkdown = (source: string, room: Room): readonly Node[] => inlineNodes(parseInline(source), room);

function blockNode(block: Block, room: Room): Node {
  switch (block.kind) {
    case "text":
      return element("p", { class: "text" }, ...inlineNodes(block.children, room));
    case "heading":
      // The page's own headings come before these: what Discord calls 1 is the page's third level.
      return element(`h${(block.level + 2) as 3 | 4 | 5}`, { class: `heading heading-${block.level}` }, ...inlineNodes(block.children, room));
    case "subtext":
      return element("p", { class: "subtext" }, ...inlineNodes(block.children, room));
    case "quote":
      return element("blockquote", {}, ...block.blocks.map((each) => blockNode(each, room)));
    case "list": {
      const items = block.items.map((item) => element("li", {}, ...item.map((each) => blockNode(each, room))));
      return block.first === null ? element("ul", {}, ...items) : element("ol", { start: block.first }, ...items);
    }
    case "code":
      return element("pre", { tabindex: 0, role: "region", "aria-label": codeLabel(block.language) }, element("code", {}, block.text));
  }
}

const codeLabel = (language: string): string => (language === "" ? "Code" : `Code in ${language}`);

const inlineNodes = (inlines: readonly Inline[], room: Room): readonly Node[] => inlines.map((each) => inlineNode(each, room));

function inlineNode(inline: Inline, room: Room): Node {
  switch (inline.kind) {
    case "text":
      return document.createTextNode(inline.text);
    case "code":
      return element("code", { class: "inline-code" }, inline.text);
    case "bold":
      return element("strong", {}, ...inlineNodes(inline.children, room));
    case "italic":
      return element("em", {}, ...inlineNodes(inline.children, room));
    case "underline":
      return element("u", {}, ...inlineNodes(inline.children, room));
    case "strike":
      return element("s", {}, ...inlineNodes(inline.children, room));
    case "spoiler":
      return spoiler(inlineNodes(inline.children, room));
    case "link":
      return element("a", { href: inline.url, target: "_blank", rel: "noopener noreferrer" }, ...inlineNodes(inline.children, room));
    case "mention":
      return element("span", { class: "mention" }, mentionText(inline.of, inline.id, room));
    case "command":
      return element("span", { class: "mention" }, `/${inline.name}`);
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

function mentionText(of: Extract<Inline, { kind: "mention" }>["of"], id: string, room: Room): string {
  if (of === "channel") return `#${room.places.find((place) => place.id === id)?.name ?? "unknown"}`;
  return `@${of === "everyone" ? id : (nameOf(room, id) ?? (of === "role" ? "role" : "unknown"))}`;
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
