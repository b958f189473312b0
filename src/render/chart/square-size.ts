/** Pixels of a point's side: small where thousands lie on each other, large enough to be seen where there are few. */
export const squareSize = (rows: number): number => (rows > 2000 ? 3 : rows > 300 ? 5 : 7);
