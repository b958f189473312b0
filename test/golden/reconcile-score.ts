/**
 * Scores /reconcile on a test set and on the arbitrary numbers:
 *
 *     npx tsx test/golden/reconcile-score.ts                 reconcile-recipes.json
 *     npx tsx test/golden/reconcile-score.ts held-out        reconcile-held-out.json
 */
import { openAsking } from "../commands/asking.ts";
import { arbitraryNumbers, goldenNumbers, missed, numberAsker } from "../commands/reconcile-score.ts";

const file = process.argv[2] === "held-out" ? "reconcile-held-out" : "reconcile-recipes";
const asking = openAsking();
const ask = numberAsker(asking);
const numbers = goldenNumbers(file);
const misses = await missed(ask, numbers);
let named = 0;
for (const number of arbitraryNumbers()) if ((await ask(number)).length > 0) named++;
for (const miss of misses) console.log(miss);
console.log(`${file}: the right recipe first for ${numbers.length - misses.length} of ${numbers.length}; of 200 arbitrary numbers ${named} are given one`);
await asking.close();
