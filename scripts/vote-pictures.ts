// A lecture of 35 made-up students through both rounds of a vote, by the real bot: its posted message and its results as the page shows them, into docs/pictures/.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { APIMessage } from "discord-api-types/v10";
import { launchChromium } from "discord-course-server/testing/chromium";
import { seededRandom } from "../src/engine/seeded-random.ts";
import { openCourse } from "../test/discord/open-course.ts";

const folder = join(import.meta.dirname, "../docs/pictures");
const students = 35;
/** Of the key, and of all others; discussion brings most to the key. */
const rightFirst = 0.4;
const rightSecond = 0.75;

const course = await openCourse({ closingEveryMs: 200, students, page: { folder: "dist/page", examples: [], restOptions: {}, firstCommands: [] } });
const browser = await launchChromium();
const draw = seededRandom(35);
const random = (): number => draw(2 ** 31) / 2 ** 31;
try {
  const prof = course.courseServer.user("instructor");
  const class_ = Array.from({ length: students }, (_, n) => course.courseServer.user(`student-${String(n + 1)}`));
  const context = await browser.newContext({ viewport: { width: 760, height: 1100 }, timezoneId: "UTC", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(`${course.courseServer.url}/?as=student-1`);
  await page.locator("#composer").waitFor();
  const shown = async (name: string, text: string | RegExp): Promise<void> => {
    const message = page.locator("article.message", { hasText: text }).last();
    await message.waitFor();
    await page.waitForFunction("[...document.images].every((image) => image.complete && image.naturalWidth > 0)");
    await page.waitForTimeout(300);
    const png = await message.screenshot();
    writeFileSync(join(folder, `${name}.png`), png);
    console.log(`${name}.png  ${String(png.length)} bytes`);
  };
  const checkNow = (): APIMessage => course.courseServer.user("student-1").messages().findLast(({ embeds }) => embeds[0]?.title?.startsWith("Check:"))!;
  const posted = await prof.command("check vote", { exercise: "jpm-regression", quantity: "beta", closes: "20m" });
  /** JPM's β in the chapter, whichever letter it has this time. */
  const isRight = ({ label }: { readonly label: string }): boolean => label.includes("1.395");
  const vote = async (right: number): Promise<void> => {
    const buttons = buttonsOf(checkNow());
    const others = buttons.filter((button) => !isRight(button));
    for (const person of class_) {
      const chosen = random() < right ? buttons.find(isRight) : others[Math.floor(random() ** 1.6 * others.length)];
      if (chosen !== undefined) await person.click(checkNow().id, chosen.id);
    }
  };
  await vote(rightFirst);
  await shown("vote", /\*?\*?35\*?\*? have voted/u);
  const discussing = await prof.click(posted.message!.id, buttonsOf(posted.message!).find(({ label }) => label.startsWith("End the first vote"))!.id);
  await prof.click(discussing.message!.id, buttonsOf(discussing.message!).find(({ label }) => label.startsWith("Open the second"))!.id);
  await vote(rightSecond);
  await prof.command("check close", { confirm: true });
  await shown("vote-results", "Results:");
} finally {
  await browser.close();
  await course.close();
}

function buttonsOf(message: APIMessage): readonly { readonly label: string; readonly id: string }[] {
  const rows = (message.components ?? []) as readonly { readonly components?: readonly { readonly label?: string; readonly custom_id?: string }[] }[];
  return rows.flatMap((row) => row.components ?? []).flatMap(({ label, custom_id: id }) => (label === undefined || id === undefined ? [] : [{ label, id }]));
}
