import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chapterSections } from "../../src/figures/chapter-sections.ts";
import { foldName } from "../../src/glossary/fold-name.ts";
import { lessonKinds } from "../../src/glossary/lesson.ts";
import { readLessons } from "../../src/glossary/lessons.ts";
import type { LessonFile } from "../../src/glossary/lessons.ts";

const folder = new URL("../../data/lessons/glossary/", import.meta.url);
const files: readonly LessonFile[] = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .sort()
  .map((file) => ({ file, content: JSON.parse(readFileSync(new URL(file, folder), "utf8")) as unknown }));

const links = {
  commands: [
    ..."beta regress compare residuals track hedge size performance variance expected rolling".split(" "),
    ..."alphas frequency data explain ask reconcile selftest help practice progress".split(" "),
  ],
  exercises: [
    ..."jpm-regression hedged-portfolio annual-budget monthly-position annualise-alpha".split(" "),
    ..."tracking-portfolio expected-return factor-share appraisal-ratio beta-frequency".split(" "),
    ..."target-factor-share reading-a-table raw-or-excess beta-change".split(" "),
  ],
  lessonsNamed: [],
};

const entry = {
  id: "beta",
  name: "beta",
  otherNames: ["β", "slope"],
  kind: "term",
  section: "6.4.3",
  line: "How far the asset moves when the factor moves by one.",
  paragraph: "The slope of the fitted line.",
  filled: "{asset}: β = {beta}",
  prerequisites: [],
  commands: ["/beta JPM"],
  exercise: "jpm-regression",
};
const other = { ...entry, id: "alpha", name: "alpha", otherNames: ["α"] };

const read = (...entries: readonly unknown[]): ReturnType<typeof readLessons> =>
  readLessons([{ file: "terms.json", content: entries }], links);

describe("the glossary", () => {
  const lessons = readLessons(files, links);
  const texts = lessons.all.flatMap((lesson) => [
    ...[lesson.name, lesson.line, lesson.paragraph, lesson.formula ?? "", lesson.filled ?? ""],
    ...lesson.mistakes,
  ]);

  it("has at least 75 entries, of every kind", () => {
    expect(lessons.all.length).toBeGreaterThanOrEqual(75);
    for (const kind of lessonKinds) expect(lessons.all.map((lesson) => lesson.kind)).toContain(kind);
  });

  it("has an entry for every section that teaches a term, a formula or a caution", () => {
    // 6.4.2 is a picture that 6.4.5 repeats, 6.5 and 6.6 are headings, 6.11.1 and 6.11.2 are exercises.
    const without = ["6.4.2", "6.5", "6.6", "6.11.1", "6.11.2"];
    const covered = new Set<string>(lessons.all.map((lesson) => lesson.section));
    expect(Object.keys(chapterSections).filter((section) => !covered.has(section))).toEqual(without);
  });

  it("finds an entry by its id, its name and a student's wording", () => {
    for (const topic of ["tracking-portfolio", "Mimicking Portfolio", "factor mimicking portfolio"]) {
      expect(lessons.find(topic)?.id).toBe("tracking-portfolio");
    }
    expect(lessons.find("R²")?.id).toBe("r-squared");
    expect(lessons.find("ϵ")?.id).toBe("idiosyncratic-risk");
    expect(lessons.find("sqrt(252)")?.id).toBe("square-root-of-time");
    expect(lessons.find("quantum")).toBeNull();
  });

  it("names the student's usual mistakes for every formula that is practised", () => {
    const silent = lessons.all.filter(
      ({ kind, exercise, mistakes }) => kind === "formula" && exercise !== null && mistakes.length === 0,
    );
    expect(silent).toEqual([]);
  });

  it("practises every exercise", () => {
    const practised = new Set(lessons.all.map((lesson) => lesson.exercise));
    expect(links.exercises.filter((exercise) => !practised.has(exercise))).toEqual([]);
  });

  it("leaves percent and dollar signs of computed numbers to the room of words", () => {
    const signed = lessons.all.filter(({ filled }) => /\$\{|\}\s?[%$]/.test(filled ?? ""));
    expect(signed).toEqual([]);
  });

  it("writes plain text: no Markdown, no line breaks, real minus signs before digits", () => {
    expect(texts.filter((text) => /[*`\n\t]|~~|(?<=[\s(])-\d/.test(text))).toEqual([]);
  });
});

describe("readLessons", () => {
  it("accepts entries that are whole", () => {
    expect(read(entry, other).all.map(({ id }) => id)).toEqual(["beta", "alpha"]);
  });

  it.each([
    ["a text that is too long", { ...entry, line: "x".repeat(151) }, "beta: line: has 151 characters, at most 150"],
    ["a missing text", { ...entry, paragraph: undefined }, "beta: paragraph: is missing"],
    ["a list that is no list", { ...entry, mistakes: "none" }, "beta: mistakes: is not a list"],
    ["an unknown kind", { ...entry, kind: "poem" }, 'beta: kind: "poem" is none of'],
    ["an unknown section", { ...entry, section: "7.1" }, 'beta: section: "7.1" is no section'],
    ["an unknown quantity", { ...entry, filled: "{gamma}" }, "beta: filled: nothing fills {gamma}"],
    ["a misspelled field", { ...entry, mistake: [] }, "beta: mistake: is not a field"],
    ["LaTeX", { ...entry, formula: "\\beta" }, "beta: formula: has a backslash"],
    ["an id with blanks", { ...entry, id: "the beta" }, "the beta: id: is not kebab-case"],
    ["a lost prerequisite", { ...entry, prerequisites: ["gamma"] }, 'beta: prerequisites: there is no entry "gamma"'],
    ["a lost command", { ...entry, commands: ["/betas JPM"] }, 'beta: commands: "/betas JPM" is no command'],
    ["a lost topic", { ...entry, commands: ["/explain gamma"] }, 'beta: commands: there is no entry "gamma"'],
    ["a lost exercise", { ...entry, exercise: "gamma" }, 'beta: exercise: there is no exercise "gamma"'],
    ["an entry that is no object", "beta", "entry 1: the whole: is not an object but"],
  ])("refuses %s, naming file, entry and field", (_, broken, message) => {
    expect(() => read(broken)).toThrow(`terms.json: ${message}`);
  });

  it("refuses a name that means two entries, however each spells it", () => {
    expect(() => read(entry, { ...other, otherNames: ["Slope"] })).toThrow(
      'terms.json: alpha: otherNames: "Slope" already means beta',
    );
    expect(() => read(entry, entry)).toThrow('id: "beta" already means beta');
  });

  it("refuses prerequisites that run in a circle and shows the circle", () => {
    expect(() => read({ ...entry, prerequisites: ["alpha"] }, { ...other, prerequisites: ["beta"] })).toThrow(
      "prerequisites: run in a circle: beta → alpha → beta",
    );
  });

  it("refuses an entry that another file names and that is not there, naming the file's field", () => {
    const lessonsNamed = [{ field: "diagnoses.json: mistakes rf-kept lesson", lesson: "gamma" }, { field: "diagnoses.json: quantities beta", lesson: "beta" }];
    expect(() => readLessons([{ file: "terms.json", content: [entry] }], { ...links, lessonsNamed })).toThrow(/:\ndiagnoses\.json: mistakes rf-kept lesson: there is no entry "gamma"$/u);
  });

  it("reports all faults at once", () => {
    expect(() => read({ ...entry, kind: "poem", section: "7" })).toThrow(/kind[^]*section/);
  });

  it("refuses a file that is no list", () => {
    expect(() => readLessons([{ file: "terms.json", content: {} }], links)).toThrow("terms.json: is not a list");
  });
});

describe("foldName", () => {
  it.each([
    ["R²", "r2"],
    ["Newey–West", "newey west"],
    ["σ(ε)", "sigma epsilon"],
    ["1 − R²", "1 R2"],
    ["√252", "sqrt(252)"],
    ["β>1", "Beta > 1"],
    ["naïve", "NAIVE"],
  ])("folds %s and %s alike", (one, another) => {
    expect(foldName(one)).toBe(foldName(another));
  });

  it.each([
    ["β > 1", "β < 1"],
    ["P&L", "PL"],
    ["252", "√252"],
  ])("keeps %s and %s apart", (one, another) => {
    expect(foldName(one)).not.toBe(foldName(another));
  });
});
