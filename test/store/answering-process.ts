import { writeSync } from "node:fs";

import { openStore } from "../../src/store/open-store.ts";

/**
 * A process of its own for kill.test.ts: answers as fast as it can, eight students at a time, and prints each answer's
 * interaction once the store has confirmed it. It ends by being killed.
 *
 * Arguments: the store's address as JSON, and a prefix for the interactions.
 */
const [address = "{}", prefix = ""] = process.argv.slice(2);
const opened = await openStore(JSON.parse(address) as { file: string });
if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
const { answers } = opened.value;

async function student(person: string): Promise<never> {
  for (let n = 0; ; n += 1) {
    const interaction = `${prefix}/${person}/${n}`;
    const recorded = await answers.record({
      item: { kind: "practice", exercise: "kill" },
      guild: null,
      person: `${prefix}/${person}`,
      interaction,
      // A new variant each time keeps the person's attempts few, so that the pace is even.
      variant: `v${n}`,
      at: Date.now(),
      parts: [{ quantity: "beta", text: "1", value: n, expected: 1, verdict: "incorrect", diagnoses: [] }],
      verdict: "incorrect",
      score: 0,
      fingerprint: String(n),
      counts: true,
      revision: 0,
      pace: null,
    });
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.problem));
    // Written at once, not queued in the process: what is printed was confirmed before the kill.
    writeSync(1, `${interaction}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, (_, n) => student(`s${n}`)));
