import { describe, expect, test } from "vitest";
import { readEvent } from "../../src/page/page-event.ts";

const one = { id: "1" };
const state = { event: "state", me: one, people: [one], bot: one, channel: one, channels: [one], commands: [one], messages: [] };
const events = [
  state,
  { ...state, roles: [one], examples: ["/beta JPM"] },
  { event: "commands", commands: [] },
  { event: "bot", bot: one },
  { event: "message-created", message: one },
  { event: "message-updated", message: one },
  { event: "message-deleted", id: "1" },
  { event: "answered", request: 1, message: null },
  { event: "failed", request: 1, message: "The application did not respond" },
  { event: "refused", request: 1, message: "No.", option: "ticker" },
  { event: "modal", request: 1, modal: { id: "1", modal: { title: "Answer" } } },
  { event: "choices", request: 1, choices: [{ name: "JPM", value: "JPM" }] },
] as const;

describe("an event of the server", () => {
  test.each(events)("$event is read as it was sent", (event) => {
    expect(readEvent(JSON.stringify(event))).toEqual(event);
  });

  test.each(events.flatMap((event) => Object.keys(event).filter((name) => !["roles", "examples"].includes(name)).map((name) => [event.event, name, event] as const)))("%s without its %s is none", (_event, name, event) => {
    expect(readEvent(JSON.stringify({ ...event, [name]: undefined }))).toBeNull();
  });

  test.each(["", "{", "null", "[]", '{"event":"toString"}', '{"event":"bot","bot":{"id":7}}', '{"event":"commands","commands":[7]}', JSON.stringify({ ...state, roles: [{}] })])("%s is none", (frame) => {
    expect(readEvent(frame)).toBeNull();
  });
});
