import { plain } from "../plain.ts";

/** Names as a person typed them or a file has them, separated by commas. */
export const listOf = (ids: readonly string[]): string => ids.map((id) => plain(id)).join(", ");

export const didYouMean = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` Did you mean ${names.map((name) => plain(name)).join(" or ")}?`;
