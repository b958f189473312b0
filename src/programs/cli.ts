import type { Problem } from "../render/problem.ts";
import { closeSync, constants, mkdirSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { answer, type Call } from "../commands/answer.ts";
import { commands } from "../commands/index.ts";
import type { RawOption } from "../commands/options/option.ts";
import { terminalSideEffects } from "../commands/side-effects.ts";
import { parseCommand } from "../commands/parse-command.ts";
import { askedInstead } from "../commands/read-in-words.ts";
import { allowedCommands } from "../commands/allowed-commands.ts";
import { unparsedReply } from "../commands/unparsed-reply.ts";
import type { UploadedFile } from "../commands/uploaded-file.ts";
import { readConfigOrExit } from "../config.ts";
import { endOnOutputError } from "./output-errors.ts";
import { wasHelped } from "./help.ts";
import { openContext, type OpenContext } from "./open-context.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { drawChart } from "../render/chart/draw.ts";
import { messageOf } from "../render/message.ts";
import { problemWords } from "../render/problem.ts";
import { textOf, type CommandCall, type Reply } from "../render/reply.ts";
import { terminalText } from "../render/terminal.ts";

const usage = `Ask one question:

  npm run -s ask -- "/beta JPM from:2000-01-01 to:2009-12-31"

  --json               the Discord message, its problem and the results behind it, as one JSON object
  --out DIR            where the pictures and files go; left out, a new folder of your own
  --as student|instructor
  --user NAME          who asks
  --help, --version

Exit status: 0 an answer, 1 a problem (it says what to do), 2 this usage.`;

endOnOutputError();
process.exitCode = wasHelped(process.argv.slice(2), usage) ? 0 : await main();

async function main(): Promise<0 | 1 | 2> {
  const flags = readFlags();
  if (!flags) {
    console.error(usage);
    return 2;
  }
  const context = openContext(readConfigOrExit());
  if (!context.ok) {
    const { cause, next } = problemWords(context.problem);
    console.error(`${cause}\n${next}`);
    return 1;
  }
  let isRefused = false;
  for (const line of flags.command.split(/\n\s*(?=\/)/u)) isRefused = (await answerLine(line, flags, context.value)) || isRefused;
  await context.value.close();
  return isRefused ? 1 : 0;
}

/** Answers one command and prints it; true where there was a problem. */
async function answerLine(line: string, flags: NonNullable<ReturnType<typeof readFlags>>, context: OpenContext): Promise<boolean> {
  const parsed = parseCommand(line, commands);
  const posts: Reply[] = [];
  const caller = {
    asker: { id: flags.user, name: flags.user, roleIds: [], managesServer: flags.as === "instructor" },
    place: { guildId: "terminal", channelId: "terminal" },
  };
  const asked = (call: CommandCall) =>
    answer(
        {
          ...withFiles(call),
          ...caller,
          id: `terminal-${String(Date.now())}`,
        },
        commands,
        { ...context, sideEffects: terminalSideEffects((posted) => void posts.push(posted), readUpload) },
      );
  const typed = parsed.ok ? await asked(parsed.value) : { answer: unparsedReply(parsed.problem, line, await allowedCommands(commands, caller, context)), problem: parsed.problem };
  const instead = typed.problem === null ? null : askedInstead(line, typed.problem, commands, context);
  const answered = instead === null ? typed : await asked(instead);
  const files = fileWriter(flags.out);
  const paths = answered.answer.kind === "reply" ? files.write(answered.answer) : [];
  if (flags.json) console.log(JSON.stringify(jsonOf(answered, paths), plainValues));
  else console.log([...posts.map((posted) => `In the channel:\n\n${terminalText(posted, files.write(posted))}`), terminalText(answered.answer, paths)].join("\n\n"));
  const refused = files.refused();
  if (refused !== null) console.error(`The pictures and files can't be written (${refused}).\nName a folder that you may write to: --out DIR.`);
  return answered.problem !== null || refused !== null;
}

function readFlags() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        out: { type: "string" },
        as: { type: "string", default: "student" },
        user: { type: "string", default: "you" },
      },
    });
    const command = positionals.join(" ").trim();
    if (command === "" || !["student", "instructor"].includes(values.as)) return null;
    return { ...values, command };
  } catch {
    return null;
  }
}

/** In the terminal, an option that takes a file is a path. */
function withFiles({ command, options }: CommandCall): Pick<Call, "command" | "options"> {
  const known = commands.find(({ name }) => name === command)?.options ?? {};
  const read = Object.entries(options).map(([name, text]): [string, RawOption] =>
    known[name]?.type === "attachment" ? [name, { filename: basename(text), url: text, size: 0 }] : [name, text],
  );
  return { command, options: Object.fromEntries(read) };
}

function readUpload({ filename, url }: UploadedFile): Outcome<Uint8Array, Problem> {
  try {
    return success(readFileSync(url));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const fault = code === "ENOENT" ? "missing" : code === "EISDIR" ? "not-a-file" : "unreadable";
    return failure({ kind: "bad-file", file: filename, line: null, column: null, fault, found: code });
  }
}

/**
 * Writes the pictures and files of replies to the folder asked for, else to a new one: a folder of a fixed name in the
 * shared temporary one could be somebody else's, with links in it that lead to your files. Links are not followed.
 */
function fileWriter(asked: string | undefined) {
  const { O_CREAT, O_NOFOLLOW, O_TRUNC, O_WRONLY } = constants;
  let folder = asked;
  let refused: string | null = null;
  return {
    /** Their paths, in the order of the attachments; none where they can't be written. */
    write(reply: Reply): readonly string[] {
      const files = [
        ...reply.pictures.map(({ filename, spec }) => ({ filename, bytes: drawChart(spec) })),
        ...reply.files.map((file) => ({ filename: file.filename, bytes: Buffer.from(textOf(file)) })),
      ];
      if (files.length === 0) return [];
      try {
        const into = (folder ??= mkdtempSync(join(tmpdir(), "factor-ta-")));
        mkdirSync(into, { recursive: true });
        return files.map(({ filename, bytes }) => {
          const path = resolve(into, filename);
          const handle = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, 0o600);
          writeFileSync(handle, bytes);
          closeSync(handle);
          return path;
        });
      } catch (error) {
        if (!(error instanceof Error && "syscall" in error)) throw error;
        refused = error.message;
        return [];
      }
    },
    refused: () => refused,
  };
}

function jsonOf({ answer: reply, problem }: Awaited<ReturnType<typeof answer>>, paths: readonly string[]): object {
  if (reply.kind === "form") return { form: reply, problem, result: reply.result };
  const { attachments, ...message } = messageOf(reply);
  return {
    ...message,
    attachments: attachments.map(({ filename, description }, index) => ({ filename, description, path: paths[index] })),
    problem,
    result: reply.result,
  };
}

/** Converts typed arrays to lists, and numbers that JSON does not have (NaN, infinities) to text. */
function plainValues(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return Array.from(value as Float64Array);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
