/**
 * One way of writing for what people copy into a field: signs, digits of other scripts, superscripts, LaTeX, what
 * Python prints around a number. What the number is, is decided afterwards. An en dash stays one between two numbers,
 * where it means a range; the reach after ± is dropped.
 */
export function normalizeText(text: string): string {
  return withoutWrappers(oneSignEach(withoutLatex(text.replaceAll(invisible, "").replaceAll(/^[*\s]+|[*\s]+$/gu, ""))))
    .replaceAll(/[ \t]+/gu, " ")
    .replaceAll(/^\s+|[\s,;!?…]+$/gu, "")
    .replace(/\.{2,}$/u, "")
    .trim();
}

const invisible = /[\u200b-\u200f\ufeff\u2060"“”„`]/gu;

/** `\frac{674}{1000}` as (674)/(1000), `\times` as ×; formula brackets and dots are dropped. */
const withoutLatex = (text: string): string =>
  text
    .replaceAll(/\\d?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/gu, "($1)/($2)")
    .replaceAll(/\\sqrt\s*\{([^{}]*)\}/gu, "√($1)")
    .replaceAll(/\\hat\s*\{?\\?(\p{L}+)\}?/gu, "$1")
    .replaceAll(/\\(?:times|cdot)/gu, "×")
    .replaceAll(/\\(?:ldots|dots|approx|[()[\],;! ])/gu, " ")
    .replaceAll(/\\(?=[\p{L}%$])/gu, "")
    .replaceAll(/\$([^$]*\d[^$]*)\$(?!\d)/gu, "$1")
    .replaceAll(/\^\s*\{([^{}]*)\}/gu, "^($1)");

/** Decimal signs and digits of Arabic, Persian and Indian scripts; superscripts as ^(…); one minus, one apostrophe. */
const oneSignEach = (text: string): string =>
  text
    .replaceAll(/[⁰¹²³⁴-⁹⁻⁺]+/gu, (raised) => `^(${raised.normalize("NFKC")})`)
    .replaceAll(/(\d)([¼-¾⅐-⅞])/gu, "$1 $2")
    .normalize("NFKC")
    .replaceAll(/\p{Nd}/gu, digitValue)
    .replaceAll("٫", ".")
    .replaceAll("٬", ",")
    .replaceAll("٪", "%")
    .replaceAll(/[‐‑‒—―−]/gu, "-")
    .replaceAll(/(?<![\d.%)]\s?)–|–(?!\s?[$\d.])/gu, "-")
    .replaceAll(/(?<![\d.,])0·(?=\d)/gu, "0.")
    .replaceAll(/(?:±|\+\/-|\+-)\s?\$?[\d.,]+(?:e[+-]?\d+)?\s?%?/giu, " ")
    .replaceAll("⁄", "/")
    .replaceAll(/[’‘ʼ´]/gu, "'")
    .replaceAll(/US\$|\bUSD\b|(?<=\d\s?(?:k|m|mm|mn|b|bn))USD\b|\bdollars?\b/giu, "$");

/** The ten digits of a script follow one another, so the distance from the script's zero is the value. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/** `np.float64(1.395)`, `array([1.395])`, `{'SPY': 1.395}`, a Series' last line. */
const withoutWrappers = (text: string): string =>
  text
    .replaceAll(/\bName: [^\n]*|\bdtype: \w+/gu, " ")
    .replaceAll(/\b(?:np\.|numpy\.)?(?:float(?:16|32|64)?|array|Decimal)\(\[?([^()[\]]*)\]?\)/gu, "$1")
    .replaceAll(/\b(?:np\.|numpy\.|math\.)?sqrt\b/giu, "√")
    .replaceAll("**", "^")
    .replaceAll(/[[\]{}]/gu, " ");
