/** Slips that can happen to any number: a known factor away from the key, nothing wrong in the method. */
export const slips = ["percent-slip", "sign-slip", "power-of-ten-slip"] as const;

export type Slip = (typeof slips)[number];

const powersOfTen = [-6, -5, -4, -3, -1, 1, 3, 4, 5, 6];

/** The factors by which each slip misses. */
export const slipFactors: readonly { readonly id: Slip; readonly factor: number }[] = [
  { id: "sign-slip", factor: -1 },
  { id: "percent-slip", factor: 100 },
  { id: "percent-slip", factor: 0.01 },
  ...powersOfTen.map((power) => ({ id: "power-of-ten-slip" as const, factor: 10 ** power })),
];
