// Bundles our own sources into dist/: what starts without a compiler. Packages stay in node_modules.
import { build } from "esbuild";
import { cp, rm } from "node:fs/promises";
import { existsSync } from "node:fs";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/main.ts", "src/cli.ts", "src/data.ts"].filter((entry) => existsSync(entry)),
  outdir: "dist",
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
if (existsSync("src/playground/page/page.ts")) {
  await build({
    entryPoints: ["src/playground/page/page.ts"],
    outdir: "dist/page",
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2022",
    minify: true,
    logLevel: "warning",
  });
  await cp("src/playground/page/static", "dist/page", { recursive: true });
}
