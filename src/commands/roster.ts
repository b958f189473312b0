import { readCanvasFile } from "../grading/canvas-file.ts";
import { failure, success } from "../outcome.ts";
import { doneReply } from "../render/replies/check.ts";
import { rosterReply } from "../render/replies/gradebook.ts";
import { defineCommand } from "./command.ts";
import { isUnmatched, matchByName } from "../grading/match-by-name.ts";
import { text, uploadedFile } from "./options/kinds.ts";
import { mention } from "./options/mention.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const rosterImport = defineCommand({
  ...sharedFields,
  name: "roster import",
  description: "Takes in Canvas' own gradebook export, so that scores find their students",
  options: { file: uploadedFile("The CSV that Canvas exported") },
  async run({ options, asker, place, sideEffects, now, store }) {
    const opened = await store();
    if (!opened.ok) return opened;
    const csv = await sideEffects.read(options.file);
    if (!csv.ok) return csv;
    const canvas = readCanvasFile(options.file.filename, csv.value);
    if (!canvas.ok) return canvas;
    const guild = place.guildId ?? "";
    const done = { by: asker.id, at: now() };
    const change = await opened.value.roster.import(guild, canvas.value.students, done);
    const matched = await matchByName(guild, opened.value, (server, people) => sideEffects.namesOf(server, people), done);
    const entries = await opened.value.roster.entries(guild);
    return success(rosterReply({ ...change, matched, unmatched: entries.filter(isUnmatched) }));
  },
});

export const rosterMatch = defineCommand({
  ...sharedFields,
  name: "roster match",
  description: "Says who on this server a student of Canvas is",
  options: {
    student: text("The student's Canvas ID", 40),
    person: mention("user", "Who that is here"),
  },
  async run({ options, asker, place, now, store }) {
    const opened = await store();
    if (!opened.ok) return opened;
    const done = { by: asker.id, at: now() };
    const found = await opened.value.roster.match(place.guildId ?? "", options.student, options.person, done);
    return found
      ? success(doneReply("Matched", [`<@${options.person}> is the student with the Canvas ID ${options.student}.`]))
      : failure({ kind: "unknown-student", asked: options.student });
  },
});
