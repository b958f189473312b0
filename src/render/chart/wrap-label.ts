import { shortName } from "./short-name.ts";

/** Lines below a category; what does not fit into them is shortened. */
const mostLines = 3;

/**
 * A name in lines that are no wider than its category, broken between words. A word that is wider alone, and what is
 * left for the last line, are shortened in the middle.
 */
export function wrapLabel(name: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const words = name.split(" ");
  const lines: string[] = [];
  while (words.length > 0 && lines.length < mostLines - 1) {
    let line = words.shift() ?? "";
    while (words[0] !== undefined && widthOf(`${line} ${words[0]}`) <= width) line = `${line} ${words.shift() ?? ""}`;
    lines.push(fitted(line, width, widthOf));
  }
  return words.length === 0 ? lines : [...lines, fitted(words.join(" "), width, widthOf)];
}

/** As many characters as fit, both ends kept. */
function fitted(text: string, width: number, widthOf: (text: string) => number): string {
  let length = [...text].length;
  while (length > 1 && widthOf(shortName(text, length)) > width) length--;
  return shortName(text, length);
}
