import { createServer } from "node:net";
import { expect, test } from "vitest";
import { backupFinding, findingsText, folderFinding, nodeFinding, programFindings, settingFindings, strayFindings, portFinding, okFinding, retentionFinding, screenFinding, modelFinding, secretsFinding, unreadSettingsFinding } from "../../src/hosting/doctor.ts";

test.each([
  ["v20.19.0", "ok"],
  ["v20.18.3", "fault"],
  ["v21.7.0", "fault"],
  ["v22.12.0", "ok"],
  ["v24.0.0", "ok"],
  ["v25.1.0", "ok"],
])("Node %s is %s", (version, state) => expect(nodeFinding(version).state).toBe(state));

test("a taken port is a warning that says which setting moves it", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  expect(await portFinding("Course server", port, "PORT")).toMatchObject({ state: "warning", next: expect.stringContaining("PORT") as string });
  await new Promise((resolve) => server.close(resolve));
  expect(await portFinding("Course server", port, "PORT")).toMatchObject({ state: "ok" });
});

test.each([
  ["https://bot.school.edu/screen/", "ok"],
  ["http://127.0.0.1:8431/", "ok"],
  ["http://localhost:8431/", "ok"],
  ["http://bot.school.edu/screen/", "warning"],
  ["http://localhost.evil.example/", "warning"],
])("projector pages at %s are %s: nobody may read an address on its way", (url, state) => expect(screenFinding(url).state).toBe(state));

test.each([
  [{ seconds: 0.84 }, "ok", "small at models.school.edu chose in 0.8 s", ""],
  [{ seconds: 4.06 }, "warning", "small at models.school.edu chose in 4.1 s, and a question waits 2.5 s", "faster"],
  [{ fault: "refused", found: "HTTP status 401" }, "fault", "models.school.edu does not take the key (refused HTTP status 401)", "HOSTED_MODEL_KEY"],
  [{ fault: "refused", found: "HTTP status 404" }, "fault", "models.school.edu has no such model or address (refused HTTP status 404)", "HOSTED_MODEL_URL"],
  [{ fault: "refused", found: "HTTP status 400" }, "fault", "models.school.edu does not take the request (refused HTTP status 400)", "json_schema"],
  [{ fault: "unreadable", found: "not the object of the schema" }, "fault", "models.school.edu does not keep to the schema that it is sent (unreadable not the object of the schema)", "structured outputs"],
  [{ fault: "not-offered", found: "a reading" }, "fault", "models.school.edu does not keep to the schema that it is sent (not-offered a reading)", "structured outputs"],
  [{ fault: "refused", found: "HTTP status 429" }, "warning", "small at models.school.edu can't be asked (refused HTTP status 429)", "limits"],
  [{ fault: "offline", found: "ECONNREFUSED" }, "warning", "small at models.school.edu can't be asked (offline ECONNREFUSED)", "is up"],
  [{ fault: "too-slow", found: "" }, "warning", "small at models.school.edu can't be asked (too-slow)", "is up"],
])("a hosted model that answers %j is %s", (probe, state, detail, next) => {
  const service = { host: "models.school.edu", model: "small", isConfidential: true };
  expect(modelFinding(service, probe, 2.5)).toEqual([{ subject: "Hosted model", state, detail, next: expect.stringContaining(next) as string }]);
  const open = modelFinding({ ...service, isConfidential: false }, probe, 2.5);
  expect(open.at(-1)).toMatchObject({ state: "warning", detail: "questions to models.school.edu can be read on the way" });
});

test.each([
  [0o100600, []],
  [0o100400, []],
  [0o100644, ["(0644)"]],
  [0o100640, ["(0640)"]],
  [0o100606, ["(0606)"]],
])("a file of secrets with the rights %o", (mode, said) => {
  expect(secretsFinding(".env", mode).map(({ detail }) => /\(\d+\)$/u.exec(detail)?.[0])).toEqual(said);
});

test("a run without the settings of the unit says that it looked elsewhere, and how to look there", () => {
  expect(unreadSettingsFinding("/etc/factor-ta.env")).toMatchObject({ state: "warning", next: expect.stringContaining("--env-file=/etc/factor-ta.env dist/doctor.js") as string });
});

test("the text ends with the number of faults to fix", () => {
  const fault = { subject: "Token", state: "fault", detail: "refused", next: "Reset it." } as const;
  expect(findingsText([okFinding("Node", "v24.0.0"), fault])).toBe("✓ Node: v24.0.0\n✗ Token: refused\n  → Reset it.\n\n1 to fix.");
  expect(findingsText([okFinding("Node", "v24.0.0")])).toMatch(/All is well\.$/u);
});

test.each([
  [null, 0, "ok", "none was made"],
  [null, 1, "warning", "none was made"],
  [0.5, 1, "ok", "less than a day"],
  [1.5, 1, "ok", "1 day old"],
  [7.9, 1, "ok", "7 days old"],
  [8, 1, "warning", "8 days old"],
  [8, 0, "ok", "8 days old"],
  // A clock that was set back.
  [-2, 1, "ok", "less than a day"],
])("a last backup %s days ago, of a store with %s answers, is %s", (daysAgo, answers, state, words) => {
  const now = Date.UTC(2026, 10, 27);
  const finding = backupFinding(daysAgo === null ? null : now - daysAgo * 86_400_000, answers, now);
  expect(finding).toMatchObject({ state, detail: expect.stringContaining(words) as string });
});

test("the dry run of the retention names each course with something old, and whether it was announced", () => {
  const none = { checks: 0, answers: 0, questions: 0, students: 0 };
  expect(retentionFinding(90, [{ course: "g1", announced: null, rows: none }]).detail).toBe("90 days; nothing is that old");
  const { detail } = retentionFinding(90, [
    { course: "g1", announced: null, rows: none },
    { course: "g2", announced: null, rows: { ...none, checks: 2, answers: 31 } },
    { course: "g3", announced: { at: Date.UTC(2026, 10, 1), upTo: 0 }, rows: { ...none, questions: 1 } },
  ]);
  expect(detail).toBe("90 days; server g2: 2 checks, 31 answers, 0 questions, 0 rows of the roster, to be announced; server g3: 0 checks, 0 answers, 1 questions, 0 rows of the roster, announced on 2026-11-01");
});

test("files that nobody imported are one warning, with the first five names", () => {
  expect(strayFindings([])).toEqual([]);
  expect(strayFindings(["a.csv"])).toMatchObject([{ state: "warning", detail: "a.csv: not imported, so nothing reads it" }]);
  expect(strayFindings(["a", "b", "c", "d", "e", "f", "g"])[0]?.detail).toBe("a, b, c, d, e and 2 more: not imported, so nothing reads them");
});

test("a mistyped setting, a missing worker and a folder that is not there are said, each with its next step", () => {
  expect(settingFindings([])).toEqual([]);
  expect(programFindings([])).toEqual([]);
  const found = [...settingFindings(["DISCORD_TOKN"]), ...programFindings(["draw-worker.js"]), folderFinding("/typo")];
  expect(found.map(({ state, detail }) => `${state}: ${detail}`)).toEqual(["warning: DISCORD_TOKN is no setting", "fault: draw-worker.js is missing", "warning: /typo is not there"]);
  expect(found.every(({ next }) => next !== "")).toBe(true);
});
