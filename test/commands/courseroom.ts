import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, type CallResult } from "../../src/commands/answer.ts";
import { commands } from "../../src/commands/index.ts";
import { terminalSideEffects } from "../../src/commands/side-effects.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import { readConfig } from "../../src/config.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { failure, success } from "../../src/outcome.ts";
import { problemReply } from "../../src/render/problem.ts";
import type { Answer, Reply } from "../../src/render/reply.ts";
import { terminalText } from "../../src/render/terminal.ts";
import type { Store } from "../../src/store/store.ts";
import { writeEmptyStore } from "./empty-store.ts";
import { sharedData } from "./sample-data.ts";

/** A course without Discord: the real commands on the sample, with a store in a folder of its own and a clock to turn. */
export interface Courseroom {
  readonly world: AppContext;
  /** What the bot wrote in channels, oldest first. */
  readonly posts: readonly Reply[];
  /** What it put in the place of its own messages. */
  readonly edits: readonly Reply[];
  /** "prof" manages the server and every other one, "eve" the server "eve-server", "tutor" has the role "tutors", others are students. */
  ask(who: string, typed: string): Promise<Answer>;
  as(who: string, typed: string, interaction?: string, guild?: string | null): Promise<CallResult>;
  words(who: string, typed: string): Promise<string>;
  wordsOf(answered: CallResult): string;
  store(): Promise<Store>;
  /** Lets time pass. */
  pass(milliseconds: number): void;
  /** Another process on the same store: nothing that was in memory is left. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** `changes` replace parts of the world, like the keyed hash that deals out variants; `environment` adds settings. */
export function openCourseroom(changes: Partial<Pick<AppContext, "keyedHash">> = {}, environment: Readonly<Record<string, string>> = {}): Courseroom {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-courseroom-"));
  const posts: Reply[] = [];
  let time = Date.UTC(2026, 8, 14, 9);
  let interactions = 0;
  const edits: Reply[] = [];
  const terminal = terminalSideEffects(
    (reply) => posts.push(reply),
    ({ filename, url }) =>
      existsSync(url)
        ? success(readFileSync(url))
        : failure({ kind: "bad-file", file: filename, line: null, column: null, fault: "missing", found: "" }),
  );
  const sideEffects: AppContext["sideEffects"] = {
    ...terminal,
    edit(_channel: string, message: string, reply: Reply) {
      edits.push(reply);
      return Promise.resolve(success(message));
    },
    // Everybody belongs to the one server but those who are called strangers.
    memberOf: (guild, person) =>
      Promise.resolve(guild !== "school" || person.startsWith("stranger") ? null : { roleIds: person === "tutor" ? ["tutors"] : [], managesServer: person === "prof" }),
  };
  const open = (isFirst: boolean) => {
    const config = readConfig({ FACTOR_TA_LOCAL: folder, ...environment });
    const opened = openContext(config, isFirst ? sharedData(config, config.folders.local !== folder) : {});
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    const { store } = config;
    const isEmpty = isFirst && "file" in store && store.file.startsWith(folder);
    let opening: ReturnType<AppContext["store"]> | undefined;
    const openedStore: AppContext["store"] = () => (opening ??= isEmpty ? writeEmptyStore(store.file).then(() => opened.value.store()) : opened.value.store());
    return { closing: opened.value, world: { ...opened.value, store: openedStore, now: () => time, sideEffects, ...changes } };
  };
  let { closing, world } = open(true);
  const as: Courseroom["as"] = async (who, typed, interaction = `i${String(interactions++)}`, guild = "school") => {
    const parsed = parseCommand(typed, commands);
    if (!parsed.ok) return { answer: problemReply(parsed.problem), problem: parsed.problem };
    time += 1000;
    const asker = { id: who, name: who, roleIds: who === "tutor" ? ["tutors"] : [], managesServer: who === "prof" || guild === `${who}-server` };
    const known = commands.find(({ name }) => name === parsed.value.command)?.options ?? {};
    // A file's path stands for its upload.
    const options = Object.fromEntries(
      Object.entries(parsed.value.options).map(([name, text]) => [
        name,
        known[name]?.type === "attachment" ? { filename: text.split("/").at(-1) ?? "", url: text, size: 0 } : text,
      ]),
    );
    return answer({ command: parsed.value.command, options, asker, place: { guildId: guild, channelId: "class" }, id: interaction }, commands, world);
  };
  return {
    get world() {
      return world;
    },
    posts,
    edits,
    as,
    ask: async (who, typed) => (await as(who, typed)).answer,
    words: async (who, typed) => terminalText((await as(who, typed)).answer, []),
    wordsOf: ({ answer: given }) => terminalText(given, []),
    async store() {
      const store = await world.store();
      if (!store.ok) throw new Error(JSON.stringify(store.problem));
      return store.value;
    },
    pass(milliseconds) {
      time += milliseconds;
    },
    async restart() {
      await closing.close();
      ({ closing, world } = open(false));
    },
    async close() {
      await closing.close();
      rmSync(folder, { recursive: true });
    },
  };
}
