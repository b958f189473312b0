import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { download } from "../../src/datasets/download.ts";
import { fetchFiles } from "../../src/datasets/fetch-files.ts";
import { publishedFiles } from "../../src/datasets/published-files.ts";
import { bytesOf } from "./made-up.ts";
import { nobody, serve } from "./serve.ts";
import { contentsOf, temporaryFolder } from "./temporary-folder.ts";

const course = "date,SPY\n2091-01-02,0.01\n2091-01-03,-0.02\n";
const french = "Created using the 209901 CRSP database.\r\n\r\n,Mom\r\n20910102,  0.54\r\n20910103, -0.20\r\n\r\nCopyright\r\n";

describe("fetchFiles", () => {
  it("brings every published file the same way in as an import", async () => {
    const asked: string[] = [];
    const address = await serve((request, response) => {
      const name = request.url!.split("/").at(-1)!;
      asked.push(name);
      const csv = name.replace("_CSV.zip", ".csv");
      response.end(name.endsWith(".zip") ? zipSync({ [csv]: bytesOf(french) }) : course);
    });
    const folder = temporaryFolder();
    const urls = publishedFiles(`${address}course/`, `${address}french/`);
    const files: string[] = [];
    for await (const outcome of fetchFiles(urls, { localFolder: folder })) {
      files.push(outcome.ok ? `${outcome.value.file} ${outcome.value.layout}` : JSON.stringify(outcome.problem));
    }
    expect(asked).toHaveLength(8);
    expect(files.slice(0, 3)).toEqual([
      "FactorModels_data1.csv course",
      "FactorModels_data2.csv course",
      "F-F_Research_Data_Factors_daily.csv french",
    ]);
    expect(files.filter((file) => !file.endsWith("french") && !file.endsWith("course"))).toEqual([]);
  });

  it("goes on after a file that fails, and stores nothing of that one", async () => {
    const address = await serve((request, response) => {
      if (request.url === "/FactorModels_data1.csv") response.end("date;SPY\n");
      else response.end(course);
    });
    const folder = temporaryFolder();
    const outcomes = [];
    const urls = publishedFiles(address, address).slice(0, 2);
    for await (const outcome of fetchFiles(urls, { localFolder: folder })) outcomes.push(outcome);
    expect(outcomes).toMatchObject([
      { ok: false, problem: { fault: "wrong-delimiter", file: "FactorModels_data1.csv" } },
      { ok: true, value: { file: "FactorModels_data2.csv" } },
    ]);
    expect(Object.keys(contentsOf(folder))).toHaveLength(2);
  });

  it("asks an unreachable host once, and says that it can't be reached", async () => {
    const address = await nobody();
    const outcomes = [];
    for await (const outcome of fetchFiles(publishedFiles(address, address), { localFolder: temporaryFolder() })) {
      outcomes.push(outcome);
    }
    expect(outcomes).toMatchObject([{ ok: false, problem: { fault: "offline", found: "ECONNREFUSED" } }]);
  });
});

describe("download", () => {
  it("tells how far it is", async () => {
    const address = await serve((_, response) => response.end(course));
    const steps: (readonly [number, number | null])[] = [];
    const done = await download(`${address}a.csv`, { onProgress: (...step) => steps.push(step) });
    expect(done).toMatchObject({ ok: true, value: { name: "a.csv" } });
    expect(steps.at(-1)).toEqual([course.length, course.length]);
  });

  it("names the status of a file that is not there", async () => {
    const address = await serve((_, response) => response.writeHead(404).end("no"));
    expect(await download(`${address}a.csv`)).toMatchObject({ problem: { fault: "not-found", found: "HTTP status 404" } });
  });

  it("gives nothing of a download that breaks off", async () => {
    const address = await serve((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write(course, () => response.destroy());
    });
    expect(await download(`${address}a.csv`)).toMatchObject({ ok: false, problem: { fault: "cut-short" } });
  });

  it("waits no longer than its time limit, before the answer and in it", async () => {
    const silent = await serve(() => undefined);
    expect(await download(`${silent}a.csv`, { timeLimitMs: 100 })).toMatchObject({ problem: { fault: "too-slow", found: "0.1 s" } });
    const stalled = await serve((_, response) => void response.write(course));
    expect(await download(`${stalled}a.csv`, { timeLimitMs: 300 })).toMatchObject({ problem: { fault: "too-slow" } });
  });

  it("stops at its size limit, whether or not the server says how long the file is", async () => {
    const stated = await serve((_, response) => response.end("x".repeat(50_000)));
    expect(await download(`${stated}a.csv`, { maxBytes: 1_000 })).toMatchObject({ problem: { fault: "too-large" } });
    const endless = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(10_000)));
      };
      response.on("drain", more);
      more();
    });
    expect(await download(`${endless}a.csv`, { maxBytes: 100_000 })).toMatchObject({ problem: { fault: "too-large" } });
  });
});
