/** What speaks for something: numbers by name. */
export type Evidence = Readonly<Record<string, number>>;
