const greekNames: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  ε: "epsilon",
  λ: "lambda",
  μ: "mu",
  ρ: "rho",
  σ: "sigma",
};

/**
 * One spelling for the many of a name: "R²", "r2" and "R-2" meet, as do "β > 1" and "Beta >1", "σ(ε)" and
 * "sigma epsilon", "√252" and "sqrt(252)". Letter case, accents, hyphens and brackets are dropped; signs
 * that change the meaning (< > = + % $ &) are kept. Two names that fold alike are one name.
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .replaceAll(/[αβελμρσ]/g, (letter) => ` ${greekNames[letter] ?? letter} `)
    .replaceAll("√", " sqrt ")
    .replaceAll("×", " times ")
    .replaceAll(/[^\p{L}\p{N}<>=+%$&]+/gu, " ")
    .replaceAll(/\s*([<>=+&])\s*/g, " $1 ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
