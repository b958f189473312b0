import { createServer } from "node:net";
import { msPerDay } from "../calendar.ts";

/** The result of one check: the state, and how to fix it. */
export interface Finding {
  readonly subject: string;
  readonly state: "ok" | "warning" | "fault";
  readonly detail: string;
  /** The next step; empty where nothing is wrong. */
  readonly next: string;
}

/** The results as text, with the next step below each fault. */
export function findingsText(findings: readonly Finding[]): string {
  const mark = { ok: "✓", warning: "!", fault: "✗" } as const;
  const lines = findings.map(({ subject, state, detail, next }) =>
    [`${mark[state]} ${subject}: ${detail}`, ...(next === "" ? [] : [`  → ${next}`])].join("\n"),
  );
  const faults = findings.filter(({ state }) => state === "fault").length;
  return [...lines, "", faults === 0 ? "All is well." : `${String(faults)} to fix.`].join("\n");
}

export const okFinding = (subject: string, detail: string): Finding => ({ subject, state: "ok", detail, next: "" });

/** Checks Node's version against the oldest one of each supported line. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/u, "").split(".").map(Number);
  const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  return supported
    ? okFinding("Node", version)
    : { subject: "Node", state: "fault", detail: version, next: "Install Node 20.19, 22.12, 24 or newer." };
}

/** Checks whether a port is free. */
export async function portFinding(subject: string, port: number, setting: string, host = "127.0.0.1"): Promise<Finding> {
  const free = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
  return free
    ? okFinding(subject, `port ${String(port)} is free`)
    : {
        subject,
        state: "warning",
        detail: `port ${String(port)} is taken`,
        next: `If that is not this bot already running, choose another port with ${setting}.`,
      };
}

/** The address of the projector's pages: who has one reads it, so nobody may read it on the way. */
export function screenFinding(url: string): Finding {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname)) return okFinding("Projector pages", url);
  return { subject: "Projector pages", state: "warning", detail: `${url} is not encrypted`, next: "Put a proxy with TLS in front of SCREEN_PORT, and set SCREEN_URL to its https address: docs/hosting.md." };
}

/** What a hosted model answered to a question of the doctor's: after how long, or why it was of no use. */
type ModelProbe = { readonly seconds: number } | { readonly fault: string; readonly found: string };

const modelRemedies: readonly (readonly [RegExp, string, string])[] = [
  [/^refused .*40[13]/u, "does not take the key", "Correct HOSTED_MODEL_KEY."],
  [/^refused .*404/u, "has no such model or address", "Correct HOSTED_MODEL and HOSTED_MODEL_URL, which ends before chat/completions."],
  [/^refused .*(?:400|422)/u, "does not take the request", "Choose a service and a model with chat/completions and response_format json_schema (structured outputs)."],
  [/^(?:unreadable|not-offered)/u, "does not keep to the schema that it is sent", "Choose a model with structured outputs (response_format json_schema)."],
];

/** Beyond `limitSeconds` a question goes on without it. */
export function modelFinding({ host, model, isConfidential }: { readonly host: string; readonly model: string; readonly isConfidential: boolean }, probe: ModelProbe, limitSeconds: number): readonly Finding[] {
  const subject = "Hosted model";
  const without = "Questions are answered without it meanwhile.";
  const onTheWay: readonly Finding[] = isConfidential ? [] : [{ subject, state: "warning", detail: `questions to ${host} can be read on the way`, next: "Set HOSTED_MODEL_URL to an https address." }];
  if ("seconds" in probe) {
    const detail = `${model} at ${host} chose in ${String(Math.round(probe.seconds * 10) / 10)} s`;
    return [probe.seconds <= limitSeconds ? okFinding(subject, detail) : { subject, state: "warning", detail: `${detail}, and a question waits ${String(limitSeconds)} s`, next: `Choose a faster model. ${without}` }, ...onTheWay];
  }
  const told = `${probe.fault} ${probe.found}`;
  const remedy = modelRemedies.find(([pattern]) => pattern.test(told));
  if (remedy) return [{ subject, state: "fault", detail: `${host} ${remedy[1]} (${told.trim()})`, next: remedy[2] }, ...onTheWay];
  return [{ subject, state: "warning", detail: `${model} at ${host} can't be asked (${told.trim()})`, next: `Look whether the service is up, and at its limits. ${without}` }, ...onTheWay];
}

const oldBackupDays = 8;

/** How old the last backup is, in epoch milliseconds; a store without an answer needs none yet. */
export function backupFinding(lastAt: number | null, answers: number, now: number): Finding {
  const next = "Run `npm run store:backup`, daily best: docs/hosting.md has a timer for it.";
  if (lastAt === null) {
    const detail = "none was made by `store backup` yet";
    return answers === 0 ? okFinding("Backup", detail) : { subject: "Backup", state: "warning", detail, next };
  }
  const days = Math.max(0, Math.floor((now - lastAt) / msPerDay));
  const detail = days === 0 ? "the last is less than a day old" : `the last is ${String(days)} ${days === 1 ? "day" : "days"} old`;
  return days < oldBackupDays || answers === 0 ? okFinding("Backup", detail) : { subject: "Backup", state: "warning", detail, next };
}

/** A dry run of RETENTION_DAYS: what is announced, and what would be, by course. */
export function retentionFinding(
  days: number,
  courses: readonly {
    readonly course: string;
    readonly announced: { readonly at: number; readonly upTo: number } | null;
    readonly rows: { readonly checks: number; readonly answers: number; readonly questions: number; readonly students: number };
  }[],
): Finding {
  const old = courses.filter(({ announced, rows }) => announced !== null || Object.values(rows).some((number) => number > 0));
  const lines = old.map(({ course, announced, rows: { checks, answers, questions, students } }) => {
    const rows = `${String(checks)} checks, ${String(answers)} answers, ${String(questions)} questions, ${String(students)} rows of the roster`;
    return `server ${course}: ${rows}, ${announced === null ? "to be announced" : `announced on ${new Date(announced.at).toISOString().slice(0, 10)}`}`;
  });
  return okFinding("Retention", `${String(days)} days; ${lines.length === 0 ? "nothing is that old" : lines.join("; ")}`);
}

/** Names that look like settings: a mistyped one is a setting that is left out. */
export const settingFindings = (unknown: readonly string[]): readonly Finding[] =>
  unknown.map((name) => ({ subject: "Settings", state: "warning", detail: `${name} is no setting`, next: "Correct its name: .env.example has them all." }));

/** Settings with secrets in `file` that others than its owner may read; `mode`: the file's rights. */
export const secretsFinding = (file: string, mode: number): readonly Finding[] =>
  (mode & 0o077) === 0
    ? []
    : [{ subject: "Settings", state: "warning", detail: `${file} holds a secret, and others of this machine may read it (${(mode & 0o777).toString(8).padStart(4, "0")})`, next: `Run \`chmod 600 ${file}\`.` }];

/** The settings of a systemd host that this run did not see: it looked at another store than the bot's. */
export const unreadSettingsFinding = (file: string): Finding => ({
  subject: "Settings",
  state: "warning",
  detail: `${file} is there, and this run has no token: it did not look at what the bot uses`,
  next: `Run \`sudo env FACTOR_TA_LOCAL=/var/lib/factor-ta node --env-file=${file} dist/doctor.js\`: docs/hosting.md.`,
});

/** Files of the program that are missing. */
export const programFindings = (missing: readonly string[]): readonly Finding[] =>
  missing.map((name) => ({ subject: "Program", state: "fault", detail: `${name} is missing`, next: "Run `npm run build`, or install the package again." }));

/** The folder of data and store, which is not there. */
export const folderFinding = (folder: string): Finding => ({
  subject: "Data folder",
  state: "warning",
  detail: `${folder} is not there`,
  next: "At the first start the bot makes it. Else correct FACTOR_TA_LOCAL.",
});

/** Files in the data folder that nobody imported: their host may believe that they are used. */
export const strayFindings = (names: readonly string[]): readonly Finding[] =>
  names.length === 0
    ? []
    : [
        {
          subject: "Data folder",
          state: "warning",
          detail: `${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${String(names.length - 5)} more` : ""}: not imported, so nothing reads ${names.length === 1 ? "it" : "them"}`,
          next: "Import a data file with `npm run data:import -- FILE`; what is no data can be deleted.",
        },
      ];
