import type { Caller } from "./app-context.ts";

/** Where the last call of a person in a channel is remembered, however it was made: typed, by a button or read from a question. */
export const lastCallKey = ({ asker, place }: Pick<Caller, "asker" | "place">): string => `${place.channelId ?? "direct"} ${asker.id}`;
