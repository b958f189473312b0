// Bundles our own sources into dist/: what starts without a compiler. Packages stay in node_modules.
// With --if-changed nothing is done where dist/ is newer than all that it is made of; with --clean all of it goes first.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";

if (process.argv.includes("--if-changed") && !changed()) process.exit(0);
if (process.argv.includes("--clean")) await rm("dist", { recursive: true, force: true });
const { build, transform } = await import("esbuild");
const { writeSbom } = await import("./sbom.mjs");
const { buildPage } = await import("../packages/discord-course-server/scripts/build-page.mjs");
const { metafile } = await build({
  entryPoints: [
    ...["factor-ta", "main", "cli", "data", "store", "doctor"].map((name) => ({ in: `src/programs/${name}.ts`, out: name })),
    { in: "src/render/chart/draw-worker.ts", out: "draw-worker" },
    { in: "src/programs/data-worker.ts", out: "data-worker" },
    { in: "src/commands/calculations/calculation-worker.ts", out: "calculation-worker" },
  ],
  outdir: "dist",
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  // What has binaries, files of its own or loads itself by name stays a package; the rest starts faster in the bundle.
  external: ["@napi-rs/canvas", "@fontsource/*", "libsql", "pg", "pino", "piscina", "prom-client", "ws", "esbuild"],
  plugins: [chartsOnOurCanvas(), namesKept(), eachVersionOnce()],
  banner: { js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);" },
  // Identifiers stay, for whoever reads a stack. `keepNames` would define the name of each function anew whenever it is
  // made, a tenth of the time of an answer and its picture; who looks classes up by name keeps them (`namesKept`).
  minifySyntax: true,
  minifyWhitespace: true,
  sourcemap: true,
  // The maps name files and lines; with the sources' text in them they would take 10 MB of a running bot's memory.
  sourcesContent: false,
  metafile: true,
  logLevel: "warning",
});
await removeOldChunks(Object.keys(metafile.outputs));
await buildPage("dist/page");
await copyFonts("dist/fonts");
const bundled = [...new Set(Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path) ?? []))].toSorted();
bundled.push("node_modules/@fontsource/inter");
await writeLicences(bundled);
await writeSbom("dist/sbom.cdx.json", bundled);
await utimes("dist/main.js", new Date(), new Date());

/**
 * chartjs-node-canvas loads the package `canvas`, which downloads a binary when it is installed or needs cairo. In its
 * `freshRequire` it is given the canvas that we ship.
 */
function chartsOnOurCanvas() {
  const importer = /chartjs-node-canvas[\\/]dist[\\/][^\\/]*$/u;
  return {
    name: "charts on our canvas",
    setup({ onResolve }) {
      onResolve({ filter: /^[.][/]freshRequire$/ }, (found) => (importer.test(found.importer) ? { path: resolve("src/render/chart/fresh-require.ts") } : undefined));
    },
  };
}

/** discord.js finds its caches' limits, and undici the kinds of its arguments, by the names of classes, of which the bundle may rename some. */
function namesKept() {
  return {
    name: "names kept",
    setup({ onLoad }) {
      onLoad({ filter: /node_modules[\\/](?:discord[.]js|@discordjs|undici)[\\/].*[.]js$/ }, async ({ path }) => {
        const { code } = await transform(await readFile(path, "utf8"), { keepNames: true, target: "node20.19", sourcemap: "inline", sourcesContent: false, sourcefile: path });
        return { contents: code, loader: "js" };
      });
    },
  };
}

/** npm installs a version of a package of @stdlib in up to 27 places, of which the bundle had as many copies: 0.8 MB of 3.7 that each start parses. */
function eachVersionOnce() {
  const folder = "node_modules/@stdlib";
  const versionOf = (path) => JSON.parse(readFileSync(join(path, "package.json"), "utf8")).version;
  const keptFolders = new Map();
  const copies = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(({ name }) => name === "package.json").map(({ parentPath, path }) => parentPath ?? path);
  for (const path of copies.filter((found) => /@stdlib[\\/][^\\/]+$/u.test(found)).toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))) {
    const key = `${basename(path)} ${versionOf(path)}`;
    if (!keptFolders.has(key)) keptFolders.set(key, path);
  }
  return {
    name: "each version once",
    setup({ onResolve, resolve: resolveAsUsual }) {
      onResolve({ filter: /^@stdlib[/]/ }, async ({ path, pluginData, ...from }) => {
        if (pluginData === "resolved") return undefined;
        const found = await resolveAsUsual(path, { importer: from.importer, kind: from.kind, resolveDir: from.resolveDir, pluginData: "resolved" });
        const [, copy, name, file] = /^(.*node_modules[\\/]@stdlib[\\/]([^\\/]+))[\\/](.*)$/u.exec(found.path) ?? [];
        return copy === undefined ? found : { path: resolve(keptFolders.get(`${name} ${versionOf(copy)}`) ?? copy, file) };
      });
    },
  };
}

function changed() {
  if (!existsSync("dist/main.js")) return true;
  const built = statSync("dist/main.js").mtimeMs;
  const sources = ["src", "scripts", "packages"].flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)).filter((path) => !/^packages.[^/\\]+.dist\b/u.test(path)));
  return [...sources, "package-lock.json"].some((path) => existsSync(path) && statSync(path).mtimeMs > built);
}

/** The licences of the packages whose code is in the bundle ask for their notice to go with it; each text once. */
async function writeLicences(folders) {
  const packagesOfText = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)\b/iu.test(file)).toSorted();
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    const text = texts.map((part) => part.replaceAll("\r\n", "\n").trim()).join("\n\n");
    packagesOfText.set(text, [...(packagesOfText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const notices = [...packagesOfText].map(([text, packages]) => `${packages.join("\n")}\n\n${text}`.trim());
  await writeFile("dist/third-party-licences.txt", `${notices.join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
}

/** The files that src/render/chart/fonts.ts names, with their licence. */
async function copyFonts(folder) {
  const from = "node_modules/@fontsource/inter";
  await mkdir(folder, { recursive: true });
  for (const script of ["latin", "greek", "latin-ext"]) {
    for (const weight of ["400", "600"]) await copyFile(join(from, "files", `inter-${script}-${weight}-normal.woff2`), join(folder, `inter-${script}-${weight}-normal.woff2`));
  }
  await copyFile(join(from, "LICENSE"), join(folder, "LICENSE"));
}

/** A chunk is named by its contents, so that every build leaves those of the one before. */
async function removeOldChunks(outputs) {
  const made = new Set(outputs.map((path) => join(path)));
  const old = (await readdir("dist")).filter((name) => /^chunk-.*\.js(?:\.map)?$/u.test(name) && !made.has(join("dist", name)));
  await Promise.all(old.map((name) => rm(join("dist", name))));
}
