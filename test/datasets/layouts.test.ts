import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { importChoices } from "../../src/datasets/import-choices.ts";
import { importBytes } from "../../src/datasets/import-file.ts";
import { formWords } from "../../src/render/import-words.ts";
import { fileProblemWords } from "../../src/render/problems/file-problem.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = join(import.meta.dirname, "import-cases");
const cell = (text: string): string => text.replaceAll("|", String.raw`\|`).replaceAll("_", String.raw`\_`).replaceAll("\n", " ");

/** What an import says of one of the made-up files, without an option: taken, asked about, or refused. */
function outcomeOf(name: string): { readonly group: "Taken" | "Asked about" | "Refused"; readonly row: string } {
  const result = importBytes({ name, bytes: readFileSync(join(folder, name)) }, { localFolder: temporaryFolder(), now: new Date("2026-11-01T12:00:00Z") });
  if (result.ok) {
    const { series, notes } = result.value;
    const aside = notes.flatMap((note) => (note.kind === "set-aside" ? note.columns.map(({ name: left }) => left) : []));
    const named = series.slice(0, 4).map(({ id, kind, frequency }) => `${id} (${frequency} ${kind})`);
    return { group: "Taken", row: `| ${cell(name)} | ${cell(formWords(result.value))} | ${cell(named.join(", "))}${series.length > 4 ? `, ${String(series.length - 4)} more` : ""}${aside.length === 0 ? "" : `; left out: ${cell(aside.join(", "))}`} |` };
  }
  const choices = importChoices(result.problem);
  const { cause } = fileProblemWords(result.problem, (text) => text);
  const what = cause.slice(cause.indexOf(": ") + 2);
  const ways = choices.slice(0, 4).map((choice) => `\`${choice}\``).join(", ");
  return choices.length > 0 ? { group: "Asked about", row: `| ${cell(name)} | ${cell(what)} | ${cell(ways)} |` } : { group: "Refused", row: `| ${cell(name)} | ${cell(what)} |  |` };
}

it("docs/layouts.md says of every made-up file what an import makes of it", async () => {
  const names = readdirSync(folder).filter((name) => /\.(?:csv|txt)$/u.test(name)).sort();
  const outcomes = names.map(outcomeOf);
  const of = (group: string): readonly string[] => outcomes.filter((one) => one.group === group).map(({ row }) => row);
  const section = (group: string, intro: string, head: string): string => `## ${group}: ${String(of(group).length)}\n\n${intro}\n\n| ${head} |\n|---|---|---|\n${of(group).join("\n")}\n`;
  const text = [
    "# Layouts\n\nWhat an import makes of each made-up file of `test/datasets/import-cases`, without an option. `test/datasets/layouts.test.ts` writes this page (`--update`) and fails where it is no longer so.\n",
    section("Taken", "Read for what they are, with what a person should know of it beside (docs/hosting.md).", "file | recognized as | series"),
    section("Asked about", "Nothing is stored until one of the options is said.", "file | what is asked | type one of"),
    section("Refused", "The file itself is to be changed, as the message says.", "file | why | "),
  ].join("\n");
  expect(outcomes.length).toBeGreaterThan(90);
  await expect(text).toMatchFileSnapshot("../../docs/layouts.md");
});
