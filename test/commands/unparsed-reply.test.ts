import { expect, test } from "vitest";
import { allowedCommands } from "../../src/commands/allowed-commands.ts";
import { answer } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { unparsedReply } from "../../src/commands/unparsed-reply.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom } from "./courseroom.ts";

const place = { guildId: "school", channelId: "class" };
const personOf = (id: string) => ({ asker: { id, name: id, roleIds: [], managesServer: id === "prof" }, place });
/** Each command's name with its last letter twice, and its first word alone with a word that it has not. */
const misspelt = commands.filter(({ listed }) => listed).flatMap(({ name }) => [`/${name}${name.at(-1) ?? ""}`, `/${name.split(" ")[0] ?? ""} nosuchword`]);
const staffOnly = commands.filter(({ audience }) => audience !== "everyone").map(({ name }) => name);

test("a misspelt command is answered with none that its author may not use, and to the staff with theirs", async () => {
  const room = openCourseroom();
  const reply = async (who: string, typed: string): Promise<string> => {
    const parsed = parseCommand(typed, commands);
    return parsed.ok ? "" : terminalText(unparsedReply(parsed.problem, typed, await allowedCommands(commands, personOf(who), room.world)), []);
  };
  const named = (words: string): readonly string[] => staffOnly.filter((name) => words.includes(`/${name}`));
  const [student, staff] = [new Set<string>(), new Set<string>()];
  for (const typed of new Set(misspelt)) {
    for (const name of named(await reply("ada", typed))) student.add(name);
    for (const name of named(await reply("prof", typed))) staff.add(name);
  }
  expect([...student]).toEqual([]);
  expect(staff.size).toBeGreaterThan(5);
  // The same where a command of that name is called: a button of an older version.
  const called = async (who: string): Promise<string> => terminalText((await answer({ command: "check pos", options: {}, ...personOf(who), id: "1" }, commands, room.world)).answer, []);
  expect(named(await called("ada"))).toEqual([]);
  expect(named(await called("prof"))).toContain("check post");
  await room.close();
});
