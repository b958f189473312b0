/** The lines sent so far, each once, and the one that the arrows have gone back to; after the last one stands an empty line. */
interface SentLines {
  readonly all: () => readonly string[];
  /** Adds a line as the last one, and goes on to the empty line after it. */
  readonly add: (text: string) => void;
  readonly move: (step: 1 | -1) => void;
  readonly recalled: () => string;
}

export function sentLines(before: readonly string[]): SentLines {
  let lines = before;
  let index = lines.length;
  return {
    all: () => lines,
    add(text) {
      if (text !== "") lines = [...lines.filter((line) => line !== text), text];
      index = lines.length;
    },
    move(step) {
      index = Math.max(0, Math.min(lines.length, index + step));
    },
    recalled: () => lines[index] ?? "",
  };
}
