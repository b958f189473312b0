// The course server's page as files that a browser loads: one script, one stylesheet, its fonts.
import { build } from "esbuild";
import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL("../src/page", import.meta.url));

/** @param {string} folder where the page is put */
export async function buildPage(folder) {
  const shared = { outdir: folder, bundle: true, target: "es2022", minify: true, logLevel: "warning" };
  await build({ ...shared, entryPoints: [`${source}/page.ts`, `${source}/theme.ts`], format: "iife", platform: "browser" });
  await build({
    ...shared,
    entryPoints: [`${source}/style/page.css`],
    loader: { ".woff2": "file", ".woff": "empty" },
    assetNames: "fonts/[name]",
  });
  await cp(`${source}/static`, folder, { recursive: true });
}
