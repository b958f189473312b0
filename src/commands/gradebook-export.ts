import { answersTable } from "../grading/answers-table.ts";
import { readCanvasFile, type CanvasAssignment } from "../grading/canvas-file.ts";
import { gradebook } from "../grading/gradebook.ts";
import { namedColumns } from "../grading/named-assignments.ts";
import { attemptAsync, failure } from "../outcome.ts";
import { answersFileReply, gradebookReply } from "../render/replies/gradebook.ts";
import { matchesLostReply } from "../render/replies/roster.ts";
import type { Check } from "../store/check-records.ts";
import { defineCommand } from "./command.ts";
import { isClosed } from "../grading/find-check.ts";
import { proposeByName } from "../grading/match-by-name.ts";
import { findCheckHere } from "./checks/find-check-here.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { checkId } from "./options/check-id.ts";
import { text, uploadedFile, yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";
import { goneFrom, losesMuch, proposalsIn, tokenOf, unclearIn } from "./roster.ts";

const maxChecks = 500;
const sharedFields = { part: "Course", audience: "instructors" } as const;

export const gradebookExport = defineCommand({
  ...sharedFields,
  name: "gradebook export",
  description: "The scores of closed checks as a CSV that Canvas imports",
  options: {
    canvas: optional(uploadedFile("Canvas' own export: scores go to its assignments of the same title")),
    assignments: optional(text("Canvas' assignment where its title is another, or two have it: 99121, or 99121=uwsgun", 200)),
    confirm: withDefault(yesOrNo("true: although students of the roster are not in the file"), false),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { asker, place, sideEffects, now, keyedHash } = question;
      const store = yield* await question.store();
      const guild = place.guildId ?? "";
      const stamp = { by: asker.id, at: now() };
      let columns: readonly CanvasAssignment[] = [];
      if (options.assignments !== null && options.canvas === null) yield* failure({ kind: "missing-option", command: "gradebook export", option: "canvas" });
      if (options.canvas !== null) {
        const canvas = yield* await readCanvasFile(options.canvas.filename, yield* await sideEffects.read(options.canvas));
        columns = canvas.assignments;
        const before = await store.roster.entries(guild);
        const gone = goneFrom(before, canvas.students);
        if (losesMuch(gone, before) && !options.confirm) return matchesLostReply("gradebook export", gone, before.length);
        await store.roster.import(guild, canvas.students, stamp);
      }
      const unclear = await proposeByName(guild, store, (server, people) => sideEffects.namesOf(server, people));
      const scores = await store.results.gradebook(guild);
      // Nobody could answer a check that never reached its channel; one that was withdrawn before anybody answered counts nothing.
      const isColumn = (check: Check): boolean => isClosed(check, stamp.at) && check.message !== null && (check.voidedAt === null || scores.some((score) => score.check === check.id));
      const checks = (await store.checks.list(guild, maxChecks)).filter(isColumn).toReversed();
      for (const check of checks) yield* await notHeldElsewhere(check, question, store);
      const named = yield* namedColumns(checks, columns, options.assignments ?? "");
      const entries = await store.roster.entries(guild);
      const listed = new Set(checks.map(({ id }) => id));
      const made = gradebook(
        entries,
        checks.map(({ id, title, points, voidedAt }) => ({ id, title, points, voided: voidedAt !== null })),
        scores.filter(({ check }) => listed.has(check)),
        columns,
        named,
      );
      await store.courses.appendAudit({ guild, at: stamp.at, actor: asker.id, action: "gradebook export", person: null, details: { checks: checks.length } });
      const proposals = proposalsIn(entries);
      return gradebookReply(made, checks.length, { hasCanvas: options.canvas !== null, proposals, unclear: unclearIn(entries, unclear), token: tokenOf(proposals, keyedHash) });
    }),
});

export const gradebookAnswers = defineCommand({
  ...sharedFields,
  name: "gradebook answers",
  description: "Every answer to closed checks as a CSV: who, when, what was typed, its key and what it was taken for",
  options: { check: optional(checkId("The check's six letters; left out: all closed checks")) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const guild = question.place.guildId ?? "";
      const named = options.check === null ? null : (yield* await findCheckHere(options.check, question)).check;
      // Like its results, what the class answers is hidden from everybody while it may still answer.
      if (named && !isClosed(named, question.now())) {
        const { people } = await store.results.ofCheck(named.id);
        yield* failure({ kind: "check-still-open", check: named.id, people, closesAt: named.closesAt });
      }
      const all = named ? [named] : (await store.checks.list(guild, maxChecks)).toReversed();
      const checks = all.filter((check) => isClosed(check, question.now()));
      for (const check of checks) yield* await notHeldElsewhere(check, question, store);
      const entries = await store.roster.entries(guild);
      const answered = await Promise.all(checks.map(async (check) => ({ check, answers: await store.answers.ofItem({ kind: "check", check: check.id }) })));
      const details = { checks: checks.length, check: options.check };
      await store.courses.appendAudit({ guild, at: question.now(), actor: question.asker.id, action: "gradebook answers", person: null, details });
      return answersFileReply(answersTable(answered, entries), answered.reduce((sum, { answers }) => sum + answers.length, 0));
    }),
});
