/** No question needs more. */
const mostCharacters = 700;

/** What names a person, an account or a place on the network, and with it what stands in its place. */
const taken: readonly (readonly [RegExp, string])[] = [
  // Discord's mentions of people, roles and channels.
  [/<(?:@[!&]?|#|a?:\w+:)\d+>/gu, " "],
  [/\b(?:https?:\/\/|www\.)\S+/giu, "(address)"],
  [/[\w.+-]+@[\w-]+\.\S+/gu, "(address)"],
  // Keys and tokens: long runs of letters with digits.
  [/(?=[\w.-]*\d)(?=[\w.-]*[a-z])[\w.-]{24,}/giu, "(code)"],
  // Telephone numbers, and those of students and accounts.
  [/\+\d[\d\s().-]{7,}\d/gu, "(number)"],
  [/\d{7,}/gu, "(number)"],
];

/**
 * A question as it leaves the host: at most 700 characters, without mentions, addresses, keys and long numbers, which no
 * choice among readings needs. Who asked, where, and what was said before is not in it.
 */
export function sentQuestion(question: string): string {
  const plain = taken.reduce((text, [pattern, place]) => text.replaceAll(pattern, place), [...question].slice(0, 2 * mostCharacters).join("").normalize("NFKC"));
  return [...plain.replaceAll(/\s+/gu, " ").trim()].slice(0, mostCharacters).join("");
}
