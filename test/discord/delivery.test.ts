import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Fault, PlayableUser } from "discord-course-server";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { defineCommand } from "../../src/commands/command.ts";
import { yesOrNo } from "../../src/commands/options/kinds.ts";
import { withDefault } from "../../src/commands/options/option.ts";
import { success } from "../../src/outcome.ts";
import type { ChartSpec } from "../../src/render/chart/chart-spec.ts";
import { reply } from "../../src/render/reply.ts";
import { openCourse, type OpenCourse } from "./open-course.ts";

/** Discord's answers get lost, before or after the request takes effect: an answer that is ready reaches its asker, once. */

let course: OpenCourse;
let ada: PlayableUser;

const dots: ChartSpec = {
  width: 400,
  height: 200,
  title: "Three points",
  panels: [
    {
      x: { label: "x", format: "number" },
      y: { label: "y", format: "number" },
      layers: [{ type: "points", label: "", role: "asset", x: [0, 1, 2], y: [0, 1, 2] }],
    },
  ],
};

/** Answers at once, or so late that it is deferred first; with a file or a picture that Discord may find too large. */
const answering = defineCommand({
  name: "answering",
  part: "Questions",
  description: "an answer with a file",
  options: { slow: withDefault(yesOrNo("after a deferral"), false), private: withDefault(yesOrNo("for you alone"), false), file: withDefault(yesOrNo("with a file"), false), picture: withDefault(yesOrNo("with a picture"), false) },
  async run({ options }) {
    if (options.slow) await new Promise((resolve) => setTimeout(resolve, 1_700));
    const file = { filename: "table.csv", numbers: () => [], parts: ["a,b\n"], description: "a table" };
    return success(reply({ embed: { title: "The answer" }, ...(options.file ? { files: [file] } : {}), ...(options.picture ? { pictures: [{ filename: "dots.png", spec: dots, description: "three points" }] } : {}), audience: options.private ? "asker" : "everyone", result: {} }));
  },
});

beforeAll(async () => {
  course = await openCourse({ extra: [answering] });
  ada = course.courseServer.user("student-1");
});
afterAll(() => course.close());
beforeEach(() => course.courseServer.faults.clear());

const callbacks = { method: "POST", path: /\/callback$/u };
const edits = { method: "PATCH", path: /^\/webhooks\/.*\/messages\/@original$/u };
const deletions = { method: "DELETE", path: /^\/webhooks\/.*\/messages\/@original$/u };
const followUps = { method: "POST", path: /^\/webhooks\/\d+\/[^/]+$/u };

const cut = (applied: boolean): Fault => ({ kind: "disconnect", applied });
const failed = (applied: boolean): Fault => ({ kind: "status", status: 500, applied });
const refused = (status: number, code: number): Fault => ({ kind: "error", status, code });

const rows: readonly { readonly name: string; readonly options: Readonly<Record<string, boolean>>; readonly at: typeof callbacks; readonly fault: Fault; readonly times: number }[] = [
  ...[false, true].flatMap((applied) => {
    const when = applied ? "after" : "before";
    const slow = { slow: true };
    return [
      { name: `a first reply is cut ${when} it took effect`, options: {}, at: callbacks, fault: cut(applied), times: 1 },
      { name: `a first reply gets a 500 ${when} it took effect`, options: {}, at: callbacks, fault: failed(applied), times: 1 },
      { name: `a first reply gets 500 to five tries ${when} it took effect`, options: {}, at: callbacks, fault: failed(applied), times: 5 },
      { name: `a private first reply is cut ${when} it took effect`, options: { private: true }, at: callbacks, fault: cut(applied), times: 1 },
      { name: `a deferral is cut ${when} it took effect`, options: slow, at: callbacks, fault: cut(applied), times: 1 },
      { name: `a deferral gets a 500 ${when} it took effect`, options: slow, at: callbacks, fault: failed(applied), times: 1 },
      { name: `an edit is cut ${when} it took effect`, options: slow, at: edits, fault: cut(applied), times: 1 },
      { name: `an edit gets 500 to five tries ${when} it took effect`, options: slow, at: edits, fault: failed(applied), times: 5 },
      { name: `a first reply's answer is cut in half ${when} it took effect`, options: {}, at: callbacks, fault: { kind: "unreadable", body: "cut", applied } as const, times: 1 },
      { name: `an edit's answer is a page ${when} it took effect`, options: slow, at: edits, fault: { kind: "unreadable", body: "html", applied } as const, times: 1 },
      { name: `the deletion of a public deferral is cut ${when} it took effect`, options: { ...slow, late: true }, at: deletions, fault: cut(applied), times: 1 },
    ];
  }),
  { name: "a follow-up is cut before it took effect", options: { slow: true, late: true }, at: followUps, fault: cut(false), times: 1 },
  { name: "the deferral was dismissed meanwhile", options: { slow: true }, at: edits, fault: refused(404, 10008), times: 1 },
  { name: "a rate limit of half a second", options: {}, at: callbacks, fault: { kind: "rate-limit", retryAfterSeconds: 0.5 }, times: 1 },
];

const seen = (): readonly APIMessage[] => ada.messages().filter(({ embeds }) => embeds[0]?.title === "The answer");
const faults = (): readonly APIMessage[] => ada.messages().filter(({ embeds }) => embeds[0]?.title === "Our fault");

test.each(rows)("$name: the answer is there once", async ({ options, at, fault, times }) => {
  const { late = false, ...asked } = options;
  const [before, faultsBefore] = [seen().length, faults().length];
  course.courseServer.faults.next(at, fault, times);
  // A button's private answer after a public deferral takes the way over a deletion.
  await ada.command("answering", late ? { slow: true, private: false } : asked, { timeout: 12_000 });
  await expect.poll(() => seen().length).toBe(before + 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(seen().length).toBe(before + 1);
  expect(faults().length).toBe(faultsBefore);
  expect(seen().at(-1)?.flags ?? 0).toBe(options["private"] ? 64 : 0);
}, 40_000);

// An answer with a file is deferred first, since its upload takes time; one with a picture is not.
test.each([
  [{ file: true }, edits],
  [{ file: true, slow: true }, edits],
  [{ picture: true }, callbacks],
  [{ picture: true, slow: true }, edits],
])("an answer whose file Discord finds too large comes without it (%o)", async (options, at) => {
  course.courseServer.faults.next(at, refused(413, 40005), 1);
  const before = seen().length;
  await ada.command("answering", options, { timeout: 12_000 });
  await expect.poll(() => seen().length).toBe(before + 1);
  expect(seen().at(-1)?.content).toContain("larger than Discord takes");
  expect(seen().at(-1)?.attachments).toEqual([]);
}, 40_000);

test("where Discord does not answer at all, nothing is said to be our fault, and the next question is answered", async () => {
  const before = faults().length;
  course.courseServer.faults.next(callbacks, cut(false), 100);
  await ada.command("answering", {}, { timeout: 4_500 });
  course.courseServer.faults.clear();
  expect((await ada.command("answering")).message?.embeds[0]?.title).toBe("The answer");
  expect(faults().length).toBe(before);
  expect(course.errors.at(-1)).not.toHaveProperty("reference");
}, 40_000);

test("every request was valid by Discord's published schemas", () => {
  expect(specFaults(course.courseServer.requests)).toEqual([]);
});
