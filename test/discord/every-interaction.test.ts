import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { openCourse, type OpenCourse } from "./open-course.ts";

let course: OpenCourse;

beforeAll(async () => {
  course = await openCourse();
});
afterAll(() => course.close());

/** What a student would type into a required option of that name. */
const typed: Readonly<Record<string, string | number>> = {
  series: "JPM WMT",
  code: "ABCD-EFGH",
  ticker: "JPM",
  tickers: "JPM WMT",
  topic: "beta",
  question: "what is beta?",
  value: "1.31",
};

const listed = commands.filter(({ listed: shown, audience }) => shown && audience === "everyone");

test.each(listed.map(({ name, options }) => [name, options] as const))(
  "/%s is answered, and so is every button of its reply and every choice of its menu",
  async (name, options) => {
    const student = course.courseServer.user("student-1");
    const values: Record<string, string | number> = {};
    for (const [option, { required }] of Object.entries(options)) {
      if (required) values[option] = typed[option] ?? expect.unreachable(`a value for ${option}`);
    }
    const first = await student.command(name, values);
    expect(first.failure).toBeNull();
    for (const { custom_id: customId = "", options: choices } of partsOf(first.message)) {
      for (const { value } of choices ?? []) {
        const chosen = await student.select(first.message!.id, customId, [value]);
        expect(chosen.failure).toBeNull();
        expect(chosen.message?.embeds[0]?.title).toBe(`/${value}`);
      }
      if (choices) continue;
      const next = await student.click(first.message!.id, customId);
      expect(next.failure).toBeNull();
      expect(next.message ?? next.modal).not.toBeNull();
      expect(next.message?.embeds[0]?.title).not.toBe("Our fault");
    }
  },
  60_000,
);

test("nothing broke on our side, and every request was valid by Discord's schemas", () => {
  expect(course.errors).toEqual([]);
  expect(specFaults(course.courseServer.requests)).toEqual([]);
});

interface Part {
  readonly custom_id?: string;
  /** Of a menu. */
  readonly options?: readonly { readonly value: string }[];
}

function partsOf(message: APIMessage | null): readonly Part[] {
  const rows = (message?.components ?? []) as readonly { readonly components?: readonly Part[] }[];
  return rows.flatMap((row) => row.components ?? []).filter((part) => part.custom_id !== undefined);
}
