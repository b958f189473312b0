// The second half of npm run pictures: replies as the page shows them, by the real bot in Chromium, into docs/pictures/.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { chromiumPath, launchChromium } from "discord-course-server/testing/chromium";

const folder = join(import.meta.dirname, "../docs/pictures");
const largest = 150 * 1024;
const wide = { width: 760, height: 1000 };
const phone = { width: 360, height: 900 };

if (chromiumPath === null) {
  console.log("The pictures of the page are left as they were: no Chromium is installed (CHROMIUM_PATH can name one).");
} else {
  const local = mkdtempSync(join(tmpdir(), "factor-ta-page-"));
  const { program, url } = await startBot(local);
  const browser = await launchChromium();
  try {
    await drawAll(browser, url);
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => program.once("exit", resolve));
    program.kill("SIGINT");
    await ended;
    rmSync(local, { recursive: true });
  }
}

async function drawAll(browser: Browser, url: string): Promise<void> {
  const student = await open(browser, `${url}/?as=student-1`, wide);
  await ask(student, "/beta JPM");
  save("reply", await lastMessage(student).screenshot());

  await ask(student, "/practice annual-budget chapter");
  await answer(student, lastMessage(student), ["$13.75M", "67.4M", "552k", "2.71M"]);
  save("practice", await lastMessage(student).screenshot());

  const instructor = await open(browser, `${url}/?as=instructor`, wide);
  await ask(instructor, "/check post annual-budget closes:2d");
  const posted = student.locator("article.message", { hasText: "Check: Positions" });
  await posted.waitFor();
  await settled(student);
  save("check", await posted.screenshot());
  await ask(instructor, '/check preview question:"What is the β of JPM on SPY?" key:beta ticker:JPM');
  save("preview", await lastMessage(instructor).screenshot());

  const small = await open(browser, `${url}/?as=student-2`, phone);
  await ask(small, "/beta WMT");
  save("phone", await small.screenshot());
}

/** Opens the form of a message's Answer button, fills its fields and sends it. */
async function answer(page: Page, message: Locator, texts: readonly string[]): Promise<void> {
  const before = await page.locator("article.message").count();
  await message.getByRole("button", { name: "Answer" }).click();
  const form = page.getByRole("dialog");
  for (const [place, text] of texts.entries()) await form.getByRole("textbox").nth(place).fill(text);
  await form.getByRole("button", { name: "Submit" }).click();
  await page.locator("article.message").nth(before).waitFor();
  await settled(page);
}

async function ask(page: Page, line: string): Promise<void> {
  const before = await page.locator("article.message").count();
  await page.locator("#composer").fill(line);
  await page.keyboard.press("Enter");
  await page.locator("article.message").nth(before).locator(".embed").first().waitFor();
  await settled(page);
}

/** Every picture of the channel is there, and the page has drawn it. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction("[...document.images].every((image) => image.complete && image.naturalWidth > 0)");
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
}

async function open(browser: Browser, address: string, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, timezoneId: "UTC", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator("#composer").waitFor();
  return page;
}

function lastMessage(page: Page): Locator {
  return page.locator("article.message").last();
}

function save(name: string, png: Buffer): void {
  if (png.length > largest) throw new Error(`${name}.png has ${String(png.length)} bytes, more than ${String(largest)}`);
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png  ${String(png.length)} bytes`);
}

/** The bot as `npm start` runs it without a token, on a free port and with an empty store. */
async function startBot(local: string): Promise<{ readonly program: ChildProcess; readonly url: string }> {
  const program = spawn(process.execPath, ["--import", "tsx", "src/programs/main.ts"], {
    env: { ...process.env, PORT: "0", DISCORD_TOKEN: "", DATABASE_URL: "", FACTOR_TA_LOCAL: local, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    program.stdout.on("data", (bytes: Buffer) => {
      printed += bytes.toString("utf8");
      const found = /http:\/\/localhost:\d+/u.exec(printed)?.[0];
      // The page is there before the bot is.
      if (found && printed.includes("is in it")) resolve(found);
    });
    program.once("exit", (code) => reject(new Error(`the program ended with ${String(code)}`)));
  });
  return { program, url };
}
