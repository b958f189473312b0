/** What of the channel is in view: its start, the newest message's first line, or where the reader is. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { lastMessage, send, visit } from "../../testing/browser.ts";
import { describePage, examples, openCourse } from "./course-page.ts";

const viewport = { width: 360, height: 780 };

/** Higher than the view. */
const longText = (name: string): string => `${name}\n${Array.from({ length: 70 }, (_, line) => `line ${String(line)}`).join("\n")}`;

/** Pixels between the view's top and the newest message's top. */
const topOfNewest = (page: Page): Promise<number> =>
  page.evaluate<number>(`Math.abs(Math.round([...document.querySelectorAll("article")].at(-1).getBoundingClientRect().top - document.querySelector(".scroller").getBoundingClientRect().top))`);

const scrolledBy = (page: Page): Promise<number> => page.evaluate<number>(`Math.round(document.querySelector(".scroller").scrollTop)`);

async function scrollBy(page: Page, pixels: number): Promise<void> {
  const before = await scrolledBy(page);
  await page.locator(".scroller").hover();
  await page.mouse.wheel(0, pixels);
  await expect.poll(() => scrolledBy(page)).not.toBe(before);
  await page.waitForTimeout(100);
}

describePage("what is in view", () => {
  test("a message that is higher than the view is shown from its first line, also to who read the end of the one before", async () => {
    const { url, user } = await openCourse();
    const { page } = await visit(url, { viewport });
    await send(page, "first");
    user("student-2").say(longText("second"));
    await expect.poll(() => topOfNewest(page)).toBe(0);
    await scrollBy(page, 600);
    user("student-2").say(longText("third"));
    await page.getByRole("article").getByText("third").waitFor();
    await expect.poll(() => topOfNewest(page)).toBe(0);
    await send(page, "short");
    await page.getByRole("article").getByText("short").waitFor();
    await expect.poll(async () => (await scrolledBy(page)) === (await page.evaluate(`(() => { const s = document.querySelector(".scroller"); return s.scrollHeight - s.clientHeight; })()`))).toBe(true);
  });

  test("who has scrolled up to others stays there, and one press goes to the newest's first line", async () => {
    const { url, user } = await openCourse();
    const { page } = await visit(url, { viewport });
    for (const name of ["first", "second", "third"]) {
      user("student-2").say(longText(name));
      await page.getByRole("article").getByText(name).waitFor();
    }
    await expect.poll(() => topOfNewest(page)).toBe(0);
    await scrollBy(page, -900);
    const at = await scrolledBy(page);
    user("student-2").say(longText("fourth"));
    await page.getByRole("article").getByText("fourth").waitFor();
    expect(await scrolledBy(page)).toBe(at);
    await page.getByRole("button", { name: "Jump to the newest" }).click();
    await expect.poll(() => topOfNewest(page)).toBe(0);
  });

  test("who reads on in the newest message stays where they are when it is edited", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url, { viewport: { width: 360, height: 420 } });
    await send(page, "first");
    await send(page, "/chart JPM");
    await page.locator(".embed img").waitFor();
    await expect.poll(() => topOfNewest(page)).toBe(0);
    await scrollBy(page, 200);
    const at = await scrolledBy(page);
    await page.getByRole("button", { name: "Hedge it" }).dispatchEvent("click");
    await page.getByRole("article").getByText("Pressed by Ada").waitFor();
    expect(Math.abs((await scrolledBy(page)) - at)).toBeLessThan(60);
  });

  test("the channel begins with who one is, how to be the other, and what was told of the answers; its first message leaves that in view", async () => {
    const { url } = await openCourse({ page: { examples, note: "All of it is made up." } });
    const { page } = await visit(url, { viewport });
    await send(page, "/chart JPM");
    await lastMessage(page).locator(".embed img").waitFor();
    for (const words of ["You are Ada, a student. Press your name at the top to be Prof. Okafor, the instructor.", "All of it is made up."]) {
      expect((await page.getByText(words).boundingBox())!.y).toBeGreaterThan(48);
    }
    await page.getByRole("button", { name: "You are Ada" }).click();
    await page.getByRole("menuitemradio", { name: /Prof\. Okafor/ }).click();
    await page.getByText("You are Prof. Okafor, the instructor. Press your name at the top to be Ada, a student.").waitFor();
  });

  test("a message that no bot reads says so, one that mentions it or is to it alone does not", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    const said = page.getByText(/reads commands, which begin with \//);
    await send(page, "@Factor TA what is beta");
    await page.getByRole("article").getByText("You called?").waitFor();
    expect(await said.count()).toBe(0);
    await send(page, "what is beta");
    await said.waitFor();
  });

  test("on a phone the lines to try give their room to what one has asked; on a desktop they stay", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url, { viewport });
    const proposals = page.getByRole("group", { name: "First things to try" });
    await proposals.waitFor();
    await send(page, "/chart JPM");
    await proposals.waitFor({ state: "hidden" });
    await page.setViewportSize({ width: 1280, height: 800 });
    await proposals.waitFor();
  });
});
