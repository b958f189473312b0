import { defineConfig, mergeConfig } from "vitest/config";
import { usual } from "./vitest.config.ts";

/** Each change is tried in a process of its own: the test files of one try may share what they import, which costs a third of the time. */
export default mergeConfig(usual, defineConfig({
  test: { include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts"], isolate: false, testTimeout: 20_000, hookTimeout: 30_000 },
}));
