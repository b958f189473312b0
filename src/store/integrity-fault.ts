import Database from "libsql";

/** What SQLite finds wrong with a whole file; null where nothing is. Throws where it can't be read, which says nothing about it. */
export function integrityFault(file: string): string | null {
  const database = new Database(file, { timeout: 10_000 });
  try {
    const verdict = String(Object.values(database.prepare("pragma integrity_check(1)").all()[0] as Record<string, unknown>)[0]);
    return verdict === "ok" ? null : verdict;
  } catch (error) {
    if (error instanceof Error && "code" in error && /CORRUPT|NOTADB/u.test(String(error.code))) return error.message;
    throw error;
  } finally {
    database.close();
  }
}
