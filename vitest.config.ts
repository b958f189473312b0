import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";

const courseServer = fileURLToPath(new URL("packages/discord-course-server", import.meta.url));
const page = ["packages/*/test/page/**/*.test.ts", "test/end-to-end/{page,practice-term,screen}.test.ts"];
const release = ["test/end-to-end/release.test.ts", "packages/*/test/package.test.ts"];
/** Go through everything of a kind: with the random suites all of it, among the pure ones a few of each (`test/some-of.ts`). */
const sampled = [
  "test/render/code/show-the-code.test.ts",
  "test/commands/{every-command,every-button,option-elsewhere,model-choice,practice-analyses}.test.ts",
  "test/commands/checks/{telling-rows,hide-open-keys}.test.ts",
  "test/exercises/marking/no-work.test.ts",
  "test/asking/named-entry.test.ts",
  "test/grading/{audit,dealt-variant}.test.ts",
  "test/end-to-end/{chapter-numbers,typed-lines}.test.ts",
];
const random = ["test/end-to-end/{fuzz,open-keys,dealt-texts,calibration,sentences}.test.ts"];
const faults = ["test/store/{kill,busy}.test.ts", "test/discord/{connection-pauses,faults,effects,delivery,killed}.test.ts", "packages/*/test/faults.test.ts"];
const postgres = ["test/discord/{shards,database-restart}.test.ts"];
/** What Discord gives three seconds for, and what wants a pause of a known length. */
const deadlines = ["test/discord/{asking,check-in-class,deferral,every-interaction}.test.ts", "packages/*/test/first-answer.test.ts"];
/** Start other programs, open databases, ports or threads of their own, or set V8's flags, which a process has once: in processes, as in use. */
const programs = ["test/{programs,hosting,store,discord,end-to-end}/**/*.test.ts", "packages/*/test/**/*.test.ts", "test/render/chart/drawing-pool.test.ts", "test/runtime-tuning.test.ts"];
const elsewhere = [...page, ...release, ...random, ...faults, ...postgres, ...deadlines];

export const usual = defineConfig({
  resolve: {
    alias: [
      { find: /^discord-course-server$/u, replacement: `${courseServer}/src/index.ts` },
      { find: /^discord-course-server\/testing\/(.*)$/u, replacement: `${courseServer}/testing/$1.ts` },
    ],
  },
  test: {
    env: { TZ: "UTC" },
    // They end what hangs; a machine that is busy with something else is no reason to fail.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    slowTestThreshold: 5000,
  },
});

/**
 * What runs side by side, and what runs after it alone, in that order. Files of one project that are not isolated share
 * what they import, which is more than half of the time.
 */
export default mergeConfig(
  usual,
  defineConfig({
    test: {
      projects: [
        project("pure", ["test/**/*.test.ts"], { exclude: [...elsewhere, ...programs], pool: "threads" }),
        project("programs", programs, { exclude: elsewhere }),
        project("random", [...random, ...sampled], { pool: "threads", provide: { cases: "all" } }),
        project("deadlines", deadlines, alone(1)),
        project("faults", faults, alone(1)),
        project("postgres", postgres, alone(1)),
        project("browser", page, { ...alone(1), isolate: true }),
        project("release", release, alone(1)),
      ],
    },
  }),
);

function alone(groupOrder: number) {
  return { maxWorkers: 1, sequence: { groupOrder } };
}

function project(name: string, include: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const test = { name, include: [...include], isolate: false, maxWorkers: availableParallelism(), ...more };
  return { extends: true as const, test };
}
