import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import { commands } from "../../src/commands/index.ts";
import { terminalSideEffects } from "../../src/commands/side-effects.ts";
import { readConfig } from "../../src/config.ts";
import { reportedSubjects, type ReportedRegression } from "../../src/grading/reported-regressions.ts";
import { failure } from "../../src/outcome.ts";
import { openContext, type OpenContext } from "../../src/programs/open-context.ts";
import { customId, readCustomId } from "../../src/render/custom-id.ts";
import type { Check } from "../../src/store/check-records.ts";
import type { Verdict } from "../../src/store/answer-records.ts";
import type { Reply } from "../../src/render/reply.ts";
import { newestMigration } from "../../src/store/migrations.ts";
import { verdictText } from "../../src/store/rows.ts";
import type { Store } from "../../src/store/store.ts";

/** How the code of that commit answered a button of its own; made-at-0.1.0/README.md says how it was noted. */
interface Button {
  readonly who: string;
  /** A form that was sent, its first answer "1". */
  readonly form: boolean;
  readonly customId: string;
  readonly answered: {
    readonly kind: string;
    readonly problem: string | null;
    readonly audience: string | null;
    readonly verdict: string | null;
    readonly regressions: readonly ReportedRegression[];
    readonly submits: string | null;
  };
}

const madeBefore = new URL("./made-at-0.1.0/", import.meta.url);
const { madeAt, buttons } = JSON.parse(readFileSync(new URL("buttons.json", madeBefore), "utf8")) as {
  readonly madeAt: number;
  readonly buttons: readonly Button[];
};

let folder = "";
let opened: OpenContext;
let context: AppContext;
let store: Store;
let time = madeAt;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "factor-ta-made-before-"));
  const config = readConfig({ FACTOR_TA_LOCAL: folder });
  if (!("file" in config.store)) throw new Error("the store is not a file");
  copyFileSync(new URL("store.db", madeBefore), config.store.file);
  const outcome = openContext(config);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  opened = outcome.value;
  const sideEffects = terminalSideEffects(
    () => undefined,
    ({ filename }) => failure({ kind: "bad-file", file: filename, line: null, column: null, fault: "missing", found: "" }),
  );
  context = { ...opened, now: () => time, sideEffects };
  const opening = await opened.store();
  if (!opening.ok) throw new Error(JSON.stringify(opening.problem));
  store = opening.value;
});

afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

describe("a store made by version 0.1.0", () => {
  test("is kept beside the migrated one, whole and as it was, for its owner alone", () => {
    const file = join(folder, "factor-ta.db");
    const copy = `${file}.before-${newestMigration}`;
    expect(readdirSync(folder).filter((name) => name.includes("before"))).toEqual([basename(copy)]);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const countsOf = (path: string): unknown => {
      const database = new Database(path);
      const counts: unknown = database.prepare("select (select count(*) from answers) as answers, (select count(*) from checks) as checks, (select group_concat(name) from kysely_migration) as migrations").all()[0];
      database.close();
      return counts;
    };
    expect(countsOf(copy)).toEqual(countsOf(fileURLToPath(new URL("store.db", madeBefore))));
    expect(countsOf(copy)).not.toEqual(countsOf(file));
  });

  const check = async (of: (check: Check) => boolean): Promise<Check> => {
    const found = (await store.checks.list("school", 20)).find(of);
    if (found === undefined) throw new Error("the check is gone");
    return found;
  };
  const verdictsOf = async ({ id }: Check) =>
    (await store.answers.ofItem({ kind: "check", check: id })).map(({ person, verdict, attempt, parts }) => ({
      person,
      verdict,
      attempt,
      parts: parts.map(({ quantity, verdict: of, diagnoses }) => [quantity, of, ...diagnoses]),
    }));

  test("has its course, roster and question to the staff", async () => {
    expect(await store.courses.settings("school")).toMatchObject({ instructorRole: "11", staffChannel: "12", hideKeys: true });
    expect((await store.roster.entries("school")).map(({ student, canvasId }) => [student, canvasId])).toEqual([
      ["Lovelace, Ada", "101"],
      ["Boole, George", "102"],
    ]);
  });

  test("has the answers to the chapter's check, their verdicts and what they were taken for", async () => {
    expect(await verdictsOf(await check(({ exercise }) => exercise === "jpm-regression"))).toMatchInlineSnapshot(`
      [
        {
          "attempt": 1,
          "parts": [
            [
              "alpha",
              "incorrect",
            ],
            [
              "beta",
              "incorrect",
              "reversed-regression",
              "other-reversed",
            ],
            [
              "rSquared",
              "correct",
            ],
            [
              "sensitivity",
              "correct",
            ],
          ],
          "person": "ada",
          "verdict": "partial",
        },
        {
          "attempt": 1,
          "parts": [
            [
              "alpha",
              "incorrect",
              "blank",
            ],
            [
              "beta",
              "correct",
            ],
            [
              "rSquared",
              "incorrect",
              "blank",
            ],
            [
              "sensitivity",
              "incorrect",
              "blank",
            ],
          ],
          "person": "george",
          "verdict": "partial",
        },
      ]
    `);
  });

  test("has the check with a variant for each student, closed, and its results", async () => {
    const share = await check(({ exercise }) => exercise === "factor-share");
    expect(share).toMatchObject({ variants: true });
    expect(share.closedAt).not.toBeNull();
    expect((await store.results.ofCheck(share.id)).people).toBe(1);
    expect(await verdictsOf(share)).toMatchInlineSnapshot(`
      [
        {
          "attempt": 1,
          "parts": [
            [
              "factorVariance",
              "incorrect",
            ],
            [
              "factorShare",
              "incorrect",
            ],
            [
              "rSquared",
              "incorrect",
              "blank",
            ],
          ],
          "person": "ada",
          "verdict": "incorrect",
        },
      ]
    `);
  });

  test("has the instructor's own question, its answers and its correction", async () => {
    const own = await check(({ question }) => question !== null);
    expect(own).toMatchObject({ revision: 1, correction: [{ quantity: "beta", tolerance: 0.03 }] });
    expect(await verdictsOf(own)).toMatchInlineSnapshot(`
      [
        {
          "attempt": 1,
          "parts": [
            [
              "beta",
              "incorrect",
              "own-1",
            ],
          ],
          "person": "ada",
          "verdict": "incorrect",
        },
        {
          "attempt": 1,
          "parts": [
            [
              "beta",
              "correct",
            ],
          ],
          "person": "george",
          "verdict": "correct",
        },
      ]
    `);
  });

  test("has what was practised: hints, a worked example, an exercise given up", async () => {
    expect((await store.answers.progressOfPerson("ada")).map(({ item, hints, workedExampleAt }) => [item.kind, hints, workedExampleAt !== null])).toMatchInlineSnapshot(`
      [
        [
          "practice",
          1,
          true,
        ],
        [
          "check",
          2,
          false,
        ],
        [
          "check",
          1,
          false,
        ],
      ]
    `);
    expect((await store.answers.progressOfPerson("george")).filter(({ gaveUpAt }) => gaveUpAt !== null)).toHaveLength(1);
  });
});

/** Version 0.1.0 opened the form of a closed check, and said that it is closed only after it was filled in. */
const isClosedCheck = ({ customId, answered }: (typeof buttons)[number]): boolean => customId === "1/check answer check:smcc6t" && answered.kind === "form";

/** Since then an instructor's own reply is for the instructor alone where it would tell an open check's key. */
const isKeptFromClass = ({ audience, content = "" }: Reply): boolean => audience === "asker" && content.startsWith("For you alone: it would give away the key");

// In this order: pressing one may change what the next one answers, as it did then.
describe("a button that version 0.1.0 posted is answered as it was then", () => {
  test.each(buttons.map((button, index) => [`${String(index)} ${button.who}: ${button.customId}`, button] as const))("%s", async (_title, button) => {
    const call = readCustomId(button.customId);
    if (call === null) throw new Error("not read");
    time += 60_000;
    const { answer: shown, problem } = await answer(
      {
        command: call.command,
        options: button.form ? { ...call.options, answer1: "1" } : call.options,
        asker: { id: button.who, name: button.who, roleIds: [], managesServer: button.who === "prof" },
        place: { guildId: "school", channelId: "class" },
        id: `pressed-${String(time)}`,
      },
      commands,
      context,
    );
    // A check of that store is open: since then, practice on its data waits for its closing.
    if (call.command.startsWith("practice ") && shown.kind === "reply" && /after it closes|being asked just now/u.test(shown.embeds[0]?.title ?? "")) {
      return;
    }
    const { regressions } = reportedSubjects(shown);
    const marking = shown.result["marking"] as { readonly verdict: Verdict } | undefined;
    expect({
      kind: shown.kind,
      problem: problem?.kind ?? null,
      audience: shown.kind === "form" ? null : isKeptFromClass(shown) ? "everyone" : shown.audience,
      verdict: marking === undefined ? null : verdictText(marking.verdict),
      // Replies may declare more than they did: what they were of then is among it.
      regressions: button.answered.regressions.filter((noted) => regressions.some(({ asset, factors, first, last }) => isDeepStrictEqual({ asset, factors, first, last }, noted))),
      submits: shown.kind === "form" ? customId(shown.submit) : null,
    }).toEqual(isClosedCheck(button) ? { ...button.answered, kind: "reply", audience: "asker", problem: "check-closed", submits: null } : button.answered);
  });

  test("under today's names: a hint's level and a worked example", () => {
    const pressed = buttons.map(({ customId: id }) => [id, readCustomId(id)] as const);
    const hints = pressed.filter(([id]) => id.includes(" rung:"));
    expect(hints.length).toBeGreaterThan(5);
    for (const [id, call] of hints) expect(call?.options["level"]).toBe(/ rung:(\d)/u.exec(id)?.[1]);
    const examples = pressed.filter(([id]) => id.startsWith("1/practice twin "));
    expect(examples.length).toBeGreaterThan(0);
    for (const [, call] of examples) expect(call?.command).toBe("practice example");
    // What is posted today carries the new ones.
    for (const [, call] of [...hints, ...examples]) expect(call === null ? null : customId(call)).toMatch(/^1\/(?:(?:practice|check) hint .* level:\d|practice example .*)$/u);
  });
});
