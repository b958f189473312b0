import { createServer } from "node:net";

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

/** Checks whether a port of 127.0.0.1 is free. */
export async function portFinding(subject: string, port: number, setting: string): Promise<Finding> {
  const free = await new Promise<boolean>((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
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
