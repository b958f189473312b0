import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInChromium, lastMessage, send, visit } from "discord-course-server/testing/browser";

describeInChromium("Factor TA itself on its page in Chromium", () => {
  const local = mkdtempSync(join(tmpdir(), "factor-ta-"));
  let program: ChildProcess | null = null;
  let url = "";
  const screen = { width: 360, height: 780 };

  beforeAll(async () => {
    program = spawn(process.execPath, ["--import", "tsx", "src/programs/main.ts"], {
      env: { ...process.env, PORT: "0", DISCORD_TOKEN: "", FACTOR_TA_LOCAL: local, LOG_LEVEL: "silent" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    url = await new Promise((resolve, reject) => {
      let printed = "";
      program?.stdout?.on("data", (bytes: Buffer) => {
        printed += bytes.toString("utf8");
        const found = /http:\/\/localhost:\d+/.exec(printed)?.[0];
        // The page is there before the bot is.
        if (found && printed.includes("is in it")) resolve(found);
      });
      program?.once("exit", (code) => reject(new Error(`the program ended with ${String(code)}`)));
    });
  });

  afterAll(async () => {
    if (program?.exitCode === null) {
      const ended = new Promise((resolve) => program?.once("exit", resolve));
      program.kill("SIGINT");
      await ended;
    }
    rmSync(local, { recursive: true });
  });

  test("before anything is typed a phone's first screen has a reply, who one is, and that the returns are simulated", async () => {
    const { page } = await visit(url, { as: "student-2", viewport: screen });
    const inView = async (words: string): Promise<boolean> => {
      const box = await page.getByText(words).first().boundingBox();
      return box !== null && box.y > 0 && box.y + box.height <= screen.height;
    };
    await page.getByRole("article").getByText("JPM on SPY: β = 1.395").waitFor();
    for (const words of ["JPM on SPY: β = 1.395", "You are Ben, a student.", "to be Prof. Okafor, the instructor", "are simulated"]) {
      expect([words, await inView(words)]).toEqual([words, true]);
    }
  });

  test("a first visitor asks for a beta and sees the number and its picture", async () => {
    const { page, requested, faults } = await visit(url);
    await send(page, "/beta WMT");
    const picture = lastMessage(page).locator(".embed-picture img");
    await expect.poll(() => lastMessage(page).textContent(), { timeout: 15_000 }).toContain("WMT on SPY");
    await picture.waitFor({ timeout: 15_000 });
    await expect.poll(() => page.evaluate("[...document.querySelectorAll('.embed-picture img')].at(-1).naturalWidth")).toBeGreaterThan(400);
    expect((await picture.getAttribute("alt"))!.length).toBeGreaterThan(40);
    expect(await lastMessage(page).locator(".embed").textContent()).toContain("0.674");
    await lastMessage(page).getByRole("button", { name: "Enlarge" }).click();
    await page.getByRole("dialog").getByRole("img").waitFor();
    await page.keyboard.press("Escape");
    expect(requested.filter((address) => !["127.0.0.1", "localhost"].includes(new URL(address).hostname))).toEqual([]);
    expect(faults).toEqual([]);
  });

  test("names typed one after another are one list", async () => {
    const { page } = await visit(url, { as: "student-2" });
    await send(page, "/compare JPM WMT");
    await expect.poll(() => page.locator(".embed").last().textContent(), { timeout: 15_000 }).toContain("WMT");
    await send(page, "/explain portable alpha");
    await expect.poll(() => page.locator(".embed").last().textContent(), { timeout: 15_000 }).toContain("Portable alpha");
  });

  test("a student's list begins with what a newcomer needs, and has none of the staff's commands", async () => {
    const { page } = await visit(url, { as: "student-2" });
    await page.locator("#composer").click();
    await page.keyboard.type("/");
    await page.getByRole("option", { name: "/data list" }).waitFor();
    const offered = JSON.parse(String(await page.evaluate("JSON.stringify([...document.querySelectorAll('[role=option]')].map((option) => option.textContent))"))) as string[];
    expect(["/beta", "/help", "/practice"].every((name, place) => offered[place]?.startsWith(name))).toBe(true);
    expect(offered.filter((name) => /^\/(?:check|course|roster (?!claim)|data (?!list|get))/u.test(name))).toEqual([]);
  });

  test("its own suggestions come while one types", async () => {
    const { page } = await visit(url);
    await page.locator("#composer").click();
    await page.keyboard.type("/beta J");
    await page.getByRole("option", { name: /JPM/ }).first().waitFor();
    await page.keyboard.press("Tab");
    expect(await page.locator("#composer").inputValue()).toBe("/beta ticker:JPM ");
  });

  /** Pixels from a message's top to the end of its picture, or of its text where it has none. */
  const heightOf = `(() => {
    const message = [...document.querySelectorAll("article.message")].at(-1);
    const last = message.querySelector(".embed-picture img") ?? message.querySelector(".embed");
    return Math.round(last.getBoundingClientRect().bottom - message.getBoundingClientRect().top);
  })()`;
  const topOfNewest = `Math.round([...document.querySelectorAll("article.message")].at(-1).getBoundingClientRect().top - document.querySelector(".scroller").getBoundingClientRect().top)`;

  test.each([
    [1, ["/beta JPM", "/hedge MSFT", "/expected MSFT", "/size MSFT budget:1m", "/size JPM", "/compare JPM WMT", "/beta JPM line:false", "/beta JPM guess:1", "/help"]],
    [1.5, ["/regress MSFT", "/frequency JPM", "/performance MSFT", "/rolling JPM", "/residuals MSFT", "/help beta"]],
  ])("on a phone %f screens hold the numbers and the picture of %j", async (screens, questions) => {
    const { page } = await visit(url, { as: "student-3", viewport: screen });
    const heights: Record<string, number> = {};
    for (const question of questions) {
      const before = await page.locator("article.message").count();
      await page.locator("#composer").fill(question);
      await page.keyboard.press("Enter");
      await page.locator("article.message").nth(before).locator(".embed").first().waitFor({ timeout: 15_000 });
      // The page's own policy forbids `waitForFunction`, which asks again by eval.
      await expect.poll(() => page.evaluate("[...document.images].every((image) => image.complete && image.naturalWidth > 0)"), { timeout: 15_000 }).toBe(true);
      heights[question] = Number(await page.evaluate(heightOf));
      // Its first line is in view, whatever its height.
      expect(await page.evaluate(topOfNewest)).toBeGreaterThanOrEqual(0);
    }
    expect(Object.entries(heights).filter(([, height]) => height > screens * screen.height)).toEqual([]);
    expect(Object.values(heights).every((height) => height > 150)).toBe(true);
  });

  test("on a phone /data list has one line for each series", async () => {
    const { page } = await visit(url, { as: "student-3", viewport: screen });
    await send(page, "/data list");
    await expect.poll(() => lastMessage(page).textContent(), { timeout: 15_000 }).toContain("32 series");
    // Lines as they are written, and as they stand.
    const [written, standing] = JSON.parse(String(await page.evaluate(`(() => {
      const text = [...document.querySelectorAll(".embed-description")].at(-1);
      const range = document.createRange();
      range.selectNodeContents(text);
      const bottoms = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ bottom }) => bottom).sort((one, other) => one - other);
      return JSON.stringify([text.innerText.trim().split("\\n").length, bottoms.filter((bottom, at) => at === 0 || bottom - bottoms[at - 1] > 8).length]);
    })()`))) as [number, number];
    expect(written).toBeGreaterThan(32);
    expect(standing).toBe(written);
  });
});
