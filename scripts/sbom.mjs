// The bill of materials of a release, in CycloneDX: what is installed with it, and what is in its bundle. It is made of the
// lock file and the bundle's own list alone, so that it names no machine, no registry and no time.
import { Buffer } from "node:buffer";
import { readFile, writeFile } from "node:fs/promises";

/** `bundled` are the folders in node_modules whose code is in the bundle. */
export async function writeSbom(file, bundled) {
  const { name, version, license } = JSON.parse(await readFile("package.json", "utf8"));
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8"));
  const inBundle = new Set(bundled.map((folder) => folder.replaceAll("\\", "/").replace(/^.*?(?=node_modules\/)/u, "")));
  const components = Object.entries(packages)
    .filter(([path, entry]) => path.startsWith("node_modules/") && entry.link !== true && (!entry.dev || inBundle.has(path)))
    .map(([path, entry]) => component(path, entry, inBundle.has(path)))
    .filter(({ "bom-ref": ref }, index, all) => all.findIndex((other) => other["bom-ref"] === ref) === index);
  const bom = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": purl(name, version), name, version, licenses: [{ license: { id: license } }], purl: purl(name, version) } },
    components,
  };
  await writeFile(file, `${JSON.stringify(bom, null, 1)}\n`);
}

function component(path, { name: alias, version, license, integrity, optional }, isBundled) {
  const name = alias ?? path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  return {
    type: "library",
    "bom-ref": purl(name, version),
    name,
    version,
    scope: optional && !isBundled ? "optional" : "required",
    ...(integrity === undefined ? {} : { hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/u, ""), "base64").toString("hex") }] }),
    ...(license === undefined ? {} : { licenses: [/ (?:AND|OR) /u.test(license) ? { expression: license } : { license: { id: license } }] }),
    purl: purl(name, version),
    properties: [{ name: "factor-ta:delivery", value: isBundled ? "in the bundle" : "installed beside it" }],
  };
}

const purl = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`;
