import type { GradebookStudent } from "../../grading/gradebook.ts";
import { csv } from "../../csv.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";
import { doneReply } from "./check.ts";
import { maxShown, inFile, type ShownProposal, type ShownUnclear, type Proposals, proposalLines, withoutFound, unclearLines, unclearSteps, unmatchedFile, confirmSteps, studentName, listed } from "./roster-matches.ts";

/** What a newer export changed, and who is not known here yet. */
export function rosterReply(
  change: Proposals & { readonly added: number; readonly updated: number; readonly restored: number; readonly gone: readonly GradebookStudent[]; readonly unmatched: readonly GradebookStudent[] },
): Reply {
  const { added, updated, restored, gone, proposals, unclear } = change;
  const unmatched = withoutFound(change.unmatched, change);
  const everybody = proposals.length + unclear.length === 0 ? ["Everybody on it is known here."] : [];
  const done = doneReply(
    "The roster is in",
    [
      `${count(added)} added, ${count(updated)} kept, ${count(gone.length)} gone.`,
      ...(gone.length === 0 ? [] : [`**Gone** ${listed(gone.map(studentName))}`]),
      ...(restored === 0 ? [] : [`${restored === 1 ? "1 has" : `${count(restored)} have`} their earlier match again.`]),
      ...proposalLines(proposals),
      ...unclearLines(unclear),
      ...(unmatched.length === 0
        ? everybody
        : [`**Not known here yet** ${listed(unmatched.map(studentName), inFile)}`, "Their names are looked for among those who answered, and wait for you in `/roster confirm`. `/roster match` does one by hand; `/roster codes` makes codes with which students claim their own row."]),
    ],
    [...confirmSteps(change), ...unclearSteps(unclear)],
  );
  return { ...done, files: unmatchedFile([], unmatched) };
}

/** Instead of a list without students who are matched: their scores would go nowhere. */
export function matchesLostReply(command: string, gone: readonly (GradebookStudent & { readonly person: string | null })[], of: number): Reply {
  const matched = gone.filter(({ person }) => person !== null);
  const first = matched.length === 0 ? `**${count(gone.length)} of the ${count(of)} students of the roster are not in this file**: ${listed(gone.map(studentName))}` : `**Matched, and not in this file** ${listed(matched.map((student) => `${studentName(student)}: <@${student.person ?? ""}>`))}`;
  return reply({
    embed: {
      title: matched.length === 0 ? "Most of the roster would go" : "These would lose their scores' row",
      description: [
        first,
        `Nothing has happened yet. A part of a course, or a file that was saved in a spreadsheet, lacks students: export all sections from Canvas again. Where they have left, \`/${command}\` with this file and \`confirm:true\` takes them off; their match comes back with their ID.`,
      ].join("\n\n"),
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** The matches found by name, to be read and confirmed. */
export function proposalsReply(proposals: readonly ShownProposal[], token: string, unclear: readonly ShownUnclear[] = []): Reply {
  const lines = proposals.slice(0, 2 * maxShown).map(({ student, canvasId, person }) => `- ${plain(student)} (${plain(canvasId, 20)}): <@${person}>`);
  return reply({
    embed: {
      title: proposals.length > 0 ? "Are these right?" : unclear.length > 0 ? "Which student is it?" : "No match by name waits",
      description:
        proposals.length === 0
          ? unclear.length > 0
            ? unclearLines(unclear).join("\n")
            : "Names are looked for among those who answered a check. `/roster match` matches by hand, `/roster codes` lets students claim their row."
          : [
              ...lines,
              ...(proposals.length > lines.length ? [`…and ${count(proposals.length - lines.length)} more, in the file.`] : []),
              "",
              "Everybody chooses their name here, so it is no proof. Leave wrong ones out with `/roster confirm without:ID`.",
              ...unclearLines(unclear).flatMap((line) => ["", line]),
            ].join("\n"),
      color: 0x0072b2,
    },
    files:
      proposals.length > lines.length
        ? [{ filename: "matches.csv", parts: [csv(["student", "canvas_id", "person"], proposals.map(({ student, canvasId, person }) => [student, canvasId, person]))], numbers: noNumbers, description: "All matches found by name" }]
        : [],
    nextSteps: [...confirmSteps({ proposals, token }), ...unclearSteps(unclear)],
    audience: "asker",
    result: {},
  });
}

/** A code for each student without a match. */
export const codesReply = (students: readonly (GradebookStudent & { readonly claimCode: string | null })[]): Reply =>
  reply({
    embed: {
      title: students.length === 1 ? "1 code" : `${count(students.length)} codes`,
      description: "Give each student their own code, where only they read it (Canvas' inbox). Who types `/roster claim code:…` here has the row. A code works once.",
      color: 0x009e73,
    },
    files: [
      {
        filename: "codes.csv",
        parts: [csv(["student", "canvas_id", "sis_login_id", "code"], students.map(({ student, canvasId, sisLoginId, claimCode }) => [student, canvasId, sisLoginId, claimCode]))],
        numbers: noNumbers,
        description: "Each student's code",
      },
    ],
    audience: "asker",
    result: {},
  });
