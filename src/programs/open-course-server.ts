import { PortTakenError, startCourseServer } from "discord-course-server";
import { commands } from "../commands/index.ts";
import type { Config } from "../config.ts";
import { failure, success } from "../outcome.ts";
import type { Host } from "./host.ts";

/** Suggestions on the course server's page. */
const examples = commands.flatMap(({ example }) => example ?? []);

/** At the start of the course server's channel. */
const note = "The returns that come with it are simulated, made to give the chapter's numbers: none of their days happened. Instructors load real ones with /data add.";

/** The option that takes the remaining words of a typed line: Discord has a field per option, the page one line. */
const restOptions: Readonly<Record<string, string>> = Object.fromEntries(
  commands.flatMap(({ name, options }) => {
    const option = Object.keys(options).find((key) => options[key]?.rest);
    return option === undefined ? [] : [[name, option] as const];
  }),
);

/** What a newcomer should see first of all commands. */
const firstCommands = commands
  .flatMap(({ name, firstOffered }) => (firstOffered === null ? [] : [{ name, firstOffered }]))
  .sort((one, other) => one.firstOffered - other.firstOffered)
  .map(({ name }) => name);

/** Commands all of whose parts are the staff's: a course's administrator hides them from students under Integrations. */
const staffCommands = [...new Set(commands.filter(({ listed }) => listed).map(({ name }) => name.split(" ")[0] ?? name))].filter((group) =>
  commands.every(({ name, audience, listed }) => !listed || name.split(" ")[0] !== group || audience !== "everyone"),
);

/** The staff's parts of commands that have others for everyone: "data add" beside "data list". */
const staffParts = commands.filter(({ listed, audience, name }) => listed && audience !== "everyone" && !staffCommands.includes(name.split(" ")[0] ?? name)).map(({ name }) => name);

/** First of all, so that the page is there while the data load. */
export async function openCourseServer({ port, folders }: Config, host: Host) {
  try {
    const courseServer = await startCourseServer({ port, page: { folder: folders.page, examples, note, restOptions, firstCommands, staffParts }, staffCommands });
    host.resources.add(() => courseServer.close());
    host.say(`The course server is open: ${courseServer.url}`);
    return success({ token: courseServer.token, restApi: courseServer.restApi, guildId: null, courseServer });
  } catch (error) {
    if (error instanceof PortTakenError) return failure({ kind: "port-taken", port, setting: "PORT" });
    throw error;
  }
}
