import { csv } from "../../csv.ts";
import { count, counted } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";

/** A student of the roster, and who that is here. */
interface Student {
  readonly student: string;
  readonly canvasId: string;
  readonly section: string;
  readonly person: string | null;
}

interface Unanswered {
  readonly check: string;
  readonly title: string;
  /** People who have answered, on the roster or not. */
  readonly answered: number;
  /** Students of the roster. */
  readonly students: number;
  /** Students of the roster whose person has not answered. */
  readonly missing: readonly Student[];
  /** Students of the roster whose person nobody knows. */
  readonly unmatched: readonly Student[];
  /** How many of the missing can still answer. */
  readonly inTime: number;
}

const mostListed = 30;

/** Who has not answered, for instructors alone; more than a message holds are in a file. */
export function unansweredReply({ check, title, answered, students, missing, unmatched, inTime }: Unanswered): Reply {
  const listed = missing.slice(0, mostListed).map(({ student, person }) => `- ${plain(student)}${person === null ? "" : ` <@${person}>`}`);
  const rows = [...missing.map(rowOf("not answered")), ...unmatched.map(rowOf("not matched with a person"))];
  return reply({
    embed: {
      title: `Not answered: ${plain(title)}`,
      description: [
        answered === 0 ? "Nobody has answered." : `${counted(answered, "person has", "people have")} answered.`,
        missing.length === 0 ? (students > 0 && unmatched.length === 0 ? "Nobody on the roster is missing." : "") : `**${count(missing.length)}** of the roster ${missing.length === 1 ? "has" : "have"} not:`,
        ...listed,
        ...(missing.length > mostListed ? [`…and ${count(missing.length - mostListed)} more, in the file.`] : []),
        ...(unmatched.length === 0 ? [] : [`${count(unmatched.length)} of the roster ${unmatched.length === 1 ? "is" : "are"} matched with nobody here: \`/roster confirm\` and \`/roster match\` say who they are.`]),
        ...(students === 0 ? ["There is no roster: `/roster import` takes Canvas' export."] : []),
      ].filter((line) => line !== "").join("\n"),
      color: 0x0072b2,
      footer: { text: `check ${check} · this look is recorded` },
    },
    ...(missing.length > mostListed ? { files: [{ filename: `unanswered-${check}.csv`, parts: [csv(["student", "canvas_id", "section", "state"], rows)], numbers: noNumbers, description: "Who has not answered" }] } : {}),
    ...(inTime > 0 ? { nextSteps: [{ label: inTime === 1 ? "Remind that one directly" : `Remind the ${count(inTime)} directly`, command: "check remind", options: { check } }] } : {}),
    audience: "asker",
    result: { missing: missing.length, unmatched: unmatched.length },
  });
}

const rowOf = (state: string) => ({ student, canvasId, section }: Student): readonly string[] => [student, canvasId, section, state];
