import { isClosed } from "../../grading/find-check.ts";
import { taskOf } from "../../grading/check-task.ts";
import type { ChartSpec } from "../../render/chart/chart-spec.ts";
import { openScreen, resultsScreen, waitingScreen, type ScreenView } from "../../render/screen/screen-view.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { inServer } from "../in-server.ts";
import { openRound } from "./announce.ts";
import { classResults } from "./check-results.ts";
import { keptBack } from "./same-data.ts";
import { shownCheck } from "./shown-check.ts";

/** What the projector shows of a check, and the picture of its results where they are drawn. */
export interface Screen {
  readonly view: ScreenView;
  readonly picture: ChartSpec | null;
}

/** So long after its closing a check's results stay on the screen; then its address leads nowhere. */
const resultsMs = 3_600_000;

/** Of 256 bits of a keyed hash: nobody comes upon it. */
const keyDigits = 40;

type KeyContext = Pick<AppContext, "keyedHash">;

/** The address of a check's screen; null where the host has set none up. */
export async function screenAddress({ id }: Pick<Check, "id">, store: Store, context: KeyContext & Pick<AppContext, "screenUrl">): Promise<string | null> {
  return context.screenUrl === null ? null : `${context.screenUrl}${await screenName(id, store, context)}`;
}

/** A check's id, and what only the course's secret gives: whoever has the address of one check has no other's. */
async function screenName(check: string, store: Store, { keyedHash }: KeyContext): Promise<string> {
  return `${check}-${keyedHash(await store.secret(), `screen/${check}`).slice(0, keyDigits)}`;
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
  const closedAt = check.closedAt ?? (isClosed(check, now) ? check.closesAt : null);
  if (closedAt !== null && now >= closedAt + resultsMs) return null;
  const here = await inServer(context, check.guild);
  if (closedAt === null) {
    const task = taskOf(check, here);
    return task.ok ? { view: openScreen(shownCheck(check, task.value, await store.results.answered(check.id, openRound(check)))), picture: null } : null;
  }
  const results = await classResults(check, await keptBack(check, store, here), store, here);
  return results.ok ? { view: resultsScreen(check.title, results.value, timeZone), picture: results.value.pictures[0]?.spec ?? null } : null;
}
