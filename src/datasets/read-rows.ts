import { success } from "../outcome.ts";
import { carefulRows } from "./careful-rows.ts";
import { plainRows } from "./plain-rows.ts";
import type { Body, Read, Rows } from "./rows.ts";

/** The rows of a table: the quick way where every character is plain, the careful way otherwise. */
export function readRows(body: Body): Read<Rows> {
  const rows = plainRows(body);
  return rows === null ? carefulRows(body) : success(rows);
}
