/** A course server with the practice bot behind its page; each test has its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { buildPage } from "../../scripts/build-page.mjs";
import { type CourseServer, type CourseServerOptions, startCourseServer } from "../../src/start-course-server.ts";
import { closeAfterTest, describeInChromium } from "../../testing/browser.ts";
import { startPracticeBot } from "./practice-bot.ts";

const folder = mkdtempSync(join(tmpdir(), "page-"));

/** Tests in Chromium of the page as it is in the sources. */
export function describePage(what: string, tests: () => void): void {
  describeInChromium(what, () => {
    beforeAll(() => buildPage(folder));
    afterAll(() => rmSync(folder, { recursive: true }));
    tests();
  });
}

export const examples = ["/chart JPM", "/letters"] as const;

export async function openCourse({ page, ...options }: Partial<CourseServerOptions> = {}): Promise<CourseServer> {
  const courseServer = await startCourseServer({ port: 0, page: { folder, examples, ...page }, ...options });
  closeAfterTest(() => courseServer.close());
  const bot = await startPracticeBot(courseServer.token, courseServer.restApi);
  closeAfterTest(() => bot.close());
  return courseServer;
}
