import { describe, expect, it } from "vitest";
import { gradebook } from "../../src/grading/gradebook.ts";
import { namedColumns } from "../../src/grading/named-assignments.ts";

const check = (id: string, title: string) => ({ id, title, points: 2, voided: false });
const column = (heading: string, points: number | null = 10) => ({ heading, points });
const checks = [check("uwsgun", "What is β?"), check("abc234", "Week 2")];
const columns = [column("Weekly check 1 (501)"), column("Week 2 (502)"), column("What is ? (503)", 4)];
const chosen = (asked: string, of = checks, has = columns) => {
  const named = namedColumns(of, has, asked);
  return named.ok ? Object.fromEntries([...named.value].map(([id, { heading }]) => [id, heading])) : named.problem;
};

describe("an assignment of Canvas that is named", () => {
  it.each([
    // The only check that has none of its title.
    ["501", { uwsgun: "Weekly check 1 (501)" }],
    ["Weekly check 1 (501)", { uwsgun: "Weekly check 1 (501)" }],
    ["503", { uwsgun: "What is ? (503)" }],
    ["502", { abc234: "Week 2 (502)" }],
    ["501, 502", { uwsgun: "Weekly check 1 (501)", abc234: "Week 2 (502)" }],
    ["501=abc234", { abc234: "Weekly check 1 (501)" }],
    ["501=UWSGUN; 503=abc234", { uwsgun: "Weekly check 1 (501)", abc234: "What is ? (503)" }],
    ["", {}],
  ])("is the check's that it can only be, or that is said: %s", (asked, expected) => {
    expect(chosen(asked)).toEqual(expected);
  });

  it.each([
    ["777", { reason: "unknown-number", asked: "777", has: ["Weekly check 1 (501)", "Week 2 (502)", "What is ? (503)"] }],
    ["501=aaaaaa", { reason: "unknown-check", asked: "aaaaaa" }],
    ["weekly", { reason: "unreadable", asked: "weekly" }],
    ["501 501", { reason: "twice" }],
    ["501=uwsgun 503=uwsgun", { reason: "twice" }],
    // Two numbers, and one check without an assignment.
    ["501 503", { reason: "which-check", asked: "Weekly check 1 (501)", has: ["What is β? (uwsgun)"] }],
  ])("is never passed over: %s", (asked, problem) => {
    expect(chosen(asked)).toMatchObject({ kind: "unusable-assignment", ...problem });
  });

  it("is asked about where several checks have none of their title, and refused where each has one", () => {
    expect(chosen("501", [...checks, check("xyz789", "Week 3")])).toMatchObject({ reason: "which-check", has: ["What is β? (uwsgun)", "Week 3 (xyz789)"] });
    expect(chosen("501", [check("abc234", "Week 2")])).toMatchObject({ reason: "no-check" });
    expect(chosen("501=abc234", [check("abc234", "Week 2")])).toEqual({ abc234: "Weekly check 1 (501)" });
  });

  it("of two of one title is one of them, and without it the title is asked about", () => {
    const two = [column("Week 2 (1)"), column("Week 2 (2)")];
    expect(chosen("", checks, two)).toMatchObject({ kind: "several-assignments", title: "Week 2", assignments: two });
    expect(chosen("2", checks, two)).toEqual({ abc234: "Week 2 (2)" });
  });

  it("has the check's scores in its own points, and no other check's", () => {
    const named = namedColumns(checks, columns, "501=abc234");
    if (!named.ok) throw new Error(named.problem.kind);
    const student = { student: "Doe, Jane", canvasId: "11", sisUserId: "", sisLoginId: "", section: "", person: "jane" };
    const book = gradebook([student], checks, [{ check: "abc234", person: "jane", score: 0.5, canvasId: null }], columns, named.value);
    expect(book.csv.split("\r\n").slice(0, 3)).toEqual(["Student,ID,SIS User ID,SIS Login ID,Section,What is β?,Weekly check 1 (501)", "Points Possible,,,,,2,10", '"Doe, Jane",11,,,,,5']);
    expect(book).toMatchObject({ filled: [{ title: "Week 2", heading: "Weekly check 1 (501)", points: 2, canvasPoints: 10 }], unscaled: ["What is β?"] });
  });
});
