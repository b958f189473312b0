import type { APIMessage } from "discord-api-types/v10";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PlayableUser } from "discord-course-server";
import { specFaults } from "discord-course-server/testing/spec-faults";
import { openCourse, type OpenCourse } from "./open-course.ts";

let course: OpenCourse;
let prof: PlayableUser;
let ada: PlayableUser;
let ben: PlayableUser;

beforeAll(async () => {
  course = await openCourse({ closingEveryMs: 100 });
  prof = course.courseServer.user("instructor");
  ada = course.courseServer.user("student-1");
  ben = course.courseServer.user("student-2");
});
afterAll(() => course.close());

const words = (message: APIMessage | null | undefined): string =>
  (message?.embeds ?? []).flatMap(({ title, description, footer }) => [title ?? "", description ?? "", footer?.text ?? ""]).join("\n");

/** The custom_id of the button whose label begins so. */
function buttonOf(message: APIMessage, label: string): string {
  const rows = (message.components ?? []) as readonly { readonly components?: readonly { readonly label?: string; readonly custom_id?: string }[] }[];
  const button = rows.flatMap((row) => row.components ?? []).find((part) => part.label?.startsWith(label));
  if (button?.custom_id === undefined) throw new Error(`the message has no button "${label}"`);
  return button.custom_id;
}

const checkIn = (person: PlayableUser): APIMessage => {
  const found = person.messages().findLast(({ embeds }) => embeds[0]?.title?.startsWith("Check:"));
  if (!found) throw new Error("no check in the channel");
  return found;
};

test("a vote through two rounds, by buttons alone, on the real client", async () => {
  const posted = await prof.command("check vote", { exercise: "jpm-regression", quantity: "beta", closes: "20m" });
  expect(posted.failure).toBeNull();
  expect(posted.isEphemeral).toBe(true);
  // The channel may be on the wall.
  expect(words(posted.message)).not.toContain("is right.");
  const first = checkIn(ada);
  expect(words(first)).toContain("First vote.");
  expect(words(first)).not.toContain("is right.");
  const vote = await ada.click(first.id, buttonOf(first, "A · "));
  expect(vote.isEphemeral).toBe(true);
  expect(words(vote.message)).toContain("You can change it until the first vote ends");
  await ben.click(first.id, buttonOf(first, "B · "));
  // The message counts along, by the timer.
  await expect.poll(() => words(checkIn(ada))).toContain("**2** have voted.");
  const discussing = await prof.click(posted.message!.id, buttonOf(posted.message!, "End the first vote"));
  expect(words(discussing.message)).toContain("2 people have voted");
  expect(words(checkIn(ada))).toContain("Discuss.");
  expect(checkIn(ada).components).toEqual([]);
  // A press that was on its way, with the button of the message as it was.
  const late = await ada.click(first.id, buttonOf(first, "B · "), { force: true });
  expect(words(late.message)).toContain("The first vote is over");
  await prof.click(discussing.message!.id, buttonOf(discussing.message!, "Open the second vote"));
  const second = checkIn(ben);
  expect(words(second)).toContain("Second vote.");
  for (const person of [ada, ben]) expect(words((await person.click(second.id, buttonOf(second, "C · "))).message)).toContain("It is kept");
  await course.restart();
  const closed = await prof.command("check close", { confirm: true });
  expect(closed.failure).toBeNull();
  const results = ada.messages().findLast((message) => words(message).includes("Results: A stock's factor model"));
  expect(words(results)).toContain("**2** voted first, **2** after the discussion, 2 both times");
  expect(words(results)).toContain("**Why**");
});

test("a check that opens later is posted by the timer", async () => {
  const scheduled = await prof.command("check post", { exercise: "annualise-alpha", opens: "10m", closes: "5m" });
  expect(scheduled.failure).toBeNull();
  expect(words(checkIn(ada))).not.toContain("α a year");
  course.pass(10 * 60_000 + 1_000);
  await expect.poll(() => words(checkIn(ada))).toContain("What is α a year");
});

test("every request was valid by Discord's published schemas, and nothing broke", () => {
  expect(specFaults(course.courseServer.requests)).toEqual([]);
  expect(course.errors).toEqual([]);
});
