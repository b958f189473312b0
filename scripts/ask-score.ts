/**
 * Scores the reader of free text. `questions.json` is what it is built against: its misses are printed. `held-out.json`
 * was written apart and is only counted, so that nobody tunes on it.
 */
import { questionReader } from "../src/asking/question-reader.ts";
import { commandText } from "../src/render/command-text.ts";
import { courseKnowledge } from "../test/asking/known.ts";
import { isConfidentlyWrong, matches, readExpected, readingsOf } from "../test/asking/expected-readings.ts";

const read = questionReader(courseKnowledge());

for (const file of ["questions.json", "held-out.json"]) {
  const scored = readExpected(file).map((expected) => ({ expected, found: read(expected.question) }));
  const right = scored.filter(({ expected, found }) => matches(found, expected));
  const wrong = scored.filter(({ expected, found }) => isConfidentlyWrong(found, expected));
  if (file === "questions.json") {
    for (const { expected, found } of scored.filter((one) => !right.includes(one))) {
      const got = found.kind === "confident" ? commandText(found.reading.call) : found.kind;
      console.log(`"${expected.question}"\n  expected ${readingsOf(expected).join(" | ")}\n  got      ${got}`);
    }
  }
  const share = ((100 * right.length) / scored.length).toFixed(1);
  console.log(`${file}: ${right.length} of ${scored.length} (${share} %), confidently wrong off topic: ${wrong.length}`);
}
