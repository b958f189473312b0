import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const courseServer = fileURLToPath(new URL("packages/discord-course-server", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^discord-course-server$/u, replacement: `${courseServer}/src/index.ts` },
      { find: /^discord-course-server\/testing\/(.*)$/u, replacement: `${courseServer}/testing/$1.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    env: { TZ: "UTC" },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
