import { isClosed } from "../../grading/find-check.ts";
import { counted } from "../../render/numbers.ts";
import { timestamp } from "../../render/timestamp.ts";
import type { CheckChange } from "../../store/check-changes.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { ownSolutionsShown, solutionShownAt } from "./same-data.ts";

/** What a change was, by its action. */
const changeNames: Readonly<Record<string, string>> = {
  extend: "more time for the class",
  reschedule: "the other opening",
  "extend person": "more time for one student",
  close: "closing",
  "end time": "the end of more time",
  void: "withdrawing",
  regrade: "the correction",
  name: "the named mistake",
  discuss: "the end of the first vote",
  revote: "the second vote",
};

export const changeName = (action: string): string => changeNames[action.replace("check ", "")] ?? action;

export const isAboutMarks = (action: string): boolean => ["regrade", "name"].includes(action.replace("check ", ""));

/** What taking a change back would do to what the class can do or has read; none where it sees nothing of it. */
export async function undoEffects({ action, earlier }: CheckChange, check: Check, store: Store, context: AppContext): Promise<readonly string[]> {
  const now = context.now();
  const [closedNow, closedThen] = [isClosed(check, now), isClosed({ ...check, ...earlier }, now)];
  const published = (await store.posts.published(check.id)).length > 0;
  const until = earlier.closesAt === null ? "until it is closed by hand" : `until ${timestamp(earlier.closesAt, "f")}`;
  if (closedNow && !closedThen && check.message === null) return [`It would be posted ${timestamp(check.opensAt, "f")}, as it was planned.`];
  if (closedNow && !closedThen) return [`**It would be open again for the class**, ${until}.`, ...((await ownSolutionsShown(check, store, context)) ? ["Each student could read what was right on their own question since it closed, behind **My answer**."] : []), ...(published ? [await emptiedLine(check, store, context)] : [])];
  if (!closedNow && closedThen) return ["**It would close for the class at once**, and its results be posted."];
  if (action === "check reschedule") return ["It would open and close as it was planned before."];
  if (!closedNow && check.closesAt !== earlier.closesAt) return [`The class would have time ${until}.`];
  const votes = action.replace("check ", "") === "revote" ? await store.results.answered(check.id, 2) : 0;
  if (votes > 0) return [`**${counted(votes, "second vote", "second votes")} would be no vote any more.**`];
  if (check.voidedAt !== null && earlier.voidedAt === null) return ["It would count in the gradebook as it did before."];
  if (closedNow && published) return ["The message of its results in the channel would be changed with it."];
  return [];
}

async function emptiedLine(check: Check, store: Store, context: AppContext): Promise<string> {
  const shownAt = await solutionShownAt(check, store, context);
  const where = `in <#${check.channel}>`;
  return shownAt === null ? `The message of its results ${where} would be emptied.` : `Its results, with the solution, have been ${where} since ${timestamp(shownAt, "f")}: the message would be emptied, and whoever answers then can have read it.`;
}
