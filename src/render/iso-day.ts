/** "2024-12-31" of a day number (days since 1970-01-01). */
export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
