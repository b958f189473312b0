import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInChromium, visit } from "discord-course-server/testing/browser";
import { openCourse, type OpenCourse } from "../discord/open-course.ts";
import { definitions } from "../../src/exercises/definitions/index.ts";

const weekMs = 7 * 24 * 3_600_000;

describeInChromium("practice over weeks on a phone in Chromium", () => {
  let course: OpenCourse;
  beforeAll(async () => {
    course = await openCourse({ closingEveryMs: 500, page: { folder: "dist/page", examples: [], restOptions: {}, firstCommands: [] } });
  });
  afterAll(() => course.close());

  test("an exercise is given up, comes back, is on the map of the chapter, and the weekly reminder ends by one press", async () => {
    const { page, faults } = await visit(course.courseServer.url, { as: "student-2", viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });
    const last = page.locator("article.message").last();
    const idsNow = (): Promise<readonly string[]> => page.evaluate<string[]>("[...document.querySelectorAll('article.message')].map((one) => one.dataset.message ?? '')");
    const ask = async (line: string): Promise<string> => {
      // By their ids: after a jump of the clock the page may have connected anew, and count its messages again.
      const seen = new Set(["", ...(await idsNow())]);
      await page.locator("#composer").fill(line);
      await page.keyboard.press("Enter");
      await expect.poll(async () => !seen.has((await idsNow()).at(-1) ?? "") && (await last.locator(".embed").count()) > 0, { timeout: 30_000 }).toBe(true);
      return (await last.textContent()) ?? "";
    };
    const press = async (name: RegExp, until: RegExp): Promise<void> => {
      await last.getByRole("button", { name }).first().click();
      await expect.poll(() => last.textContent(), { timeout: 30_000 }).toMatch(until);
    };
    const fits = async (): Promise<void> => expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);

    expect(await ask("/practice")).toMatch(/variant [b-z2-9]{8}/u);
    const first = /variant ([b-z2-9]{8})/u.exec((await last.textContent()) ?? "")?.[1];
    await fits();
    await press(/Give up/u, /Solution|solution/u);
    await fits();
    expect(await ask("/progress")).toContain(`0 of ${String(definitions.length)} exercises mastered`);
    await fits();
    await press(/Remind me every week/u, /once a week/u);
    course.pass(weekMs + 60_000);
    const ada = course.courseServer.user("student-2");
    const reminders = () => ada.inDirectMessages().messages().filter(({ embeds }) => /due|to practise/u.test(embeds[0]?.title ?? ""));
    await expect.poll(() => reminders().length, { timeout: 30_000 }).toBe(1);
    // The same exercise is due, on other data.
    expect(await ask("/practice")).toMatch(/variant [b-z2-9]{8}/u);
    expect(await last.textContent()).not.toContain(first);
    expect(await ask("/progress")).toMatch(/due/u);
    await press(/Stop the reminders/u, /You get no more of them/u);
    course.pass(3 * weekMs);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(reminders()).toHaveLength(1);
    expect(faults).toEqual([]);
  }, 180_000);
});
