/**
 * Reads the hints, worked examples and solutions of the exercises over every variant that can be dealt, for numbers that
 * would be marked as right for a part that is still open; the test in test/end-to-end/dealt-texts.test.ts reads a sample.
 *
 *     npm run exercises:scan            every variant: about half an hour on one processor
 *     npm run exercises:scan -- 10      every tenth of each exercise; after it names of exercises, for these alone
 */
import { everyCode, scanDealtTexts } from "../test/exercises/dealt-texts.ts";
import { exercises } from "../test/exercises/load-exercises.ts";

const [stride = 1] = process.argv.slice(2, 3).map(Number);
const named = process.argv.slice(3);
let [read, texts, solutions, leaks] = [0, 0, 0, 0];
for (const exercise of exercises.all.filter(({ id }) => named.length === 0 || named.includes(id))) {
  const all = everyCode(exercise, 1).length;
  const found = scanDealtTexts(exercise, everyCode(exercise, stride));
  read += found.read;
  texts += found.texts;
  solutions += found.solutions;
  leaks += found.leaks.length;
  console.log(`${exercise.id}: ${found.read.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} variants, ${found.texts.toLocaleString("en-US")} texts, ${String(found.leaks.length)} with a key`);
  for (const leak of found.leaks.slice(0, 3)) console.log(`  ${JSON.stringify(leak)}`);
}
console.log(`\n${read.toLocaleString("en-US")} variants, ${texts.toLocaleString("en-US")} texts (${solutions.toLocaleString("en-US")} solutions): ${leaks === 0 ? "no key of an open part in any of them" : `${leaks.toLocaleString("en-US")} keys`}.`);
process.exitCode = leaks === 0 ? 0 : 1;
