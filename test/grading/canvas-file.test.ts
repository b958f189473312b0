import { expect, test } from "vitest";
import { decodeText } from "../../src/commands/decode-text.ts";
import { readCanvasFile } from "../../src/grading/canvas-file.ts";

const file = (...rows: readonly string[]) => readCanvasFile("canvas.csv", ["Student,ID,Week 1 (4711),Week 2 (4712)", ...rows].join("\n"));

test("Points Possible are each assignment's, where the file has them", () => {
  const read = file("    Points Possible,,10,\t", '"Doe, Jane",1,,');
  expect(read).toMatchObject({ ok: true, value: { assignments: [{ heading: "Week 1 (4711)", points: 10 }, { heading: "Week 2 (4712)", points: null }] } });
  expect(file('"Doe, Jane",1,,')).toMatchObject({ ok: true, value: { assignments: [{ points: null }, { points: null }] } });
  expect(file("Points Possible,,read only,0", '"Doe, Jane",1,,')).toMatchObject({ ok: true, value: { assignments: [{ points: null }, { points: null }] } });
});

test("a file whose letters were lost on the way is refused, its line named", () => {
  expect(file('"M\uFFFDller, \uFFFDnne",4005,,')).toMatchObject({ ok: false, problem: { fault: "lost-letters", line: 2 } });
});

test("what Excel wrote as cp1252 is read, and UTF-8 stays itself", () => {
  const name = "Müller, Änne";
  expect(decodeText(Uint8Array.from(name, (letter) => letter.charCodeAt(0)))).toBe(name);
  expect(decodeText(new TextEncoder().encode(`\uFEFF${name} €`))).toBe(`${name} €`);
  expect(decodeText(Uint8Array.of(0x80, 0x9a, 0x93, 0xfc))).toBe("€š“ü");
});
