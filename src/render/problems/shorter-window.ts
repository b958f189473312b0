/** A window that these rows have room for several times; null where they are too few for any. */
export const shorterWindow = (rows: number): number | null => (rows < 20 ? null : Math.floor(rows / 40) * 10 || 10);
