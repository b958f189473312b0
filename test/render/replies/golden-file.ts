/** Where a golden text stands, beside its test. */
export const goldenFile = (name: string): string => `./${name}.md`;
