/** Columns that a phone shows without wrapping a code block. */
const columns = 28;

/** A code block of key–value lines, values at the right; a pair too long for one line takes two. */
export function narrowBlock(rows: readonly (readonly [key: string, value: string] | string)[]): string {
  const lines = rows.map((row) => (typeof row === "string" ? row : pair(row)));
  return ["```", ...lines, "```"].join("\n");
}

function pair([key, value]: readonly [string, string]): string {
  const width = columns - [...key].length - [...value].length;
  if (width >= 1) return `${key}${" ".repeat(width)}${value}`;
  return `${key}\n${" ".repeat(Math.max(1, columns - [...value].length))}${value}`;
}
