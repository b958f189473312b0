import { expect, test } from "vitest";
import { ManualClock } from "../manual-clock.ts";
import { lastMessage, send, visit } from "../../testing/browser.ts";
import { describePage, examples, openCourse } from "./course-page.ts";
import { pictureSize } from "./practice-bot.ts";

describePage("the page answers in Chromium", () => {
  test("a first visitor types a command in plain words, and the picture comes, enlarges and closes again", async () => {
    const { url } = await openCourse();
    const { page, faults } = await visit(url);
    await send(page, "/chart JPM");
    const picture = page.getByRole("img", { name: "Scatter of JPM on SPY with a rising line" });
    await picture.waitFor();
    await expect.poll(() => page.evaluate("document.querySelector('.embed img').naturalWidth")).toBe(pictureSize.width);
    expect(await page.locator(".embed-title").textContent()).toBe("β of JPM on SPY is 1.395");
    expect(await page.locator(".reply-header").textContent()).toContain("Ada used /chart");

    await page.getByRole("button", { name: "Enlarge" }).click();
    const large = page.getByRole("dialog").getByRole("img");
    await large.waitFor();
    expect((await large.boundingBox())!.width).toBeGreaterThan((await picture.first().boundingBox())!.width);
    await page.keyboard.press("Escape");
    await large.waitFor({ state: "detached" });
    expect(await page.evaluate("document.activeElement.className")).toBe("picture");
    expect(faults).toEqual([]);
  });

  test("the first things to try are sent by one press", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await page.getByRole("group", { name: "First things to try" }).getByRole("button", { name: examples[0] }).click();
    await page.locator(".embed-title").waitFor();
  });

  test("a button edits its message in place, says so to its presser, and keeps the focus there", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "/chart WMT");
    await page.getByRole("button", { name: "Hedge it" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Pressed by Ada").first().waitFor();
    expect(await page.getByRole("button", { name: "Hedge it" }).isDisabled()).toBe(true);
    expect(await page.locator("article.message").count()).toBe(1);
    expect(await page.evaluate("document.activeElement.tagName")).toBe("ARTICLE");
  });

  test("a modal says what is too short, keeps what was written, and sends it", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "/chart JPM");
    await page.getByRole("button", { name: "Write a note" }).click();
    const form = page.getByRole("dialog", { name: "A note" });
    const note = form.getByRole("textbox", { name: "Your note" });
    await form.locator(":focus").waitFor();
    await page.keyboard.type("ab");
    await form.getByRole("button", { name: "Submit" }).click();
    await form.getByText("At least 3 characters are needed.").waitFor();
    expect(await note.inputValue()).toBe("ab");
    await note.fill("abc\nd");
    await form.getByRole("button", { name: "Submit" }).click();
    await form.waitFor({ state: "detached" });
    await page.getByRole("article").getByText("Noted: abc").waitFor();
  });

  test("a select menu works by keyboard", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "/chart JPM");
    await page.getByRole("combobox", { name: "Another factor" }).focus();
    for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await page.getByRole("article").getByText("Chosen: smb").waitFor();
  });

  test("with the keyboard alone: from the start to a pressed button, a form with its fault, a choice and the enlarged picture", async () => {
    const { url } = await openCourse();
    const { page, faults } = await visit(url);
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** By Tab, as somebody without a mouse goes; at most once around the page. */
    const tabTo = async (name: string): Promise<void> => {
      const focused = "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? '').trim()";
      for (let step = 0; step < 60; step += 1) {
        if (String(await page.evaluate(focused)).startsWith(name)) return;
        await press("Tab");
      }
      throw new Error(`no Tab leads to ${name}`);
    };
    await tabTo(examples[0]);
    await press("Enter");
    await page.locator(".embed img").waitFor();
    await tabTo("Enlarge");
    await press("Enter");
    const large = page.getByRole("dialog").getByRole("img");
    await large.waitFor();
    await press("Escape");
    await large.waitFor({ state: "detached" });
    await tabTo("Write a note");
    await press("Enter");
    const form = page.getByRole("dialog", { name: "A note" });
    await form.locator(":focus").waitFor();
    await page.keyboard.type("ab");
    await tabTo("Submit");
    await press("Enter");
    await form.getByText("At least 3 characters are needed.").waitFor();
    await press("Escape");
    await form.waitFor({ state: "detached" });
    await tabTo("Another factor");
    await press("ArrowDown", "ArrowDown", "Enter");
    await page.getByRole("article").getByText("Chosen: smb").waitFor();
    await tabTo("Hedge it");
    await press("Enter");
    await page.getByText("Pressed by Ada").first().waitFor();
    expect(faults).toEqual([]);
  });

  test("what only one student can see is unseen by the other, and can be dismissed", async () => {
    const { url } = await openCourse();
    const ada = await visit(url, { as: "student-1" });
    const ben = await visit(url, { as: "student-2" });
    await send(ada.page, "/secret");
    await ada.page.locator(".private-note").waitFor();
    await send(ada.page, "hello");
    await ben.page.getByRole("article").getByText("hello").waitFor();
    expect(await ben.page.locator("article.message").count()).toBe(1);
    await ada.page.getByRole("button", { name: "Dismiss message" }).click();
    await ada.page.locator(".private-note").waitFor({ state: "detached" });
  });

  test("a deferred answer shows that the bot thinks, then takes its place", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "/slow");
    await page.locator(".thinking").getByText("Factor TA is thinking…").waitFor();
    await page.getByRole("article").getByText("Here it is.").waitFor();
    expect(await page.locator("article.message").count()).toBe(1);
  });

  test("a command that is not answered within three seconds says so", async () => {
    const clock = new ManualClock();
    const { url } = await openCourse({ clock });
    const { page } = await visit(url);
    await send(page, "/deaf");
    await page.getByText("Sending command…").waitFor();
    clock.pass(3001);
    await page.locator(".failure").getByText("The application did not respond").waitFor();
    await page.getByRole("button", { name: "Dismiss message" }).click();
    await page.locator(".failure").waitFor({ state: "detached" });
  });

  test("an upload option takes a file, and an answer's file downloads", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    const chooser = page.waitForEvent("filechooser");
    await page.locator("#composer").click();
    await page.keyboard.type("/hand-in ");
    await page.keyboard.press("Tab");
    await (await chooser).setFiles({ name: "my work.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
    await expect.poll(() => page.locator("#composer").inputValue()).toContain("work.csv");
    await page.keyboard.press("Enter");
    await page.getByRole("article").getByText("Got my_work.csv, 8 bytes").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "marks.csv" }).click();
    expect((await download).suggestedFilename()).toBe("marks.csv");
  });

  test("mentioning the bot in a message reaches it", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await page.locator("#composer").click();
    await page.keyboard.type("@fac");
    await page.keyboard.press("Tab");
    await page.keyboard.type("are you there?");
    await page.keyboard.press("Enter");
    await page.getByRole("article").getByText("You called?").waitFor();
  });

  test("a message's menu runs the bot's commands for it, by keyboard too", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "what is beta");
    await lastMessage(page).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Apps");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Explain this" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("article").getByText("About: what is beta").waitFor();
  });
});
