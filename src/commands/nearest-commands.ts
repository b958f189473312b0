import { nearestIds } from "../datasets/nearest-ids.ts";
import type { Command } from "./command.ts";

/** The names of the commands most like the one asked for, best first. */
export function nearestCommands(typedName: string, commands: readonly Command[]): readonly string[] {
  return nearestIds(
    typedName,
    commands.filter(({ listed }) => listed).map(({ name }) => ({ id: name, name })),
  );
}
