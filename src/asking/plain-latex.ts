const symbols: Readonly<Record<string, string>> = {
  alpha: "α", beta: "β", epsilon: "ε", varepsilon: "ε", lambda: "λ", mu: "μ", rho: "ρ", sigma: "σ",
  times: "×", cdot: "·", approx: "≈", neq: "≠", ne: "≠", leq: "≤", le: "≤", geq: "≥", ge: "≥", sqrt: "√", sum: "∑", pm: "±",
};

/** What there is of it in copied lines; a backslash of anything else, as of a path, is none. */
const command = new RegExp(`\\\\(?:[()[\\]]|(?:${Object.keys(symbols).join("|")}|d?frac|text|mathrm)(?![a-z]))`, "iu");

/**
 * Formulas as they come along when a line of the chapter is copied from its notebook, in plain letters:
 * `\(r^{\text{hedged}} = r^e_{JPM} - \beta \times r^e_{SPY}\)` is `r^hedged = r^e_JPM - β × r^e_SPY`. Other text stays as it is.
 */
export function plainLatex(text: string): string {
  if (!command.test(text)) return text;
  return text
    .replaceAll(/\$([^$\n]*\\[a-z]+[^$\n]*)\$/giu, "$1")
    .replaceAll(/\\[()[\]]/gu, " ")
    .replaceAll(/\\(?:text|mathrm|mathbf|mathbb|operatorname|hat|bar|tilde|widehat|overline)\s*\{([^{}]*)\}/gu, "$1")
    .replaceAll(/\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/gu, "$1/$2")
    .replaceAll(/\\([a-z]+)/giu, (whole, name: string) => symbols[name] ?? whole)
    .replaceAll(/[{}]/gu, "");
}
