import { describe, expect, test } from "vitest";
import { mention } from "../../../src/commands/options/mention.ts";
import { openCourseroom } from "../courseroom.ts";

const read = async (text: string, atTerminal: boolean, type: "user" | "role" | "channel" = "user"): Promise<string | null> => {
  const room = openCourseroom();
  const { hasNamesForIds: _, ...withIds } = room.world.sideEffects;
  const found = mention(type, "Who").read(text, "student", atTerminal ? room.world : { ...room.world, sideEffects: withIds });
  await room.close();
  return found.ok ? found.value : null;
};

describe("somebody or something of a server", () => {
  test.each([
    ["<@123456789012345678>", "123456789012345678"],
    ["<@!123456789012345678>", "123456789012345678"],
    ["123456789012345678", "123456789012345678"],
    ["<#42>", "42"],
  ])("%s is read everywhere", async (text, id) => {
    expect([await read(text, true), await read(text, false)]).toEqual([id, id]);
  });

  test.each([
    ["Ada", "Ada"],
    ["@Ada", "Ada"],
    ["Mary Jones", "Mary Jones"],
    ["@Mary Jones", "Mary Jones"],
    ["<@Mary Jones>", "Mary Jones"],
    ["<@Ada>", "Ada"],
    ["Zoë O'Neil-李", "Zoë O'Neil-李"],
    ["#staff", "staff"],
  ])("%s is a name at a terminal, and none where people have ids", async (text, name) => {
    expect([await read(text, true), await read(text, false)]).toEqual([name, null]);
  });

  test.each(["", "@", "<@>", "<@Ada", "a@b", "x".repeat(61)])("%j is nobody", async (text) => {
    expect([await read(text, true), await read(text, false)]).toEqual([null, null]);
  });

  test("everyone is no role", async () => {
    expect([await read("@everyone", true, "role"), await read("everyone", false, "role")]).toEqual([null, null]);
  });
});
