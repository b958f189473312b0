import { expect, test } from "vitest";
import { resolvedCall, withKeptCalls } from "../../src/discord/kept-calls.ts";
import { customId, readCustomId } from "../../src/render/custom-id.ts";
import { reply, type NextStep } from "../../src/render/reply.ts";

const asker = { id: "prof", name: "Prof", roleIds: [], managesServer: true };
const caller = { asker, place: { guildId: "g", channelId: "c" }, id: "1234567890123456789" };
const long: NextStep = { label: "Post it", command: "check post", options: { question: "How many? ".repeat(60), key: "252" }, style: "primary" };
const short: NextStep = { label: "Close it", command: "check close", options: { check: "abcdef" } };
const replyWith = (audience: "asker" | "everyone") => reply({ embed: { title: "t" }, nextSteps: [short, long], audience, result: {} });
const hour = 3_600_000;

test("a button too long for Discord leads to everything that was typed, for who typed it and for a day", () => {
  const kept = withKeptCalls(replyWith("asker"), caller, 0);
  const [first, second] = kept.kind === "reply" ? kept.nextSteps : [];
  expect(first).toEqual(short);
  const id = customId(second!);
  expect(id).not.toBeNull();
  const pressed = { ...readCustomId(id!)!, asker, place: caller.place, id: "2" };
  expect(resolvedCall(pressed, hour)).toEqual({ ...pressed, command: long.command, options: long.options });
  expect(resolvedCall({ ...pressed, asker: { ...asker, id: "ada" } }, hour)).toBeNull();
  expect(resolvedCall(pressed, 25 * hour)).toBeNull();
});

test("messages for everybody keep nothing, and other calls pass as they are", () => {
  expect(withKeptCalls(replyWith("everyone"), caller, 0)).toEqual(replyWith("everyone"));
  const call = { ...short, asker, place: caller.place, id: "3" };
  expect(resolvedCall(call, 0)).toBe(call);
});
