/** Below this share of its terms, what is left of a response is their rounding: it is their combination. */
export const roundingTolerance = 2 ** -51;
