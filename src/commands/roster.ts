import { readCanvasFile } from "../grading/canvas-file.ts";
import { attemptAsync, failure } from "../outcome.ts";
import { plain } from "../render/plain.ts";
import { confirmReply, doneReply } from "../render/replies/check.ts";
import { codesReply, matchesLostReply, proposalsReply, rosterReply } from "../render/replies/roster.ts";
import type { ShownProposal, ShownUnclear } from "../render/replies/roster-matches.ts";
import type { RosterEntry } from "../store/records.ts";
import { defineCommand } from "./command.ts";
import { isUnmatched, proposeByName } from "../grading/match-by-name.ts";
import type { UnclearMatch } from "../grading/match-roster.ts";
import type { AppContext } from "./app-context.ts";
import { text, uploadedFile, yesOrNo } from "./options/kinds.ts";
import { mention } from "./options/mention.ts";
import { optional, withDefault } from "./options/option.ts";
import { rosterStudent } from "./options/roster-student.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const rosterImport = defineCommand({
  ...sharedFields,
  name: "roster import",
  description: "Takes in Canvas' own gradebook export, so that scores find their students",
  options: {
    file: uploadedFile("The CSV that Canvas exported"),
    confirm: withDefault(yesOrNo("true: although students of the roster are not in the file"), false),
  },
  run: ({ options, asker, place, sideEffects, now, store: openStore, keyedHash }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      const csv = yield* await sideEffects.read(options.file);
      const canvas = yield* await readCanvasFile(options.file.filename, csv);
      const guild = place.guildId ?? "";
      const before = await store.roster.entries(guild);
      const gone = goneFrom(before, canvas.students);
      if (losesMuch(gone, before) && !options.confirm) return matchesLostReply("roster import", gone, before.length);
      const change = await store.roster.import(guild, canvas.students, { by: asker.id, at: now() });
      const unclear = await proposeByName(guild, store, (server, people) => sideEffects.namesOf(server, people));
      const entries = await store.roster.entries(guild);
      const proposals = proposalsIn(entries);
      return rosterReply({ ...change, gone, unmatched: entries.filter((entry) => isUnmatched(entry) && entry.proposedPerson === null), proposals, unclear: unclearIn(entries, unclear), token: tokenOf(proposals, keyedHash) });
    }),
});

/** The rows of a roster that a newer list does not have. */
export const goneFrom = (entries: readonly RosterEntry[], students: readonly { readonly canvasId: string }[]): readonly RosterEntry[] => {
  const listed = new Set(students.map(({ canvasId }) => canvasId));
  return entries.filter(({ canvasId }) => !listed.has(canvasId));
};

/** So many students leave a course in a week; half of a roster does not. */
const fewStudents = 5;

/** Whether a list takes a match away, or most of the roster: then it is likely another course's, or a part of this one. */
export const losesMuch = (gone: readonly RosterEntry[], before: readonly RosterEntry[]): boolean =>
  gone.some(({ person }) => person !== null) || (gone.length >= fewStudents && 2 * gone.length > before.length);

/** What was found by name, row by row. */
export const proposalsIn = (entries: readonly RosterEntry[]): readonly ShownProposal[] =>
  entries.flatMap(({ student, canvasId, person, proposedPerson }) => (person === null && proposedPerson !== null ? [{ student, canvasId, person: proposedPerson }] : []));

/** Who may be several students, or one as others may: with the rows they may be. */
export const unclearIn = (entries: readonly RosterEntry[], unclear: readonly UnclearMatch[]): readonly ShownUnclear[] =>
  unclear.map(({ person, canvasIds }) => ({ person, students: entries.filter(({ canvasId }) => canvasIds.includes(canvasId)) }));

/** Names a list of matches, so that a button confirms the list that was read and no later one. */
export const tokenOf = (proposals: readonly ShownProposal[], keyedHash: AppContext["keyedHash"]): string =>
  keyedHash("roster", JSON.stringify(proposals.map(({ canvasId, person }) => [canvasId, person]))).slice(0, 16);

export const rosterConfirm = defineCommand({
  ...sharedFields,
  name: "roster confirm",
  description: "The matches found by name, and a button that confirms them: a name alone proves nobody",
  options: {
    list: optional(text("The list that was read, from its button", 40)),
    without: optional(text("Canvas IDs of the list that are wrong, separated by spaces", 500)),
  },
  run: ({ options, asker, place, sideEffects, now, store: openStore, keyedHash }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      const guild = place.guildId ?? "";
      const unclear = options.list === null ? await proposeByName(guild, store, (server, people) => sideEffects.namesOf(server, people)) : [];
      const entries = await store.roster.entries(guild);
      const proposals = proposalsIn(entries);
      const token = tokenOf(proposals, keyedHash);
      const wrong = new Set((options.without ?? "").split(/[\s,;]+/u));
      // A list that has changed since it was read is read again.
      if (options.list !== token && options.without === null) return proposalsReply(proposals, token, unclearIn(entries, unclear));
      const confirmed = await store.roster.confirm(guild, proposals.filter(({ canvasId }) => !wrong.has(canvasId)), { by: asker.id, at: now() });
      return doneReply("Matched", [`${confirmed === 1 ? "1 student is" : `${String(confirmed)} students are`} matched with the person of the list.`]);
    }),
});

export const rosterCodes = defineCommand({
  ...sharedFields,
  name: "roster codes",
  description: "A code for each student without a match, to hand out: who types it claims the row",
  options: {},
  run: ({ asker, place, now, store: openStore }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      const entries = await store.roster.issueCodes(place.guildId ?? "", { by: asker.id, at: now() });
      return codesReply(entries.filter(isUnmatched));
    }),
});

export const rosterClaim = defineCommand({
  part: "Course",
  name: "roster claim",
  description: "Claims your row of the course's roster with the code that you were given; seen by you alone",
  options: { code: text("Your code", 20) },
  run: ({ options, asker, place, now, store: openStore }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      if (place.guildId === null) return yield* failure({ kind: "needs-server", command: "roster claim" });
      const code = options.code.trim().toLowerCase();
      const claimed = await store.roster.claim(place.guildId, code, asker.id, now());
      return claimed === "claimed"
        ? doneReply("That is you", ["Your scores here go to your row of the gradebook."])
        : yield* failure({ kind: "claim-refused", reason: claimed });
    }),
});

export const rosterMatch = defineCommand({
  ...sharedFields,
  name: "roster match",
  description: "Says who on this server a student of Canvas is",
  options: {
    student: rosterStudent("The student's Canvas ID"),
    person: mention("user", "Who that is here"),
    confirm: withDefault(yesOrNo("true: although one of the two is matched already"), false),
  },
  run: ({ options, asker, place, now, store: openStore }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      const guild = place.guildId ?? "";
      const entries = await store.roster.entries(guild);
      const row = entries.find(({ canvasId }) => canvasId === options.student) ?? (yield* failure({ kind: "unknown-student", asked: options.student }));
      const other = entries.find(({ person, canvasId }) => person === options.person && canvasId !== row.canvasId);
      const isTaken = row.person !== null && row.person !== options.person;
      if ((other !== undefined || isTaken) && !options.confirm) {
        const lines = [
          ...(other === undefined ? [] : [`<@${options.person}> is matched with ${plain(other.student)} (${other.canvasId}): that row would lose its scores.`]),
          ...(isTaken ? [`${plain(row.student)} (${row.canvasId}) is matched with <@${row.person}>, who would have no row.`] : []),
        ];
        const step = { label: "Match them all the same", command: "roster match", options: { student: row.canvasId, person: options.person, confirm: "true" }, style: "danger" } as const;
        return confirmReply("One person a row", lines, step);
      }
      await store.roster.match(guild, row.canvasId, options.person, { by: asker.id, at: now() });
      return doneReply("Matched", [`<@${options.person}> is ${plain(row.student)} (Canvas ID ${row.canvasId}).`]);
    }),
});
