/** Tests in Chromium: the browser, a page in a fresh profile, and what a person does there. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe } from "vitest";
import { chromiumPath, launchChromium } from "./chromium.ts";

const closing: (() => Promise<unknown>)[] = [];
let browser: Browser | null = null;

/** Has something closed after the test, the newest first. */
export const closeAfterTest = (close: () => Promise<unknown>): void => {
  closing.push(close);
};

/** Runs where there is a Chromium; elsewhere the title of what was not run says why. */
export function describeInChromium(what: string, tests: () => void): void {
  describe.skipIf(chromiumPath === null)(chromiumPath === null ? `${what}: no Chromium is installed (CHROMIUM_PATH can name one)` : what, () => {
    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
    });
    afterAll(() => browser?.close());
    tests();
  });
}

/** A new browser profile at the page; what it asked for and what went wrong in it are gathered. */
export interface Visit {
  readonly page: Page;
  readonly requested: readonly string[];
  readonly faults: readonly string[];
}

/** `ready` is what is there once the page is. */
export async function visit(url: string, options: BrowserContextOptions & { readonly as?: string; readonly ready?: string } = {}): Promise<Visit> {
  const { as: person, ready = "#composer", ...context } = options;
  const opened = await browser!.newContext({ viewport: { width: 1280, height: 800 }, ...context });
  closeAfterTest(() => opened.close());
  opened.setDefaultTimeout(8000);
  const page = await opened.newPage();
  const requested: string[] = [];
  const faults: string[] = [];
  opened.on("request", (request) => requested.push(request.url()));
  page.on("websocket", (socket) => requested.push(socket.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(person === undefined ? url : `${url}/?as=${person}`);
  await page.locator(ready).waitFor();
  return { page, requested, faults };
}

/** Types a line as a person does, and sends it. */
export async function send(page: Page, line: string): Promise<void> {
  await page.locator("#composer").click();
  await page.keyboard.type(line);
  await page.keyboard.press("Enter");
}

export const lastMessage = (page: Page) => page.locator("article.message").last();
