import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");

/** Collects this thread's garbage now, the young alone where "minor" is said: for moments when nobody waits. */
export const collectGarbage = runInNewContext("gc") as (options?: { readonly type: "minor" }) => void;
