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
