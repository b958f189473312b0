import { expect, test } from "vitest";
import { commands } from "../../src/commands/index.ts";
import { commandPayloads } from "../../src/discord/command-payloads.ts";

test("what people install for themselves are the commands for everyone, and none with a part for a course's staff", () => {
  const places = (isUserInstallable: boolean, name: string): unknown => {
    const { contexts, integration_types } = commandPayloads(commands, isUserInstallable).find((payload) => payload.name === name)!;
    return { contexts, integration_types };
  };
  const inServers = { contexts: [0, 1], integration_types: [0] };
  expect(commandPayloads(commands, true).flatMap(({ name }) => (JSON.stringify(places(true, name)) === JSON.stringify(inServers) ? [name] : []))).toEqual(["data", "check", "course", "roster", "gradebook"]);
  for (const name of ["beta", "ask", "practice", "explain", "privacy", "Ask Factor TA"]) {
    expect(places(true, name)).toEqual({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(places(false, name)).toEqual(inServers);
  }
});
