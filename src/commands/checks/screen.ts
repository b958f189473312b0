import { isClosed } from "../../grading/find-check.ts";
import { taskOf } from "../../grading/check-task.ts";
import type { ChartSpec } from "../../render/chart/chart-spec.ts";
import { openScreen, resultsScreen, waitingScreen, type ScreenView } from "../../render/screen/screen-view.ts";
import type { AppContext } from "../app-context.ts";
import { inServer } from "../in-server.ts";
import { openRound } from "./announce.ts";
import { classResults } from "./check-results.ts";
import { keptBack } from "./same-data.ts";
import { closingOf, resultsMs, screenName } from "./screen-address.ts";
import { shownCheck } from "./shown-check.ts";

/** What the projector shows of a check, and the picture of its results where they are drawn. */
export interface Screen {
  readonly view: ScreenView;
  readonly picture: ChartSpec | null;
}

/**
 * The screen of that name: until its check opens when it does, while it is in its channel and open the question, and its
 * results for an hour after it has closed. Null for any
 * other name, alike whether there is such a check or not. It says how many have answered, and of right and wrong nothing
 * that the class's own results do not say.
 */
export async function findScreen(name: string, context: AppContext): Promise<Screen | null> {
  const opened = await context.store();
  const [, id] = /^([a-z0-9]{6})-[0-9a-f]{40}$/u.exec(name) ?? [];
  if (!opened.ok || id === undefined) return null;
  const store = opened.value;
  const secret = await store.secret();
  const expected = await screenName(id, store, context);
  // By their hashes, so that the time it takes tells nothing of the name.
  if (context.keyedHash(secret, name) !== context.keyedHash(secret, expected)) return null;
  const check = await store.checks.find(id);
  if (check === null || check.voidedAt !== null) return null;
  const now = context.now();
  const timeZone = (await store.courses.settings(check.guild)).timeZone ?? "UTC";
  // Scheduled, or on its way: the tab that is open already goes on from here by itself.
  if (check.message === null) return isClosed(check, now) ? null : { view: waitingScreen(check.opensAt, timeZone), picture: null };
  const closedAt = closingOf(check, now);
  if (closedAt !== null && now >= closedAt + resultsMs) return null;
  const here = await inServer(context, check.guild);
  if (closedAt === null) {
    const task = taskOf(check, here);
    return task.ok ? { view: openScreen(shownCheck(check, task.value, await store.results.answered(check.id, openRound(check)))), picture: null } : null;
  }
  const results = await classResults(check, await keptBack(check, store, here), store, here);
  return results.ok ? { view: resultsScreen(check.title, results.value, timeZone), picture: results.value.pictures[0]?.spec ?? null } : null;
}
