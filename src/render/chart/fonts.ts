import { GlobalFonts } from "@napi-rs/canvas";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Inter from its npm package, never the machine's fonts: one family a script, named in one stack. */
export const fontStack = "FactorTaLatin, FactorTaGreek, FactorTaMath";

const files = {
  FactorTaLatin: "latin",
  FactorTaGreek: "greek",
  FactorTaMath: "latin-ext",
} as const;

/** Pixels of a picture 800 wide: shown 400 wide, text is 12 pixels and more; 250 wide, 7.5. */
export const textSize = 24;
export const titleSize = 28;

let registered = false;

/** Once a process (or worker). Throws where the font package is missing: a broken installation. */
export function registerFonts(): void {
  if (registered) return;
  for (const [family, script] of Object.entries(files)) {
    for (const weight of ["400", "600"]) {
      const file = fileOf(`inter-${script}-${weight}-normal.woff2`);
      if (!GlobalFonts.registerFromPath(file, family)) throw new Error(`The font ${file} can't be read.`);
    }
  }
  registered = true;
}

/** The build puts the files beside the bundle, so that a release needs no more of the package. */
function fileOf(name: string): string {
  const built = fileURLToPath(new URL(`fonts/${name}`, import.meta.url));
  return existsSync(built) ? built : createRequire(import.meta.url).resolve(`@fontsource/inter/files/${name}`);
}
