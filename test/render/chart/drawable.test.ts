import { expect, test } from "vitest";
import { drawable } from "../../../src/render/chart/drawable.ts";
import type { Picture } from "../../../src/render/reply.ts";
import { openAsking, replyOf } from "../../commands/asking.ts";

test("Greek, signs and letters with accents are drawn as they are", () => {
  const words = "αβρσεΔ × ÷ − – ² ½ § é ł ş € … ↑";
  expect(drawable(words)).toBe(words);
});

test("a character that no bundled font has is a question mark, never a box of the machine's", () => {
  expect(drawable("√252 ≈ 株価 🙂")).toBe("?252 ? ?? ?");
});

test("no word of any picture of the analyses has one, and alt texts place panels where they stand", async () => {
  const { ask, close, world } = openAsking();
  try {
    const lines = world.commandList.flatMap(({ name }) => [`/${name} JPM`, `/${name} JPM WMT MSFT`, `/${name} JPM ff6 monthly`]);
    const pictures: Picture[] = [];
    for (const line of lines) {
      const { answer } = await ask(line);
      if (answer.kind === "reply") pictures.push(...answer.pictures);
    }
    const specs = pictures.map(({ spec }) => spec);
    // Panels stand below each other: words that place them side by side would send the eye astray.
    const sideBySide = pictures.filter(({ spec: { columns = 1 }, description }) => columns === 1 && /\b(?:left|right)(?:[,:]| panel)/iu.test(description));
    expect(sideBySide.map(({ description }) => description)).toEqual([]);
    expect(specs.length).toBeGreaterThan(15);
    const words = specs.flatMap(({ title, panels }) => [
      title,
      ...panels.flatMap(({ title: heading = "", x, y, layers }) => [heading, x.label, y.label, ...(x.categories ?? []), ...(y.categories ?? []), ...layers.map(({ label }) => label)]),
    ]);
    expect(words.filter((each) => drawable(each) !== each)).toEqual([]);
    expect(replyOf(await ask("/beta JPM")).pictures).toHaveLength(1);
  } finally {
    await close();
  }
});
