import type { CourseProblem } from "../../commands/problem.ts";
import { asTyped, count } from "../numbers.ts";
import { plain } from "../plain.ts";
import { timestamp } from "../timestamp.ts";
import { listOf } from "./name-lists.ts";
import type { WordsOf } from "./problem-words.ts";
import { busyWords } from "./store-problem.ts";

/** What a course does not allow, or does not have. */
export const courseProblemWords: WordsOf<CourseProblem> = {
  "data-not-shared": (problem) => ({
    cause: `${listOf(problem.series)} ${problem.series.length === 1 ? "comes" : "come"} from a file of the course staff, and its terms may not let me hand it out.`,
    next: "Show the code under a reply names the file and the rows. The host decides: `SHARE_IMPORTED_DATA=on`.",
  }),
  "no-portfolio-set": ({ asked, has }) => ({
    cause: has.length === 0 ? `No file of portfolios is loaded, so there are no ${count(asked)}.` : `No loaded file has ${count(asked)} portfolios; there ${has.length === 1 ? "is one" : "are files"} with ${listOf(has.map((one) => count(one)))}.`,
    next: "Staff import French's with `/data add`: `25_Portfolios_5x5_CSV.zip` or `49_Industry_Portfolios_CSV.zip` of his data library, and the file of his factors.",
  }),
  "unusable-name": (problem) =>
    problem.reason === "taken"
      ? { cause: `${plain(problem.name)} means something already: a series, a company or a model.`, next: "Choose a name of its own, like `TECH_FUND`." }
      : { cause: `A portfolio can't be called "${plain(problem.name)}".`, next: "Use up to 20 letters, digits and _, a letter first, like `TECH`." },
  "not-allowed": (problem) => ({
    cause: `/${problem.command} is for ${problem.needs === "manager" ? "those who manage this server" : "the course's instructors"}.`,
    next: "Ask one of them, or try `/help` for what you can do.",
  }),
  "unknown-question": (problem) => ({ cause: `There is no question ${plain(problem.asked)} here.`, next: "It may have been deleted at its asker's wish." }),
  "course-closed": (problem) => ({
    cause: `This course was closed ${timestamp(problem.closedAt, "f")}: no checks, answers or questions are accepted here any more.`,
    next: "Numbers and explanations go on as before. Whoever manages the server opens it again with `/course close reopen:true`.",
  }),
  "needs-server": (problem) => ({ cause: `/${problem.command} belongs to a course.`, next: "Ask it in a channel of the course's server." }),
  "check-still-open": (problem) => ({
    cause: `The check ${plain(problem.check)} is open: its results are hidden until it closes. So far ${answeredWords(problem.people)}.`,
    next:
      problem.closesAt === null
        ? `Close it with \`/check close check:${plain(problem.check)}\`.`
        : `It closes ${timestamp(problem.closesAt)}, or at once with \`/check close check:${plain(problem.check)}\`.`,
  }),
  "same-data-elsewhere": (problem) => ({
    cause: `The check ${plain(problem.title)} is open on another server where you are a student, and this would say its key.`,
    next: `Ask again when it has closed${problem.until === null ? "" : `, ${timestamp(problem.until)}`}, or have another instructor do it.`,
  }),
  "claim-refused": (problem) => claimRefusals[problem.reason],
  "unusable-setting": (problem) => ({ cause: `${problem.option} can't be ${unusable[problem.reason].cause(plain(problem.asked))}.`, next: unusable[problem.reason].next }),
  "check-uncertain": ({ check }) =>
    check === null
      ? {
          cause: "I lost my memory for a moment while I stored the check, so I don't know whether it is there.",
          next: "If it is, it comes by itself within a minute: look at `/check list` before you post it again.",
        }
      : {
          cause: `I lost my memory while I posted the check. It is stored, as \`${check}\`; whether its message is in the channel already I don't know.`,
          next: "It is posted once, by itself, when I can store again: look at `/check list` before you post it again.",
        },
  "not-stored": ({ what, reason }) => ({
    cause: `My memory ${busyWords[reason]}. The ${what} was not stored, and nothing was posted.`,
    next: reason === "lost" || reason === "slow" || reason === "locked" ? "Try again in a minute." : "Try again when that is done.",
  }),
  "question-uncertain": () => ({
    cause: "I lost my memory for a moment while I stored your question, so I don't know whether it is there.",
    next: "If it is, it reaches the staff by itself within a minute. Sent again in the same words it is still one question.",
  }),
  "too-many-questions": (problem) => ({ cause: "You have asked the class staff several questions in a short time.", next: `You can ask the next one ${timestamp(problem.nextAt)}.` }),
  "which-check": ({ checks }) => ({
    cause: `Several checks can be meant: ${checks.map(({ id, title }) => `${plain(title)} (\`${id}\`)`).join(", ")}.`,
    next: "Press the one that you mean, or say which with `check:` and its six letters.",
  }),
  "several-assignments": ({ title, assignments }) => ({
    cause: `Canvas has ${count(assignments.length)} assignments for ${plain(title)}: ${assignments.map(({ heading, points }) => `${plain(heading)}${points === null ? "" : ` of ${asTyped(points)} points`}`).join(", ")}.`,
    next: `Say which with its number, like \`assignments:${/\((\d+)\)$/u.exec(assignments[0]?.heading ?? "")?.[1] ?? "99121"}\`, and give the file again.`,
  }),
  "unusable-assignment": ({ reason, asked, has }) => {
    const list = has.map((one) => plain(one)).join(", ");
    switch (reason) {
      case "unreadable":
        return { cause: `I can't read "${plain(asked)}" as an assignment of Canvas.`, next: "Write its number, like `assignments:99121`, or its number and the check's six letters, like `assignments:99121=uwsgun`." };
      case "unknown-number":
        return { cause: `Canvas' file has no assignment ${plain(asked)}.`, next: has.length === 0 ? "It has none at all: leave `assignments` out, and the checks become new ones." : `It has: ${list}.` };
      case "unknown-check":
        return { cause: `No check ${plain(asked)} has a column here.`, next: has.length === 0 ? "No check has closed yet." : `These have: ${list}.` };
      case "twice":
        return { cause: `${plain(asked)} names an assignment or a check a second time.`, next: "Each check has one assignment, and each assignment one check." };
      case "which-check":
        return { cause: `No check is called like ${plain(asked)}, and it could be ${has.length === 1 ? "this one's" : "one of these"}: ${list}.`, next: `Say which with its six letters, like \`assignments:${/\((\d+)\)$/u.exec(asked)?.[1] ?? "99121"}=${/\(([^()]+)\)$/u.exec(has[0] ?? "")?.[1] ?? "uwsgun"}\`, and give the file again.` };
      case "no-check":
        return { cause: `Every check here has another assignment, and none is left for ${plain(asked)}.`, next: "Say whose it is with the check's six letters, like `assignments:99121=uwsgun`; `/check list` has them." };
    }
  },
  "unknown-student": (problem) => ({
    cause: `The roster has no student ${plain(problem.asked)}.`,
    next: "Import Canvas' own export with `/roster import`, and give the student's Canvas ID.",
  }),
};

const claimRefusals = {
  "unknown-code": { cause: "No student of this course has that code.", next: "Type it as it was given to you, like `k7m2p9xq`; ask the course staff for another one." },
  taken: { cause: "That row was claimed already.", next: "Tell the course staff: a row belongs to one person." },
  "other-row": { cause: "You have another row of this roster already.", next: "Tell the course staff: a person has one row." },
} as const;

const unusable = {
  everyone: { cause: (): string => "@everyone: every student would be an instructor", next: "Choose the role that the instructors alone have." },
  "no-channel": { cause: (asked: string): string => `<#${asked}>: I see no text channel or forum there that I may write in`, next: "Choose a text channel, an announcement channel or a forum, and let me see it and write in it." },
  "no-time-zone": { cause: (asked: string): string => `"${asked}"`, next: "Give its place in the time zone database, like `America/New_York` or `Europe/Berlin`, or one of ET, CT, MT and PT." },
} as const;

const answeredWords = (people: number): string => (people === 1 ? "1 person has answered" : `${count(people)} people have answered`);
