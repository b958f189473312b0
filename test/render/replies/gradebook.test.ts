import { expect, test } from "vitest";
import type { Gradebook, GradebookStudent } from "../../../src/grading/gradebook.ts";
import { gradebookReply } from "../../../src/render/replies/gradebook.ts";
import { proposalsReply, rosterReply } from "../../../src/render/replies/roster.ts";
import { textOf } from "../../../src/render/reply.ts";
import { linesOf, replyText, titleOf } from "../reply-text.ts";

const student = (name: string): GradebookStudent => ({ student: name, canvasId: "4711", sisUserId: "", sisLoginId: "", section: "", person: null });
const complete: Gradebook = { csv: "Student\n", unmatchedPeople: [], unmatchedStudents: [], filled: [], unscaled: [] };
const nobody = { proposals: [], unclear: [], token: "t1" };
const found = { proposals: [{ student: "Ada *B*", canvasId: "4711", person: "p1" }], unclear: [], token: "t1" };
const answer = (overrides: Partial<Gradebook> = {}, checks = 2) => gradebookReply({ ...complete, ...overrides }, checks, { hasCanvas: true, ...nobody });
const people = (count: number) => Array.from({ length: count }, (_, place) => `p${String(place)}`);

test("one check or several", () => {
  expect(titleOf(answer({}, 1))).toBe("Gradebook: 1 check");
  expect(titleOf(answer({}, 2))).toBe("Gradebook: 2 checks");
});

test("a complete gradebook has nobody to name", () => {
  expect(linesOf(answer())).toEqual(["Import the file in Canvas: Grades → Import. An empty cell leaves a grade as it is."]);
});

test("people without a student, deleted records and students without a person are named apart", () => {
  expect(replyText(answer({ unmatchedPeople: ["p1", "gone-1", "p2", "gone-2"], unmatchedStudents: [student("A *B*")] }))).toMatchInlineSnapshot(`
    "# Gradebook: 2 checks (#009e73)
    Import the file in Canvas: Grades → Import. An empty cell leaves a grade as it is.

    **With a score, and not on the roster** <@p1>, <@p2>
    \`/roster match\` says who they are.

    2 had their record deleted.

    **On the roster, and nobody here** A \\*B\\* (4711)
    file gradebook.csv: Scores in Canvas' own columns
    Student

    for asker; result: unmatchedPeople, unmatchedStudents"
  `);
});

test("a deleted record alone is counted and asks for no match", () => {
  expect(linesOf(answer({ unmatchedPeople: ["gone-1"] })).slice(1)).toEqual(["", "1 had their record deleted."]);
});

test("twenty names are listed, and the others counted", () => {
  const names = (count: number) => linesOf(answer({ unmatchedPeople: people(count) }))[2] ?? "";
  expect(names(20)).toMatch(/<@p0>, <@p1>, .*, <@p18>, <@p19>$/u);
  expect(names(21)).toMatch(/, <@p18>, <@p19> and 1 more, in the file$/u);
});

test("where a list is cut, a file has everybody; where it isn't, there is none", () => {
  const students = Array.from({ length: 21 }, (_, n) => ({ ...student(`Doe, J${String(n)}`), canvasId: String(n), sisLoginId: `j${String(n)}` }));
  const files = (overrides: Partial<Gradebook>) => answer(overrides).files.map(({ filename }) => filename);
  expect(files({ unmatchedPeople: people(20), unmatchedStudents: students.slice(1) })).toEqual(["gradebook.csv"]);
  expect(files({ unmatchedPeople: people(21) })).toEqual(["gradebook.csv", "unmatched.csv"]);
  const rows = textOf(answer({ unmatchedPeople: ["gone-1", "p1"], unmatchedStudents: students }).files[1]!).trim().split("\r\n");
  expect(rows).toHaveLength(1 + 1 + 21);
  expect(rows.slice(0, 3)).toEqual(["person,student,canvas_id,sis_login_id,section", "p1,,,,", ',"Doe, J0",0,j0,']);
  const imported = rosterReply({ added: 21, updated: 0, restored: 0, gone: [], ...nobody, unmatched: students });
  expect(linesOf(imported)[1]).toContain("and 1 more, in the file");
  expect(textOf(imported.files[0]!)).toContain("J20");
});

test("two students of one name are asked about, with a button for each, and are in no other list", () => {
  const [one, two] = [{ ...student("Jones, Mary"), canvasId: "1", sisLoginId: "mj1" }, { ...student("Jones, Mary"), canvasId: "2" }];
  const unclear = { ...nobody, unclear: [{ person: "p1", students: [one, two] }, { person: "p2", students: [one] }] };
  const reply = gradebookReply({ ...complete, unmatchedPeople: ["p1", "p2", "p3"], unmatchedStudents: [one, two] }, 1, { hasCanvas: true, ...unclear });
  expect(linesOf(reply).slice(2)).toEqual([
    "**Of one name, or one name of several**",
    "- <@p1> is Jones, Mary (1), login mj1 or Jones, Mary (2).",
    "- <@p2> is Jones, Mary (1), login mj1, or somebody else of that name.",
    "Their scores go to nobody's row until you say which it is: the buttons are for the first. Ask them, or give out codes.",
    "",
    "**With a score, and not on the roster** <@p3>",
    "`/roster match` says who they are.",
  ]);
  const steps = [
    { label: "It is Jones, Mary (1)", command: "roster match", options: { student: "1", person: "p1" } },
    { label: "It is Jones, Mary (2)", command: "roster match", options: { student: "2", person: "p1" } },
  ];
  expect(reply.nextSteps).toEqual(steps);
  const imported = rosterReply({ added: 2, updated: 0, restored: 0, gone: [], ...unclear, unmatched: [one, two] });
  expect(linesOf(imported).join("\n")).not.toMatch(/Not known here yet|Everybody on it/u);
  expect(imported.nextSteps).toEqual(steps);
  expect(titleOf(proposalsReply([], "t1", unclear.unclear))).toBe("Which student is it?");
  expect(proposalsReply(found.proposals, "t1", unclear.unclear).nextSteps.map(({ label }) => label)).toEqual(["Confirm the match", "It is Jones, Mary (1)", "It is Jones, Mary (2)"]);
});

test("a roster says what changed, and who is not known yet", () => {
  const change = { added: 1200, updated: 2, restored: 0, gone: [], ...nobody };
  expect(replyText(rosterReply({ ...change, unmatched: [] }))).toMatchInlineSnapshot(`
    "# The roster is in (#009e73)
    1,200 added, 2 kept, 0 gone.
    Everybody on it is known here.
    for asker; result: "
  `);
  expect(linesOf(rosterReply({ ...change, unmatched: [student("Ada"), student("Bob")] }))).toEqual([
    "1,200 added, 2 kept, 0 gone.",
    "**Not known here yet** Ada (4711), Bob (4711)",
    "Their names are looked for among those who answered, and wait for you in `/roster confirm`. `/roster match` does one by hand; `/roster codes` makes codes with which students claim their own row.",
  ]);
});

test("a roster names who is gone, and counts who is back with their match", () => {
  const lines = linesOf(rosterReply({ added: 2, updated: 0, restored: 1, gone: [student("Jo")], ...nobody, unmatched: [] }));
  expect(lines.slice(0, 3)).toEqual(["2 added, 0 kept, 1 gone.", "**Gone** Jo (4711)", "1 has their earlier match again."]);
});

test("points are Canvas' where its file has them, and it is said where they are not", () => {
  const filled = [
    { title: "Week *1*", heading: "Week *1* (4711)", points: 2, canvasPoints: 1 },
    { title: "Week 2", heading: "Week 2 (4712)", points: 2, canvasPoints: 2 },
    { title: "What is the R² of WMT?", heading: "What is the β of MSFT? (99121)", points: 1, canvasPoints: 10 },
    { title: "Week 4", heading: "week 4 (5)", points: 1, canvasPoints: null },
  ];
  expect(linesOf(answer({ filled })).slice(2, 7)).toEqual([
    "**Into Canvas' assignments**",
    "- Week \\*1\\* \\(4711\\), scaled from 2 to 1 points",
    "- Week 2 \\(4712\\)",
    "- What is the R² of WMT? → What is the β of MSFT? \\(99121\\), scaled from 1 to 10 points",
    "- Week 4 → week 4 \\(5\\)",
  ]);
  expect(linesOf(answer({ unscaled: ["Week 2"] }))[2]).toBe("**In their own points**, since Canvas' file has no assignment of that title with points: Week 2. Where it is called otherwise there, `assignments:` and its number say so.");
  expect(linesOf(gradebookReply(complete, 1, { hasCanvas: false, ...nobody }))[2]).toContain("give its own export in `canvas`");
});

test("a match by name waits for its button", () => {
  const reply = gradebookReply(complete, 1, { hasCanvas: true, ...found });
  expect(linesOf(reply)[2]).toBe("**Found by name, to be confirmed** Ada \\*B\\*: <@p1>");
  expect(reply.nextSteps).toEqual([{ label: "Confirm the match", command: "roster confirm", options: { list: "t1" }, style: "primary" }]);
  expect(linesOf(proposalsReply(found.proposals, "t1"))[0]).toBe("- Ada \\*B\\* (4711): <@p1>");
  const many = Array.from({ length: 41 }, (_, n) => ({ student: "Ada", canvasId: String(n), person: `p${String(n)}` }));
  expect(linesOf(proposalsReply(many, "t1"))).toContain("…and 1 more, in the file.");
  expect(proposalsReply(many, "t1").files.map(textOf)[0]).toContain("Ada,40,p40");
  expect(proposalsReply([], "t1")).toMatchObject({ nextSteps: [], files: [] });
});
