/** Where one types: commands with their options, plain messages, files. */
import type { OptionListing } from "../page-protocol.ts";
import { autocompletion } from "./autocompletion.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";
import { commandValues, type CommandValues } from "./command-values.ts";
import { complete } from "./completion.ts";
import { marks } from "./composer-marks.ts";
import { keepDraft, keptDraft } from "./draft.ts";
import { element, setAttribute } from "./element.ts";
import { icon } from "./icons.ts";
import type { Chosen } from "./option-value.ts";
import type { Outbox } from "./outbox.ts";
import type { Stage } from "./stage.ts";
import { suggestionList } from "./suggestion-list.ts";
import { type Entry, type Offer, offerAt } from "./suggestions.ts";
import { upload } from "./upload.ts";
import { uploadTray } from "./upload-tray.ts";

export interface Composer {
  readonly node: HTMLElement;
  /** After anything in the room has changed. */
  refresh(): void;
  /** As if it had been typed and sent. */
  readonly send: (line: string) => void;
  /** Files dropped on the channel. */
  take(files: readonly File[]): void;
  focus(): void;
}

export function createComposer(stage: Stage, outbox: Outbox): Composer {
  const kept = keptDraft();
  const chosen = new Map<string, Chosen>(kept.chosen);
  let sent = kept.sent;
  let recalled = sent.length;
  let offer: Offer | null = null;
  let active = -1;
  /** Where the arrows have gone to in the list, until something is typed. */
  let pointed: number | null = null;
  let closed = false;
  let wanting: OptionListing | null = null;

  const input = element("textarea", {
    id: "composer",
    rows: 1,
    maxlength: 6000,
    spellcheck: "false",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-describedby": "composer-fault",
  });
  const behind = element("div", { class: "behind", "aria-hidden": "true" });
  const fault = element("p", { class: "composer-fault", id: "composer-fault", role: "alert" });
  const picker = element("input", { type: "file", class: "hidden-text", tabindex: -1, "aria-hidden": "true" });
  const tray = uploadTray();
  const list = suggestionList(input, (entry) => choose(entry));
  const suggestions = autocompletion(stage, () => refresh());
  const attach = element("button", { class: "round attach", type: "button", "aria-label": "Add a file", on: { click: () => pick(openAttachment()) } }, icon("plus"));
  const send = element("button", { class: "round send", type: "submit", "aria-label": "Send" }, icon("send"));
  const node = element(
    "form",
    { class: "composer" },
    list.node,
    fault,
    tray.node,
    element("div", { class: "composer-line" }, attach, element("div", { class: "typing" }, behind, input), send),
    picker,
  );
  input.value = kept.draft;

  const known = () => ({ ...stage.room(), chosen });
  const lineNow = (): CommandLine | null => readCommandLine(input.value, stage.room().commands);
  const openAttachment = (): OptionListing | null => {
    const line = lineNow();
    return line?.command.options.find((option) => option.type === "attachment" && !line.filled.some((each) => each.option === option && each.text !== "")) ?? null;
  };

  function refresh(): void {
    const room = stage.room();
    const line = lineNow();
    const read: CommandValues | null = line && commandValues(line, known());
    const cursor = input.selectionStart;
    offer = closed || document.activeElement !== input ? null : offerAt(input.value, cursor, room, suggestions.choices);
    if (offer?.question && line && read) suggestions.ask(line.command.path, offer.question.option, offer.question.typed, read.values);
    const isRunnable = read !== null && read.faults.length === 0;
    const picksFirst = offer?.entries[0]?.kind === "mention" || (offer?.entries[0]?.kind === "command" && !isRunnable);
    if (pointed !== null && pointed >= (offer?.entries.length ?? 0)) pointed = null;
    active = pointed ?? (picksFirst ? 0 : -1);
    list.show(offer, active, offer?.question ? suggestions.note() : "");
    const typing = read?.faults.filter(({ start, end }) => cursor < start || cursor > end) ?? [];
    behind.replaceChildren(...marks(input.value, line, typing));
    input.placeholder = room.place.kind === "course" ? `Message #${room.place.name}, or / for commands` : `Message @${room.place.name}`;
    setAttribute(input, "aria-label", input.placeholder);
    keepDraft({ draft: input.value, chosen: [...chosen], sent });
  }

  function write(text: string, cursor = text.length): void {
    input.value = text;
    input.setSelectionRange(cursor, cursor);
    pointed = null;
    say("");
    refresh();
  }

  function say(words: string): void {
    fault.textContent = words;
    input.setAttribute("aria-invalid", String(words !== ""));
  }

  function choose(entry: Entry): void {
    if (offer === null) return;
    if (entry.kind === "file") {
      pick(entry.option);
      return;
    }
    const done = complete(input.value, offer, entry);
    if (done.chosen) chosen.set(done.chosen.option, done.chosen);
    write(done.text, done.cursor);
  }

  function pick(option: OptionListing | null): void {
    wanting = option;
    picker.value = "";
    picker.click();
  }

  async function take(files: readonly File[]): Promise<void> {
    const option = wanting ?? openAttachment();
    wanting = null;
    for (const file of files.slice(0, option ? 1 : 10)) {
      say("");
      stage.announce(`Uploading ${file.name}`);
      const result = await upload(file);
      if (!result.ok) say(result.fault);
      else if (option) fillFile(option, result.upload.filename, result.upload.id);
      else tray.add(result.upload);
    }
    input.focus();
  }

  function fillFile(option: OptionListing, shown: string, value: string): void {
    const line = lineNow();
    if (line === null) return;
    const before = line.filled.find((each) => each.option === option);
    const at = { start: before?.start ?? input.value.length, end: before?.end ?? input.value.length, title: "", entries: [], line, question: null };
    const done = complete(input.value, at, { kind: "value", label: shown, detail: "", option, value });
    chosen.set(option.name, { shown, value });
    write(done.text, done.cursor);
  }

  async function submit(): Promise<void> {
    const text = input.value.trim();
    const line = lineNow();
    if (text.startsWith("/") && line === null) {
      const [first] = offer?.entries ?? [];
      if (first && active >= 0) choose(first);
      else say(`There is no command called ${text.split(/\s/)[0] ?? ""} here. Type / to see them all.`);
      return;
    }
    if (line === null && text === "" && tray.ids().length === 0) return;
    if (line === null) {
      const uploads = tray.ids();
      tray.clear();
      sentAway(text);
      say((await outbox.say(text, uploads)) ?? "");
      return;
    }
    const { values, faults } = commandValues(line, known());
    const [first] = faults;
    if (first) {
      if (first.missing !== null) write(`${input.value.trimEnd()} ${first.missing}:`);
      else input.setSelectionRange(first.start, first.end);
      say(first.words);
      return;
    }
    sentAway(text);
    const refused = await outbox.run(line.command.path, values, text);
    if (refused === null) return;
    if (input.value === "") write(text);
    say(refused);
  }

  function sentAway(text: string): void {
    if (text !== "") sent = [...sent.filter((each) => each !== text), text];
    recalled = sent.length;
    chosen.clear();
    write("");
  }

  function recall(step: number): void {
    recalled = Math.max(0, Math.min(sent.length, recalled + step));
    closed = true;
    write(sent[recalled] ?? "");
  }

  /** Tab goes on to the next option that has no value yet. */
  function nextOption(): boolean {
    const line = lineNow();
    const open = line?.command.options.find((option) => !line.filled.some((each) => each.option === option));
    const last = line?.filled.at(-1);
    if (!open || (last && last.text === "") || closed) return false;
    write(`${input.value.trimEnd()} ${open.name}:`);
    return true;
  }

  function key(event: KeyboardEvent): void {
    const entries = offer?.entries ?? [];
    const chosenEntry = entries[active];
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (chosenEntry) choose(chosenEntry);
      else void submit();
    } else if (event.key === "Tab" && !event.shiftKey) {
      const entry = chosenEntry ?? entries[0];
      if (entry) choose(entry);
      else if (!nextOption()) return;
      event.preventDefault();
    } else if (event.key === "Escape" && offer) {
      closed = true;
      refresh();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && entries.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      pointed = active < 0 && step < 0 ? entries.length - 1 : (active + step + entries.length) % entries.length;
      refresh();
    } else if (event.key === "ArrowUp" && (input.value === "" || input.value === sent[recalled])) {
      event.preventDefault();
      recall(-1);
    } else if (event.key === "ArrowDown" && input.value !== "" && input.value === sent[recalled]) {
      event.preventDefault();
      recall(1);
    }
  }

  node.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit();
  });
  picker.addEventListener("change", () => void take([...(picker.files ?? [])]));
  input.addEventListener("keydown", key);
  input.addEventListener("input", () => {
    closed = false;
    pointed = null;
    say("");
    refresh();
  });
  for (const moved of ["click", "focus", "blur"] as const) input.addEventListener(moved, () => refresh());
  input.addEventListener("keyup", ({ key: pressed }) => {
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(pressed)) refresh();
  });
  input.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  });

  return {
    node,
    refresh,
    send(line) {
      write(line);
      input.focus();
      void submit();
    },
    take: (files) => void take(files),
    focus: () => input.focus(),
  };
}
