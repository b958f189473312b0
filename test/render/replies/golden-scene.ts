import { keyedHash } from "../../../src/programs/keyed-hash.ts";
import { openCourseroom, type Courseroom } from "../../commands/courseroom.ts";
import { goldenText } from "./golden-text.ts";

/** A course whose answers are the same in every run: ids that are drawn get names, variants are dealt by a fixed secret. */
export interface Scene {
  readonly room: Courseroom;
  /**
   * Who says what, "prof: /check list", each with the answer and with what the bot wrote in the channel meanwhile.
   * A line that begins with "… " only has to happen: its text is left out.
   */
  play(lines: readonly string[]): Promise<string>;
  /** A text with the drawn ids replaced by their names. */
  named(text: string): string;
  close(): Promise<void>;
}

/** In a line, `CHECK`, `QUESTION` and `UNCLEAR` stand for the newest check, question to the staff and question not understood. */
export function openScene(environment: Readonly<Record<string, string>> = {}): Scene {
  // A check's id is part of what deals out its variants.
  const room = openCourseroom({ keyedHash: (_, text) => keyedHash("golden texts", named(text)) }, environment);
  const names = new Map<string, string>();
  const newest = { CHECK: "", DRAFT: "", QUESTION: "", CHANGE: "", UNCLEAR: "" };

  const noteIds = (text: string): void => {
    const [, check] = /(?:Posted|Scheduled) as `([2-9a-z]{6})`/u.exec(text) ?? [];
    note("CHECK", check);
    const [, draft] = /Kept as draft `(d[2-9a-z]{6})`/u.exec(text) ?? [];
    note("DRAFT", draft);
    const [, question] = /\/staff-question asker question:([0-9a-z]{19})\b/u.exec(text) ?? [];
    note("QUESTION", question);
    const [, change] = /\/check undo check:\S+ change:([0-9a-z]{19})\b/u.exec(text) ?? [];
    note("CHANGE", change);
    const [, unclear] = /\/course attach question:([0-9a-z]{14})\b/u.exec(text) ?? [];
    note("UNCLEAR", unclear);
  };
  const note = (kind: keyof typeof newest, id: string | undefined): void => {
    if (id === undefined) return;
    newest[kind] = id;
    if (names.has(id)) return;
    const place = [...names.values()].filter((name) => name.startsWith(kind.toLowerCase())).length + 1;
    names.set(id, `${kind.toLowerCase()}${String(place)}`);
  };
  function named(text: string): string {
    return [...names].reduce((whole, [id, name]) => whole.replaceAll(id, name), text);
  }

  const playLine = async (line: string): Promise<readonly string[]> => {
    const [, hidden, who = "", typed = ""] = /^(… )?(\S+): (.*)$/su.exec(line) ?? [];
    const before = room.posts.length;
    const filled = typed.replaceAll(/\b(CHECK|DRAFT|QUESTION|UNCLEAR)\b/gu, (kind) => newest[kind as keyof typeof newest]);
    const given = goldenText(await room.ask(who, filled), `${who}: ${filled}`);
    const posts = room.posts.slice(before).map((post) => `**In the channel**\n\n${goldenText(post)}`);
    const text = [given, ...posts].join("\n");
    noteIds(text);
    return hidden === undefined ? [named(text)] : [];
  };
  const play = async (lines: readonly string[]): Promise<string> => {
    const texts: string[] = [];
    for (const line of lines) texts.push(...(await playLine(line)));
    return texts.join("\n");
  };
  return { room, play, named, close: () => room.close() };
}
