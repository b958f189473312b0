/**
 * What a person typed, safe to repeat: Markdown, mentions and links lose their effect, invisible and
 * direction-changing characters are dropped, and it is cut to 100 characters.
 */
export function plain(typed: string, max = 100): string {
  const visible = typed.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, " ").trim();
  const characters = [...visible];
  const short = characters.length > max ? `${characters.slice(0, max - 1).join("")}…` : visible;
  return escaped(short)
    .replace(/@/gu, "@\u200b")
    .replace(/<(?=[@#:!&/tid])/gu, "<\u200b")
    .replace(/:\/\//gu, ":\u200b//");
}

/** A text in which a portfolio's name keeps its stars ("0.5*JPM+0.5*WMT"): without code, a pair of them is italics. */
export const withNamesKept = (text: string): string =>
  text
    .split(/(```[\s\S]*?```|`[^`]*`)/u)
    .map((part, place) => (place % 2 === 1 ? part : part.replace(/(?<=\d)\*(?=\p{L})/gu, "\\*")))
    .join("");

/** Our own text with its Markdown characters shown as they are. */
export const escaped = (text: string): string => text.replace(/[\\*_~`|>#[\]()]/gu, "\\$&");

/** What `plain` and `escaped` made safe for Discord, as it was. */
export const unescaped = (text: string): string => text.replace(/\\([\\*_~`|>#[\]()])/gu, "$1").replaceAll("\u200b", "");
