import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { startCourseServer } from "../../src/start-course-server.ts";
import { lastMessage, send, visit } from "../../testing/browser.ts";
import { describePage, openCourse } from "./course-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The faults that axe calls serious or critical, each with what it was found in. */
async function graveFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html)))`);
}

describePage("the page's manners in Chromium", () => {
  for (const colorScheme of ["dark", "light"] as const) {
    test(`axe finds nothing grave in the ${colorScheme} theme: channel, list, menu, open select, picture, form, what is refused`, async () => {
      const { url } = await openCourse();
      const { page } = await visit(url, { colorScheme, reducedMotion: "reduce" });
      for (const line of ["/chart JPM", "/letters", "/secret", "@Factor TA hello", "/hand-in x"]) {
        await send(page, line);
        await page.waitForTimeout(100);
      }
      expect(await graveFaults(page)).toEqual([]);
      await page.locator("#composer").fill("/");
      await page.getByRole("option").first().waitFor();
      expect(await graveFaults(page)).toEqual([]);
      await page.getByRole("button", { name: "You are Ada" }).click();
      expect(await graveFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("combobox", { name: "Another factor" }).click();
      expect(await graveFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Enlarge" }).click();
      expect(await graveFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Write a note" }).click();
      await page.getByRole("dialog").waitFor();
      expect(await graveFaults(page)).toEqual([]);
      await page.getByRole("button", { name: "Submit" }).click();
      await page.getByRole("dialog").locator(".fault:not([hidden])").first().waitFor();
      expect(await graveFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("#composer").fill("/chart JPM lags:many");
      await page.keyboard.press("Enter");
      await page.getByText(/lags/).last().waitFor();
      expect(await graveFaults(page)).toEqual([]);
    }, 60_000);
  }

  test("nothing scrolls sideways at 360 pixels", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url, { viewport: { width: 360, height: 740 } });
    for (const line of ["/chart JPM", "/letters", "long".repeat(60)]) await send(page, line);
    await page.locator(".embed img").waitFor();
    const sideways = `[...document.querySelectorAll("html, body, .channel, .scroller, .bottom, article")]
      .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.tagName + "." + each.className)`;
    expect(await page.evaluate(sideways)).toEqual([]);
    await page.locator("#composer").fill("/");
    await page.getByRole("option").first().waitFor();
    expect(await page.evaluate(sideways)).toEqual([]);
    await page.getByRole("button", { name: "Channels" }).click();
    await page.getByRole("button", { name: "Factor TA", exact: true }).click();
    await page.getByRole("heading", { name: "Factor TA", level: 1 }).waitFor();
    expect(await page.evaluate(sideways)).toEqual([]);
  });

  test("nothing is asked of any other machine", async () => {
    const { url, user } = await openCourse();
    const { page, requested, faults } = await visit(url);
    for (const line of ["/chart JPM", "/letters", "https://example.com/picture.png"]) await send(page, line);
    await page.getByRole("button", { name: "Enlarge" }).click();
    await page.keyboard.press("Escape");
    expect(user("student-1").person.key).toBe("student-1");
    expect(requested.length).toBeGreaterThan(4);
    expect(requested.filter((address) => !["127.0.0.1", "localhost"].includes(new URL(address).hostname))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("a reload keeps who one is, what was said, and what was half typed", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url, { as: "student-2" });
    await send(page, "/chart JPM");
    await page.locator(".embed img").waitFor();
    await page.keyboard.type("/chart ticker:WMT la");
    await page.reload();
    await page.getByRole("button", { name: "You are Ben" }).waitFor();
    await page.getByText("β of JPM on SPY is 1.395").first().waitFor();
    expect(await page.locator("#composer").inputValue()).toBe("/chart ticker:WMT la");
    await page.getByRole("button", { name: "Hedge it" }).click();
    await page.getByText("Pressed by Ben").first().waitFor();
  });

  test("those who listen hear each new answer with its picture's description", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "/chart JPM");
    const spoken = page.getByRole("log", { name: "What is new" });
    await spoken.getByText("Picture: Scatter of JPM on SPY with a rising line").waitFor();
    await send(page, "/slow");
    await spoken.getByText("Factor TA is thinking").waitFor();
    await spoken.getByText("Factor TA: Here it is.").waitFor();
  });

  test("the arrows go from message to message", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    for (const line of ["one", "two", "three"]) await send(page, line);
    await page.getByRole("article").getByText("three").waitFor();
    await lastMessage(page).focus();
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("two");
    await page.keyboard.press("Home");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("one");
  });

  test("the theme follows the system until one is chosen, and the choice is remembered", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url, { colorScheme: "light" });
    const background = "getComputedStyle(document.body).backgroundColor";
    expect(await page.evaluate(background)).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await page.evaluate(background)).toBe("rgb(49, 51, 56)");
    await page.getByRole("button", { name: "Appearance" }).click();
    await page.getByRole("menuitemradio", { name: "Light" }).click();
    expect(await page.evaluate(background)).toBe("rgb(255, 255, 255)");
    await page.reload();
    await page.locator("#composer").waitFor();
    expect(await page.evaluate(background)).toBe("rgb(255, 255, 255)");
  });

  test("a lost connection is said, and mended without a hand", async () => {
    const first = await openCourse();
    const { page } = await visit(first.url);
    const port = Number(new URL(first.url).port);
    await first.close();
    await page.getByText("The connection to the course server is lost.").waitFor();
    const again = await startCourseServer({ port });
    await page.getByText("Factor TA is not connected.").waitFor();
    await again.close();
  });
});
