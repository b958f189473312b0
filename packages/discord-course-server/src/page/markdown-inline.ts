/** What stands inside a line of Discord's Markdown. */

export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "bold" | "italic" | "underline" | "strike" | "spoiler"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: "mention"; readonly of: "user" | "role" | "channel" | "everyone"; readonly id: string }
  | { readonly kind: "command"; readonly name: string }
  | { readonly kind: "time"; readonly seconds: number; readonly style: string }
  | { readonly kind: "emoji"; readonly name: string };

type Rule = readonly [RegExp, (match: RegExpExecArray, before: string) => Inline | null];
type Wrapping = "bold" | "italic" | "underline" | "strike" | "spoiler";

const wrap =
  (kind: Wrapping) =>
  (match: RegExpExecArray): Inline => ({ kind, children: parseInline(match[1] ?? "") });

const text = (value: string): Inline => ({ kind: "text", text: value });

/** Tried in this order wherever one of their first characters stands. */
const rules: readonly Rule[] = [
  [/\\([^\p{L}\p{N}\s])/uy, ([, character = ""]) => text(character)],
  [/(`+)(.+?)(?<!`)\1(?!`)/sy, ([, , code = ""]) => ({ kind: "code", text: code.replace(/^ (.*`.*) $/s, "$1") })],
  [/\*\*\*(?=\S)(.+?)\*\*\*(?!\*)/sy, ([, inside = ""]) => ({ kind: "bold", children: [{ kind: "italic", children: parseInline(inside) }] })],
  [/\*\*(?=\S)(.+?)\*\*(?!\*)/sy, wrap("bold")],
  [/__(?=\S)(.+?)__(?!_)/sy, wrap("underline")],
  [/\*(?=[^\s*])((?:\*\*.+?\*\*|[^*])+?)(?<!\s)\*(?!\*)/sy, wrap("italic")],
  [/_(?=[^\s_])([^_]+?)(?<!\s)_(?![\p{L}\p{N}_])/suy, (match, before) => (/[\p{L}\p{N}_]$/u.test(before) ? null : wrap("italic")(match))],
  [/~~(?=\S)(.+?)~~/sy, wrap("strike")],
  [/\|\|(.+?)\|\|/sy, wrap("spoiler")],
  [/\[([^\]\n]+)\]\(<?(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: "[^"\n]*")?\)/y, ([, label = "", url = ""]) => ({ kind: "link", url: url, children: parseInline(label) })],
  [/<(https?:\/\/[^\s>]+)>/y, ([, url = ""]) => ({ kind: "link", url: url, children: [text(url)] })],
  [/https?:\/\/[^\s<]*[^\s<.,:;"'\])*_|]/y, ([url]) => ({ kind: "link", url, children: [text(url)] })],
  [/<@!?(\d+)>/y, ([, id = ""]) => ({ kind: "mention", of: "user", id: id })],
  [/<@&(\d+)>/y, ([, id = ""]) => ({ kind: "mention", of: "role", id: id })],
  [/<#(\d+)>/y, ([, id = ""]) => ({ kind: "mention", of: "channel", id: id })],
  [/@(everyone|here)\b/y, ([, id = ""]) => ({ kind: "mention", of: "everyone", id: id })],
  [/<\/([^:>\n]+):\d+>/y, ([, name = ""]) => ({ kind: "command", name: name })],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, ([, seconds, style]) => ({ kind: "time", seconds: Number(seconds), style: style ?? "f" })],
  [/<a?:(\w{2,32}):\d+>/y, ([, name = ""]) => ({ kind: "emoji", name: name })],
];

const mayStart = /[\\`*_~|[<@h]/g;

export function parseInline(source: string): readonly Inline[] {
  const found: Inline[] = [];
  let plain = "";
  for (let at = 0; at < source.length; ) {
    mayStart.lastIndex = at;
    const next = mayStart.exec(source)?.index ?? source.length;
    plain += source.slice(at, next);
    at = next;
    if (at === source.length) break;
    const match = matchAt(source, at);
    if (match === null) {
      plain += source.charAt(at);
      at += 1;
    } else {
      if (match.inline.kind === "text") plain += match.inline.text;
      else {
        if (plain !== "") found.push(text(plain));
        plain = "";
        found.push(match.inline);
      }
      at = match.end;
    }
  }
  return plain === "" ? found : [...found, text(plain)];
}

function matchAt(source: string, at: number): { readonly inline: Inline; readonly end: number } | null {
  for (const [pattern, make] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    const end = pattern.lastIndex;
    const inline = match && make(match, source.slice(Math.max(0, at - 2), at));
    if (inline !== null) return { inline, end };
  }
  return null;
}
