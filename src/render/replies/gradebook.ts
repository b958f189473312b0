import type { Gradebook, GradebookStudent } from "../../grading/gradebook.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";
import { doneReply } from "./check.ts";

const maxShown = 20;

/** The file for Canvas, and everybody whom it leaves out. */
export function gradebookReply({ csv, unmatchedPeople, unmatchedStudents }: Gradebook, checks: number): Reply {
  const deletedCount = unmatchedPeople.filter((person) => person.startsWith("gone-")).length;
  const unmatchedHere = unmatchedPeople.filter((person) => !person.startsWith("gone-"));
  return reply({
    embed: {
      title: `Gradebook: ${checks === 1 ? "1 check" : `${count(checks)} checks`}`,
      description: [
        "Import the file in Canvas: Grades → Import. An empty cell leaves a grade as it is.",
        ...(unmatchedHere.length === 0
          ? []
          : [`**With a score, and not on the roster** ${listed(unmatchedHere.map((person) => `<@${person}>`))}\n\`/roster match\` says who they are.`]),
        ...(deletedCount === 0 ? [] : [`${count(deletedCount)} had their record deleted.`]),
        ...(unmatchedStudents.length === 0 ? [] : [`**On the roster, and nobody here** ${listed(unmatchedStudents.map(studentName))}`]),
      ].join("\n\n"),
      color: 0x009e73,
    },
    files: [{ filename: "gradebook.csv", parts: [csv], numbers: noNumbers, description: "Scores in Canvas' own columns" }],
    audience: "asker",
    result: { unmatchedPeople, unmatchedStudents },
  });
}

/** What a newer export changed, and who is not known here yet. */
export function rosterReply(change: {
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
  readonly matched: number;
  readonly unmatched: readonly GradebookStudent[];
}): Reply {
  const { added, updated, removed, matched, unmatched } = change;
  return doneReply("The roster is in", [
    `${count(added)} added, ${count(updated)} kept, ${count(removed)} gone; ${count(matched)} found by name just now.`,
    ...(unmatched.length === 0
      ? ["Everybody on it is known here."]
      : [`**Not known here yet** ${listed(unmatched.map(studentName))}`, "They are looked for by name at each export; `/roster match` does it by hand."]),
  ]);
}

const studentName = ({ student, canvasId }: GradebookStudent): string => `${plain(student)} (${plain(canvasId, 20)})`;

const listed = (names: readonly string[]): string =>
  names.length <= maxShown ? names.join(", ") : `${names.slice(0, maxShown).join(", ")} and ${count(names.length - maxShown)} more`;
