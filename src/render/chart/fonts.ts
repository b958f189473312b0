import { GlobalFonts } from "@napi-rs/canvas";
import { createRequire } from "node:module";

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
  const require = createRequire(import.meta.url);
  for (const [family, script] of Object.entries(files)) {
    for (const weight of ["400", "600"]) {
      const file = require.resolve(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff2`);
      if (!GlobalFonts.registerFromPath(file, family)) throw new Error(`The font ${file} can't be read.`);
    }
  }
  registered = true;
}
