import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInChromium, visit } from "discord-course-server/testing/browser";
import { openScreenServer } from "../../src/hosting/screen-server.ts";
import type { HttpServer } from "../../src/hosting/listen.ts";
import { screenAddress } from "../../src/commands/checks/screen-address.ts";
import { screenPages } from "../../src/programs/screen-pages.ts";
import { drawChart } from "../../src/render/chart/draw.ts";
import { openCourseroom, type Courseroom } from "../commands/courseroom.ts";

describeInChromium("the projector's page in Chromium", () => {
  const pictures = process.env["SCREEN_PICTURES"] ?? mkdtempSync(join(tmpdir(), "factor-ta-screen-"));
  let room: Courseroom;
  let server: HttpServer;
  beforeAll(async () => {
    room = openCourseroom({}, { SCREEN_URL: "http://127.0.0.1/" });
    const pages = screenPages(room.world, (spec) => Promise.resolve(drawChart(spec)));
    const opened = await openScreenServer({ host: "127.0.0.1", port: 0 }, pages, (error) => {
      throw error;
    });
    if (!opened.ok) throw new Error(opened.problem.kind);
    server = opened.value;
  });
  afterAll(async () => {
    await server.close();
    await room.close();
    if (process.env["SCREEN_PICTURES"] === undefined) rmSync(pictures, { recursive: true });
  });

  test("follows a vote from its question to its results, by itself, and ends with it", async () => {
    await room.words("prof", "/check vote jpm-regression quantity:beta closes:90m");
    const check = (await (await room.store()).checks.list("school", 1))[0]!.id;
    const address = (await screenAddress({ id: check }, await room.store(), room.world))!.replace("http://127.0.0.1/", `http://127.0.0.1:${String(server.port)}/`);
    const { page, requested, faults } = await visit(address, { ready: "h1" });
    await page.setViewportSize({ width: 1280, height: 720 });
    const words = async (): Promise<string> => (await page.locator("#live").textContent()) ?? "";
    expect(await words()).toContain("First vote");
    expect(await words()).toContain("closes in 1 h");
    const people = Array.from({ length: 35 }, (_, n) => `student${String(n)}`);
    for (const [n, person] of people.entries()) await room.words(person, `/check pick ${check} round:1 choice:${"AABBCCD".charAt(n % 7)}`);
    await expect.poll(words, { timeout: 20_000 }).toContain("35 have voted");
    await page.screenshot({ path: join(pictures, "screen-first.png") });
    // No sideways scrolling, and the count in large letters.
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(Number(await page.evaluate("parseFloat(getComputedStyle(document.querySelector('.count')).fontSize)"))).toBeGreaterThan(35);
    await room.words("prof", `/check discuss ${check}`);
    await expect.poll(words, { timeout: 20_000 }).toContain("Discuss");
    await room.words("prof", `/check revote ${check}`);
    await expect.poll(words, { timeout: 20_000 }).toContain("Second vote");
    for (const [n, person] of people.entries()) await room.words(person, `/check pick ${check} round:2 choice:${n % 7 === 6 ? "D" : "A"}`);
    await room.words("prof", `/check close ${check} confirm:true`);
    await expect.poll(words, { timeout: 20_000 }).toContain("Results");
    await expect.poll(() => page.evaluate("document.querySelector('img')?.naturalWidth ?? 0"), { timeout: 20_000 }).toBeGreaterThan(300);
    // The picture beside its words, and all of it on the screen.
    await expect.poll(() => page.evaluate("document.documentElement.scrollHeight - innerHeight"), { timeout: 20_000 }).toBeLessThanOrEqual(0);
    expect(await page.evaluate("document.querySelector('.lines').getBoundingClientRect().left > document.querySelector('img').getBoundingClientRect().right")).toBe(true);
    await page.screenshot({ path: join(pictures, "screen-results.png") });
    room.pass(3_600_000);
    await expect.poll(words, { timeout: 20_000 }).toContain("This page has closed");
    expect(requested.every((url) => url.startsWith(`http://127.0.0.1:${String(server.port)}/`))).toBe(true);
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  }, 120_000);

  test.each([[1280, 720], [1920, 1080]])("four numbers' results fit on a screen of %i by %i, each bar beside its diagnosis, in large letters", async (width, height) => {
    await room.words("prof", "/check post jpm-regression closes:90m again:true");
    const check = (await (await room.store()).checks.list("school", 1))[0]!.id;
    const wrong = ["0.359", "0.7073", "1.97", "1.395"];
    for (let n = 0; n < 40; n++) await room.words(`s${String(n)}`, `/check submit ${check} answer1:${n % 3 === 0 ? "0.04017" : "0.01594%"} answer2:${wrong[n % 4]!} answer3:${n % 4 === 1 ? "0.7073" : "0.5003"} answer4:${n % 5 === 0 ? "less" : "more"}`);
    await room.words("prof", `/check close ${check} confirm:true`);
    const address = (await screenAddress({ id: check }, await room.store(), room.world))!.replace("http://127.0.0.1/", `http://127.0.0.1:${String(server.port)}/`);
    const { page } = await visit(address, { ready: ".groups" });
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate("document.documentElement.scrollHeight - innerHeight"), { timeout: 20_000 }).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(pictures, `screen-bars-${String(width)}.png`) });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    // A fortieth of the height: what is read from the back row of a lecture hall.
    expect(Number(await page.evaluate("parseFloat(getComputedStyle(document.querySelector('.name')).fontSize)")) / height).toBeGreaterThan(1 / 46);
    const names = String(await page.locator(".groups").textContent());
    expect(names).toContain("the wrong way round");
    expect(names).not.toContain("× the key");
  });

  test.each([[1280, 720], [1920, 1080]])("an open question fills a screen of %i by %i, and all of it is on it", async (width, height) => {
    for (const question of ["What share of the risk is idiosyncratic?", `Which is it? ${"A stock has a β of 1.2 on the market, and the market moves by 2%. ".repeat(8)}`]) {
      await room.words("prof", `/check post question:"${question}" key:0.75 closes:90m again:true`);
      const check = (await (await room.store()).checks.list("school", 1))[0]!.id;
      const address = (await screenAddress({ id: check }, await room.store(), room.world))!.replace("http://127.0.0.1/", `http://127.0.0.1:${String(server.port)}/`);
      const { page } = await visit(address, { ready: ".question" });
      await page.setViewportSize({ width, height });
      await expect.poll(() => page.evaluate("document.documentElement.scrollHeight - innerHeight"), { timeout: 20_000 }).toBeLessThanOrEqual(0);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await page.screenshot({ path: join(pictures, `screen-question-${String(width)}-${question.length < 50 ? "short" : "long"}.png`) });
      // As large as its words allow: one step more, and it would not fit, or it is four times the rest.
      const grown = Number(await page.evaluate("getComputedStyle(document.body).getPropertyValue('--grow')"));
      expect(grown).toBeGreaterThan(1);
      const overflows = await page.evaluate("(() => { document.body.style.setProperty('--grow', String(Number(document.body.style.getPropertyValue('--grow')) + 0.15)); return document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth; })()");
      expect(grown >= 4 || overflows).toBe(true);
    }
  });
});
