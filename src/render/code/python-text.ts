/** A Python string. */
export const text = (value: string): string => JSON.stringify(value);
