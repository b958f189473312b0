import { readCanvasFile } from "../grading/canvas-file.ts";
import { gradebook } from "../grading/gradebook.ts";
import { success } from "../outcome.ts";
import { gradebookReply } from "../render/replies/gradebook.ts";
import { defineCommand } from "./command.ts";
import { isClosed } from "../grading/find-check.ts";
import { matchByName } from "../grading/match-by-name.ts";
import { uploadedFile } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

const maxChecks = 500;

export const gradebookExport = defineCommand({
  name: "gradebook export",
  part: "Course",
  audience: "instructors",
  description: "The scores of closed checks as a CSV that Canvas imports",
  options: {
    canvas: optional(uploadedFile("Canvas' own export: scores go to its assignments of the same title")),
  },
  async run({ options, asker, place, sideEffects, now, store }) {
    const opened = await store();
    if (!opened.ok) return opened;
    const guild = place.guildId ?? "";
    const stamp = { by: asker.id, at: now() };
    let columns: readonly string[] = [];
    if (options.canvas !== null) {
      const csv = await sideEffects.read(options.canvas);
      if (!csv.ok) return csv;
      const canvas = readCanvasFile(options.canvas.filename, csv.value);
      if (!canvas.ok) return canvas;
      columns = canvas.value.assignments;
      await opened.value.roster.import(guild, canvas.value.students, stamp);
    }
    await matchByName(guild, opened.value, (server, people) => sideEffects.namesOf(server, people), stamp);
    const checks = (await opened.value.checks.list(guild, maxChecks)).filter((check) => isClosed(check, now())).toReversed();
    const made = gradebook(
      await opened.value.roster.entries(guild),
      checks.map(({ id, title, points, voidedAt }) => ({ id, title, points, voided: voidedAt !== null })),
      (await opened.value.results.gradebook(guild)).filter(({ check }) => checks.some(({ id }) => id === check)),
      columns,
    );
    await opened.value.courses.appendAudit({ guild, at: stamp.at, actor: asker.id, action: "gradebook export", person: null, details: { checks: checks.length } });
    return success(gradebookReply(made, checks.length));
  },
});
