/** "A", "A and B", "A, B and C". */
export const listed = (ids: readonly string[]): string => [ids.slice(0, -1).join(", "), ids.at(-1) ?? ""].filter((part) => part !== "").join(" and ");
