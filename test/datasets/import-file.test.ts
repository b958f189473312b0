import { isoDay } from "../../src/calendar.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { createHash } from "node:crypto";
import { readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDataFile } from "../../src/datasets/data-file.ts";
import { importBytes, importFile } from "../../src/datasets/import-file.ts";
import { readLocalFolder } from "../../src/datasets/local-folder.ts";
import { removeFile, undoImport } from "../../src/datasets/remove-file.ts";
import { maxFileBytes, unpack } from "../../src/datasets/unpack.ts";
import { bytesOf } from "./made-up.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

const returns = "date,ABC,XYZ\n2091-01-02,,0.01\n2091-01-03,0.02,\n2091-01-04,-0.01,-0.02\n";
const now = new Date("2091-02-01T12:00:00Z");
const later = new Date("2091-02-02T12:00:00Z");

describe("importFile", () => {
  it("says what it found and stores the file with its papers", () => {
    const folder = temporaryFolder();
    const local = join(folder, "local");
    const path = join(folder, "mine.csv");
    writeFileSync(path, returns);
    const sha256 = createHash("sha256").update(returns).digest("hex");

    const imported = importFile(path, { localFolder: local, kind: "total", now });
    const abc = { id: "ABC", kind: "total", frequency: "daily", rows: 2, first: "2091-01-03", last: "2091-01-04" };
    expect(imported).toMatchObject({
      ok: true,
      value: {
        file: "mine.csv",
        sha256,
        importedAt: now.toISOString(),
        replaced: null,
        series: [
          { ...abc, blanks: 0, blanksBefore: 1, blanksAfter: 0 },
          { id: "XYZ", rows: 2, blanks: 1 },
        ],
      },
    });
    const stored = contentsOf(local);
    expect(Object.keys(stored)).toEqual([`${sha256.slice(0, 16)}.csv`, `${sha256.slice(0, 16)}.json`]);
    expect(stored[`${sha256.slice(0, 16)}.csv`]).toBe(returns);
    expect(readLocalFolder(local)).toMatchObject({ ok: true, value: [{ file: "mine.csv", sha256 }] });
  });

  it("stores nothing of a file with a fault, and keeps what was there before", () => {
    const folder = temporaryFolder();
    importBytes({ name: "good.csv", bytes: bytesOf(returns) }, { localFolder: folder, kind: "total", now });
    const before = contentsOf(folder);
    const bad = importBytes({ name: "good.csv", bytes: bytesOf(`${returns}x`) }, { localFolder: folder, kind: "total" });
    expect(bad).toMatchObject({ ok: false, problem: { kind: "bad-file", file: "good.csv", line: 5 } });
    expect(contentsOf(folder)).toEqual(before);
  });

  it("puts a newer file of the same name in the older one's place, and keeps that one for an undo", () => {
    const folder = temporaryFolder();
    const options = { localFolder: folder, kind: "total" } as const;
    const at = (day: number) => new Date(now.getTime() + day * 86_400_000);
    importBytes({ name: "mine.csv", bytes: bytesOf(returns) }, { ...options, now });
    const longer = importBytes({ name: "MINE.csv", bytes: bytesOf(`${returns}2091-01-05,0,0\n`) }, { ...options, now: at(1) });
    expect(longer).toMatchObject({ ok: true, value: { replaced: now.toISOString() } });
    importBytes({ name: "mine.csv", bytes: bytesOf(`${returns}2091-01-05,0,0\n2091-01-06,0,0\n`) }, { ...options, now: at(2) });
    expect(Object.keys(contentsOf(folder))).toHaveLength(4);
    expect(readLocalFolder(folder)).toMatchObject({ ok: true, value: [{ file: "mine.csv" }, { file: "MINE.csv" }] });
  });

  it("merges by date with what is there, and says what it adds, keeps and revises", () => {
    const folder = temporaryFolder();
    const rows = (from: number, to: number, changed = -1) =>
      ["date,UPD", ...Array.from({ length: to - from }, (_, row) => `${isoDay(40_000 + from + row)},${from + row === changed ? 0.02 : ((from + row) * (-1) ** (from + row)) / 1_000}`), ""].join("\n");
    importBytes({ name: "all.csv", bytes: bytesOf(rows(0, 30)) }, { localFolder: folder, kind: "total", now });
    const update = importBytes({ name: "week.csv", bytes: bytesOf(rows(27, 34, 28)) }, { localFolder: folder, kind: "total", now: later });
    expect(update).toMatchObject({
      value: { hides: [], shadowed: [], changes: [{ series: "UPD", file: "all.csv", added: 4, kept: 27, revised: 1, largestRevision: { day: 40_028, from: 0.028, to: 0.02 } }] },
    });
    const datasets = loadDatasets({ sampleFolder: temporaryFolder(), localFolder: folder });
    const upd = datasets.ok ? datasets.value.find("UPD") : datasets;
    expect(upd).toMatchObject({ value: { earlier: [{ file: "all.csv" }], calendar: { first: isoDay(40_000), last: isoDay(40_033) } } });
    if (!upd.ok) throw new Error("no series");
    expect([...upd.value.days]).toEqual(Array.from({ length: 34 }, (_, row) => 40_000 + row));
    expect([upd.value.values[27], upd.value.values[28], upd.value.values[29]]).toEqual([-0.027, 0.02, -0.029]);
  });

  it("says which day has no return where prices begin after the older file's end", () => {
    const prices = (from: number, to: number) => bytesOf(["date,UPD", ...Array.from({ length: to - from }, (_, row) => `${isoDay(40_000 + from + row)},${100 + ((from + row) % 7)}`), ""].join("\n"));
    const change = (from: number) => {
      const folder = temporaryFolder();
      importBytes({ name: "all.csv", bytes: prices(0, 5) }, { localFolder: folder, now });
      const update = importBytes({ name: "week.csv", bytes: prices(from, 9) }, { localFolder: folder, now: later });
      return update.ok ? update.value.changes : update.problem;
    };
    expect(change(4)).toMatchObject([{ added: 4, withoutReturn: null }]);
    expect(change(5)).toMatchObject([{ added: 3, withoutReturn: isoDay(40_005) }]);
  });

  it("says whose series it stands before, and keeps that in reach by its file", () => {
    const folder = temporaryFolder();
    const csv = (value: number) => bytesOf(`date,JPM\n2091-01-02,${value}\n2091-01-03,${value}\n`);
    importBytes({ name: "excess.csv", bytes: csv(0.01) }, { localFolder: folder, kind: "excess", now });
    const total = importBytes({ name: "total.csv", bytes: csv(0.02) }, { localFolder: folder, kind: "total", now: later });
    expect(total).toMatchObject({ value: { hides: [{ series: "JPM", file: "excess.csv" }], changes: [] } });
    const datasets = loadDatasets({ sampleFolder: temporaryFolder(), localFolder: folder });
    if (!datasets.ok) throw new Error("not loaded");
    const valueOf = (id: string) => {
      const found = datasets.value.find(id);
      return found.ok ? [found.value.id, found.value.values[0]] : found.problem.kind;
    };
    expect(valueOf("JPM")).toEqual(["JPM", 0.02]);
    expect(valueOf("jpm@excess")).toEqual(["JPM@excess", 0.01]);
    expect(valueOf("JPM@excess.csv")).toEqual(["JPM@excess", 0.01]);
    expect(valueOf("JPM@total")).toEqual(["JPM", 0.02]);
    expect(valueOf("JPM@nothing")).toBe("unknown-series");
    expect(datasets.value.series.map(({ id }) => id)).toEqual(["JPM"]);
  });

  it("says which series stay with another file that stands before this one", () => {
    const folder = temporaryFolder();
    const course = returns.replace("ABC", "JPM");
    importBytes({ name: "FactorModels_data1.csv", bytes: bytesOf(course) }, { localFolder: folder });
    const prices = "date,JPM,QQQ\n2091-01-02,10,20\n2091-01-03,11,21\n";
    const imported = importBytes({ name: "closes.csv", bytes: bytesOf(prices) }, { localFolder: folder });
    expect(imported).toMatchObject({
      ok: true,
      value: { shadowed: [{ series: "JPM", file: "FactorModels_data1.csv" }] },
    });
  });

  it("takes another column of the same file beside the first, and an undo takes back that one alone", () => {
    const folder = temporaryFolder();
    const prices = ["date,AAA,BBB", ...Array.from({ length: 20 }, (_, row) => `${isoDay(19_724 + row)},${String(10 + row)},${String(50 - row)}`), ""].join("\n");
    const take = (column: string, time: Date) => importBytes({ name: "both.csv", bytes: bytesOf(prices) }, { localFolder: folder, column, now: time });
    const ids = () => {
      const datasets = loadDatasets({ sampleFolder: temporaryFolder(), localFolder: folder });
      return datasets.ok ? datasets.value.series.map(({ id }) => id).sort() : datasets.problem;
    };
    expect(take("AAA", now)).toMatchObject({ ok: true });
    expect(take("BBB", later)).toMatchObject({ ok: true, value: { replaced: null } });
    expect(ids()).toEqual(["AAA", "BBB"]);
    expect(undoImport(folder)).toMatchObject({ value: { series: [{ id: "BBB" }] } });
    expect(ids()).toEqual(["AAA"]);
    // The same again replaces itself.
    take("AAA", later);
    expect(Object.keys(contentsOf(folder))).toHaveLength(2);
    take("BBB", later);
    expect(removeFile(folder, "BBB")).toMatchObject({ value: [{ series: [{ id: "BBB" }] }] });
    expect(ids()).toEqual(["AAA"]);
  });

  it("still reads and removes what was stored under the file's own hash", () => {
    const folder = temporaryFolder();
    const prices = ["date,AAA,BBB", ...Array.from({ length: 20 }, (_, row) => `${isoDay(19_724 + row)},${String(10 + row)},${String(50 - row)}`), ""].join("\n");
    importBytes({ name: "both.csv", bytes: bytesOf(prices) }, { localFolder: folder, column: "AAA", now });
    const stem = createHash("sha256").update(prices).digest("hex").slice(0, 16);
    for (const name of Object.keys(contentsOf(folder))) renameSync(join(folder, name), join(folder, `${stem}${name.slice(16)}`));
    expect(readLocalFolder(folder)).toMatchObject({ ok: true, value: [{ series: [{ id: "AAA" }] }] });
    expect(undoImport(folder).ok).toBe(true);
    expect(contentsOf(folder)).toEqual({});
  });

  it("keeps nobody's file name as a path", () => {
    const folder = temporaryFolder();
    const local = join(folder, "local");
    const options = { localFolder: local, kind: "total" } as const;
    const imported = importBytes({ name: "../..\\evil.csv", bytes: bytesOf(returns) }, options);
    expect(imported).toMatchObject({ value: { file: "evil.csv" } });
    expect(Object.keys(contentsOf(local)).every((name) => /^[0-9a-f]{16}\.(csv|json)$/.test(name))).toBe(true);
    expect(contentsOf(local)).not.toEqual({});
  });

  it("refuses a 300 MB file by its size, without reading it", () => {
    const folder = temporaryFolder();
    const path = join(folder, "huge.csv");
    writeFileSync(path, returns);
    truncateSync(path, 300 * 1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    expect(importFile(path, { localFolder: join(folder, "local") })).toMatchObject({
      ok: false,
      problem: { fault: "too-large", file: "huge.csv", found: "300 MB" },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(maxFileBytes);
  });

  it("tells a missing file from a folder and from one that can't be stored", () => {
    const folder = temporaryFolder();
    const local = join(folder, "local");
    const fault = (path: string) => importFile(path, { localFolder: local, kind: "total" });
    expect(fault(join(folder, "no.csv"))).toMatchObject({ problem: { fault: "missing", file: "no.csv" } });
    expect(fault(folder)).toMatchObject({ problem: { fault: "not-a-file" } });
    writeFileSync(join(folder, "mine.csv"), returns);
    writeFileSync(local, "a file stands where the folder should be");
    expect(fault(join(folder, "mine.csv"))).toMatchObject({ problem: { fault: "unwritable" } });
  });
});

describe("readLocalFolder", () => {
  it("says so where a stored file is no longer what was imported", () => {
    const folder = temporaryFolder();
    importBytes({ name: "mine.csv", bytes: bytesOf(returns) }, { localFolder: folder, kind: "total" });
    const [csv, papers] = Object.keys(contentsOf(folder)).map((name) => join(folder, name));
    writeFileSync(csv!, returns.replace("0.02", "0.03"));
    expect(readLocalFolder(folder)).toMatchObject({ problem: { fault: "changed-since-import", file: "mine.csv" } });
    writeFileSync(papers!, "{");
    expect(readLocalFolder(folder)).toMatchObject({ problem: { fault: "changed-since-import" } });
  });

  it("says so where its provenance was changed by hand, whatever stands in it, and allows fields that it doesn't know", () => {
    const folder = temporaryFolder();
    importBytes({ name: "mine.csv", bytes: bytesOf(returns) }, { localFolder: folder, kind: "total" });
    const path = join(folder, Object.keys(contentsOf(folder)).find((name) => name.endsWith(".json"))!);
    const written = JSON.parse(readFileSync(path, "utf8")) as { readonly series: readonly object[] };
    const rewrite = (changes: object) => {
      writeFileSync(path, JSON.stringify({ ...written, ...changes }));
      return readLocalFolder(folder);
    };
    expect(rewrite({ note: "a newer version's", series: written.series.map((series) => ({ ...series, unit: "decimal" })) })).toMatchObject({ ok: true });
    for (const changes of [{ content: "percent" }, { file: 7 }, { sha256: null }, { series: {} }, { series: ["JPM"] }, { importedAt: undefined }]) {
      expect(rewrite(changes)).toMatchObject({ problem: { fault: "changed-since-import" } });
    }
    for (const text of ["null", "[]", "7", ""]) {
      writeFileSync(path, text);
      expect(readLocalFolder(folder)).toMatchObject({ problem: { fault: "changed-since-import" } });
    }
  });

  it("takes no notice of the rest of an import that was cut off", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "0123456789abcdef.csv"), "date,A\n2091-01");
    writeFileSync(join(folder, "0123456789abcdef.json.12.part"), "{");
    expect(readLocalFolder(folder)).toEqual({ ok: true, value: [] });
  });
});

describe("unpack", () => {
  const zip = (members: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, bytesOf(text)])));

  it("gives the one CSV file of a zip, whatever folder it lies in, and of a gzip", () => {
    const unzipped = unpack({ name: "F-F_CSV.zip", bytes: zip({ "data/F-F.CSV": returns, "read.me": "hello" }) });
    expect(unzipped).toEqual({ ok: true, value: { name: "F-F.CSV", bytes: bytesOf(returns) } });
    const gunzipped = unpack({ name: "mine.csv.gz", bytes: gzipSync(returns) });
    expect(gunzipped.ok && { name: gunzipped.value.name, text: String(Buffer.from(gunzipped.value.bytes)) }).toEqual({
      name: "mine.csv",
      text: returns,
    });
  });

  it("refuses an archive that is damaged, empty, or of several CSV files", () => {
    const whole = zip({ "a.csv": returns.repeat(50) });
    const flipped = whole.map((byte, at) => (at > 40 && at < 80 ? 255 - byte : byte));
    for (const bytes of [
      whole.subarray(0, whole.length - 30),
      flipped,
      zip({ "read.me": "hello" }),
      zip({ "a.csv": returns, "b.csv": returns }),
      bytesOf("<html>not a zip</html>"),
    ]) {
      expect(unpack({ name: "a.zip", bytes })).toMatchObject({ problem: { fault: "bad-archive", file: "a.zip" } });
    }
    const cut = gzipSync(returns).subarray(0, 30);
    expect(unpack({ name: "a.csv.gz", bytes: cut })).toMatchObject({ problem: { fault: "bad-archive" } });
  });

  it("answers to any bytes at all", () => {
    const archive = zip({ "a.csv": returns });
    fc.assert(
      fc.property(fc.constantFrom(archive, gzipSync(returns)), fc.nat(400), fc.uint8Array({ maxLength: 20 }), (whole, at, put) => {
        const changed = Uint8Array.from(whole);
        changed.set(put.subarray(0, Math.max(changed.length - at, 0)), Math.min(at, changed.length));
        const unpacked = unpack({ name: "a.zip", bytes: changed }, 1_000_000);
        if (unpacked.ok) readDataFile("a.csv", unpacked.value.bytes, { kind: "total" });
      }),
      { numRuns: 1_000 },
    );
  });

  it("refuses what would grow beyond the limit", () => {
    const zeros = "0".repeat(100_000);
    expect(unpack({ name: "a.zip", bytes: zip({ "a.csv": zeros }) }, 10_000)).toMatchObject({ problem: { fault: "too-large" } });
    expect(unpack({ name: "a.gz", bytes: gzipSync(zeros) }, 10_000)).toMatchObject({ problem: { fault: "too-large" } });
    expect(unpack({ name: "a.csv", bytes: bytesOf(zeros) }, 10_000)).toMatchObject({ problem: { fault: "too-large" } });
  });
});
