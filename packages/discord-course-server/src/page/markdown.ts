/**
 * Discord's Markdown as a tree. Blocks first (code, headings, subtext, quotes, lists, and lines of
 * text between them), then what stands inside a line. Nothing here touches the page.
 */
import { type Inline, parseInline } from "./markdown-inline.ts";

export type Block =
  | { readonly kind: "text"; readonly children: readonly Inline[] }
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: "subtext"; readonly children: readonly Inline[] }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "list"; readonly first: number | null; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "code"; readonly language: string; readonly text: string };

const fence = /```(?:([\w+#.-]+)\n)?\n?([\s\S]*?)\n?```/;
const listItem = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

export function parseMarkdown(source: string): readonly Block[] {
  const code = fence.exec(source);
  if (code === null) return parseLines(source.split("\n"));
  const before = source.slice(0, code.index).replace(/\n$/, "");
  const after = source.slice(code.index + code[0].length).replace(/^\n/, "");
  return [
    ...parseLines(before === "" ? [] : before.split("\n")),
    { kind: "code", language: code[1] ?? "", text: code[2] ?? "" },
    ...(after === "" ? [] : parseMarkdown(after)),
  ];
}

function parseLines(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const endText = (): void => {
    const text = plain.join("\n");
    if (text.trim() !== "") blocks.push({ kind: "text", children: parseInline(text) });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const found = blockAt(lines, at);
    if (found === null) {
      plain.push(lines[at] ?? "");
      at += 1;
    } else {
      endText();
      blocks.push(found.block);
      at = found.end;
    }
  }
  endText();
  return blocks;
}

interface Found {
  readonly block: Block;
  /** The line after it. */
  readonly end: number;
}

function blockAt(lines: readonly string[], at: number): Found | null {
  const line = lines[at] ?? "";
  const heading = /^(#{1,3}) +(.+)$/.exec(line);
  if (heading) {
    const [, marks = "#", title = ""] = heading;
    return { block: { kind: "heading", level: marks.length as 1 | 2 | 3, children: parseInline(title) }, end: at + 1 };
  }
  const subtext = /^-# +(.+)$/.exec(line);
  if (subtext) return { block: { kind: "subtext", children: parseInline(subtext[1] ?? "") }, end: at + 1 };
  if (line.startsWith(">>> ")) {
    const rest = [line.slice(4), ...lines.slice(at + 1)];
    return { block: { kind: "quote", blocks: parseLines(rest) }, end: lines.length };
  }
  if (line.startsWith("> ")) {
    const end = endOf(lines, at, (each) => each.startsWith("> "));
    return { block: { kind: "quote", blocks: parseLines(lines.slice(at, end).map((each) => each.slice(2))) }, end };
  }
  return listItem.test(line) ? listAt(lines, at) : null;
}

/** Items of one indentation; what is indented more belongs to the item above it. */
function listAt(lines: readonly string[], at: number): Found {
  const [, indent = "", marker = ""] = listItem.exec(lines[at] ?? "") ?? [];
  const ordered = marker.endsWith(".");
  const items: string[][] = [];
  const end = endOf(lines, at, (each) => {
    const item = listItem.exec(each);
    const [, itsIndent = "", itsMarker = "", words = ""] = item ?? [];
    if (item && itsIndent.length <= indent.length) {
      if (itsIndent.length < indent.length || itsMarker.endsWith(".") !== ordered) return false;
      items.push([words]);
      return true;
    }
    const inside = item !== null || (each.startsWith(`${indent}  `) && each.trim() !== "");
    if (inside) items.at(-1)?.push(item ? each : each.trim());
    return inside;
  });
  const first = ordered ? Number.parseInt(marker, 10) : null;
  return { block: { kind: "list", first, items: items.map((item) => parseLines(item)) }, end };
}

function endOf(lines: readonly string[], start: number, belongs: (line: string) => boolean): number {
  const length = lines.slice(start).findIndex((line) => !belongs(line));
  return length === -1 ? lines.length : start + length;
}
