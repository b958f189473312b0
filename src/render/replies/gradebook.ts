import type { Gradebook } from "../../grading/gradebook.ts";
import { asTyped, count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";
import { inFile, type Proposals, proposalLines, withoutFound, unclearLines, unclearSteps, unmatchedFile, confirmSteps, studentName, listed } from "./roster-matches.ts";

/** The file for Canvas, and everybody whom it leaves out. */
export function gradebookReply(
  { csv: table, unmatchedPeople, unmatchedStudents, filled, unscaled }: Gradebook,
  checks: number,
  { hasCanvas, ...found }: Proposals & { readonly hasCanvas: boolean },
): Reply {
  const deletedCount = unmatchedPeople.filter((person) => person.startsWith("gone-")).length;
  // Who was found by name is listed once, as that.
  const people = new Set([...found.proposals, ...found.unclear].map(({ person }) => person));
  const unmatchedHere = unmatchedPeople.filter((person) => !person.startsWith("gone-") && !people.has(person));
  const unknownHere = withoutFound(unmatchedStudents, found);
  return reply({
    embed: {
      title: `Gradebook: ${checks === 1 ? "1 check" : `${count(checks)} checks`}`,
      description: [
        "Import the file in Canvas: Grades → Import. An empty cell leaves a grade as it is.",
        ...(filled.length === 0 ? [] : [`**Into Canvas' assignments**\n${listed(filled.map((one) => `- ${filledWords(one)}`), inFile, "\n")}`]),
        ...(hasCanvas
          ? unscaled.length === 0
            ? []
            : [`**In their own points**, since Canvas' file has no assignment of that title with points: ${listed(unscaled.map((title) => plain(title)))}. Where it is called otherwise there, \`assignments:\` and its number say so.`]
          : ["Scores are in the checks' own points. Where Canvas has the assignment already, give its own export in `canvas`: Canvas keeps its own Points Possible, and scores are scaled to them."]),
        ...proposalLines(found.proposals),
        ...unclearLines(found.unclear),
        ...(unmatchedHere.length === 0
          ? []
          : [`**With a score, and not on the roster** ${listed(unmatchedHere.map((person) => `<@${person}>`), inFile)}\n\`/roster match\` says who they are.`]),
        ...(deletedCount === 0 ? [] : [`${count(deletedCount)} had their record deleted.`]),
        ...(unknownHere.length === 0 ? [] : [`**On the roster, and nobody here** ${listed(unknownHere.map(studentName), inFile)}`]),
      ].join("\n\n"),
      color: 0x009e73,
    },
    files: [{ filename: "gradebook.csv", parts: [table], numbers: noNumbers, description: "Scores in Canvas' own columns" }, ...unmatchedFile(unmatchedHere, unknownHere)],
    nextSteps: [...confirmSteps(found), ...unclearSteps(found.unclear)],
    audience: "asker",
    result: { unmatchedPeople, unmatchedStudents },
  });
}

/** Every answer as a file. */
export const answersFileReply = (table: string, answers: number): Reply =>
  reply({
    embed: {
      title: `Answers: ${count(answers)}`,
      description: "One row a part, with who gave it. It holds students' names: keep it as you keep grades. That you took it is in the course's record.",
      color: 0x009e73,
    },
    files: [{ filename: "answers.csv", parts: [table], numbers: noNumbers, description: "Every answer: who, when, what was typed, its key and what it was taken for" }],
    audience: "asker",
    result: {},
  });

/** Which check went where: whose title is another is named by both, and so are points that Canvas has otherwise. */
function filledWords({ title, heading, points, canvasPoints }: Gradebook["filled"][number]): string {
  const from = heading.startsWith(`${title} (`) ? "" : `${plain(title)} → `;
  return `${from}${plain(heading)}${canvasPoints === null || canvasPoints === points ? "" : `, scaled from ${asTyped(points)} to ${asTyped(canvasPoints)} points`}`;
}
