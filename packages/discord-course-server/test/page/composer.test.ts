import { expect, test } from "vitest";
import { send, visit } from "../../testing/browser.ts";
import { describePage, openCourse } from "./course-page.ts";

const isSuggestion = (body: unknown): boolean => typeof body === "object" && body !== null && "type" in body && body.type === 8;

describePage("the composer in Chromium", () => {
  test("Tab fills a command, the arrows choose among the bot's suggestions, Enter sends", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    const composer = page.locator("#composer");
    await composer.click();
    await page.keyboard.type("/ch");
    expect(await page.getByRole("option").first().textContent()).toContain("A picture and a table of an asset");
    await page.keyboard.press("Tab");
    expect(await composer.inputValue()).toBe("/chart ticker:");
    await page.getByRole("option").nth(3).waitFor();
    await page.keyboard.type("w");
    await page.getByRole("option", { name: "WMT · simulated" }).waitFor();
    await expect.poll(() => page.getByRole("option").count()).toBe(1);
    await page.keyboard.press("ArrowDown");
    expect(await composer.getAttribute("aria-activedescendant")).toBe("offer-0");
    await page.keyboard.press("Enter");
    expect(await composer.inputValue()).toBe("/chart ticker:WMT ");
    await page.keyboard.type("fr");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await composer.inputValue()).toBe("/chart ticker:WMT frequency:daily ");
    await page.keyboard.press("Enter");
    await page.getByText("β of WMT on SPY is 1.395").first().waitFor();
    expect(await composer.inputValue()).toBe("");
  });

  test("a missing option and a value of the wrong type are refused before the bot hears of it", async () => {
    const { url, requests } = await openCourse();
    const { page } = await visit(url);
    const composer = page.locator("#composer");
    const fault = page.locator("#composer-fault");
    const before = requests.length;
    await send(page, "/chart ticker:JPM lags:many");
    expect(await fault.textContent()).toBe("lags takes a whole number, like 5.");
    await composer.fill("/chart ticker:JPM lags:61");
    await page.keyboard.press("Enter");
    expect(await fault.textContent()).toBe("lags takes 60 or less.");
    await composer.fill("/hand-in");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    expect(await fault.textContent()).toBe("work is required: Your file");
    await composer.fill("/nothing");
    await page.keyboard.press("Enter");
    expect(await fault.textContent()).toContain("There is no command called /nothing here.");
    expect(await composer.getAttribute("aria-invalid")).toBe("true");
    const answers = requests.slice(before).filter(({ path, body }) => path.includes("callback") && !isSuggestion(body));
    expect(answers).toEqual([]);
  });

  test("only the instructor is offered the instructor's commands", async () => {
    const { url } = await openCourse({ page: { staffParts: ["letters"] } });
    const { page } = await visit(url);
    await page.locator("#composer").click();
    await page.keyboard.type("/");
    await page.getByRole("option", { name: "/secret" }).waitFor();
    expect(await page.getByRole("option", { name: "/letters" }).count()).toBe(0);
    expect(await page.getByRole("option", { name: "/grade" }).count()).toBe(0);
    await page.getByRole("button", { name: "You are Ada" }).click();
    await page.getByRole("menuitemradio", { name: "Prof. Okafor" }).click();
    await page.getByRole("button", { name: "You are Prof. Okafor" }).waitFor();
    await page.locator("#composer").click();
    await page.getByRole("option", { name: "/grade" }).waitFor();
    await page.getByRole("option", { name: "/letters" }).waitFor();
  });

  test("a command that a message mentions stands in the composer when it is pressed, one that is not registered is text", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "/letters");
    await page.getByRole("button", { name: "/chart", exact: true }).click();
    expect(await page.locator("#composer").inputValue()).toBe("/chart ticker:");
    await page.keyboard.type("JPM");
    expect(await page.locator("#composer").inputValue()).toBe("/chart ticker:JPM");
    expect(await page.locator("span.mention", { hasText: "/gone" }).count()).toBe(1);
    expect(await page.getByRole("button", { name: "/gone" }).count()).toBe(0);
  });

  test("a free text takes its spaces, and a line sent before comes back with the arrow up", async () => {
    const { url } = await openCourse();
    const { page } = await visit(url);
    await send(page, "/ask what is beta, really?");
    await page.getByRole("article").getByText("You asked: what is beta, really?").waitFor();
    await page.keyboard.press("ArrowUp");
    expect(await page.locator("#composer").inputValue()).toBe("/ask what is beta, really?");
  });
});
