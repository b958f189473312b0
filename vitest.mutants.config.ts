import { defineConfig, mergeConfig } from "vitest/config";
import usual from "./vitest.config.ts";

/** Each change is tried in a process of its own: the test files of one try may share what they import, which costs a third of the time. */
export default mergeConfig(usual, defineConfig({ test: { isolate: false } }));
