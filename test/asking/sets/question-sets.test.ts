import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Expected {
  readonly question: string;
  readonly reading: string | readonly string[];
  readonly why?: string;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const questions = readJson("./questions.json") as readonly Expected[];
const heldOut = readJson("./held-out.json") as readonly Expected[];

const glossary = new URL("../../../data/lessons/glossary/", import.meta.url);
const lessonIds = readdirSync(glossary)
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => readJson(new URL(file, glossary).href) as readonly { readonly id: string }[])
  .map(({ id }) => id);

const readings = ({ reading }: Expected): readonly string[] => (typeof reading === "string" ? [reading] : reading);
const offTopic = (expected: Expected): boolean => readings(expected).some((one) => /^(none|no-advice)$/.test(one));

const commandNames =
  /^\/(beta|regress|compare|residuals|track|hedge|size|performance|variance|expected|rolling|alphas|frequency|data list|explain|reconcile|selftest|help|practice|progress|privacy export)( |$)/;

describe("the sets of questions", () => {
  it("are large enough, and a good part is off topic", () => {
    expect(questions.filter((expected) => !offTopic(expected)).length).toBeGreaterThanOrEqual(150);
    expect(questions.filter(offTopic).length).toBeGreaterThanOrEqual(30);
    expect(heldOut.length).toBeGreaterThanOrEqual(144);
  });

  it("ask nothing twice, neither within a set nor across the two", () => {
    const asked = [...questions, ...heldOut].map(({ question }) => question.toLowerCase());
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  });

  it("expect only commands that exist, refusals, and entries that the glossary has", () => {
    for (const reading of [...questions, ...heldOut].flatMap(readings)) {
      if (reading === "none" || reading === "no-advice") continue;
      expect(reading).toMatch(commandNames);
      const topics = /^\/explain (\S+)(?: versus:(\S+))?$/.exec(reading)?.slice(1) ?? [];
      for (const topic of topics) if (topic) expect(lessonIds).toContain(topic);
    }
  });
});
