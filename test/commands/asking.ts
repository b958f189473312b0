import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, type CallResult } from "../../src/commands/answer.ts";
import type { Command } from "../../src/commands/command.ts";
import { commands } from "../../src/commands/index.ts";
import type { RawOption } from "../../src/commands/options/option.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import type { ReadOptions } from "../../src/datasets/read-options.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { readConfig } from "../../src/config.ts";
import { openContext } from "../../src/programs/open-context.ts";
import { unparsedReply } from "../../src/commands/unparsed-reply.ts";
import type { Reply } from "../../src/render/reply.ts";
import { sharedData } from "./sample-data.ts";

export interface ImportedFile {
  readonly name: string;
  readonly text: string;
  readonly content?: ReadOptions["kind"];
  /** Imported in spite of doubts: days that are meant to be missing. */
  readonly isAccepted?: boolean;
}

export interface Asking {
  readonly world: AppContext;
  /** What is typed, answered by the real commands on the sample. */
  readonly ask: (typed: string) => Promise<CallResult>;
  /** The same call with its options as they arrive from Discord. */
  readonly call: (command: Command, options: Readonly<Record<string, RawOption>>, world?: AppContext) => Promise<CallResult>;
  readonly close: () => Promise<void>;
}

/** The whole program but for Discord, on the committed sample and files imported beside it, with a store of its own. */
export function openAsking(files: readonly ImportedFile[] = [], settings: Readonly<Record<string, string>> = {}): Asking {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-asking-"));
  for (const { name, text, content, isAccepted = false } of files) {
    const imported = importBytes({ name, bytes: Buffer.from(text) }, { localFolder: folder, ...(content ? { kind: content } : {}), ...(isAccepted ? { accept: true } : {}) });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  }
  const config = readConfig({ FACTOR_TA_LOCAL: folder, ...settings });
  const opened = openContext(config, sharedData(config, files.length > 0 || config.folders.local !== folder));
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const world = opened.value;
  const asker = { id: "1", name: "Ada", roleIds: [], managesServer: true };
  const call: Asking["call"] = (command, options, other = world) =>
    answer({ command: command.name, options, asker, place: { guildId: "2", channelId: "3" }, id: "4" }, commands, other);
  return {
    world,
    call,
    async ask(typed) {
      const parsed = parseCommand(typed, commands);
      if (!parsed.ok) return { answer: unparsedReply(parsed.problem, typed, commands), problem: parsed.problem };
      const command = commands.find(({ name }) => name === parsed.value.command);
      if (!command) throw new Error(`${parsed.value.command} was parsed and is not there`);
      return call(command, parsed.value.options);
    },
    async close() {
      await world.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The reply, where the answer is one. */
export function replyOf({ answer: given }: CallResult): Reply {
  if (given.kind !== "reply") throw new Error("a form came where a reply was expected");
  return given;
}

/** The words of an answer, and of what stands behind its button More. */
export async function allWords({ ask }: Pick<Asking, "ask">, typed: string): Promise<string> {
  return [wordsOf(await ask(typed)), wordsOf(await ask(`${typed} show:more`))].join("\n");
}

/** Everything a person reads of a reply, Markdown's marks taken off. */
export function wordsOf(answered: CallResult): string {
  return replyOf(answered)
    .embeds.flatMap(({ title = "", description = "", footer }) => [title, description, footer?.text ?? ""])
    .join("\n")
    .replace(/\*\*/gu, "")
    .replace(/(?<=\d)\\\*(?=\p{L})/gu, "*");
}
