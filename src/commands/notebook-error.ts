import { writtenNumbers } from "../glossary/written-numbers.ts";
import { success } from "../outcome.ts";
import { notebookErrorReply } from "../render/replies/notebook-error.ts";
import { defineCommand } from "./command.ts";
import { named } from "./options/named.ts";

/** What an error of the notebook means and the lines that are right; reached through /ask and its buttons. */
export const notebookError = defineCommand({
  name: "notebook-error",
  part: "Questions",
  description: "An error that the chapter's cells can give: why, and the corrected lines",
  listed: false,
  cached: true,
  options: { error: named("The error", ({ askingTexts }) => askingTexts().errors) },
  run({ options: { error }, lessons }) {
    const lesson = error.lesson === null ? null : lessons.find(error.lesson);
    return success({ ...notebookErrorReply({ error, lesson }), written: writtenNumbers([error.title, error.cause, ...error.corrected]) });
  },
});
