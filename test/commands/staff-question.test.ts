import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import { noSideEffects } from "../../src/commands/side-effects.ts";
import { success } from "../../src/outcome.ts";
import type { Reply } from "../../src/render/reply.ts";
import { openAsking, type Asking } from "./asking.ts";

let asking: Asking;
let world: AppContext;
const posted: { readonly channel: string; readonly reply: Reply }[] = [];

beforeAll(() => {
  asking = openAsking();
  world = {
    ...asking.world,
    sideEffects: { ...noSideEffects, post: (channel, reply) => Promise.resolve(success(`message-${String(posted.push({ channel, reply }))}`)) },
  };
});
afterAll(() => asking.close());

const student = { id: "11", name: "Ann", roleIds: [], managesServer: false };
const teacher = { id: "12", name: "Prof", roleIds: [], managesServer: true };
const ask = (command: string, options: Readonly<Record<string, string>>, asker = student, guildId: string | null = "2") =>
  answer({ command, options, asker, place: { guildId, channelId: "3" }, id: "4" }, commands, world);

test("before anything is sent it is said who will see what", async () => {
  const { answer: notice } = await ask("staff-question", { text: "Is the quiz *open book*?" });
  expect(notice).toMatchObject({ kind: "reply", audience: "asker" });
  const words = (notice as Reply).embeds[0]?.description ?? "";
  expect(words).toContain("without your name");
  expect(words).toContain("The course staff can");
  expect(words).toContain("\\*open book\\*");
  expect(posted).toEqual([]);
  expect((await ask("staff-question write", {})).answer).toMatchObject({ kind: "form", submit: { command: "staff-question post" } });
});

test("the question goes to the channel without its asker, and the staff can look up who asked", async () => {
  const { answer: confirmation } = await ask("staff-question post", { text: "Why is α so small? @everyone [x](https://example.com)" });
  expect(confirmation).toMatchObject({ audience: "asker" });
  const [{ channel, reply }] = posted as [(typeof posted)[number]];
  expect(channel).toBe("3");
  expect(JSON.stringify(reply)).not.toContain(student.id);
  expect(JSON.stringify(reply)).not.toContain(student.name);
  expect(reply.embeds[0]?.description).toContain("\\[x\\]\\(");
  const question = String(reply.result["question"]);

  expect((await ask("staff-question asker", { question })).problem).toMatchObject({ kind: "not-allowed" });
  expect((await ask("staff-question answered", { question })).problem).toMatchObject({ kind: "not-allowed" });
  expect((await ask("staff-question asker", { question }, teacher, "999")).problem).toMatchObject({ kind: "unknown-question" });

  const { answer: who } = await ask("staff-question asker", { question }, teacher);
  expect(who).toMatchObject({ audience: "asker", result: { person: student.id } });
  const { answer: answered } = await ask("staff-question answered", { question }, teacher);
  expect(answered).toMatchObject({ replaces: true });
  expect((answered as Reply).nextSteps.map(({ label }) => label)).toEqual(["Pin", "Who asked"]);
  const { answer: pinned } = await ask("staff-question pin", { question }, teacher);
  expect(pinned).toMatchObject({ replaces: true, pins: true });
});

test("outside a server there is no class staff to ask", async () => {
  expect((await ask("staff-question", {}, student, null)).problem).toMatchObject({ kind: "needs-server" });
  const { answer: unsure } = await ask("ask", { question: "what's for lunch" }, student, null);
  expect((unsure as Reply).nextSteps.map(({ command }) => command)).not.toContain("staff-question");
  const { answer: inServer } = await ask("ask", { question: "what's for lunch" });
  expect((inServer as Reply).nextSteps.map(({ command }) => command)).toContain("staff-question");
});

test("a question nobody can read is offered to the staff with its words", async () => {
  const { answer: unsure } = await ask("ask", { question: "when is the midterm?" });
  expect((unsure as Reply).nextSteps.find(({ command }) => command === "staff-question")?.options).toEqual({ text: "when is the midterm?" });
});
