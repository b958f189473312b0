import { afterAll, expect, test } from "vitest";
import { openCourseroom } from "../../commands/courseroom.ts";
import { goldenFile } from "./golden-asking.ts";
import { goldenText } from "./golden-text.ts";

const room = openCourseroom();
afterAll(() => room.close());

const ask = async (typed: string): Promise<string> => goldenText(await room.ask("ada", typed), typed);

/** Ada's answers to an exercise's first variant: its keys, or 7 in the place of each number. */
async function submit(exercise: string, isRight: boolean): Promise<void> {
  const found = room.world.exercises.find(exercise);
  const [workings] = found ? room.world.variantCache.soundVariants(found) : [];
  if (!found || !workings) throw new Error(`no variant of ${exercise}`);
  const entered = found.quantities.map((quantity, place) => {
    const text = quantity.kind === "choice" ? quantity.key(workings) : String(isRight ? quantity.key(workings) : 7);
    return `answer${String(place + 1)}:"${text}"`;
  });
  await room.ask("ada", `/practice submit ${exercise} ${workings.variant.id} ${entered.join(" ")}`);
}

test("/progress and /privacy read as they did, before an answer and after some", async () => {
  const beginning = await ask("/progress");
  const nothing = await ask("/privacy export");
  await submit("factor-share", false);
  await submit("factor-share", true);
  room.pass(86_400_000);
  await submit("appraisal-ratio", true);
  await submit("annual-budget", false);
  await expect([beginning, await ask("/progress")].join("\n")).toMatchFileSnapshot(goldenFile("progress-beginning"));
  const texts = [nothing];
  for (const typed of ["/privacy export", "/privacy delete", "/privacy delete confirm:true", "/privacy export"]) texts.push(await ask(typed));
  await expect(texts.join("\n")).toMatchFileSnapshot(goldenFile("privacy"));
});
