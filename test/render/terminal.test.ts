import { expect, test } from "vitest";
import { reply } from "../../src/render/reply.ts";
import { terminalText } from "../../src/render/terminal.ts";

const shown = (description: string): string => terminalText(reply({ embed: { title: "A title", description }, audience: "asker", result: {} }), []);

test("prose loses Markdown's marks; code keeps its powers, its names and its quotes", () => {
  const text = shown("**β = 1.4** of `JPM`\\_A\n```py\nkurtosis = (r**4).mean() / r.std(ddof=0)**4  # `a`\n-# no note\n```\n-# **after** it");
  expect(text).toContain("β = 1.4 of JPM_A");
  expect(text).toContain("kurtosis = (r**4).mean() / r.std(ddof=0)**4  # `a`\n-# no note");
  expect(text).toContain("\nafter it");
  expect(text).not.toContain("```");
});

test("what only Discord draws is words in a terminal: times, underlines, headings, commands to click, escaped titles", () => {
  const description = "### Heading\nCloses <t:1790000000:R> (<t:1790000000:f>). __Under__ and **both**, my__name__here and \\_\\_init\\_\\_. \\#\\# Use </beta:123>.";
  const text = terminalText(reply({ embed: { title: "A \\_title\\_ of **JPM**", description, footer: { text: "<t:1790000000:d>" } }, audience: "asker", result: {} }), []);
  expect(text).toContain("Heading\nCloses 2026-09-21 14:13 UTC (2026-09-21 14:13 UTC). Under and both, my__name__here and __init__. ## Use /beta.");
  expect(text).toContain("A _title_ of JPM");
  expect(text).not.toMatch(/<t:|\\|<\//u);
});
