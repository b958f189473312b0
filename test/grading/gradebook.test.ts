import { describe, expect, it } from "vitest";
import { readCanvasFile } from "../../src/grading/canvas-file.ts";
import { gradebook } from "../../src/grading/gradebook.ts";
import type { GradebookStudent } from "../../src/grading/gradebook.ts";
import { namedColumns } from "../../src/grading/named-assignments.ts";
import { matchRoster } from "../../src/grading/match-roster.ts";

const student = (name: string, canvasId: string, person: string | null): GradebookStudent => ({
  student: name,
  canvasId,
  sisUserId: `S${canvasId}`,
  sisLoginId: `login${canvasId}`,
  section: "Section A",
  person,
});
const students = [student("Doe, Jane", "11", "jane"), student("Roe, Richard", "12", null)];
const week = { id: "AB12CD", title: "Week 1", points: 10, voided: false };

describe("gradebook", () => {
  it("writes what Canvas imports: five columns, one a check, the points possible", () => {
    const book = gradebook(students, [week], [
      { check: "AB12CD", person: "jane", score: 0.75, canvasId: null },
      { check: "AB12CD", person: "stranger", score: 1, canvasId: null },
    ]);
    expect(book.csv).toBe(
      'Student,ID,SIS User ID,SIS Login ID,Section,Week 1\r\nPoints Possible,,,,,10\r\n"Doe, Jane",11,S11,login11,Section A,7.5\r\n"Roe, Richard",12,S12,login12,Section A,\r\n',
    );
    expect(book.unmatchedPeople).toEqual(["stranger"]);
    expect(book.unmatchedStudents.map(({ canvasId }) => canvasId)).toEqual(["12"]);
  });

  it("gives full marks for a void check to everybody on the roster, whoever is matched", () => {
    const book = gradebook(students, [{ ...week, voided: true }], [{ check: "AB12CD", person: "jane", score: 0, canvasId: null }]);
    expect(book.csv).toContain('"Doe, Jane",11,S11,login11,Section A,10\r\n');
    expect(book.csv).toContain('"Roe, Richard",12,S12,login12,Section A,10\r\n');
  });

  it("uses the column that Canvas has for a title, and keeps two checks of one title apart", () => {
    const book = gradebook(students, [week, { ...week, id: "EF34GH" }], [], [{ heading: "Week 1 (4711)", points: null }, { heading: "Final (1)", points: 5 }]);
    expect(book.csv.split("\r\n")[0]).toBe("Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (4711),Week 1 · EF34GH");
  });

  it("scales scores to the points that Canvas has for the assignment, and says which", () => {
    const book = gradebook(students, [week], [{ check: "AB12CD", person: "jane", score: 0.5, canvasId: null }], [{ heading: "Week 1 (4711)", points: 4 }]);
    const rows = book.csv.split("\r\n");
    expect(rows[1]).toBe("Points Possible,,,,,4");
    expect(rows.find((row) => row.includes("Doe"))).toMatch(/,2$/u);
    expect(book).toMatchObject({ filled: [{ title: "Week 1", heading: "Week 1 (4711)", points: week.points, canvasPoints: 4 }], unscaled: [] });
    expect(gradebook(students, [week], [], [{ heading: "Week 1 (4711)", points: null }])).toMatchObject({ filled: [{ heading: "Week 1 (4711)", canvasPoints: null }], unscaled: ["Week 1"] });
  });

  it("has the kept grade of a deleted record in its student's row, and the better of two", () => {
    const [first] = students;
    if (first === undefined) throw new Error("nobody");
    const kept = { check: "AB12CD", person: "gone-1", score: 0.25, canvasId: first.canvasId };
    const row = (scores: Parameters<typeof gradebook>[2]) => gradebook([{ ...first, person: null }], [week], scores).csv.split("\r\n")[2];
    expect(row([kept])).toMatch(new RegExp(`,${String(0.25 * week.points)}$`, "u"));
    expect(gradebook([{ ...first, person: null }], [week], [kept]).unmatchedStudents).toEqual([]);
    for (const own of [1, 0.125]) {
      const better = gradebook([{ ...first, person: "jane" }], [week], [kept, { ...kept, person: "jane", canvasId: null, score: own }]).csv.split("\r\n")[2];
      expect(better).toMatch(new RegExp(`,${String(Math.max(own, 0.25) * week.points)}$`, "u"));
    }
  });

  it("rounds to the two decimals that Canvas keeps", () => {
    expect(gradebook(students, [week], [{ check: "AB12CD", person: "jane", score: 1 / 3, canvasId: null }]).csv).toContain(",3.33\r\n");
  });
});

const canvas = [
  "\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Week 1 (4711),Current Score",
  "    Points Possible,,,,,10,(read only)",
  '"Doe, Jane",11,S11,jdoe,Section A,7.5,75',
  '"Roe, Richard",12,,rroe@example.edu,Section B,,',
  '"Student, Test",99,,abc,Section A,,',
].join("\r\n");

describe("readCanvasFile", () => {
  it("reads Canvas' own export, without its points and its test student", async () => {
    const read = await readCanvasFile("grades.csv", canvas);
    expect(read.ok && read.value).toEqual({
      students: [
        { student: "Doe, Jane", canvasId: "11", sisUserId: "S11", sisLoginId: "jdoe", section: "Section A" },
        { student: "Roe, Richard", canvasId: "12", sisUserId: "", sisLoginId: "rroe@example.edu", section: "Section B" },
      ],
      assignments: [{ heading: "Week 1 (4711)", points: 10 }],
    });
  });

  it("reads it with semicolons, and reads back what gradebook writes", async () => {
    expect(await readCanvasFile("g.csv", 'Student;ID;Section\r\n"Doe, Jane";11;A\r\n')).toMatchObject({ ok: true, value: { students: [{ canvasId: "11" }] } });
    const back = await readCanvasFile("g.csv", gradebook(students, [week], []).csv);
    expect(back.ok && back.value.students.map(({ canvasId }) => canvasId)).toEqual(["11", "12"]);
  });

  it.each([
    ["", "empty"],
    ["Name,Login\r\nJane,jdoe", "not-canvas"],
    ["Student,ID\r\n", "no-rows"],
    ["Student,ID\r\nA,1\r\nB,1", "repeated-id"],
    ['Student,ID\r\n"A,1\r\nB,2', "bad-quotes"],
  ])("says what is wrong with %j: %s", async (text, fault) => {
    expect(await readCanvasFile("g.csv", text)).toMatchObject({ ok: false, problem: { kind: "bad-file", file: "g.csv", fault } });
  });
});

describe("matchRoster", () => {
  const roster = [
    { canvasId: "11", student: "Doe, Jane", sisLoginId: "jdoe" },
    { canvasId: "12", student: "Roe, Richard", sisLoginId: "rroe@example.edu" },
    { canvasId: "13", student: "Müller, Zoë", sisLoginId: "" },
    { canvasId: "14", student: "Smith, Sam", sisLoginId: "sam1" },
    { canvasId: "15", student: "Smith, Sam", sisLoginId: "sam2" },
  ];

  it("matches by login or by full name, and only where nobody else could be meant", () => {
    const match = matchRoster(roster, [
      { person: "a", names: ["JDOE"] },
      { person: "b", names: ["rroe", "Ricky"] },
      { person: "c", names: ["zoe muller"] },
      { person: "d", names: ["Sam Smith"] },
      { person: "e", names: ["Jane"] },
      { person: "f", names: ["sam2"] },
    ]);
    expect(match.matched).toEqual([
      { canvasId: "11", person: "a" },
      { canvasId: "12", person: "b" },
      { canvasId: "13", person: "c" },
    ]);
    expect(match.unmatchedStudents).toEqual(["14", "15"]);
    expect(match.unmatchedPeople).toEqual(["d", "e", "f"]);
    // Sam Smith is one of two, and sam2, who is known by that login, the second of them or not.
    expect(match.unclear).toEqual([
      { person: "d", canvasIds: ["14", "15"] },
      { person: "f", canvasIds: ["15"] },
    ]);
  });
});

describe("a class of thousands", () => {
  const many = Array.from({ length: 5_000 }, (_, index) => ({ ...student(`Doe${String(index)}, Jane`, String(index), index % 2 === 0 ? null : `p${String(index)}`), sisLoginId: `jd${String(index)}` }));
  // Comparing each with each would take minutes; on a slow and busy machine a second would not do.
  const withinSeconds = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };

  it("is matched with its people, each with each other's once", () => {
    const people = many.map(({ canvasId }) => ({ person: `p${canvasId}`, names: [`Jane Doe${canvasId}`, `x${canvasId}`] }));
    expect(withinSeconds(() => expect(matchRoster(many, people).matched).toHaveLength(5_000))).toBeLessThan(5);
  });

  it("has its gradebook written, a score for each that has one", () => {
    const checks = Array.from({ length: 40 }, (_, index) => ({ ...week, id: `C${String(index)}`, title: `Week ${String(index)}` }));
    const scores = checks.flatMap(({ id }) => many.slice(0, 1_000).map(({ canvasId }) => ({ check: id, person: `p${canvasId}`, score: 0.5, canvasId: null })));
    expect(withinSeconds(() => expect(gradebook(many, checks, scores).csv.split("\r\n")[3]).toContain(",5".repeat(40)))).toBeLessThan(5);
  });
});

it("an assignment of Canvas is found whatever its case, blanks and quotes; of two of a title the one is chosen by its number", () => {
  const check = (id: string, title: string) => ({ id, title, points: 10, voided: false });
  const column = (heading: string, points: number) => ({ heading, points });
  const headings = (title: string, columns: readonly { readonly heading: string; readonly points: number | null }[]) => gradebook([], [check("abc234", title)], [], columns).csv.split("\r\n")[0]?.split("Section,")[1];
  expect(headings("WMT beta", [column("wmt  Beta (1)", 5)])).toBe("wmt  Beta (1)");
  expect(headings("A stock's factor model", [column("A stock’s factor model (2)", 5)])).toBe("A stock’s factor model (2)");
  expect(headings("WMT beta", [column("wmt beta (1)", 5), column("WMT beta (2)", 5)])).toBe("WMT beta (2)");
  const two = [column("WMT beta (99121)", 10), column("WMT beta (99199)", 100), column("Other (3)", 1)];
  for (const number of ["99121", "99199"]) {
    const heading = `WMT beta (${number})`;
    const named = namedColumns([check("abc234", "WMT beta")], two, number);
    expect(named.ok && gradebook([], [check("abc234", "WMT beta")], [], two, named.value).csv.split("\r\n")[0]?.split("Section,")[1]).toBe(heading);
  }
});

it("two checks of one title are told apart in what is said of them", () => {
  const checks = [{ id: "abc234", title: "One", points: 1, voided: false }, { id: "abc235", title: "One", points: 1, voided: false }];
  const made = gradebook([], checks, [], [{ heading: "One (1)", points: 5 }]);
  expect(made.filled).toEqual([{ title: "One", heading: "One (1)", points: 1, canvasPoints: 5 }]);
  expect(made.unscaled).toEqual(["One · abc235"]);
});
