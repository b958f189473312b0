import type { GradebookStudent } from "../../grading/gradebook.ts";
import { csv } from "../../csv.ts";
import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, type NextStep, type Reply } from "../reply.ts";

/** Who of the roster is who on the server, as the replies about it and the gradebook list them. */

export const maxShown = 20;
export const inFile = ", in the file";

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

export interface Proposals {
  readonly proposals: readonly ShownProposal[];
  readonly unclear: readonly ShownUnclear[];
  /** Names the list, for the button that confirms it. */
  readonly token: string;
}

export const proposalLines = (proposals: readonly ShownProposal[]): readonly string[] =>
  proposals.length === 0
    ? []
    : [`**Found by name, to be confirmed** ${listed(proposals.map(({ student, person }) => `${plain(student)}: <@${person}>`))}\nEverybody chooses their name here: it counts once you confirm it.`];

/** Those whom nothing found by name may be. */
export const withoutFound = (students: readonly GradebookStudent[], { proposals, unclear }: Pick<Proposals, "proposals" | "unclear">): readonly GradebookStudent[] => {
  const found = new Set([...proposals, ...unclear.flatMap((one) => one.students)].map(({ canvasId }) => canvasId));
  return students.filter(({ canvasId }) => !found.has(canvasId));
};

/** More of one name are read after the first are told apart. */
const mostUnclear = 5;

export const unclearLines = (unclear: readonly ShownUnclear[]): readonly string[] =>
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
export const unclearSteps = ([first]: readonly ShownUnclear[]): readonly NextStep[] =>
  (first?.students ?? []).slice(0, 4).map((student) => ({ label: `It is ${student.student} (${student.canvasId})`.slice(0, 80), command: "roster match", options: { student: student.canvasId, person: first?.person ?? "" } }));

/** Everybody, where a reply is too short for them. */
export const unmatchedFile = (people: readonly string[], students: readonly GradebookStudent[]): Reply["files"] =>
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

export const confirmSteps = ({ proposals, token }: Pick<Proposals, "proposals" | "token">): readonly NextStep[] =>
  proposals.length === 0 ? [] : [{ label: `Confirm ${proposals.length === 1 ? "the match" : `all ${count(proposals.length)}`}`, command: "roster confirm", options: { list: token }, style: "primary" }];

export const studentName = ({ student, canvasId }: GradebookStudent): string => `${plain(student)} (${plain(canvasId, 20)})`;

const studentLogin = (student: GradebookStudent): string => `${studentName(student)}${student.sisLoginId === "" ? "" : `, login ${plain(student.sisLoginId, 40)}`}`;

export const listed = (names: readonly string[], rest = "", separator = ", "): string =>
  names.length <= maxShown ? names.join(separator) : `${names.slice(0, maxShown).join(separator)} and ${count(names.length - maxShown)} more${rest}`;
