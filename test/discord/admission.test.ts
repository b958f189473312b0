import { expect, test } from "vitest";
import { admission, type AdmissionLimits } from "../../src/discord/admission.ts";

const limits: AdmissionLimits = { person: 3, everybody: 6, heavy: { atOnce: 2, secondsEach: 5 } };

/** A queue on a clock that the test winds. */
function open() {
  let time = 0;
  const queue = admission(limits, () => time);
  return {
    queue,
    wind: (seconds: number) => void (time += seconds * 1000),
    light: (person: string) => queue.admit(person, { isHeavy: false, isShort: false }),
    heavy: (person: string) => queue.admit(person, { isHeavy: true, isShort: false }),
  };
}

test("somebody's second question waits for everybody's first", async () => {
  const { light } = open();
  const order: string[] = [];
  const turns = ["ann 1", "ann 2", "ann 3", "bob 1", "cyn 1"].map(async (question) => {
    const entry = light(question.split(" ")[0]!);
    if (!entry.admitted) throw new Error("turned away");
    await entry.waitForTurn();
    order.push(question);
  });
  await Promise.all(turns);
  expect(order).toEqual(["ann 1", "bob 1", "cyn 1", "ann 2", "ann 3"]);
});

test("between two turns the event loop has a round of its own", async () => {
  const { light } = open();
  const seen: string[] = [];
  const [first, second] = [light("ann"), light("bob")];
  if (!first.admitted || !second.admitted) throw new Error("turned away");
  void first.waitForTurn().then(() => {
    seen.push("first");
    setImmediate(() => seen.push("between"));
  });
  await second.waitForTurn();
  await new Promise(setImmediate);
  expect(seen).toEqual(["first", "between"]);
});

test("what was begun, and what costs nothing, goes before what waits to begin", async () => {
  const { light, queue } = open();
  const order: string[] = [];
  const [ann, bob, cyn] = [light("ann"), light("bob"), queue.admit("cyn", { isHeavy: false, isShort: true })];
  if (!ann.admitted || !bob.admitted || !cyn.admitted) throw new Error("turned away");
  const annTwice = ann.waitForTurn().then(async () => {
    order.push("ann begins");
    const rest = ann.waitForTurn();
    await Promise.all([cyn.waitForTurn().then(() => order.push("cyn")), rest.then(() => order.push("ann goes on"))]);
  });
  await Promise.all([annTwice, bob.waitForTurn().then(() => order.push("bob begins"))]);
  expect(order).toEqual(["ann begins", "ann goes on", "cyn", "bob begins"]);
});

test("one person's flood is turned away, and everybody else is let in", () => {
  const { light } = open();
  const flood = Array.from({ length: 20 }, () => light("ann").admitted);
  expect(flood.filter(Boolean)).toHaveLength(limits.person);
  expect(light("ann")).toMatchObject({ admitted: false, reason: "person" });
  expect(light("bob").admitted).toBe(true);
});

test("when everybody's limit is reached the words name a time, and a place that is left is given again", () => {
  const { light, queue } = open();
  const entries = ["a", "b", "c", "d", "e", "f"].map(light);
  const away = light("g");
  expect(away).toMatchObject({ admitted: false, reason: "everybody" });
  if (!away.admitted) expect(away.waitSeconds).toBeGreaterThanOrEqual(1);
  const [first] = entries;
  if (first?.admitted) {
    first.release();
    first.release();
  }
  expect(queue.inProgress).toBe(5);
  expect(light("g").admitted).toBe(true);
});

test("the time named is what the questions before took", () => {
  const { light, wind } = open();
  for (let finished = 0; finished < 20; finished++) {
    const entry = light("ann");
    wind(2);
    if (entry.admitted) entry.release();
  }
  for (const person of ["a", "b", "c", "d", "e", "f"]) light(person);
  expect(light("g")).toEqual({ admitted: false, reason: "everybody", waitSeconds: 6 });
});

test("long questions are few in a row, earned again with time; short ones go on", () => {
  const { heavy, light, wind } = open();
  const ask = (): boolean => {
    const entry = heavy("ann");
    if (entry.admitted) entry.release();
    return entry.admitted;
  };
  expect([ask(), ask(), ask()]).toEqual([true, true, false]);
  expect(heavy("ann")).toEqual({ admitted: false, reason: "heavy", waitSeconds: 5 });
  expect(light("ann").admitted).toBe(true);
  expect(heavy("bob").admitted).toBe(true);
  wind(5);
  expect([ask(), ask()]).toEqual([true, false]);
});
