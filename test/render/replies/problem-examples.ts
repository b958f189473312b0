import type { ExerciseProblem } from "../../../src/grading/problem.ts";
import type { AnswerProblem, StoreProblem } from "../../../src/store/problem.ts";
import type { EngineProblem, SeriesProblem } from "../../../src/engine/problem.ts";
import type { DiscordProblem } from "../../../src/discord/problem.ts";
import type { FileProblem, PortfolioProblem } from "../../../src/datasets/problem.ts";
import type { CourseProblem, OptionProblem, PostProblem } from "../../../src/commands/problem.ts";
import type { PortProblem } from "../../../src/hosting/problem.ts";
import type { Problem } from "../../../src/render/problem.ts";
import type { FaultyTextsProblem, UnreadableAnswer, UnreadableCheck, UnreadableReason } from "../../../src/exercises/problem.ts";

/** Every kind of problem with its facts: one example for each form that its words have. */
type Examples<P extends Problem> = { readonly [K in P["kind"]]: readonly Omit<Extract<P, { kind: K }>, "kind">[] };

const first = { series: "SPY", first: "1993-02-01", last: "2024-12-31" } as const;

// Each group has all of its kinds, or it does not compile: a new kind needs its golden words.

type WindowKind = "no-overlap" | "reversed-window";

export const seriesProblems = {
  "unknown-series": [
    { asked: "JMP", nearest: ["JPM", "SMB"], available: 12, examples: ["SPY", "WMT", "JPM", "MSFT"] },
    { asked: "ZZZZ", nearest: [], available: 1_234, examples: ["SPY", "WMT"] },
    { asked: "**@everyone** `x`", nearest: ["BRK_B"], available: 2, examples: ["BRK_B", "SPY"] },
    { asked: "JPM", nearest: [], available: 0, examples: [] },
    { asked: "boeing", nearest: [], available: 32, examples: ["GE", "SPY"], company: { ticker: "BA", name: "Boeing" } },
    { asked: "*B*", nearest: [], available: 1, examples: ["SPY"], company: { ticker: "ABC", name: "ABC" } },
  ],
  "ambiguous-name": [
    { asked: "Morgan", companies: [{ ticker: "JPM", name: "JPMorgan Chase", isLoaded: true }, { ticker: "MS", name: "Morgan Stanley", isLoaded: false }] },
    { asked: "general", companies: ["GE", "GM", "GD"].map((ticker) => ({ ticker, name: `General ${ticker}`, isLoaded: ticker === "GE" })) },
  ],
  "no-overlap": [{ ranges: [first, { series: "NEW", first: "2025-02-03", last: "2025-12-31" }] }],
  "reversed-window": [{ from: "2010-01-01", to: "2009-12-31" }],
  "mixed-origins": [
    { imported: ["AAPL"], simulated: ["Mkt-RF", "RF"], frequency: "daily" },
    { imported: ["Mkt-RF", "RF"], simulated: ["KO"], frequency: "monthly" },
  ],
  "wrong-frequency": [{ series: "MOM", has: "monthly or annual", asked: "daily" }],
  "unreadable-portfolio": [
    { text: "0.6*JPM+0.4*TSLA", reason: "unknown-name", at: "TSLA" },
    { text: "JPM WMT", reason: "unreadable", at: "WMT" },
    { text: "0.6*JPM+", reason: "unreadable", at: "" },
    { text: "JPM+0.5", reason: "number-alone", at: "0.5" },
    { text: "JPM-JPM", reason: "empty", at: "JPM-JPM" },
    { text: "A+B+C", reason: "too-many", at: "11" },
    { text: "JPM-RF", reason: "rate", at: "RF" },
    { text: "JPM", reason: "single", at: "JPM" },
  ],
} as const satisfies Examples<PortfolioProblem | SeriesProblem | Extract<EngineProblem, { kind: WindowKind }>>;

export const engineProblems = {
  "too-few-rows": [
    { rows: 1, needed: 3, series: ["JPM", "SPY"] },
    { rows: 0, needed: 8, series: ["JPM"] },
    { rows: 12, needed: 252, series: ["JPM", "Mkt-RF", "SMB"] },
  ],
  "wrong-return-kind": [
    { series: "JPM", has: "excess", needs: "total" },
    { series: "MSFT", has: "total", needs: "excess" },
    { series: "RF", has: "rate", needs: "excess" },
    { series: "SPY", has: "excess", needs: "rate" },
  ],
  "constant-series": [{ series: "FLAT", value: 0.001 }, { series: "ZERO", value: 0 }],
  collinear: [{ series: ["SPY", "TWICE"], conditionNumber: 1e17 }],
  "ill-conditioned": [{ conditionNumber: 3.21e13, digitsLeft: 2.4 }],
  "not-finite": [{ series: "JPM", date: "2008-09-15", value: Infinity }],
  "factor-is-asset": [{ series: "SPY" }],
  "exact-fit": [{ asset: "TWICE", factors: ["SPY", "SMB"] }],
  "window-too-long": [
    { rows: 251, window: 252, series: ["JPM", "SPY"] },
    { rows: 12, window: 60, series: ["JPM", "SPY"] },
  ],
  "no-whole-period": [{ frequency: "annual", from: "2020-06-01", to: "2021-05-31" }, { frequency: "weekly", from: "2020-01-07", to: "2020-01-09" }],
} as const satisfies Examples<Exclude<EngineProblem, { kind: WindowKind | "wrong-frequency" | "out-of-range" }>>;

type Expected = Extract<OptionProblem, { kind: "unreadable-option" }>["expected"];

/** How a value of each sort may be mistyped, and in which option. */
const unreadableOptions = {
  date: { option: "from", text: "yesterday" },
  "whole number": { option: "window", text: "2.5" },
  lags: { option: "lags", text: "2.5" },
  number: { option: "tolerance", text: "some" },
  "true or false": { option: "private", text: "perhaps" },
  money: { option: "budget", text: "a lot" },
  share: { option: "target", text: "half" },
  file: { option: "file", text: "roster.csv" },
  moment: { option: "closes", text: "soon" },
  mention: { option: "channel", text: "staff" },
  credit: { option: "credit", text: "60% 80%" },
} as const satisfies Record<Expected, { readonly option: string; readonly text: string }>;

const closing = Date.UTC(2026, 10, 25, 14);

export const optionProblems = {
  "unknown-topic": [{ asked: "betta", nearest: ["beta", "beta-and-frequency"], available: 123 }, { asked: "quantum", nearest: [], available: 123 }],
  "unknown-command": [{ asked: "bta", nearest: ["beta", "data list"] }, { asked: "dance", nearest: [] }],
  "unknown-option": [{ command: "beta", option: "freq", nearest: ["frequency"], known: ["ticker", "frequency"], value: "monthly", rest: { ticker: "JPM" } }, { command: "beta", option: "colour", nearest: [], known: ["ticker", "factor"], value: "red", rest: { ticker: "JPM" } }, { command: "help", option: "colour", nearest: [], known: [], value: "red", rest: {} }],
  "missing-option": [{ command: "beta", option: "ticker" }, { command: "check vote", option: "exercise", or: "question" }],
  "too-many-words": [{ command: "beta", word: "please", known: ["ticker", "factor"], rest: { ticker: "JPM" } }, { command: "progress", word: "JPM", known: [], rest: {} }],
  "option-elsewhere": [
    { command: "beta", word: "5m", does: null, takers: [{ command: "size", option: "budget", value: "5m", assets: ["JPM"], options: { ticker: "JPM", budget: "5m" } }, { command: "track", option: "amount", value: "5m", assets: ["JPM"], options: {} }, { command: "hedge", option: "amount", value: "5m", assets: ["JPM"], options: {} }, { command: "rolling", option: "window", value: "105", assets: ["JPM"], options: {} }], rest: { ticker: "JPM" } },
    { command: "rolling", word: "hac", does: null, takers: [{ command: "beta", option: "errors", value: "hac", assets: ["JPM"], options: {} }], rest: { ticker: "JPM" } },
    { command: "frequency", word: "monthly", does: "compares daily, weekly, monthly and yearly returns", takers: [{ command: "beta", option: "frequency", value: "monthly", assets: ["JPM"], options: {} }], rest: { ticker: "JPM" } },
    { command: "frequency", word: "annual", does: "compares daily, weekly, monthly and yearly returns", takers: [], rest: { ticker: "JPM" } },
  ],
  "option-without-value": [{ command: "beta", option: "lags", choices: ["auto"], rest: { ticker: "JPM" } }, { command: "size", option: "budget", choices: [], rest: { ticker: "JPM" } }],
  "given-twice": [{ command: "beta", option: "frequency", first: "monthly", second: "weekly", rest: { ticker: "JPM" } }],
  "unreadable-option": Object.entries(unreadableOptions).map(([expected, asked]) => ({ ...asked, expected: expected as Expected })),
  "takes-one-factor": [{ command: "beta", word: "ff3" }],
  "several-assets": [{ command: "beta", assets: ["JPM", "WMT"], rest: "2008", others: {}, takesFactor: true }, { command: "explain", assets: ["JPM", "WMT", "MSFT"], rest: "", others: {}, takesFactor: false }],
  "no-such-frequency": [{ word: "quarterly", has: ["daily", "weekly", "monthly"], elsewhere: null }, { word: "annual", has: ["daily", "weekly", "monthly"], elsewhere: { command: "frequency", does: "compares daily, weekly, monthly and yearly returns" } }],
  "not-a-choice": [{ option: "errors", text: "bootstrap", choices: ["classical", "hc1", "hac"] }, { option: "claim", text: "renamed", choices: [] }],
  "out-of-range": [{ option: "lags", value: 501, min: 0, max: 500 }, { option: "target", value: 1.5, min: 0, max: 0.99 }, { option: "budget", unit: "dollars", value: 0, min: 1, max: 1e12 }],
  "series-count": [{ option: "tickers", found: 1, min: 2, max: 4 }, { option: "ticker", found: 5, min: 1, max: 4 }, { option: "factor", found: 3, min: 1, max: 1, series: ["Mkt-RF", "SMB", "HML"] }],
  "bad-choices": [{ found: 1, reason: "count" }, { found: 3, reason: "alike" }, { found: 3, reason: "long" }],
  "text-too-long": [{ option: "question", length: 2_345, max: 2_000 }],
  "not-allowed": [{ command: "check post", needs: "instructor" }, { command: "course setup", needs: "manager" }],
  "needs-server": [{ command: "check list" }],
  "unknown-question": [{ asked: "q7" }],
  "unknown-exercise": [{ asked: "jpm", nearest: ["jpm-regression"] }, { asked: "chess", nearest: [] }],
  "bad-set": [
    { fault: "not-json", check: null, field: "", detail: "" },
    { fault: "not-a-set", check: null, field: "", detail: "" },
    { fault: "version", check: null, field: "version", detail: "7" },
    { fault: "check", check: 3, field: "points", detail: "Invalid type: Expected number but received \"two\"" },
    { fault: "task", check: 2, field: "", detail: "I have no exercise called jpm-regresion." },
  ],
  "no-choices": [
    { exercise: "Why diversify", reason: "open", quantities: [] },
    { exercise: "α a year", reason: "too-few", quantities: ["alphaAnnual"] },
    { exercise: "A stock's factor model", reason: "quantity", quantities: ["alpha", "beta"] },
  ],
  "no-variant": [{ exercise: "beta-frequency" }],
  "unknown-variant": [{ exercise: "jpm-regression", asked: "JPM-2001-2009", example: "jpm-1995-2004" }],
  "check-still-open": [
    { check: "week-3", people: 1, closesAt: null },
    { check: "week-3", people: 0, closesAt: closing },
    { check: "week-3", people: 1_204, closesAt: closing },
  ],
  "claim-refused": [{ reason: "unknown-code" }, { reason: "taken" }, { reason: "other-row" }],
  "unusable-setting": [
    { option: "role", reason: "everyone", asked: "1" },
    { option: "staff", reason: "no-channel", asked: "123" },
    { option: "timezone", reason: "no-time-zone", asked: "Mars" },
  ],
  "no-portfolio-set": [{ asked: 25, has: [] }, { asked: 25, has: [49] }, { asked: 25, has: [6, 49] }],
  "unusable-name": [
    { name: "JPM", reason: "taken" },
    { name: "2*X", reason: "unreadable" },
  ],
  "data-not-shared": [{ series: ["AAPL"] }, { series: ["AAPL", "MSFT"] }],
  "check-uncertain": [{ check: null }, { check: "week3a" }],
  "question-uncertain": [{}],
  "not-stored": [{ what: "check", reason: "full" }, { what: "check", reason: "locked" }, { what: "question", reason: "lost" }],
  "too-many-questions": [{ nextAt: closing }],
  "course-closed": [{ closedAt: closing }],
  "which-check": [{ checks: [{ id: "week3a", title: "α a year" }, { id: "week3b", title: "Week *3*" }] }],
  "several-assignments": [{ title: "WMT beta", assignments: [{ heading: "WMT beta (99121)", points: 10 }, { heading: "WMT beta (99199)", points: 100 }] }],
  "unusable-assignment": [
    { reason: "unreadable", asked: "Week1", has: [] },
    { reason: "unknown-number", asked: "777", has: ["Weekly check 1 (501)", "Week 2 (502)"] },
    { reason: "unknown-number", asked: "777", has: [] },
    { reason: "unknown-check", asked: "aaaaaa", has: ["Week 1 (uwsgun)"] },
    { reason: "twice", asked: "501=uwsgun", has: [] },
    { reason: "which-check", asked: "Weekly check 1 (501)", has: ["Week 1 (uwsgun)", "Week 2 (uwsgum)"] },
    { reason: "no-check", asked: "Weekly check 1 (501)", has: [] },
  ],
  "unknown-student": [{ asked: "4711" }],
  "same-data-elsewhere": [
    { title: "Week *3*", until: closing },
    { title: "Week 3", until: null },
  ],
  "far-moment": [{ option: "closes", text: "400d", at: closing }],
  "unclear-moment": [{ option: "closes", text: "11/12 9am", readings: [{ at: closing, words: "Thu 2026-11-12, 09:00 EST" }, { at: closing + 86_400_000, words: "Fri 2026-12-11, 09:00 EST" }] }],
  "no-time-zone": [{ times: [{ option: "closes", text: "Friday 5pm" }] }, { times: [{ option: "opens", text: "9am" }, { option: "closes", text: "10am" }] }],
  "closes-before-opens": [{ text: "Monday 8am", opensAt: closing, later: closing + 86_400_000, words: "Mon 2026-12-07, 08:00 EST" }],
  "unclear-number": [{ option: "key", text: "1,395", readings: ["1.395", "1395"] }, { option: "key", text: "about 252", readings: ["252"] }],
  "one-key-for-variants": [{ part: "β", text: "1.4", variants: 24 }],
  "option-without-use": (["exercise", "own-question", "open-question", "choices", "numbers", "attempts", "opens"] as const).map((beside) => ({ command: "check post", options: ["key", "question"], beside })),
  "past-moment": [{ option: "closes", at: closing }],
  "cannot-post": [
    { channel: "123456789", why: "forbidden" },
    { channel: "123456789", why: "gone" },
    { channel: "123456789", why: "locked" },
  ],
  "post-uncertain": [{ channel: "123456789" }],
} as const satisfies Examples<OptionProblem | CourseProblem | ExerciseProblem | PostProblem>;

type FileFacts = Omit<FileProblem, "kind" | "fault">;
const whole = { file: "prices.csv", line: null, column: null } as const;
const cell = { file: "prices.csv", line: 1_204, column: "JPM" } as const;

export const fileFaults = {
  missing: { ...whole, found: "prices.csv" },
  empty: { ...whole, found: "" },
  "too-large": { ...whole, found: "more than 64 MB" },
  "wrong-delimiter": { ...whole, line: 1, found: "date;SPY;JPM" },
  "decimal-comma": { ...cell, found: "0,0123" },
  "day-first-date": { ...cell, column: "date", found: "31.12.2024" },
  "unreadable-date": { ...cell, column: "date", found: "Dec 2024" },
  "repeated-date": { ...cell, column: "date", found: "2024-12-30" },
  unsorted: { ...cell, column: "date", found: "2024-12-27" },
  "not-a-number": { ...cell, found: "n/a*" },
  "no-series": { ...whole, line: 1, found: "date" },
  "not-a-price": { ...cell, found: "-1" },
  "wrong-width": { ...cell, column: null, found: "2024-12-30,0.01,0.02,0.03" },
  "bad-name": { ...whole, line: 1, column: "2", found: "JP Morgan" },
  "repeated-name": { ...whole, line: 1, column: "3", found: "JPM" },
  "not-canvas": { ...whole, line: 1, found: "Name, ID" },
  "no-header": { ...whole, line: 1, found: "2024-12-30,0.01" },
  "no-rows": { ...whole, found: "date,JPM" },
  "not-an-id": { ...whole, line: 2, column: "ID", found: "1.0431E+16" },
  "rounded-ids": { ...whole, column: "ID", found: "104300000000012000" },
  "repeated-id": { ...whole, line: 3, column: "ID", found: "4711" },
  "lost-letters": { ...whole, line: 2, found: "M�ller, �nne,4005" },
  "bad-quotes": { ...whole, line: 7, found: '"2024-12-30,0.01' },
  binary: { ...whole, found: "" },
  "not-text": { ...whole, file: "roster.xlsx", found: "" },
  "bad-archive": { ...whole, file: "factors.zip", found: "it holds 2 CSV files, and one is expected" },
  "not-finite": { ...cell, found: "1e999" },
  "not-a-return": { ...cell, found: "-1.2" },
  "in-percent": { ...cell, found: "1.23" },
  "price-or-ratio": { ...whole, column: "PE", found: "PE" },
  "needs-annual-unit": { ...whole, column: "rf_annual", found: "0.05" },
  "mixed-columns": { ...whole, found: "BND, AAPL" },
  "mixed-units": { ...whole, column: "JPM", found: "2015-01-02 to 2015-03-31" },
  "unknown-kind": { ...whole, found: "JPM, WMT" },
  "ambiguous-dates": { ...whole, column: "Date", found: "01/02/2024" },
  "needs-name": { ...whole, line: 1, found: "Adj Close" },
  "needs-column": { ...whole, line: 1, found: "bid, ask" },
  "needs-unit": { ...whole, column: "rate", found: "5.2" },
  "needs-region": { ...whole, found: "3_Factors.csv" },
  "reserved-name": { ...whole, column: "Close", found: "RF" },
  "unix-dates": { ...whole, found: "1704119400" },
  "serial-dates": { ...whole, found: "45292" },
  "several-a-day": { ...whole, found: "2024-01-02 09:30:00" },
  "months-in-columns": { ...whole, found: "Jan, Feb, Mar, Apr, May, Jun, Jul, Aug, Sep, Oct, Nov, Dec" },
  "needs-section": { ...whole, found: "1 Value Weighted; 2 Equal Weighted" },
  "mixed-percent": { ...whole, column: "JPM", found: "%" },
  level: { ...whole, column: "VIX", found: "VIX" },
  counts: { ...whole, column: "Volume", found: "Volume" },
  "gross-returns": { ...whole, column: "JPM", found: "1.0123" },
  cumulative: { ...whole, column: "JPM", found: "0.4312" },
  "not-returns": { ...whole, column: "JPM", found: "0.0000101" },
  "not-a-rate": { ...whole, column: "RF", found: "0.0521" },
  "missing-code": { ...cell, found: "-99.99" },
  "doubtful-days": {
    ...whole,
    found: "",
    doubts: [
      { kind: "split", series: "ABC", date: "2024-01-30", ratio: 2, value: -0.5012 },
      { kind: "split", series: "ABC", date: "2024-02-30", ratio: 0.1, value: 8.97 },
      { kind: "hundredfold", series: "EZJ.L", date: "2023-02-01", value: -0.99 },
      { kind: "spike", series: "*X*", date: "2024-01-30", value: 99.1 },
      { kind: "jump", series: "Y", date: "2024-01-30", value: 0.98 },
      { kind: "stale", series: "DEAD", date: "2023-03-01", rows: 220 },
      { kind: "shifted", series: "AAPL", date: "2024-01-03", lag: 1, sameDay: -0.14, shifted: 0.74 },
    ],
  },
  "unknown-frequency": { ...whole, found: "14" },
  "ambiguous-weeks": { ...whole, found: "Sunday" },
  simulated: { ...whole, column: "ABC", found: "JPM" },
  "price-or-rate": { ...whole, column: "T3", found: "5.21" },
  "other-weeks": { ...whole, found: "Wednesday" },
  "not-prepared": { ...whole, file: "0123456789abcdef", found: "" },
  "over-quota": { ...whole, found: "312 series, and 300 are the most" },
  "too-many-students": { ...whole, found: "5,000" },
  "nothing-to-undo": { ...whole, file: "undo", found: "" },
  "not-imported": { ...whole, file: "yahoo_AAPL", found: "yahoo_AAPL.csv" },
  "not-a-file": { ...whole, file: "data", found: "data" },
  unreadable: { ...whole, found: "EACCES" },
  "changed-since-import": { ...whole, found: "" },
  unwritable: { ...whole, found: "ENOSPC" },
  offline: { ...whole, file: "factors.zip", found: "ENOTFOUND" },
  "not-found": { ...whole, file: "factors.zip", found: "HTTP status 404" },
  "no-ticker": { ...whole, found: "No data found, symbol may be delisted" },
  "refused-ticker": { ...whole, found: "HTTP status 429" },
  "odd-answer": { ...whole, found: "it has not the form of Yahoo's charts" },
  "cut-short": { ...whole, file: "factors.zip", found: "terminated" },
  "too-slow": { ...whole, file: "factors.zip", found: "120 s" },
} as const satisfies Record<FileProblem["fault"], FileFacts>;

type Reason = Extract<StoreProblem, { kind: "store-unreachable" }>["reason"];
type Damage = Extract<StoreProblem, { kind: "store-damaged" }>["fault"];
type DumpFault = Extract<StoreProblem, { kind: "bad-dump" }>["fault"];

const file = "data/local/store.db";
const address = "db.example.org:5432/course";

const unreachable = {
  "cannot-open": { where: file, detail: "unable to open database file" },
  "read-only": { where: file, detail: "attempt to write a readonly database" },
  "no-rights": { where: address, detail: "permission denied for schema public" },
  "takes-no-changes": { where: address, detail: "cannot execute INSERT in a read-only transaction" },
  "io-error": { where: file, detail: "disk I/O error" },
  "other-owner": { where: file, detail: "data/local/store.db is root's, and this is user 998" },
  busy: { where: file, detail: "database is locked" },
  "bad-address": { where: "DATABASE_URL", detail: "" },
  refused: { where: address, detail: "connect ECONNREFUSED 127.0.0.1:5432" },
  "no-such-host": { where: address, detail: "getaddrinfo ENOTFOUND db.example.org" },
  "not-authorised": { where: address, detail: 'password authentication failed for user "course"' },
  "no-such-database": { where: address, detail: 'database "course" does not exist' },
  full: { where: file, detail: "database or disk is full" },
  "timed-out": { where: address, detail: "timeout expired" },
  other: { where: address, detail: "sorry, too many clients already" },
} as const satisfies Record<Reason, { readonly where: string; readonly detail: string }>;

const damaged = {
  "not-a-database": "file is not a database",
  damaged: "row 7 missing from index answers_by_person",
  "not-ours": "users, posts",
  emptied: "",
} as const satisfies Record<Damage, string>;

const badDump = {
  "not-a-dump": { line: 1, detail: "<html>" },
  "not-a-row": { line: 1_204, detail: "Unexpected end of JSON input" },
  "does-not-fit": { line: 12, detail: "answers has no column colour" },
  "cut-short": { line: 9_999, detail: "" },
  tampered: { line: 9_999, detail: "" },
  empty: { line: 2, detail: "" },
  orphaned: { line: 9_999, detail: "k3m9pz" },
} as const satisfies Record<DumpFault, { readonly line: number; readonly detail: string }>;

export const storeProblems = {
  "store-unreachable": Object.entries(unreachable).map(([reason, found]) => ({ ...found, reason: reason as Reason })),
  "store-busy": [{ reason: "lost" }, { reason: "slow" }, { reason: "locked" }, { reason: "full" }, { reason: "read-only" }, { reason: "gone" }],
  "store-damaged": Object.entries(damaged).map(([fault, detail]) => ({ where: file, detail, fault: fault as Damage })),
  "store-newer": [{ where: file, found: "0009-marks", known: "0008-checks" }],
  "store-not-empty": [{ where: address, table: "answers" }],
  "store-missing": [{ where: file }],
  "store-in-use": [{ where: file }],
  "backup-exists": [{ where: "backup-2026-09-14.jsonl" }],
  "bad-dump": Object.entries(badDump).map(([fault, found]) => ({ ...found, fault: fault as DumpFault })),
} as const satisfies Examples<StoreProblem>;

export const answerProblems = {
  "unknown-check": [{ asked: "week-9" }, { asked: "" }],
  "check-has-begun": [{ check: "d7k2m3" }],
  "check-not-open": [{ check: "week-3", opensAt: closing }],
  "check-closed": [{ check: "week-3", closedAt: closing, voided: false }, { check: "week-3", closedAt: closing, voided: true }],
  "cannot-undo": (["nothing", "not-the-newest", "too-old", "time-over", "course-closed", "has-begun"] as const).map((reason) => ({ check: "week-3", reason })),
  "vote-over": [
    { check: "week-3", round: 1, stage: "discussion" },
    { check: "week-3", round: 1, stage: "second" },
    { check: "week-3", round: 2, stage: "first" },
  ],
  "no-such-round": [
    { check: "k7m2p9", stage: "closed" },
    { check: "week-3", stage: "no-vote" },
    { check: "week-3", stage: "first" },
    { check: "week-3", stage: "discussion" },
    { check: "week-3", stage: "second" },
  ],
  "no-attempts-left": [{ attempts: 3 }, { attempts: 1 }],
  "too-soon": [{ nextAt: closing }],
  "faulty-texts": [{ faults: ["annualise-alpha.json: title: nothing fills {nonsense}", "glossary.json: variance: line: is missing, empty, or has blanks at an end"] }],
  "unreadable-check": [
    { part: "question", field: "own.key.unit", detail: 'Invalid type: Expected ("return" | "share") but received "percent"' },
    { part: "correction", field: "", detail: 'Invalid type: Expected Array but received "tolerance 2%"' },
  ],
} as const satisfies Examples<AnswerProblem | UnreadableCheck | FaultyTextsProblem>;

export const portProblems = { "port-taken": [{ port: 8_080, setting: "PORT" }, { port: 9_421, setting: "HEALTH_PORT" }], "cannot-listen": [{ host: "nohost.invalid", port: 9_421, detail: "ENOTFOUND" }] } as const satisfies Examples<PortProblem>;

export const discordProblems = {
  "discord-token": [{}],
  "discord-intents": [{}],
  "discord-shards": [{ fault: "required" }, { fault: "invalid" }, { fault: "ended" }, { fault: "settings" }],
  "discord-version": [{}],
  "discord-logins": [{}],
  "discord-unreachable": [{ detail: "ENOTFOUND" }],
  "discord-gateway": [{ detail: "Opening handshake has timed out" }],
  "discord-ended": [{ code: 4_099 }],
  "discord-server": [{}],
  "discord-commands": [{ detail: "503" }],
} as const satisfies Examples<DiscordProblem>;

/** All groups but files and unreadable answers, whose variants are above and below: a new group does not compile either. */
export const kindsOfProblems = {
  ...seriesProblems,
  ...engineProblems,
  ...optionProblems,
  ...storeProblems,
  ...answerProblems,
  ...portProblems,
  ...discordProblems,
} satisfies Examples<Exclude<Problem, FileProblem | UnreadableAnswer>>;

/** What is typed for each reason, and the choices where the answer is one. */
export const unreadableAnswers = {
  empty: { text: "", choices: [] },
  "no-number": { text: "no idea", choices: [] },
  "several-numbers": { text: "1.2 or 1.3", choices: ["1.2", "1.3"] },
  "ambiguous-comma": { text: "1,234 bps", choices: [] },
  "ambiguous-point": { text: "1·395", choices: [] },
  "number-in-words": { text: "ten million", choices: [] },
  "unknown-unit": { text: "1.395 km", choices: [] },
  "unknown-operation": { text: "half of 0.5", choices: [] },
  "not-money": { text: "€0.12", choices: [] },
  "misplaced-separator": { text: "1,23,4.5.6", choices: [] },
  brackets: { text: "(0.12)", choices: [] },
  bound: { text: "< 0.001", choices: [] },
  "other-currency": { text: "€1,250,000", choices: [] },
  "percent-of-dollars": { text: "12%", choices: [] },
  "scaled-fraction": { text: "1/8%", choices: [] },
  "division-by-zero": { text: "1/0", choices: [] },
  "too-large": { text: "1e400", choices: [] },
  "too-long": { text: "0.1234567890123456789012345678901234567890", choices: [] },
  "no-choice": { text: "perhaps", choices: ["more sensitive", "less sensitive"] },
  "several-choices": { text: "more sensitive, less sensitive", choices: ["more sensitive", "less sensitive"] },
} as const satisfies Record<UnreadableReason, Omit<UnreadableAnswer, "kind" | "reason">>;
