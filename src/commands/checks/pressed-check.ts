import { checkAssignment } from "../../grading/check-assignment.ts";
import { taskOf, type CheckTask } from "../../grading/check-task.ts";
import type { Assignment } from "../../grading/assignment.ts";
import { attemptAsync, failure, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import { findCheckHere, type FoundCheck } from "./find-check-here.ts";
import { openElsewhere } from "./same-data.ts";
import type { OpenCheck } from "./open-checks-of.ts";
import type { Question } from "../command.ts";
import { text } from "../options/kinds.ts";

/** What the buttons of a check call: for whoever presses them. */
export const checkButton = { part: "Exercises", listed: false } as const;
export const checkOption = { check: text("The check", 20) } as const;

type CheckCall = Omit<Question<unknown>, "options" | "typed">;

export interface OpenedCheck extends FoundCheck {
  readonly task: CheckTask;
  /** An open check of another server that marks would confirm: they wait until that one closes. */
  readonly elsewhere: OpenCheck | null;
}

/** The check that a button belongs to, with what it asks. Errors: those of finding it, and of a task that is no longer there. */
export const openCheck = (id: string, question: CheckCall): Promise<Outcome<OpenedCheck, Problem>> =>
  attemptAsync(async function* () {
    const found = yield* await findCheckHere(id, question);
    const elsewhere = await openElsewhere(found.check, question, found.store);
    const check = elsewhere === null ? found.check : ({ ...found.check, feedback: "after-closing" } as const);
    return { ...found, check, elsewhere, task: yield* taskOf(check, question) };
  });

/** What is asked of whoever pressed the button. Errors: `unknown-check` where nothing is marked. */
export const assignmentOfCaller = async ({ task, check, store }: OpenedCheck, question: CheckCall): Promise<Outcome<Assignment, Problem>> =>
  task.kind === "marked"
    ? checkAssignment(check, task, question.asker.id, store, question)
    : failure({ kind: "unknown-check", asked: check.id });
