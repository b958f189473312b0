import { expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { chapterParts } from "../../src/commands/app-context.ts";

test("commands are listed in the order of the chapter's parts", () => {
  const places = commands.filter(({ listed }) => listed).map(({ part }) => chapterParts.indexOf(part));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test("no two commands have one name", () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
});
