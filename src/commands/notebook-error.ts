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
  run: ({ options, lessons }) => success(notebookErrorReply({ error: options.error, lesson: options.error.lesson === null ? null : lessons.find(options.error.lesson) })),
});
