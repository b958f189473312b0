import { expect, test } from "vitest";
import { parseInline, type Inline } from "../../src/page/markdown-inline.ts";
import { parseMarkdown } from "../../src/page/markdown.ts";

const text = (value: string): Inline => ({ kind: "text", text: value });

test("emphasis nests, and what is no emphasis stays as it is", () => {
  expect(parseInline("**β = *1.4***")).toEqual([
    { kind: "bold", children: [text("β = "), { kind: "italic", children: [text("1.4")] }] },
  ]);
  expect(parseInline("***both***")).toEqual([{ kind: "bold", children: [{ kind: "italic", children: [text("both")] }] }]);
  for (const plain of ["2 * 3 * 4", "snake_case_name", "a ** b", "5 < 6", "~ 7", "[not a link]"]) {
    expect(parseInline(plain)).toEqual([text(plain)]);
  }
});

test("a backslash takes a mark's meaning away", () => {
  expect(parseInline("\\*not\\* \\_this\\_")).toEqual([text("*not* _this_")]);
});

test("code keeps its marks", () => {
  expect(parseInline("`a **b** c`")).toEqual([{ kind: "code", text: "a **b** c" }]);
  expect(parseInline("``a ` b``")).toEqual([{ kind: "code", text: "a ` b" }]);
});

test("links, mentions, moments, spoilers and emoji are known by their marks", () => {
  expect(parseInline("[the chapter](https://example.com/a_(b)).")).toEqual([
    { kind: "link", url: "https://example.com/a_(b)", children: [text("the chapter")] },
    text("."),
  ]);
  expect(parseInline("see https://example.com/x_y.")).toEqual([
    text("see "),
    { kind: "link", url: "https://example.com/x_y", children: [text("https://example.com/x_y")] },
    text("."),
  ]);
  expect(parseInline("<@12> <@&3> <#4> </beta:5> <t:60:R> <t:60> <:wave:7> ||x||").filter(({ kind }) => kind !== "text")).toEqual([
    { kind: "mention", of: "user", id: "12" },
    { kind: "mention", of: "role", id: "3" },
    { kind: "mention", of: "channel", id: "4" },
    { kind: "command", name: "beta" },
    { kind: "time", seconds: 60, style: "R" },
    { kind: "time", seconds: 60, style: "f" },
    { kind: "emoji", name: "wave" },
    { kind: "spoiler", children: [text("x")] },
  ]);
  expect(parseInline("javascript:alert(1) [x](javascript:alert(1))").every(({ kind }) => kind === "text")).toBe(true);
});

test("lines become headings, small print, quotes and lists inside lists", () => {
  expect(parseMarkdown("# One\nwords\n-# small\n> said\n> more\n- a\n  - b\n- c\n3. d").map(({ kind }) => kind)).toEqual([
    "heading",
    "text",
    "subtext",
    "quote",
    "list",
    "list",
  ]);
  expect(parseMarkdown("- a\n  - b\n- c")).toEqual([
    {
      kind: "list",
      first: null,
      items: [
        [
          { kind: "text", children: [text("a")] },
          { kind: "list", first: null, items: [[{ kind: "text", children: [text("b")] }]] },
        ],
        [{ kind: "text", children: [text("c")] }],
      ],
    },
  ]);
});

test("a code block stands between the words around it, its language apart", () => {
  expect(parseMarkdown("before\n```python\nx = **1**\n```\nafter")).toEqual([
    { kind: "text", children: [text("before")] },
    { kind: "code", language: "python", text: "x = **1**" },
    { kind: "text", children: [text("after")] },
  ]);
  expect(parseMarkdown("```\none line```")).toEqual([{ kind: "code", language: "", text: "one line" }]);
});

test("long texts of marks are read in a moment", () => {
  for (const hostile of ["*".repeat(2000), "_a".repeat(1000), "[".repeat(2000), "||".repeat(1000), "`".repeat(2000), "> ".repeat(1000)]) {
    expect(parseMarkdown(hostile).length).toBeGreaterThan(0);
  }
});
