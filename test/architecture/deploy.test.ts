import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";

/** No container engine or systemd is asked: what these files must say, and that they agree with each other. */
const lines = (file: string): readonly string[] =>
  readFileSync(file, "utf8")
    .replace(/\\\n\s*/gu, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));

const docker = lines("Dockerfile");
const stages = docker.flatMap((line, at) => (line.startsWith("FROM ") ? [at] : []));
const finalStage = docker.slice(stages.at(-1));

test("the Dockerfile has known instructions only, and two stages on the same Node", () => {
  const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|VOLUME|HEALTHCHECK|CMD) /u;
  expect(docker.filter((line) => !known.test(line))).toEqual([]);
  expect(stages).toHaveLength(2);
  expect(new Set(stages.map((at) => docker[at]?.split(" ")[1]))).toEqual(new Set(["node:24-slim"]));
});

test("the final stage holds no build tools, and runs Node itself as another user than root", () => {
  expect(finalStage.filter((line) => /^RUN .*(npm|apt|gcc|python)/u.test(line))).toEqual([]);
  expect(finalStage.find((line) => line.startsWith("USER "))).toBe("USER node");
  const command = finalStage.at(-1)!;
  expect(command).toMatch(/^CMD \[/u);
  expect(JSON.parse(command.slice(4))).toEqual(["node", "--max-semi-space-size=8", "--v8-pool-size=2", "dist/main.js"]);
  expect(finalStage.findIndex((line) => line.startsWith("USER "))).toBeGreaterThan(finalStage.findLastIndex((line) => line.startsWith("RUN ")));
});

test("the health check asks the port that is set, and else the one of the image", () => {
  const check = finalStage.find((line) => line.startsWith("HEALTHCHECK "));
  const port = /HEALTH_PORT=(\d+)/u.exec(finalStage.find((line) => line.startsWith("ENV ")) ?? "")?.[1];
  expect(port).toBeDefined();
  expect(check).toContain(`http://127.0.0.1:\${process.env.HEALTH_PORT || ${port!}}/healthz`);
});

test("no secret is built into the image, and .env never reaches it", () => {
  expect(docker.join("\n")).not.toMatch(/TOKEN|PASSWORD|DATABASE_URL/u);
  expect(lines(".dockerignore")).toEqual(expect.arrayContaining([".env", ".git", "node_modules", "data/local"]));
});

test("the compose file takes its secrets from outside, waits for PostgreSQL and gives the bot time to finish", () => {
  const text = readFileSync("deploy/compose.yaml", "utf8");
  expect(text).not.toMatch(/\t/u);
  expect(lines("deploy/compose.yaml").filter((line) => !/^(- .+|[\w.-]+:( .+)?)$/u.test(line))).toEqual([]);
  expect(text).toMatch(/DISCORD_TOKEN: \$\{DISCORD_TOKEN:\?/u);
  expect(text).toMatch(/POSTGRES_PASSWORD: \$\{POSTGRES_PASSWORD:\?/u);
  expect(text).toContain("condition: service_healthy");
  expect(Number(/stop_grace_period: (\d+)s/u.exec(text)?.[1])).toBeGreaterThan(10);
  expect(text).toContain("no-new-privileges:true");
  expect(text).not.toMatch(/^\s+ports:/mu);
});

test("the compose file hands every setting on that means something in a container, and limits memory and logs", () => {
  const text = readFileSync("deploy/compose.yaml", "utf8");
  const settings = [...readFileSync(".env.example", "utf8").matchAll(/^(?:# )?([A-Z_]+)=/gmu)].map(([, name = ""]) => name);
  // The local course server's port, and what the image and this file set themselves.
  const others = ["PORT", "FACTOR_TA_LOCAL"];
  expect(settings.filter((name) => !others.includes(name) && !new RegExp(`^ +${name}: `, "mu").test(text))).toEqual([]);
  const bot = text.slice(text.indexOf("  bot:"), text.indexOf("\n  store:\n"));
  expect(bot).toMatch(/mem_limit: \d+[mg]/u);
  expect(bot).toMatch(/max-size: \d+m\n +max-file: "\d+"/u);
});

test("the systemd unit runs as a user of its own, locked down, and waits longer than a graceful stop takes", () => {
  const unit = lines("deploy/factor-ta.service");
  expect(unit.filter((line) => /^\[/u.test(line))).toEqual(["[Unit]", "[Service]", "[Install]"]);
  expect(unit.filter((line) => !/^(\[\w+\]|[A-Z]\w+=.*)$/u.test(line))).toEqual([]);
  const settings = new Map(unit.filter((line) => line.includes("=")).map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
  expect(settings.get("User")).not.toBe("root");
  expect(settings.get("ExecStart")).toMatch(/^\/\S*node .*dist\/main\.js$/u);
  expect(Number(settings.get("TimeoutStopSec"))).toBeGreaterThan(10);
  expect(settings.get("RestartPreventExitStatus")).toBe("78");
  for (const limit of ["StartLimitIntervalSec", "StartLimitBurst"]) expect(Number(settings.get(limit))).toBeGreaterThan(0);
  expect(settings.get("UMask")).toBe("0077");
  expect(settings.get("StateDirectoryMode")).toBe("0700");
  for (const locked of ["NoNewPrivileges", "ProtectHome", "PrivateTmp"]) expect(settings.get(locked)).toBe("true");
});

/** NAME=value pairs of a line of settings. */
const pairs = (text: string) => Object.fromEntries([...text.matchAll(/([A-Z_]+)=(\S*)/gu)].map(([, name = "", value = ""]) => [name, value]));

test("an env file made of .env.example, empty lines and all, takes nothing back that the unit or the image sets", () => {
  const unit = lines("deploy/factor-ta.service");
  const fromUnit = { ...pairs(unit.find((line) => line.startsWith("Environment="))!.slice("Environment=".length)), STATE_DIRECTORY: "/var/lib/factor-ta" };
  const fromImage = pairs(finalStage.find((line) => line.startsWith("ENV "))!);
  const example = readFileSync(".env.example", "utf8");
  const asItIs = pairs(lines(".env.example").join("\n"));
  const allEmpty = Object.fromEntries([...example.matchAll(/^(?:# )?([A-Z_]+)=/gmu)].map(([, name = ""]) => [name, ""]));
  expect(Object.keys(allEmpty).length).toBeGreaterThan(10);
  for (const [settings, folder] of [[fromUnit, "/var/lib/factor-ta"], [fromImage, "/data"]] as const) {
    const right = readConfig({ ...settings, DISCORD_TOKEN: "token" });
    expect(right.folders.local).toBe(folder);
    for (const file of [asItIs, allEmpty]) expect(readConfig({ ...settings, ...file, DISCORD_TOKEN: "token" })).toEqual(right);
  }
});

test("the unit's user may write the folder that the bot keeps its data in", () => {
  const unit = lines("deploy/factor-ta.service");
  expect(unit).toContain("StateDirectory=factor-ta");
  expect(unit).toContain("ProtectSystem=strict");
});
