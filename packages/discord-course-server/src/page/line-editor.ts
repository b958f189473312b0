/** The line being typed: its list of suggestions, its marks, and what the keys do to it. */
import type { OptionListing } from "../page-protocol.ts";
import { autocompletion } from "./autocompletion.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";
import { commandValues, type CommandValues } from "./command-values.ts";
import { complete } from "./completion.ts";
import { marks } from "./composer-marks.ts";
import type { ComposerParts } from "./composer-parts.ts";
import { saveDraft, loadDraft } from "./draft.ts";
import { setAttribute } from "./element.ts";
import { enterTakesFirst } from "./enter-takes-first.ts";
import type { Chosen } from "./option-value.ts";
import type { PageContext } from "./page-context.ts";
import { sentLines } from "./sent-lines.ts";
import { suggestionList } from "./suggestion-list.ts";
import { type Entry, type Offer, offerAt } from "./suggestions.ts";

export interface LineEditor {
  /** The command as it stands, or null for plain words. */
  readonly read: () => { readonly line: CommandLine; readonly read: CommandValues } | null;
  readonly refresh: () => void;
  /** Puts a text in place of all that was typed. */
  readonly write: (text: string, cursor?: number) => void;
  /** Says what is wrong with the line. */
  readonly say: (words: string) => void;
  /** Fills an option with a value that a text stands for. */
  readonly fill: (option: OptionListing, shown: string, value: string) => void;
  /** The line was sent. */
  readonly sent: (text: string) => void;
  /** Takes the first entry, where Enter would. False where there is none. */
  readonly takeFirst: () => boolean;
}

/** What the editor leaves to the composer. */
export interface EditorCallbacks {
  readonly submit: () => void;
  readonly pickFile: (option: OptionListing) => void;
}

/** Pixels of a window in which the hint has no room. */
const narrow = 480;

export function lineEditor({ node, input, behind, fault }: ComposerParts, context: PageContext, { submit, pickFile }: EditorCallbacks): LineEditor {
  const kept = loadDraft();
  const chosen = new Map<string, Chosen>(kept.chosen);
  const suggestions = autocompletion(context, () => refresh());
  const list = suggestionList(input, (entry) => choose(entry));
  const sent = sentLines(kept.sent);
  let offer: Offer | null = null;
  /** Where the arrows have gone to in the list, until something is typed. */
  let pointed: number | null = null;
  let active = -1;
  let closed = false;
  input.value = kept.draft;
  node.prepend(list.node);

  const lineNow = (): CommandLine | null => readCommandLine(input.value, context.state().commands);
  const valuesOf = (line: CommandLine): CommandValues => commandValues(line, { ...context.state(), chosen });

  function refresh(): void {
    const { channel } = context.state();
    const line = lineNow();
    const read = line && valuesOf(line);
    const cursor = input.selectionStart;
    offer = closed || document.activeElement !== input ? null : offerAt(input.value, cursor, context.state(), suggestions.choices);
    if (offer?.question && line && read) suggestions.ask(line.command.path, offer.question.option, offer.question.typed, read.values);
    if (pointed !== null && pointed >= (offer?.entries.length ?? 0)) pointed = null;
    active = pointed ?? (enterTakesFirst(offer, read, input.value) ? 0 : -1);
    list.show(offer, active, offer?.question ? suggestions.note() : "");
    const finished = read?.faults.filter(({ start, end }) => cursor < start || cursor > end) ?? [];
    behind.replaceChildren(...marks(input.value, line, finished));
    const where = `Message ${channel.kind === "course" ? "#" : "@"}${channel.name}`;
    input.placeholder = innerWidth < narrow ? where : `${where}, or / for commands`;
    setAttribute(input, "aria-label", input.placeholder);
    saveDraft({ draft: input.value, chosen: [...chosen], sent: sent.all() });
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
      pickFile(entry.option);
      return;
    }
    const done = complete(input.value, offer, entry);
    if (done.chosen) chosen.set(done.chosen.option, done.chosen);
    write(done.text, done.cursor);
  }

  /** Tab goes on to the next option that has no value yet; false where there is none. */
  function nextOption(): boolean {
    const line = lineNow();
    const open = line?.command.options.find((option) => !line.filled.some((each) => each.option === option));
    if (!open || line?.filled.at(-1)?.text === "" || closed) return false;
    write(`${input.value.trimEnd()} ${open.name}:`);
    return true;
  }

  /** True where the key has done something. */
  function take({ key, shiftKey }: KeyboardEvent): boolean {
    const entries = offer?.entries ?? [];
    const entry = entries[active];
    switch (key) {
      case "Enter":
        if (shiftKey) return false;
        if (entry) choose(entry);
        else submit();
        return true;
      case "Tab": {
        const first = entry ?? entries[0];
        if (shiftKey || !first) return !shiftKey && nextOption();
        choose(first);
        return true;
      }
      case "Escape":
        closed = offer !== null;
        refresh();
        return closed;
      case "ArrowDown":
      case "ArrowUp":
        return arrow(key === "ArrowDown" ? 1 : -1, entries.length);
      default:
        return false;
    }
  }

  /** Through the list where one is open, else through the lines sent before. */
  function arrow(step: 1 | -1, entries: number): boolean {
    if (entries > 0) {
      pointed = active < 0 && step < 0 ? entries - 1 : (active + step + entries) % entries;
      refresh();
      return true;
    }
    const isRecalled = input.value !== "" && input.value === sent.recalled();
    if (!isRecalled && (step > 0 || input.value !== "")) return false;
    sent.move(step);
    closed = true;
    write(sent.recalled());
    return true;
  }

  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && take(event)) event.preventDefault();
  });
  input.addEventListener("input", () => {
    closed = false;
    pointed = null;
    say("");
    refresh();
  });
  for (const moved of ["click", "focus", "blur"] as const) input.addEventListener(moved, refresh);
  input.addEventListener("keyup", ({ key }) => {
    if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) refresh();
  });

  return {
    read() {
      const line = lineNow();
      return line && { line, read: valuesOf(line) };
    },
    refresh,
    write,
    say,
    fill(option, shown, value) {
      const line = lineNow();
      if (line === null) return;
      const { start, end } = line.filled.find((each) => each.option === option) ?? { start: input.value.length, end: input.value.length };
      const spot: Offer = { title: "", entries: [], start, end, line, question: null };
      const done = complete(input.value, spot, { kind: "value", label: shown, detail: "", option, value });
      chosen.set(option.name, { shown, value });
      write(done.text, done.cursor);
    },
    sent(text) {
      sent.add(text);
      chosen.clear();
      write("");
    },
    takeFirst() {
      const first = active >= 0 ? offer?.entries[active] : undefined;
      if (first) choose(first);
      return first !== undefined;
    },
  };
}
