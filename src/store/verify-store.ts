import type { StoreProblem } from "./problem.ts";
import { existsSync } from "node:fs";
import path from "node:path";

import { failure } from "../outcome.ts";
import type { Outcome } from "../outcome.ts";
import { integrityFault } from "./integrity-fault.ts";
import { whereReadable } from "./sqlite-copy.ts";
import { sqliteFailure } from "./sqlite-failure.ts";
import { hasSqliteHeader, isEmptyFile } from "./sqlite.ts";
import { openStore, type StoreAddress } from "./open-store.ts";
import { verifyDump, type Verification } from "./verify.ts";

/** Reads a whole store through while the bot runs, without changing anything in it, an older version's tables included. */
export async function verifyStore(address: StoreAddress): Promise<Outcome<Verification, StoreProblem>> {
  if ("file" in address && existsSync(address.file)) {
    const where = path.resolve(address.file);
    try {
      const damage = isEmptyFile(where) || !hasSqliteHeader(where) ? null : await whereReadable(where, integrityFault);
      if (damage !== null) return failure({ kind: "store-damaged", where, fault: "damaged", detail: damage });
    } catch (error) {
      return sqliteFailure(where, error);
    }
  }
  const opened = await openStore(address, { mustExist: true, migrates: false });
  if (!opened.ok) return opened;
  try {
    return await verifyDump(opened.value.dump(), opened.value.where);
  } finally {
    await opened.value.close();
  }
}
