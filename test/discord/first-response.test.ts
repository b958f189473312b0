import { DiscordAPIError } from "discord.js";
import { expect, test } from "vitest";
import { firstResponse } from "../../src/discord/delivery.ts";

const answered = new DiscordAPIError({ code: 40_060, message: "Interaction has already been acknowledged." }, 40_060, 400, "POST", "/callback", {});
const unanswered = new DiscordAPIError({ code: 0, message: "502: Bad Gateway" }, 0, 502, "POST", "/callback", {});

/** What became of the tries, and how often it was told that somebody else may have answered. */
async function tried(...errors: readonly (Error | null)[]): Promise<readonly [string, number]> {
  const left = [...errors];
  let told = 0;
  const outcome = await firstResponse(
    () => {
      const error = left.shift() ?? null;
      return error === null ? Promise.resolve() : Promise.reject(error);
    },
    { receivedAt: 0, clock: { now: () => 0, after: (_, task) => (task(), () => undefined) }, onAnswered: () => void told++ },
  );
  return [outcome, told];
}

test("an interaction that Discord has an answer to before the first try may be another bot's, and is told of; after a try of ours it is ours", async () => {
  expect(await tried(answered)).toEqual(["acknowledged", 1]);
  expect(await tried(unanswered, answered)).toEqual(["acknowledged", 0]);
  expect(await tried(null)).toEqual(["sent", 0]);
  expect(await tried(unanswered, null)).toEqual(["sent", 0]);
});
