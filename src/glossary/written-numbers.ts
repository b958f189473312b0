/**
 * The numbers that an entry, a claim or an explained error itself has in its words, such as those that the chapter prints:
 * with an open check's key among them it says the key to whoever opens it, whatever asset fills it and whether or not it
 * names one. Fewer than three digits are no key; a number
 * with a percent sign or millions means what these say, or is taken as it stands; one below 1 may be a correlation, whose
 * square is R².
 */
export function writtenNumbers(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text) =>
    [...text.matchAll(/(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s?(%|M\b)?/gu)].flatMap(([, digits = "", unit]) => {
      const plain = digits.replaceAll(",", "");
      if (plain.replace(".", "").replace(/^0+/u, "").length < 3) return [];
      const value = Number(plain);
      const meant = unit === undefined ? [value] : [value, value * (unit === "%" ? 0.01 : 1e6)];
      return meant.flatMap((number) => (number < 1 ? [number, number ** 2] : [number]));
    }),
  );
}
