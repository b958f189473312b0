import { expect, test } from "vitest";
import { readCanvasFile } from "../../src/grading/canvas-file.ts";

const file = (...rows: readonly string[]) => readCanvasFile("canvas.csv", ["Student,ID,Week 1 (4711),Week 2 (4712)", ...rows].join("\n"));

test("Points Possible are each assignment's, where the file has them", async () => {
  const read = await file("    Points Possible,,10,\t", '"Doe, Jane",1,,');
  expect(read).toMatchObject({ ok: true, value: { assignments: [{ heading: "Week 1 (4711)", points: 10 }, { heading: "Week 2 (4712)", points: null }] } });
  expect(await file('"Doe, Jane",1,,')).toMatchObject({ ok: true, value: { assignments: [{ points: null }, { points: null }] } });
  expect(await file("Points Possible,,read only,0", '"Doe, Jane",1,,')).toMatchObject({ ok: true, value: { assignments: [{ points: null }, { points: null }] } });
});

test("a file whose letters were lost on the way is refused, its line named", async () => {
  expect(await file('"M\uFFFDller, \uFFFDnne",4005,,')).toMatchObject({ ok: false, problem: { fault: "lost-letters", line: 2 } });
});

test("a name of another code page is refused, and what names have is read", async () => {
  // Wałęsa and Żukowski of a Polish spreadsheet, as windows-1252 has them.
  for (const name of ["Wa³êsa, Lech", "Mu¿ukowski, Jan"]) expect(await file(`"${name}",1,,`)).toMatchObject({ ok: false, problem: { fault: "lost-letters", line: 2, column: "Student", found: name } });
  for (const name of ["O’Brien, Síle", "Müller-Lüdenscheidt, Zoë", "Gal·la, Núria", "D´Angelo, Ugo", "Lee‑Park, Min", "李, 小龍", "Nguyễn, Thị Minh"]) expect(await file(`"${name}",1,,`)).toMatchObject({ ok: true, value: { students: [{ student: name }] } });
});

const faultOf = async (text: string) => {
  const read = await readCanvasFile("canvas.csv", text);
  return read.ok ? null : read.problem;
};

test("students are read by their columns' names, wherever these stand, without blanks around what is in them", async () => {
  const text = "\uFEFFID ; Section; Student ;SIS Login ID;SIS User ID\r\n 7 ; A ;\" Doe, Jane \"; jane ; s7 \r\n\r\n8;;Ray;;\r\n";
  expect(await readCanvasFile("canvas.csv", text)).toMatchObject({
    value: {
      students: [
        { student: "Doe, Jane", canvasId: "7", sisUserId: "s7", sisLoginId: "jane", section: "A" },
        { student: "Ray", canvasId: "8", sisUserId: "", sisLoginId: "", section: "" },
      ],
      assignments: [],
    },
  });
});

test("rows that are no student are left out: the points, the test student, and whoever has no ID", async () => {
  const read = await file("Points Possible,,10,10", '"Student, Test",99,,', "Nobody,,,", "Points Possible (read only),x,10,10", '"Doe, Jane",1,,');
  expect(read.ok ? read.value.students.map(({ student }) => student) : read).toEqual(["Doe, Jane"]);
});

test.each(["1.0431E+16", "1,04E+14", "12a", "a12", "4711.0", "-3"])("an ID that a spreadsheet has rounded, or that is none, is refused with its line: %s", async (id) => {
  expect(await file('"Doe, Jane",1,,', `"Roe, Jo","${id}",,`)).toMatchObject({ ok: false, problem: { fault: "not-an-id", line: 3, column: "ID", found: id } });
});

test("a missing column may be missing, a required one is named with what the file has", async () => {
  expect(await readCanvasFile("canvas.csv", "Student,ID\nRay,8")).toMatchObject({ value: { students: [{ sisUserId: "", sisLoginId: "", section: "" }] } });
  expect(await faultOf("Student,Section\nRay,A")).toEqual({ kind: "bad-file", file: "canvas.csv", line: 1, column: "ID", fault: "not-canvas", found: "Student, Section" });
  expect(await faultOf("Name,ID\nRay,8")).toMatchObject({ fault: "not-canvas", line: 1, column: "Student", found: "Name, ID" });
});

test("what is wrong is named by its line: two rows of one ID, an open quotation mark, no students, nothing", async () => {
  expect(await faultOf("Student,ID\nRay,8\nJane,8")).toMatchObject({ fault: "repeated-id", line: 3, column: "ID", found: "8" });
  expect(await faultOf('Student,ID\nRay,8\n"Jane,9')).toMatchObject({ fault: "bad-quotes", line: 3 });
  // A row with a cell too few has another fault than its quotes, and is read.
  expect(await faultOf("Student,ID,Section\nRay,8,A\nJane,9")).toBeNull();
  expect(await faultOf("Student,ID\nNobody,")).toMatchObject({ fault: "no-rows", line: null, column: null, found: "Student, ID" });
  expect(await faultOf("\uFEFF \r\n ")).toEqual({ kind: "bad-file", file: "canvas.csv", line: null, column: null, fault: "empty", found: "" });
});

test("a mark of the text's kind is left out at its beginning alone, and IDs have as many digits as they have", async () => {
  expect(await readCanvasFile("canvas.csv", "Student,ID\nRa\uFEFFy,12345")).toMatchObject({ value: { students: [{ student: "Ra\uFEFFy", canvasId: "12345" }] } });
});

test("a heading is no student, even where it looks like one, and rows of blanks are none", async () => {
  expect(await readCanvasFile("canvas.csv", "Student,ID\n , \n,\nRay,8\n")).toMatchObject({ value: { students: [{ student: "Ray" }] } });
  expect(await faultOf("Student,ID\n , \nRay,8\nJane,8")).toMatchObject({ fault: "repeated-id", line: 3 });
});

test("lines may end as on any system", async () => {
  expect(await faultOf("Student,ID\nRay,8\n\uFFFD,9")).toMatchObject({ fault: "lost-letters", line: 3, found: "\uFFFD,9" });
});

test("lost letters are named by their line, the first one too, with at most 80 characters of it", async () => {
  expect(await faultOf(`Stud\uFFFDnt,ID\r\nRay,8`)).toMatchObject({ fault: "lost-letters", line: 1, found: "Stud\uFFFDnt,ID" });
  expect(await faultOf(`Student,ID\r\n${"x".repeat(100)}\uFFFD,8`)).toMatchObject({ line: 2, found: "x".repeat(80) });
});

test("an assignment is a column that ends with its number, and its points may have a comma", async () => {
  const text = ['Student;ID;Week (1) final;"Week 1 (4711)";Week 2 (4712);Week 3 (x)', "Points Possible;;5;2,5;-1;1", "Ray;8;;;;"].join("\n");
  expect(await readCanvasFile("canvas.csv", text)).toMatchObject({ value: { assignments: [{ heading: "Week 1 (4711)", points: 2.5 }, { heading: "Week 2 (4712)", points: null }] } });
});

test("the row of points is the one that begins with its words", async () => {
  expect(await file('"Doe, Points Possible",1,3,3', "Points Possible (read only),,10,10")).toMatchObject({ value: { students: [{ canvasId: "1" }], assignments: [{ points: 10 }, { points: 10 }] } });
});

test("a file of two MiB is read whole, and nobody waits for it: rows as they are, over the ends of its slices", async () => {
  const names = Array.from({ length: 4_000 }, (_, index) => `"Doe${String(index)},\n${'""'.repeat(index % 3)} Jane"`);
  const wide = "x".repeat(520);
  const text = `Student,ID,Section,Note\r\n${names.map((name, index) => `${name},${String(index + 1)},"A, ${String(index % 7)}",${wide}`).join("\r\n")}\r\n`;
  expect(text.length).toBeGreaterThan(2 * 2 ** 20);
  let turns = 0;
  const turn = (): void => {
    turns += 1;
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  const read = await readCanvasFile("canvas.csv", text);
  clearImmediate(next);
  expect(read).toMatchObject({ ok: true });
  expect(read.ok ? read.value.students.map(({ canvasId, section }) => `${canvasId} ${section}`) : []).toEqual(names.map((_, index) => `${String(index + 1)} A, ${String(index % 7)}`));
  expect(turns).toBeGreaterThan(25);
});

test("more students than any course has are refused", async () => {
  const rows = (many: number) => Array.from({ length: many }, (_, index) => `Doe${String(index)},${String(index)}`);
  expect(await faultOf(["Student,ID", ...rows(5_000)].join("\n"))).toBeNull();
  expect(await faultOf(["Student,ID", ...rows(5_001)].join("\n"))).toMatchObject({ fault: "too-many-students", line: 5_002 });
});

/** Canvas' long IDs, and what a spreadsheet keeps of them: 15 digits. */
const longIds = Array.from({ length: 44 }, (_, n) => String(104_300_000_000_012_345n + BigInt(n) * 100_019n));
const asSaved = (id: string): string => id.slice(0, 15).padEnd(id.length, "0");

test("IDs that a spreadsheet has rounded are refused, wherever all digits look like digits; whole ones are read", async () => {
  const rows = (ids: readonly string[]) => ids.map((id, n) => `"Doe, Jane ${String(n)}",${id},,`);
  expect((await file(...rows(longIds))).ok).toBe(true);
  expect(await file(...rows(longIds.map(asSaved)))).toMatchObject({ ok: false, problem: { fault: "rounded-ids", column: "ID" } });
  // Typed anew or whole among them: most are lost all the same.
  expect(await file(...rows(longIds.map((id, n) => (n < 3 ? id : asSaved(id)))))).toMatchObject({ ok: false, problem: { fault: "rounded-ids" } });
  // Two made alike.
  expect(await file(...rows(["104300000000012304", "104300000000012309"].map(asSaved)))).toMatchObject({ ok: false, problem: { fault: "rounded-ids", line: 3, found: "104300000000012000" } });
  // One of many that ends so is one that ends so; a short one is never rounded.
  expect((await file(...rows([...longIds, "104300000000099000"]))).ok).toBe(true);
  expect((await file(...rows(["100000000000000", "4000", "5000"]))).ok).toBe(true);
});

test.each(["W?jcik, ?ukasz", "Nguy?n, An", "?nne", "Smith, ?lex"])("a name that lost its letters to question marks is refused: %s", async (name) => {
  expect(await file('"Doe, Jane",1,,', `"${name}",2,,`)).toMatchObject({ ok: false, problem: { fault: "lost-letters", line: 3, column: "Student", found: name } });
});

test("a question mark behind a name, or alone, is somebody's own", async () => {
  expect((await file('"Who?",1,,', '"Doe, Jane (Jay?)",2,,', '"Roe, ?",3,,')).ok).toBe(true);
});
