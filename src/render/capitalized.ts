/** A line's first letter as a capital: Latin ones only, since a capital β or ε reads as another symbol. */
export const capitalized = (words: string): string => words.replace(/^[a-z]/u, (letter) => letter.toUpperCase());
