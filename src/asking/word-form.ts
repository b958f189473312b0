/** Words of one meaning, under one of them. */
const sameMeaning: Readonly<Record<string, string>> = {
  vol: "volatility",
  vols: "volatility",
  stdev: "volatility",
  alfa: "alpha",
  alphas: "alpha",
  resid: "residual",
  resids: "residual",
  drop: "lower",
  drops: "lower",
  fall: "lower",
  falls: "lower",
  fell: "lower",
  smaller: "lower",
  less: "lower",
  decrease: "lower",
  decreases: "lower",
  reduce: "lower",
  reduces: "lower",
  shrink: "lower",
  shrinks: "lower",
  bigger: "larger",
  big: "larger",
  large: "larger",
  greater: "larger",
  more: "larger",
  increase: "larger",
  let: "allow",
  lets: "allow",
  permit: "allow",
  mean: "average",
  decompose: "decomposition",
  decomposing: "decomposition",
  split: "decomposition",
  breakdown: "decomposition",
  mimick: "mimic",
  systematic: "systematic",
  yearly: "annual",
  annually: "annual",
  annum: "annual",
  root: "sqrt",
  profit: "pnl",
  stock: "stock",
  shares: "stock",
};

/** A word without its ending, so that "hedge", "hedged" and "hedging", "annualise" and "annualization" meet. */
export function wordForm(word: string): string {
  const known = sameMeaning[word] ?? word;
  if (known.length <= 3 || /\d/u.test(known)) return known;
  return known
    .replace(/(?:i[sz]ations?|i[sz]ing|i[sz]ed|i[sz]es|i[sz]e)$/u, "is")
    .replace(/ies$/u, "y")
    .replace(/(?<=[^s])s$/u, "")
    .replace(/(?<=..[st])ions?$/u, "")
    .replace(/(?<=...)(?:ing|ed)$/u, "")
    .replace(/ck$/u, "c")
    .replace(/(?<=...)e$/u, "")
    .replace(/([^aeiouls])\1$/u, "$1");
}
