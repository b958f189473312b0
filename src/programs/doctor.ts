import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../render/problem.ts";
import { commands } from "../commands/index.ts";
import { readConfigOrExit, type Config } from "../config.ts";
import { inspectFolders } from "../datasets/inspect-folders.ts";
import { isConfidential } from "../config/hosted-model.ts";
import { answerLimitMs, askService } from "../hosted/hosted-model.ts";
import { inspectDiscord, type Inspection } from "../discord/inspect.ts";
import { backupFinding, findingsText, folderFinding, programFindings, secretsFinding, settingFindings, unreadSettingsFinding, strayFindings, nodeFinding, portFinding, okFinding, retentionFinding, screenFinding, modelFinding, type Finding } from "../hosting/doctor.ts";
import { isOutdated, noticeMs } from "../commands/retention.ts";
import { lastBackupAt } from "./backup-record.ts";
import { endOnOutputError } from "./output-errors.ts";
import { wasHelped } from "./help.ts";
import { openContext } from "./open-context.ts";
import { drawChart } from "../render/chart/draw.ts";
import type { Outcome } from "../outcome.ts";
import { isOwnedLikeFolder } from "../owned-like-folder.ts";
import { terminalWords } from "../render/problem.ts";
import { newestMigration } from "../store/migrations.ts";
import type { StoreProblem } from "../store/problem.ts";
import type { Store } from "../store/store.ts";
import { openStore } from "../store/open-store.ts";
import { writeProblem } from "../store/write-problem.ts";
import { msPerDay } from "../calendar.ts";

/** `npm run doctor`: checks everything that a host can misconfigure, with the next step for each fault. Exit status 1 for a fault. */
const usage = "Usage: doctor\n\nLooks at everything that a host can get wrong: Node, data, store, fonts, Discord. It changes nothing. Exit status: 1 for a fault.";

/** Longer than a question waits: a slow model is told apart from none. */
const modelProbeMs = 15_000;

/** What is loaded by its name, each in a thread of its own. */
const workers = ["draw-worker.js", "data-worker.js", "calculation-worker.js"];

endOnOutputError();
if (!wasHelped(process.argv.slice(2), usage)) {
  const findings = await examine(readConfigOrExit());
  console.log(findingsText(findings));
  process.exitCode = findings.some(({ state }) => state === "fault") ? 1 : 0;
}

async function examine(config: Config): Promise<readonly Finding[]> {
  return [
    nodeFinding(process.version),
    ...settingFindings(config.unknownSettings),
    ...settingsFileFindings(config),
    ...programFindings(workers.filter((name) => !existsSync(join(config.folders.program, name)))),
    ...(existsSync(config.folders.local) ? [] : [folderFinding(config.folders.local)]),
    ...(await contextFindings(config)),
    fontFinding(),
    ...(await screenFindings(config)),
    ...(await modelFindings(config)),
    ...(config.discord
      ? discordFindings(await inspectDiscord(config.discord, commands), config.discord.guildId)
      : [
          okFinding("Discord", "no DISCORD_TOKEN: the local course server is used"),
          await portFinding("Course server", config.port, "PORT"),
        ]),
  ];
}

/** Where the documented unit reads its settings from. */
const unitSettings = "/etc/factor-ta.env";

function settingsFileFindings({ discord }: Config): readonly Finding[] {
  const dotEnv = existsSync(".env") && process.platform !== "win32" && /^\s*(?:DISCORD_TOKEN|DATABASE_URL|\w+_KEY)\s*=\s*[^\s#]/mu.test(readFileSync(".env", "utf8")) ? secretsFinding(".env", statSync(".env").mode) : [];
  return [...dotEnv, ...(discord === null && existsSync(unitSettings) ? [unreadSettingsFinding(unitSettings)] : [])];
}

async function contextFindings(config: Config): Promise<readonly Finding[]> {
  const context = openContext(config);
  if (!context.ok) return [problemFinding("Data", context.problem)];
  const { series } = context.value.datasets;
  const { servers, strays } = inspectFolders(config.folders.local);
  const imported = series.filter(({ provenance: source }) => source.origin === "imported").length;
  // Nothing is made: by whoever runs the doctor, a store may become one that the bot can't write to.
  const store = await openStore(config.store, { mustExist: true, migrates: false });
  const unwritable = store.ok || store.problem.kind === "store-missing" ? await writeProblem(config.store) : null;
  const findings = [
    okFinding("Data", `${String(series.length)} series, ${String(imported)} of them imported`),
    ...servers.map(({ guild, problem }) => problemFinding(`Data of server ${guild}`, problem)),
    ...strayFindings(strays),
    okFinding("Lessons", `${String(context.value.lessons.all.length)} entries`),
    unwritable === null ? await storeFinding(store) : problemFinding("Store", unwritable),
    ...(store.ok ? [backupFinding(lastBackupAt(config.folders.local), (await store.value.counts()).answers, Date.now()), ...(await retentionFindings(config.retentionDays, store.value))] : []),
  ];
  if (store.ok) await store.value.close();
  return findings;
}

async function storeFinding(store: Outcome<Store, StoreProblem>): Promise<Finding> {
  if (store.ok) {
    const { backend, where } = store.value;
    // Root can open what the bot can't.
    if (backend === "sqlite" && !isOwnedLikeFolder(where)) {
      return problemFinding("Store", { kind: "store-unreachable", where, reason: "other-owner", detail: "its folder is another user's" });
    }
    const { checks, answers } = await store.value.counts();
    const holds = `${backend} at ${where}: ${String(checks)} checks, ${String(answers)} answers`;
    if (store.value.version === newestMigration) return okFinding("Store", holds);
    return { subject: "Store", state: "warning", detail: `${holds}; its tables are an older version's (${store.value.version})`, next: "The bot keeps a backup and changes them at its next start: docs/upgrading.md." };
  }
  if (store.problem.kind === "store-missing") return okFinding("Store", `none yet at ${store.problem.where}: the bot makes it at its first start`);
  return problemFinding("Store", store.problem);
}

/** What the bot would announce and delete, course by course; nothing is changed. */
async function retentionFindings(days: number | null, store: Store): Promise<readonly Finding[]> {
  if (days === null || store.version !== newestMigration) return [];
  const upTo = Date.now() + noticeMs - days * msPerDay;
  const courses = await Promise.all(
    (await store.retention.courses()).map(async (course) => {
      const last = await store.retention.announced(course);
      const announced = last === null || isOutdated(last, days) ? null : last;
      return { course, announced, rows: await store.retention.old(course, announced?.upTo ?? upTo) };
    }),
  );
  return [retentionFinding(days, courses)];
}

function problemFinding(what: string, problem: Problem): Finding {
  const { cause, next } = terminalWords(problem);
  return { subject: what, state: "fault", detail: cause, next };
}

/** Where a projector's pages would be, for whom they are readable on the way, and whether they can be. */
async function screenFindings({ screen }: Config): Promise<readonly Finding[]> {
  return screen === null ? [] : [screenFinding(screen.url), await portFinding("Projector pages", screen.port, "SCREEN_PORT", screen.host)];
}

/** The hosted model is asked one question of the program's own. */
async function modelFindings({ hostedModel }: Config): Promise<readonly Finding[]> {
  if (hostedModel === null) return [];
  const { url, model } = hostedModel;
  const menu = { commands: [{ name: "beta", about: "β of an asset, from data" }], entries: [{ id: "beta", name: "what β means" }], assets: ["JPM"] };
  const from = performance.now();
  const answered = await askService(hostedModel, "What does beta mean?", menu, modelProbeMs);
  const probe = answered.ok ? { seconds: (performance.now() - from) / 1_000 } : answered.problem;
  return modelFinding({ host: new URL(url).hostname, model, isConfidential: isConfidential(url) }, probe, answerLimitMs / 1_000);
}

function fontFinding(): Finding {
  const bytes = drawChart({
    width: 200,
    height: 160,
    title: "β = 1",
    panels: [{ x: { label: "α", format: "number" }, y: { label: "σ(ε)", format: "number" }, layers: [] }],
  });
  return okFinding("Fonts and pictures", `a test picture of ${String(bytes.length)} bytes was drawn`);
}

function discordFindings(inspection: Inspection, guildId: string | null): readonly Finding[] {
  const { bot, reached, privilegedIntents, userInstallable, server, differing } = inspection;
  if (!bot) {
    return [
      reached
        ? problemFinding("Token", { kind: "discord-token" })
        : problemFinding("Discord", { kind: "discord-unreachable", detail: "no answer" }),
    ];
  }
  return [
    okFinding("Token", `it is ${bot.name}'s`),
    privilegedIntents
      ? { subject: "Intents", state: "warning", detail: "privileged intents are on", next: "The bot needs none: turn them off in the developer portal under Bot." }
      : okFinding("Intents", "none privileged"),
    okFinding("Installation", installationWords(userInstallable, guildId)),
    ...(guildId === null ? [] : [serverFinding(server)]),
    commandsFinding(differing),
  ];
}

function installationWords(userInstallable: boolean, guildId: string | null): string {
  if (!userInstallable) return "in servers";
  return guildId === null ? "in servers, and by people for themselves" : "in servers; by people for themselves as well, but with DISCORD_GUILD_ID they get no commands";
}

function serverFinding(server: Inspection["server"]): Finding {
  if (!server) {
    return problemFinding("Server", { kind: "discord-server" });
  }
  return server.missing.length === 0
    ? okFinding("Server", `${server.name}, with all permissions it needs`)
    : { subject: "Server", state: "fault", detail: `${server.name}: permissions missing: ${server.missing.join(", ")}`, next: "Grant them to the bot's role in the server's settings." };
}

function commandsFinding(differing: Inspection["differing"]): Finding {
  if (differing === null) return { subject: "Commands", state: "warning", detail: "can't be read", next: "Start the bot once; it registers them." };
  return differing.length === 0
    ? okFinding("Commands", "registered as they are here")
    : { subject: "Commands", state: "warning", detail: `differ: ${differing.join(", ")}`, next: "Start the bot once; it registers them." };
}
