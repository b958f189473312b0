import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { escaped } from "../../../src/render/plain.ts";
import { goldenFile } from "./golden-file.ts";
import { openScene, type Scene } from "./golden-scene.ts";

let scene: Scene;
beforeAll(() => {
  scene = openScene();
});
afterAll(() => scene.close());

const submit = (exercise: string, ...answers: readonly string[]): string =>
  `/practice submit ${exercise} chapter ${answers.flatMap((text, place) => (text === "" ? [] : [`answer${String(place + 1)}:"${text}"`])).join(" ")}`;

/** What a student hands in, one after the other, and what each answer shows. */
const forms: Readonly<Record<string, readonly string[]>> = {
  correct: [
    submit("annualise-alpha", "14.74%"),
    submit("jpm-regression", "0.000159", "1.395", "50.0%", "more"),
    submit("monthly-position", "$10.4M"),
  ],
  partial: [submit("jpm-regression", "0.000159", "1.1", "", "less")],
  incorrect: [submit("jpm-regression", "0.5", "7.7", "0.03", "less")],
  "few-digits": [submit("jpm-regression", "0.0002", "1"), submit("monthly-position", "$10 million")],
  "slip-percent": [submit("annualise-alpha", "14.74"), submit("tracking-portfolio", "1.188", "0.00107")],
  "slip-sign": [submit("jpm-regression", "0.000159", "-1.395")],
  "slip-power-of-ten": [submit("monthly-position", "1.04M"), submit("jpm-regression", "", "139.5", "5.00")],
  "mistake-that-rounds-to-the-key": [submit("tracking-portfolio", "1", "0.0904")],
  mistake: [submit("annualise-alpha", "0.702%"), submit("reading-a-table", "0.278", "0.00090")],
  "mistake-in-percent": [submit("annualise-alpha", "0.702"), submit("factor-share", "", "58.5", "")],
  "mistakes-of-one-number": [submit("jpm-regression", "", "0.359")],
  "one-mistake-in-two-parts": [submit("jpm-regression", "0.000116", "0.359"), submit("jpm-regression", "0.000203", "0.674", "0.242")],
  "one-slip-in-two-parts": [submit("tracking-portfolio", "-1.188", "-10.73%")],
  "error-carried-forward": [
    submit("annual-budget", "47.62M", "", "1.913M"),
    submit("expected-return", "0.5%", "0.0904", "14.74%", "24.3%"),
    submit("expected-return", "0.5%", "9.1%", "3%", "12.6%"),
  ],
  "alternative-convention-compounded": [submit("annualise-alpha", "15.87%"), submit("expected-return", "3.01%", "11.3%", "15.87%", "32.9%")],
  "alternative-convention-critical-values": [submit("appraisal-ratio", "", "", "", "11.51"), submit("reading-a-table", "3.597", "0.0002596", "0.0009101", "yes")],
  "alternative-convention-first-month-lost": ['/practice submit beta-frequency wmt-2000-2009 answer1:"0.6968" answer2:"0.5115"'],
  "mistake-larger-hedge": [submit("target-factor-share", "1.892")],
  "wrong-choice": [submit("jpm-regression", "", "", "", "less"), submit("reading-a-table", "", "", "", "no")],
  repeated: [submit("annualise-alpha", "3.33"), submit("annualise-alpha", "333%"), submit("annualise-alpha", "14.74%"), submit("annualise-alpha", "0.1474")],
  "hint-by-hint": ["9.1", "9.2", "9.3"].map((text) => submit("annualise-alpha", text)),
  "identities-kept": [
    submit("jpm-regression", "0.000259", "1.1076", "0.3154"),
    submit("factor-share", "", "0.77", "0.77"),
    submit("annual-budget", "11.11M", "15.716M", "333K", "471.05K"),
    submit("reading-a-table", "", "0.0017", "0.0023375"),
    submit("raw-or-excess", "0.4", "0.4297"),
    submit("appraisal-ratio", "0.3333", "0.3333", "2.0751", "36"),
    submit("expected-return", "0.11", "0.22", "0.33", "0.66"),
  ],
  "identities-broken": [
    submit("jpm-regression", "0.0033", "1.1", "0.9"),
    submit("factor-share", "", "0.77", "0.88"),
    submit("annual-budget", "11.11M", "11.11M", "333K", "444K"),
    submit("reading-a-table", "", "0.0017", "0.0033"),
    submit("raw-or-excess", "0.4213", "0.5357"),
    submit("appraisal-ratio", "0.3311", "0.5513", "1.412", "44"),
    submit("expected-return", "0.11", "0.22", "0.33", "0.88"),
  ],
  unreadable: [
    ...["", "no idea", "1 or 2", "1,234", "1,23,4.5", "(0.12)", "< 0.2", "€0.12", "1/8%", "1/0", "1e999", "0".repeat(121)].map((text) => submit("annualise-alpha", text)),
    submit("monthly-position", "10%"),
    submit("jpm-regression", "0.000159", "?", "50%", "perhaps"),
    submit("jpm-regression", "", "", "", "more or less"),
  ],
  "read-leniently": [
    submit("annualise-alpha", "about 1474 bps"),
    submit("annualise-alpha", "0,1474"),
    submit("monthly-position", "10,383,590"),
    submit("monthly-position", "1.04 × 10^7"),
    submit("factor-share", "1.834e-4", "41.5 percent", "5/12"),
  ],
};

const shown = new Map<string, string>();

describe("a marked form says what was read, what was made of it, and no key", () => {
  test.each(Object.entries(forms))("%s", async (name, typed) => {
    const texts: string[] = [];
    for (const each of typed) {
      texts.push(await scene.play([`${name}: ${each}`]));
      // Attempts come back over time, and the text is not about that.
      scene.room.pass(3 * 60_000);
    }
    shown.set(name, texts.join("\n"));
    await expect(texts.join("\n")).toMatchFileSnapshot(goldenFile(`marking-${name}`));
  });

  test("too soon after three wrong answers, and no wait for a right one", async () => {
    // A clock that nobody turned before: the text says when the next attempt comes.
    const own = openScene();
    const [first, second, third, fourth, right] = ["5.1", "5.2", "5.3", "5.4", "14.74%"].map((text) => `hasty: ${submit("annualise-alpha", text)}`);
    const text = await own.play([`… ${first}`, `… ${second}`, `… ${third}`, `${fourth}`, `${right}`]);
    await own.close();
    await expect(text).toMatchFileSnapshot(goldenFile("marking-too-soon"));
  });
});

test("every sentence about a convention or an identity, kept or broken, is in one of the texts", () => {
  const { conventions, identities } = scene.room.world.exercises.diagnoses;
  // On the sample both ways of making months give one β within its 1%: a month that lacks a large day needs real files.
  const { "complete-months": _sameHere, ...distinct } = conventions;
  const sentences = [...Object.values(distinct), ...Object.values(identities).flatMap(({ holds, broken }) => [holds, broken])];
  const all = [...shown.values()].join("\n");
  expect(sentences.filter((sentence) => !all.includes(escaped(sentence)))).toEqual([]);
});
