/** The typed text again, invisible behind the input, with a command's options highlighted. */
import type { CommandLine } from "./command-line.ts";
import type { Fault } from "./command-values.ts";
import { element } from "./element.ts";

export function marks(text: string, line: CommandLine | null, faults: readonly Fault[]): readonly Node[] {
  if (line === null) return [];
  const pieces: Node[] = [element("span", { class: "mark-command" }, text.slice(0, line.nameEnd))];
  const parts = [
    ...line.filled.map(({ start, end, valueStart }) => ({ start, end, valueStart })),
    ...line.unmatched.map(({ start, end }) => ({ start, end, valueStart: start })),
  ].sort((one, other) => one.start - other.start);
  let at = line.nameEnd;
  for (const { start, end, valueStart } of parts) {
    const isFaulty = faults.some((fault) => fault.missing === null && fault.start === start);
    pieces.push(
      document.createTextNode(text.slice(at, start)),
      element(
        "span",
        { class: isFaulty ? "mark faulty" : "mark" },
        element("span", { class: "mark-name" }, text.slice(start, valueStart)),
        element("span", { class: "mark-value" }, text.slice(valueStart, end)),
      ),
    );
    at = end;
  }
  return [...pieces, document.createTextNode(`${text.slice(at)}\u200B`)];
}
