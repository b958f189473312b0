import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { APIMessage } from "discord-api-types/v10";
import type { PlayableUser } from "discord-course-server";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { startPostgres, type PostgresServer } from "../store/postgres-server.ts";
import { buttonOf } from "./button-of.ts";
import { openCourse, type OpenCourse } from "./open-course.ts";

const server = await startPostgres();
const missing = "missing" in server ? server.missing : server.restart === null ? "the server is not the tests' own" : null;

describe.skipIf(missing !== null)(`PostgreSQL is started again while a check is open${missing === null ? "" : ` (${missing})`}`, () => {
  let course: OpenCourse;

  beforeAll(async () => {
    course = await openCourse({ students: 3, databaseUrl: await (server as PostgresServer).database() });
  });
  afterAll(async () => {
    await course.close();
    await (server as PostgresServer).stop();
  });

  const student = (at: number): PlayableUser => course.courseServer.user(`student-${String(at)}`);

  test("who answers meanwhile is told to try again, and then every confirmed answer is there once and the check closes", async () => {
    const posted = await course.courseServer.user("instructor").command("check post", { exercise: "jpm-regression" });
    expect(posted.failure).toBeNull();
    expect(await answerCheck(student(1))).toMatch(/right/u);

    const said: string[] = [];
    await (server as PostgresServer).restart!(async () => {
      // The form is filled in, and sent, while nobody listens: once as the sessions have just ended, once after that.
      for (const at of [2, 2]) said.push(await answerCheck(student(at)));
      // What needs no store goes on.
      const beta = await student(3).command("beta", { ticker: "JPM" });
      said.push(beta.message?.embeds[0]?.title ?? String(beta.failure));
      expect((await course.world.store()).ok).toBe(true);
    });
    expect(said.slice(0, 2).every((words) => /try again/iu.test(words)), said.join("\n\n")).toBe(true);

    // The same bot goes on by itself.
    for (const at of [2, 3]) expect(await answerCheck(student(at))).toMatch(/right/u);
    const store = await course.world.store();
    if (!store.ok) throw new Error("no store");
    const [check] = await store.value.checks.list(course.courseServer.guildIds[0]!, 10);
    const answers = await store.value.answers.ofItem({ kind: "check", check: check!.id });
    expect(answers.map(({ person }) => person).sort()).toEqual(course.courseServer.people.slice(0, 3).map(({ id }) => id).sort());
    expect((await course.courseServer.user("instructor").command("check close", { check: check!.id, confirm: true })).failure).toBeNull();
    expect(course.errors).toEqual([]);
    expect(specFaults(course.courseServer.requests)).toEqual([]);
  });
});

async function answerCheck(person: PlayableUser): Promise<string> {
  const message = person.messages().findLast(({ embeds }) => embeds[0]?.title?.startsWith("Check:")) as APIMessage;
  const { modal, message: refused } = await person.click(message.id, buttonOf(message, "Answer"));
  const reply = modal === null ? refused : (await person.submit(modal, { answer1: "0.0001594", answer2: "1.395", answer3: "0.500", answer4: "more" })).message;
  return [reply?.content, ...(reply?.embeds ?? []).flatMap(({ title, description, fields = [] }) => [title, description, ...fields.flatMap(({ name, value }) => [name, value])])].join("\n");
}
