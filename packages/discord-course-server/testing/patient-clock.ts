import { systemClock } from "../src/clock.ts";
import type { Clock } from "../src/index.ts";

/** Discord's three seconds, ten times as long: for tests on a machine that is busy with something else. */
export const patientClock: Clock = { now: systemClock.now, after: (milliseconds, task) => systemClock.after(milliseconds * 10, task) };
