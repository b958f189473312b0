import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/open-store.ts";

let bytes: Promise<Uint8Array> | undefined;

/** Writes a store without a row, migrated once by each worker: the migrations write to the disk some forty times. */
export async function writeEmptyStore(file: string): Promise<void> {
  writeFileSync(file, await (bytes ??= emptyStore()));
}

async function emptyStore(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-empty-store-"));
  const file = join(folder, "factor-ta.db");
  const store = await openStore({ file });
  if (!store.ok) throw new Error(JSON.stringify(store.problem));
  await store.value.close();
  const written = readFileSync(file);
  rmSync(folder, { recursive: true });
  return written;
}
