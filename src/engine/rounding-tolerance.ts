/** Below this share of its terms, the remainder of a response is their rounding: the response is their combination. */
export const roundingTolerance = 2 ** -51;
