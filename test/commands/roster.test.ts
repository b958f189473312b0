import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf, type Reply } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
const folder = mkdtempSync(join(tmpdir(), "factor-ta-roster-"));
const file = join(folder, "canvas.csv");
beforeAll(async () => {
  room = openCourseroom();
  // On the terminal's server people go by their ids.
  writeFileSync(file, ["Student,ID,SIS User ID,SIS Login ID,Section", '"Lovelace, Ada",101,s1,ada,A', '"Babbage, Ben",102,s2,ben@uni.edu,A', '"Noether, Emmy",103,s3,emmy,A'].join("\n"));
  const words = await room.words("prof", '/check post question:"Days?" key:252 title:"Week 1"');
  const id = /Posted as `?([2-9a-z]{6})/u.exec(words)?.[1] ?? "";
  for (const who of ["ada", "ben", "zoe"]) await room.words(who, `/check submit ${id} answer1:252`);
  await room.words("prof", `/check close ${id} confirm:true`);
});
afterAll(async () => {
  await room.close();
  rmSync(folder, { recursive: true });
});

const replyTo = async (who: string, typed: string) => (await room.ask(who, typed)) as Reply;
const gradebook = async () => (await replyTo("prof", "/gradebook export")).files.map(textOf)[0] ?? "";
const row = (table: string, id: string) => table.split("\r\n").find((line) => line.includes(`,${id},`)) ?? "";

describe("a name on the server", () => {
  test("matches nobody until an instructor confirms the list that was read", async () => {
    const imported = await replyTo("prof", `/roster import file:${file}`);
    const [found = "", unknown = ""] = (imported.embeds[0]?.description ?? "").split("**Not known here yet**");
    expect(found).toContain("Found by name, to be confirmed");
    // Each student is in one list.
    expect(found).toContain("Lovelace");
    expect(unknown).not.toContain("Lovelace");
    expect(unknown).toContain("Noether");
    const exported = await room.words("prof", "/gradebook export");
    expect(exported.split("Lovelace")).toHaveLength(2);
    expect(exported.split("<@ada>")).toHaveLength(2);
    expect(row(await gradebook(), "101")).toMatch(/,$/u);
    const [confirm] = imported.nextSteps;
    expect(confirm).toMatchObject({ label: "Confirm all 2", command: "roster confirm" });
    expect(await room.words("prof", "/roster confirm list:another")).toContain("Are these right?");
    expect(await room.words("prof", `/roster confirm list:${confirm?.options["list"] ?? ""}`)).toContain("2 students are matched");
    expect(row(await gradebook(), "101")).toMatch(/,1$/u);
  });

  test("one person has one row: a second match says what it would cost, and moves nothing by itself", async () => {
    const asked = await room.words("prof", "/roster match student:103 person:ada");
    expect(asked).toContain("Lovelace, Ada");
    expect(row(await gradebook(), "101")).toMatch(/,1$/u);
    expect(await room.words("prof", "/roster match student:103 person:ada confirm:true")).toContain("Noether");
    expect(row(await gradebook(), "101")).toMatch(/,$/u);
    await room.words("prof", "/roster match student:101 person:ada confirm:true");
  });
});

describe("a code", () => {
  test("claims its row for whoever has it, once", async () => {
    const codes = (await replyTo("prof", "/roster codes")).files.map(textOf)[0] ?? "";
    const code = /,103,emmy,([a-z0-9]{8})/u.exec(codes)?.[1] ?? "";
    expect(codes).not.toContain(",101,");
    expect((await room.as("ada", `/roster claim ${code}`)).problem).toMatchObject({ reason: "other-row" });
    expect((await room.as("zoe", "/roster claim 22222222")).problem).toMatchObject({ reason: "unknown-code" });
    expect(await room.words("zoe", `/roster claim ${code.toUpperCase()}`)).toContain("That is you");
    expect((await room.as("max", `/roster claim ${code}`)).problem).toMatchObject({ reason: "unknown-code" });
    expect(row(await gradebook(), "103")).toMatch(/,1$/u);
  });
});

test("the CSV of all answers has who, what was typed, its key and what it was taken for", async () => {
  const reply = await replyTo("prof", "/gradebook answers");
  const table = reply.files.map(textOf)[0] ?? "";
  expect(table.split("\r\n")[0]).toContain("check,title,student,canvas_id,person,at,attempt");
  expect(table).toMatch(/Week 1,"Lovelace, Ada",101,ada,2026-09-14T[^,]+,1,[^,]+,0,1,correct,answer,252,252,252,correct,/u);
  expect((await room.as("ada", "/gradebook answers")).problem).toMatchObject({ kind: "not-allowed" });
});

test("a check that never reached its channel is no column", async () => {
  const store = await room.store();
  const [posted] = await store.checks.list("school", 1);
  const stamp = { by: "prof", at: 0 };
  const { id } = await store.checks.create({ ...posted!, title: "Ghost", ...stamp });
  await store.checks.void(id, stamp);
  expect(await gradebook()).not.toContain("Ghost");
});

test("a student is found by name while an instructor types, and by nobody else", async () => {
  const { commands } = await import("../../src/commands/index.ts");
  const suggest = commands.find(({ name }) => name === "roster match")?.options["student"]?.suggestStored;
  const as = (id: string) => ({ ...room.world, asker: { id, name: id, roleIds: [], managesServer: id === "prof" }, place: { guildId: "school", channelId: "class" } });
  expect(await suggest?.("love", as("prof"))).toEqual([{ name: "Lovelace, Ada (101)", value: "101" }]);
  expect(await suggest?.("love", as("ada"))).toEqual([]);
  const checks = commands.find(({ name }) => name === "check void")?.options["check"]?.suggestStored;
  expect((await checks?.("week", as("prof")))?.[0]?.name).toMatch(/^Week 1 · [2-9a-z]{6} · closed$/u);
});

describe("a list of names", () => {
  test("is the same as UTF-8, as Excel's Unicode text and as Windows writes it; a workbook is refused with what to do", async () => {
    const rows = 'Student,ID\n"Müller, Änne",201\n';
    const folderFile = (name: string, bytes: Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    };
    const files = [
      folderFile("utf8.csv", Buffer.from(`\uFEFF${rows}`)),
      folderFile("unicode.csv", Buffer.from(`\uFEFF${rows}`, "utf16le")),
      folderFile("windows.csv", Buffer.from(rows, "latin1")),
    ];
    for (const path of files) {
      expect((await room.as("prof", `/roster import file:${path} confirm:true`)).problem).toBeNull();
      expect(row(await gradebook(), "201")).toContain("Müller, Änne");
    }
    const workbook = folderFile("roster.xlsx", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 1, 2, 9, 0));
    expect((await room.as("prof", `/roster import file:${workbook}`)).problem).toMatchObject({ kind: "bad-file", fault: "not-text" });
  });
});

describe("a list without a student who is matched", () => {
  const list = (name: string, rows: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, ["Student,ID,SIS User ID,SIS Login ID,Section", ...rows].join("\n"));
    return path;
  };

  test("names who would go and asks; their match comes back with their ID", async () => {
    const other = openCourseroom();
    const both = list("both.csv", ['"Roe, Jo",10431000000004711,,,A', '"Poe, Al",4712,,,A']);
    const rounded = list("rounded.csv", ['"Roe, Jo",1.0431E+16,,,A', '"Poe, Al",4712,,,A']);
    const without = list("without.csv", ['"Poe, Al",4712,,,A', '"Moe, Bo",4713,,,A']);
    const personOf = async (id: string) => (await (await other.store()).roster.entries("school")).find(({ canvasId }) => canvasId === id)?.person;
    await other.words("prof", `/roster import file:${both}`);
    await other.words("prof", "/roster match student:10431000000004711 person:jo");
    expect(await other.words("prof", `/roster import file:${rounded}`)).toContain("no whole number");
    for (const command of [`/roster import file:${without}`, `/gradebook export canvas:${without}`]) {
      expect(await other.words("prof", command)).toMatch(/Roe, Jo.*<@jo>[^]*Nothing has happened yet/u);
      expect(await personOf("10431000000004711")).toBe("jo");
    }
    expect(await other.words("prof", `/roster import file:${without} confirm:true`)).toContain("Gone Roe, Jo");
    expect(await other.words("prof", `/roster import file:${both}`)).toContain("1 has their earlier match again");
    expect(await personOf("10431000000004711")).toBe("jo");
    // Who has another row meanwhile, or whose record was deleted, is not given back.
    await other.words("prof", `/roster import file:${without} confirm:true`);
    await other.words("prof", "/roster match student:4712 person:jo");
    await other.words("prof", `/roster import file:${both}`);
    expect(await personOf("10431000000004711")).toBeNull();
    expect(await personOf("4712")).toBe("jo");
    await other.close();
  });
});

test("a file that lacks most of the roster asks first, though nobody is matched yet; Canvas' two assignments of a title are asked", async () => {
  const other = openCourseroom();
  const listOf = (name: string, from: number, heading = "") => {
    const path = join(folder, name);
    writeFileSync(path, [`Student,ID,Section${heading}`, ...Array.from({ length: 20 }, (_, n) => `"Doe, Jane ${String(n)}",${String(from + n)},A`)].join("\n"));
    return path;
  };
  expect(await other.words("prof", `/roster import file:${listOf("one.csv", 100)}`)).toContain("The roster is in");
  const asked = await other.words("prof", `/roster import file:${listOf("two.csv", 900)}`);
  expect(asked).toContain("20 of the 20 students of the roster are not in this file");
  expect(await (await other.store()).roster.entries("school")).toMatchObject([{ canvasId: "100" }, ...Array.from({ length: 19 }, () => ({}))]);
  expect(await other.words("prof", `/gradebook export canvas:${listOf("two.csv", 900)}`)).toContain("Most of the roster would go");
  // A few who come and go are the ordinary course of a term.
  expect(await other.words("prof", `/roster import file:${listOf("three.csv", 104)}`)).toContain("The roster is in");
  expect(await other.words("prof", `/roster import file:${listOf("two.csv", 900)} confirm:true`)).toContain("The roster is in");
  await other.words("prof", '/check post question:"Days?" key:252 title:"Week 1"');
  await other.words("prof", "/check close confirm:true");
  const canvas = listOf("four.csv", 900, ",Week 1 (11),week 1 (12),Week 1 (13)");
  expect(await other.words("prof", `/gradebook export canvas:${canvas}`)).toMatch(/2 assignments for Week 1: Week 1 \(11\), Week 1 \(13\)/u);
  expect(await other.words("prof", `/gradebook export canvas:${canvas} assignments:13`)).not.toContain("I can't answer");
  await other.close();
});

test("who may be two students is asked about on import, confirmation and export, until a button says which", async () => {
  const other = openCourseroom();
  const path = join(folder, "one-name.csv");
  writeFileSync(path, ["Student,ID,SIS Login ID", '"Jones, Mary",1,mary', '"Jones, Mary",2,mary', '"Poe, Al",3,al'].join("\n"));
  const posted = await other.words("prof", '/check post question:"Days?" key:252 title:"Week 1"');
  const id = /Posted as `?([2-9a-z]{6})/u.exec(posted)?.[1] ?? "";
  for (const who of ["mary", "al"]) await other.words(who, `/check submit ${id} answer1:252`);
  await other.words("prof", `/check close ${id} confirm:true`);
  const asked = "<@mary> is Jones, Mary (1), login mary or Jones, Mary (2), login mary.";
  const imported = (await other.ask("prof", `/roster import file:${path}`)) as Reply;
  for (const reply of [imported, (await other.ask("prof", "/roster confirm")) as Reply, (await other.ask("prof", "/gradebook export")) as Reply]) {
    const words = reply.embeds[0]?.description ?? "";
    expect(words).toContain(asked);
    expect(words.split("Jones, Mary (1)")).toHaveLength(2);
  }
  const step = imported.nextSteps.find(({ label }) => label === "It is Jones, Mary (2)");
  expect(await other.words("prof", `/roster match student:${step?.options["student"] ?? ""} person:${step?.options["person"] ?? ""}`)).toContain("Matched");
  expect(await (await other.store()).roster.entries("school")).toMatchObject([{ canvasId: "1", person: null }, { canvasId: "2", person: "mary" }, { canvasId: "3", person: null }]);
  expect(await other.words("prof", "/roster confirm")).not.toContain("Jones");
  await other.close();
});

test("Canvas' assignment of another title has the scores when its number is given; without a file, or with a number that it hasn't, nothing is passed over", async () => {
  const other = openCourseroom();
  const path = join(folder, "renamed.csv");
  writeFileSync(path, ["Student,ID,Weekly check 1 (501)", "Points Possible,,10", '"Poe, Al",3,'].join("\n"));
  await other.words("prof", '/check post question:"What is β²?" key:252');
  await other.words("al", "/check submit answer1:252");
  await other.words("prof", "/check close confirm:true");
  const head = async (more: string) => ((await other.ask("prof", `/gradebook export canvas:${path}${more}`)) as Reply).files.map(textOf)[0]?.split("\r\n").slice(0, 2);
  expect(await head("")).toEqual(["Student,ID,SIS User ID,SIS Login ID,Section,What is β²?", "Points Possible,,,,,1"]);
  expect(await head(" assignments:501")).toEqual(["Student,ID,SIS User ID,SIS Login ID,Section,Weekly check 1 (501)", "Points Possible,,,,,10"]);
  expect((await other.as("prof", `/gradebook export canvas:${path} assignments:777`)).problem).toMatchObject({ kind: "unusable-assignment", reason: "unknown-number" });
  expect((await other.as("prof", "/gradebook export assignments:501")).problem).toMatchObject({ kind: "missing-option", option: "canvas" });
  await other.close();
});
