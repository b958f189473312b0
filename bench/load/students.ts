import type { APIMessage } from "discord-api-types/v10";
import type { CourseServer } from "discord-course-server";
import { question } from "./questions.ts";

/** What a student saw of one question, in milliseconds from asking. */
export interface Seen {
  readonly kind: "command" | "form" | "answer";
  readonly acknowledged: number | null;
  readonly finished: number;
  readonly outcome: "answered" | "busy" | "fault" | "nothing";
}

export interface Class {
  /** Question `at`, asked by one of the students; every fifth is an answer to the check where there is one. */
  ask(at: number): Promise<readonly Seen[]>;
}

/** The hall's students, with a check posted for them by the instructor. */
export async function openClass(courseServer: CourseServer, students: number): Promise<Class> {
  let check = await postCheck(courseServer);
  // The stand-in keeps the newest messages; a check that is gone is posted again, once for everybody.
  let posting: Promise<Check> | null = null;
  const current = async (): Promise<Check> => {
    if (!courseServer.user("student-1").messages().some(({ id }) => id === check.id)) {
      check = await (posting ??= postCheck(courseServer));
      posting = null;
    }
    return check;
  };
  return {
    async ask(at) {
      const student = courseServer.user(`student-${String((at % students) + 1)}`);
      if (at % 5 === 4) {
        const { id, button } = await current();
        const opened = await timed("form", (options) => student.click(id, button, options));
        const { modal } = opened.observed;
        if (!modal) return [opened.seen];
        const values = { answer1: "0.0001594", answer2: at % 2 ? "1.395" : "0.359", answer3: "0.500", answer4: "more" };
        const submitted = await timed("answer", (options) => student.submit(modal, values, options));
        return [opened.seen, submitted.seen];
      }
      const [command, values] = question(at);
      return [(await timed("command", (options) => student.command(command, values, options))).seen];
    },
  };
}

interface Check {
  readonly id: string;
  readonly button: string;
}

async function postCheck(courseServer: CourseServer): Promise<Check> {
  const posted = await courseServer.user("instructor").command("check post", { exercise: "jpm-regression", closes: "2h", again: "true" }, { timeout: 60_000 });
  const seen = courseServer.user("student-1").messages();
  const check = seen.findLast(({ embeds }) => embeds[0]?.title?.startsWith("Check:"));
  if (!check) throw new Error(`the check was not posted: ${JSON.stringify(posted)}`);
  return { id: check.id, button: buttonOf(check, "Answer") };
}

type Observed = Awaited<ReturnType<ReturnType<CourseServer["user"]>["command"]>>;

async function timed(
  kind: Seen["kind"],
  act: (options: { onFirstResponse: () => void; timeout: number }) => Promise<Observed>,
): Promise<{ readonly seen: Seen; readonly observed: Observed }> {
  const asked = performance.now();
  let acknowledged: number | null = null;
  const onFirstResponse = (): void => void (acknowledged ??= performance.now() - asked);
  const observed = await act({ onFirstResponse, timeout: 60_000 });
  return { seen: { kind, acknowledged, finished: performance.now() - asked, outcome: outcomeOf(observed) }, observed };
}

function outcomeOf({ message, modal, failure }: Observed): Seen["outcome"] {
  if (failure !== null || (message === null && modal === null)) return "nothing";
  const title = message?.embeds[0]?.title ?? "";
  if (title === "Busy for a moment") return "busy";
  return title === "Our fault" ? "fault" : "answered";
}

function buttonOf(message: APIMessage, label: string): string {
  const rows = (message.components ?? []) as readonly { readonly components?: readonly { label?: string; custom_id?: string }[] }[];
  const found = rows.flatMap((row) => row.components ?? []).find((part) => part.label === label);
  if (found?.custom_id === undefined) throw new Error(`the check has no button "${label}"`);
  return found.custom_id;
}
