import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeEach(() => {
  room = openCourseroom();
});
afterEach(() => room.close());

const prof = (typed: string): Promise<string> => room.words("prof", typed);
const posted = async (typed: string): Promise<string> => /(?:Posted|Scheduled) as `([2-9a-z]{6})`/u.exec(await prof(typed))?.[1] ?? "";
const checkNow = async (id: string) => (await (await room.store()).checks.find(id))!;
/** The command behind the button of a reply. */
const button = (words: string, label: string): string => new RegExp(`${label}[^\\n]*: (/check undo [^\\n]*)`, "u").exec(words)?.[1] ?? "";

describe("typed, it names what it would take back and does nothing", () => {
  test("however often it is typed, no closed check opens", async () => {
    const ids = [await posted("/check post annualise-alpha"), await posted("/check post factor-share")];
    for (const id of ids) await room.words("ada", `/check submit ${id} answer1:0.1474`);
    for (const id of ids) await prof(`/check close ${id} confirm:true`);
    const edits = room.edits.length;
    for (let time = 0; time < 4; time += 1) {
      const asks = await prof("/check undo");
      expect(asks).toContain(`(${ids[1]!})`);
      expect(asks).toContain("Its newest change: closing");
      expect(asks).toContain("It would be open again for the class, until");
      expect(asks).toContain("Its results, with the solution, have been in <#class> since");
      expect(asks).not.toContain("It can be taken back for 24 hours");
    }
    for (const id of ids) expect((await checkNow(id)).closedAt).not.toBeNull();
    expect(room.edits.length).toBe(edits);
    await prof(button(await prof("/check undo"), "Take back closing"));
    expect([(await checkNow(ids[0]!)).closedAt === null, (await checkNow(ids[1]!)).closedAt === null]).toEqual([false, true]);
  });

  test.each([
    { name: "a withdrawn check opens", make: (id: string) => [`/check void ${id} confirm:true`], says: "It would be open again for the class" },
    { name: "a cancelled check is planned again", make: (id: string) => [`/check void ${id} confirm:true`], opens: 'opens:"2026-09-15 09:00Z"', says: "It would be posted 2026-09-15 09:00 UTC, as it was planned." },
    { name: "more time ends", make: (id: string) => [`/check extend closes:3d check:${id}`], says: "The class would have time until" },
    { name: "a check that was opened again closes", make: (id: string) => [`/check close ${id} confirm:true`, `/check extend closes:3d check:${id} confirm:true`], says: "It would close for the class at once" },
    { name: "one student's time ends", make: (id: string) => [`/check extend closes:3d check:${id} student:zoe`], says: "more time for one student (<@zoe>)" },
    { name: "a corrected key falls", make: (id: string) => [`/check regrade ${id} tolerance:3% confirm:true`], says: "Every mark would be what it was before" },
  ])("where $name", async ({ make, says, opens = "" }: { make: (id: string) => readonly string[]; says: string; opens?: string }) => {
    const id = await posted(`/check post annualise-alpha closes:1d ${opens}`);
    await room.words("ada", `/check submit ${id} answer1:0.1474`);
    for (const typed of make(id)) await prof(typed);
    const before = await checkNow(id);
    expect(await prof(`/check undo ${id}`)).toContain(says);
    expect(await checkNow(id)).toEqual(before);
    expect(await prof(`/check undo ${id} confirm:true`)).toContain("Taken back");
    expect(await checkNow(id)).not.toEqual(before);
  });
});

describe("confirmed as it is typed again", () => {
  test.each([
    { what: "a posting", opens: "", done: "Withdrawn" },
    { what: "a posting that is planned", opens: ' opens:"2026-09-15 09:00Z"', done: "Cancelled" },
  ])("$what that nobody answered is taken back, with or without its name, and can be had again", async ({ opens, done }) => {
    for (const named of [true, false]) {
      const id = await posted(`/check post annualise-alpha closes:"2026-09-16 09:00Z"${opens}  again:true`);
      const typed = `/check undo${named ? ` ${id}` : ""}`;
      expect(await prof(typed)).toContain("type the command again with confirm:true");
      expect((await checkNow(id)).voidedAt).toBeNull();
      expect(await prof(`${typed} confirm:true`)).toContain(done);
      expect((await checkNow(id)).voidedAt).not.toBeNull();
      expect(await prof(`/check undo ${id} confirm:true`)).toContain("Taken back: withdrawing");
      expect((await checkNow(id)).voidedAt).toBeNull();
    }
  });
});

describe("the button below a change", () => {
  test("asks where the class sees it", async () => {
    const id = await posted("/check post annualise-alpha");
    await room.words("ada", `/check submit ${id} answer1:0.1474`);
    const closed = await prof(`/check close ${id} confirm:true`);
    expect(await prof(button(closed, "Take it back"))).toContain("Take it back?");
    expect((await checkNow(id)).closedAt).not.toBeNull();
  });

  test("asks before second votes are thrown away, and not where nobody has voted twice", async () => {
    const id = await posted('/check vote question:"Is β a slope?" key:true');
    await prof(`/check discuss ${id}`);
    expect(await prof(button(await prof(`/check revote ${id}`), "Take it back"))).toContain("Taken back: the second vote");
    const revote = await prof(`/check revote ${id}`);
    await room.words("ada", `/check pick ${id} round:2 choice:A`);
    expect(await prof(button(revote, "Take it back"))).toContain("1 second vote would be no vote any more.");
  });

  test("does it at once where nobody else sees it: one student's time, while the check is open", async () => {
    const id = await posted("/check post annualise-alpha");
    const extended = await prof(`/check extend closes:3d check:${id} student:zoe`);
    expect(await prof(button(extended, "Take it back"))).toContain("Taken back: more time for one student");
  });
});

test("what is left of results that were taken back stays true when the check has closed again", async () => {
  const id = await posted("/check post annualise-alpha");
  await room.words("ada", `/check submit ${id} answer1:0.1474`);
  await prof(`/check close ${id} confirm:true`);
  await prof(`/check undo ${id} confirm:true`);
  const emptied = terminalText(room.edits.at(-1)!, []);
  expect(emptied).toContain("Taken back: α a year");
  expect(emptied).toContain("The results that count are in a newer message, once it has closed.");
  expect(emptied).not.toMatch(/is open|when it closes/u);
});
