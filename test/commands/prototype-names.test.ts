import { afterAll, expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { answer } from "../../src/commands/answer.ts";
import { openAsking } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

const asker = { id: "1", name: "Ada", roleIds: [], managesServer: true };
const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

test.each(commands.filter(({ name }) => !name.startsWith("check ") && !name.startsWith("data ")).map(({ name }) => name))("/%s takes no name of Object's own for an option, whether it is given or typed inside another", async (command) => {
  for (const name of names) {
    const given = JSON.parse(JSON.stringify({ ticker: "JPM" }).replace("}", `,"${name}":"x"}`)) as Record<string, string>;
    for (const options of [given, { ticker: `JPM ${name}:x` }, { ticker: name }]) {
      const { problem } = await answer({ command, options, asker, place: { guildId: "2", channelId: "3" }, id: "4" }, commands, asking.world);
      if (problem?.kind === "unknown-option") expect(problem.known).not.toContain(name);
      expect(problem?.kind).not.toBe("option-without-value");
    }
  }
});
