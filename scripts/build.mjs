// Bundles our own sources into dist/: what starts without a compiler. Packages stay in node_modules.
// With --if-changed nothing is done where dist/ is newer than every source; with --clean what older builds left goes first.
import { existsSync, readdirSync, statSync } from "node:fs";
import { rm, utimes } from "node:fs/promises";

if (process.argv.includes("--if-changed") && !changed()) process.exit(0);
if (process.argv.includes("--clean")) await rm("dist", { recursive: true, force: true });
const { build } = await import("esbuild");
const { buildPage } = await import("./build-page.mjs");
await build({
  entryPoints: [
    ...["factor-ta", "main", "cli", "data", "store-cli", "doctor"].map((name) => ({ in: `src/${name}.ts`, out: name })),
    { in: "src/render/chart/draw-worker.ts", out: "draw-worker" },
  ],
  outdir: "dist",
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  // What has binaries, files of its own or loads itself by name stays a package; the rest starts faster in the bundle.
  external: ["@napi-rs/canvas", "@fontsource/*", "discord.js", "libsql", "pg", "pino", "piscina", "prom-client", "ws", "esbuild"],
  banner: { js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);" },
  sourcemap: true,
  logLevel: "warning",
});
await buildPage("dist/page");
await utimes("dist/main.js", new Date(), new Date());

function changed() {
  if (!existsSync("dist/main.js")) return true;
  const built = statSync("dist/main.js").mtimeMs;
  const sources = readdirSync("src", { recursive: true, withFileTypes: true });
  return sources.some((entry) => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs > built);
}
