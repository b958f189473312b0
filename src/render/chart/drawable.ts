/**
 * The characters that the bundled fonts have (fonts.ts), from the ranges that @fontsource/inter states of its latin,
 * latin-ext and greek files: a character of any other would come from a font of the machine, or be an empty box.
 */
const unknown = /[^\u0020-\u007e\u00a0-\u02bc\u02c6-\u02da\u02dc\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ff\u1e00-\u1e9f\u2000-\u206f\u20a0-\u20c0\u2122\u2191\u2193\u2212\u2215]/gu;

/** The text with a question mark for each character that no bundled font has, as a name from somebody's file may. */
export const drawable = (text: string): string => text.replace(unknown, "?");
