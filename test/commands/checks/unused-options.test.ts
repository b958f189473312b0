import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandText } from "../../../src/render/command-text.ts";
import { openCourseroom, type Courseroom } from "../courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

/** What was typed, and what of it would have been dropped. */
const dropped: readonly (readonly [typed: string, options: readonly string[]])[] = [
  ["/check post raw-or-excess question:\"How many days?\" key:252", ["question", "key"]],
  ["/check post raw-or-excess question:\"How many days?\" key:252 draft:true", ["question", "key"]],
  ["/check preview jpm-regression question:x key:2", ["question", "key"]],
  ["/check preview jpm-regression ticker:KO from:2000", ["ticker", "from"]],
  ["/check vote raw-or-excess question:\"What goes?\" choices:\"the market's part | the whole risk\" key:A", ["question", "choices", "key"]],
  ["/check vote jpm-regression choices:\"a|b\" key:A", ["choices", "key"]],
  ["/check post question:\"β of KO?\" key:beta ticker:KO variants:true", ["variants"]],
  ["/check vote question:\"β of KO?\" key:beta ticker:KO quantity:beta", ["quantity"]],
  ["/check vote question:\"Is it so?\" key:true ticker:JPM", ["ticker"]],
  ["/check vote jpm-regression as:numbers quantity:beta", ["quantity"]],
  ["/check post jpm-regression credit:\"100% 80% 60%\" attempts:2", ["credit"]],
];

describe("what an instructor typed is never dropped without a word", () => {
  test.each(dropped)("%s", async (typed, options) => {
    const { answer, problem } = await room.as("prof", typed);
    expect(problem).toMatchObject({ kind: "option-without-use", options });
    expect(room.posts).toHaveLength(0);
    expect(await (await room.store()).drafts.list("school")).toEqual([]);
    // Each way on is taken.
    const steps = answer.kind === "reply" ? answer.nextSteps : [];
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) {
      const preview = { command: step.command, options: { ...step.options, ...(step.command === "check vote" ? { preview: "true" } : {}) } };
      const shown = await room.as("prof", commandText(step.command === "check post" ? { ...preview, command: "check preview", options: Object.fromEntries(Object.entries(preview.options).filter(([name]) => name !== "draft")) } : preview));
      expect(shown.problem?.kind ?? "shown").toMatch(/^(?:shown|missing-option|unknown-series|not-a-choice)$/u);
    }
  });

  test("a key that is not clear is asked before anybody is marked by it, in corrections too", async () => {
    expect((await room.as("prof", "/check post question:\"β?\" key:1,395")).problem).toMatchObject({ kind: "unclear-number", readings: ["1.395", "1395"] });
    expect((await room.as("prof", "/check post question:Days? key:252 wrong:\"about 365\" message:No")).problem).toMatchObject({ kind: "unclear-number", option: "wrong" });
    const posted = await room.words("prof", "/check post question:Days? key:252");
    const [, check = ""] = /Posted as (\w{6})/u.exec(posted) ?? [];
    expect((await room.as("prof", `/check regrade ${check} key:1,395`)).problem).toMatchObject({ kind: "unclear-number" });
  });

  test("a time that could be two is asked with a button for each, which is taken", async () => {
    const { answer, problem } = await room.as("prof", "/check preview question:Days? key:252 closes:\"next Friday 5pm ET\"");
    expect(problem?.kind).toBe("unclear-moment");
    const steps = answer.kind === "reply" ? answer.nextSteps : [];
    expect(steps).toHaveLength(2);
    for (const step of steps) expect(await room.words("prof", commandText(step))).toContain("Not posted yet");
  });
});
