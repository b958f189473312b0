/** The composer: commands with their options, plain messages, files. */
import type { OptionListing } from "../page-protocol.ts";
import { composerParts } from "./composer-parts.ts";
import { lineEditor } from "./line-editor.ts";
import type { Outbox } from "./outbox.ts";
import { beginningOf } from "./completion.ts";
import { slashCommand } from "./command-line.ts";
import type { PageContext } from "./page-context.ts";
import { nearestCommand } from "./nearest-command.ts";
import { upload } from "./upload.ts";

export interface Composer {
  readonly node: HTMLElement;
  /** After the state has changed. */
  refresh(): void;
  /** Types the beginning of a slash command, for its options to be filled in; nothing where it is not registered. */
  readonly begin: (command: string) => void;
  /** As if it had been typed and sent. */
  readonly send: (line: string) => void;
  /** Files dropped on the channel. */
  take(files: readonly File[]): void;
  focus(): void;
}

const maxFiles = 10;

/** What surrounds a command that was copied from a page or a message: blanks, and backticks around the whole of it. */
const withoutCopyMarks = (text: string): string => text.trim().replace(/^(`+)\s*(\/[^`]*?)\s*\1$/u, "$2");

export function createComposer(context: PageContext, outbox: Outbox): Composer {
  const parts = composerParts();
  const { node, input, picker, tray } = parts;
  const editor = lineEditor(parts, context, { submit: () => void submit(), pickFile: (option) => pick(option) });
  /** The option that the next file is for; null for a message's own files. */
  let wanting: OptionListing | null = null;

  const openFileOption = (): OptionListing | null => {
    const line = editor.read()?.line;
    const isFilled = (option: OptionListing): boolean => line?.filled.some((each) => each.option === option && each.text !== "") ?? false;
    return line?.command.options.find((option) => option.type === "attachment" && !isFilled(option)) ?? null;
  };

  function pick(option: OptionListing | null): void {
    wanting = option;
    picker.value = "";
    picker.click();
  }

  async function take(files: readonly File[]): Promise<void> {
    const option = wanting ?? openFileOption();
    wanting = null;
    for (const file of files.slice(0, option ? 1 : maxFiles)) {
      editor.say("");
      context.announce(`Uploading ${file.name}`);
      const result = await upload(file);
      if (!result.ok) editor.say(result.fault);
      else if (option) editor.fill(option, result.upload.filename, result.upload.id);
      else tray.add(result.upload);
    }
    input.focus();
  }

  async function submit(): Promise<void> {
    const text = withoutCopyMarks(input.value);
    const [first = "", ...further] = text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    if (further.length > 0 && [first, ...further].every((line) => line.startsWith("/"))) {
      editor.write(first);
      await run(first);
      if (input.value === "") editor.write(further.join("\n"));
    } else if (text.startsWith("/")) {
      if (text !== input.value.trim() || /^\s/.test(input.value)) editor.write(text);
      await run(text);
    }
    else if (text !== "" || tray.ids().length > 0) await say(text);
  }

  async function say(text: string): Promise<void> {
    const uploads = tray.ids();
    tray.clear();
    editor.sent(text);
    const refused = await outbox.say(text, uploads);
    if (refused === null) {
      if (!isHeard(text)) editor.say(`${context.state().bot.name} reads commands, which begin with /, and messages that mention it, @${context.state().bot.name}: not this one.`);
      return;
    }
    if (input.value === "") editor.write(text);
    editor.say(refused);
  }

  /** As on Discord: in a server's channel a bot reads what mentions it, in direct messages everything. */
  function isHeard(text: string): boolean {
    const { bot, channel } = context.state();
    return channel.kind === "direct" || text.includes(`@${bot.name}`);
  }

  async function run(text: string): Promise<void> {
    const typed = editor.read();
    if (typed === null) {
      if (!editor.takeFirst()) offerNearest(text);
      return;
    }
    const { values, faults } = typed.read;
    const [first] = faults;
    if (first) {
      if (first.missing !== null) editor.write(`${input.value.trimEnd()} ${first.missing}:`);
      else input.setSelectionRange(first.start, first.end);
      editor.say(first.words);
      return;
    }
    editor.sent(text);
    const refused = await outbox.run(typed.line.command.path, values);
    if (refused === null) return;
    if (input.value === "") editor.write(text);
    editor.say(refused);
  }

  /** A command that is nearly one is put right; whether it was meant is for the next Enter to say. */
  function offerNearest(text: string): void {
    const [asked = "", ...words] = text.split(" ");
    const nearest = nearestCommand(asked, context.state().commands);
    if (nearest === null) {
      editor.say(`There is no command called ${asked} here. Type / to see them all.`);
      return;
    }
    editor.write([nearest, ...words].join(" "));
    editor.say(`There is no ${asked}: this is ${nearest}. Enter sends it.`);
  }

  node.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  parts.attach.addEventListener("click", () => pick(openFileOption()));
  picker.addEventListener("change", () => void take([...(picker.files ?? [])]));
  input.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  });

  return {
    node,
    refresh: () => editor.refresh(),
    begin(command) {
      const listing = slashCommand(command, context.state().commands);
      if (listing === null) return;
      input.focus();
      editor.write(beginningOf(listing));
    },
    send(line) {
      editor.write(line);
      input.focus();
      void submit();
    },
    take: (files) => void take(files),
    focus: () => input.focus(),
  };
}
