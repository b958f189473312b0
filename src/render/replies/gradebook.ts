import type { Gradebook, GradebookStudent } from "../../grading/gradebook.ts";
import { csv } from "../../csv.ts";
import { asTyped, count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, reply, type NextStep, type Reply } from "../reply.ts";
import { doneReply } from "./check.ts";

const maxShown = 20;
const inFile = ", in the file";

/** A student and the person who goes by that name on the server. */
export interface ShownProposal {
  readonly student: string;
  readonly canvasId: string;
  readonly person: string;
}

/** A person who has the name of these students, each of whom may be them. */
export interface ShownUnclear {
  readonly person: string;
  readonly students: readonly GradebookStudent[];
}

interface Proposals {
  readonly proposals: readonly ShownProposal[];
  readonly unclear: readonly ShownUnclear[];
  /** Names the list, for the button that confirms it. */
  readonly token: string;
}

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

const proposalLines = (proposals: readonly ShownProposal[]): readonly string[] =>
  proposals.length === 0
    ? []
    : [`**Found by name, to be confirmed** ${listed(proposals.map(({ student, person }) => `${plain(student)}: <@${person}>`))}\nEverybody chooses their name here: it counts once you confirm it.`];

/** Those whom nothing found by name may be. */
const withoutFound = (students: readonly GradebookStudent[], { proposals, unclear }: Pick<Proposals, "proposals" | "unclear">): readonly GradebookStudent[] => {
  const found = new Set([...proposals, ...unclear.flatMap((one) => one.students)].map(({ canvasId }) => canvasId));
  return students.filter(({ canvasId }) => !found.has(canvasId));
};

/** More of one name are read after the first are told apart. */
const mostUnclear = 5;

const unclearLines = (unclear: readonly ShownUnclear[]): readonly string[] =>
  unclear.length === 0
    ? []
    : [
        [
          "**Of one name, or one name of several**",
          ...unclear.slice(0, mostUnclear).map(({ person, students }) => `- <@${person}> is ${students.map(studentLogin).join(" or ")}${students.length > 1 ? "" : ", or somebody else of that name"}.`),
          ...(unclear.length > mostUnclear ? [`- …and ${count(unclear.length - mostUnclear)} more, when these are told apart.`] : []),
          "Their scores go to nobody's row until you say which it is: the buttons are for the first. Ask them, or give out codes.",
        ].join("\n"),
      ];

/** Which student the first of them is. */
const unclearSteps = ([first]: readonly ShownUnclear[]): readonly NextStep[] =>
  (first?.students ?? []).slice(0, 4).map((student) => ({ label: `It is ${student.student} (${student.canvasId})`.slice(0, 80), command: "roster match", options: { student: student.canvasId, person: first?.person ?? "" } }));

/** Everybody, where a reply is too short for them. */
const unmatchedFile = (people: readonly string[], students: readonly GradebookStudent[]): Reply["files"] =>
  people.length <= maxShown && students.length <= maxShown
    ? []
    : [
        {
          filename: "unmatched.csv",
          parts: [csv(["person", "student", "canvas_id", "sis_login_id", "section"], [...people.map((person) => [person, null, null, null, null]), ...students.map(({ student, canvasId, sisLoginId, section }) => [null, student, canvasId, sisLoginId, section])])],
          numbers: noNumbers,
          description: "Who has a score and no row, and whose row has nobody",
        },
      ];

const confirmSteps = ({ proposals, token }: Pick<Proposals, "proposals" | "token">): readonly NextStep[] =>
  proposals.length === 0 ? [] : [{ label: `Confirm ${proposals.length === 1 ? "the match" : `all ${count(proposals.length)}`}`, command: "roster confirm", options: { list: token }, style: "primary" }];

const studentName = ({ student, canvasId }: GradebookStudent): string => `${plain(student)} (${plain(canvasId, 20)})`;

const studentLogin = (student: GradebookStudent): string => `${studentName(student)}${student.sisLoginId === "" ? "" : `, login ${plain(student.sisLoginId, 40)}`}`;

/** Which check went where: whose title is another is named by both, and so are points that Canvas has otherwise. */
function filledWords({ title, heading, points, canvasPoints }: Gradebook["filled"][number]): string {
  const from = heading.startsWith(`${title} (`) ? "" : `${plain(title)} → `;
  return `${from}${plain(heading)}${canvasPoints === null || canvasPoints === points ? "" : `, scaled from ${asTyped(points)} to ${asTyped(canvasPoints)} points`}`;
}

const listed = (names: readonly string[], rest = "", separator = ", "): string =>
  names.length <= maxShown ? names.join(separator) : `${names.slice(0, maxShown).join(separator)} and ${count(names.length - maxShown)} more${rest}`;
