import type { Problem } from "../render/problem.ts";
import { commands } from "../commands/index.ts";
import { readConfigOrExit, type Config } from "../config.ts";
import { inspectDiscord, type Inspection } from "../discord/inspect.ts";
import { findingsText, nodeFinding, portFinding, well, type Finding } from "../hosting/doctor.ts";
import { openWorld } from "./open-context.ts";
import { drawChart } from "../render/chart/draw.ts";
import { problemWords } from "../render/problem.ts";

/** `npm run doctor`: looks at everything a host can get wrong, and says what to do. Exit status 1 where something is. */
const findings = await examine(readConfigOrExit());
console.log(findingsText(findings));
process.exitCode = findings.some(({ state }) => state === "fault") ? 1 : 0;

async function examine(config: Config): Promise<readonly Finding[]> {
  return [
    nodeFinding(process.version),
    ...(await worldFindings(config)),
    fontFinding(),
    ...(config.discord
      ? discordFindings(await inspectDiscord(config.discord, commands), config.discord.guildId)
      : [
          well("Discord", "no DISCORD_TOKEN: the local course server is used"),
          await portFinding("Course server", config.port, "PORT"),
        ]),
  ];
}

async function worldFindings(config: Config): Promise<readonly Finding[]> {
  const world = openWorld(config);
  if (!world.ok) return [problemFinding("Data", world.problem)];
  const { series } = world.value.datasets;
  const imported = series.filter(({ source }) => source.origin === "imported").length;
  const store = await world.value.store();
  const findings = [
    well("Data", `${String(series.length)} series, ${String(imported)} of them imported`),
    well("Lessons", `${String(world.value.lessons.all.length)} entries`),
    store.ok ? well("Store", `${store.value.backend} at ${store.value.where}`) : problemFinding("Store", store.problem),
  ];
  await world.value.close();
  return findings;
}

function problemFinding(what: string, problem: Problem): Finding {
  const { cause, next } = problemWords(problem);
  return { what, state: "fault", found: cause, next };
}

function fontFinding(): Finding {
  const bytes = drawChart({
    width: 200,
    height: 160,
    title: "β = 1",
    panels: [{ x: { label: "α", format: "number" }, y: { label: "σ(ε)", format: "number" }, layers: [] }],
  });
  return well("Fonts and pictures", `a test picture of ${String(bytes.length)} bytes was drawn`);
}

function discordFindings(inspection: Inspection, guildId: string | null): readonly Finding[] {
  const { bot, reached, privilegedIntents, server, differing } = inspection;
  if (!bot) {
    return [
      reached
        ? { what: "Token", state: "fault", found: "Discord refuses it", next: "Reset it in the developer portal (Bot → Reset Token) and put it in DISCORD_TOKEN." }
        : { what: "Discord", state: "fault", found: "can't be reached", next: "Check this machine's network; Discord's API is at discord.com, port 443." },
    ];
  }
  return [
    well("Token", `it is ${bot.name}'s`),
    privilegedIntents
      ? { what: "Intents", state: "warning", found: "privileged intents are on", next: "The bot needs none: turn them off in the developer portal under Bot." }
      : well("Intents", "none privileged"),
    ...(guildId === null ? [] : [serverFinding(server)]),
    commandsFinding(differing),
  ];
}

function serverFinding(server: Inspection["server"]): Finding {
  if (!server) {
    return { what: "Server", state: "fault", found: "the bot is not in the server of DISCORD_GUILD_ID", next: "Open the install link (developer portal → Installation) and add it." };
  }
  return server.missing.length === 0
    ? well("Server", `${server.name}, with all permissions it needs`)
    : { what: "Server", state: "fault", found: `${server.name}: permissions missing: ${server.missing.join(", ")}`, next: "Grant them to the bot's role in the server's settings." };
}

function commandsFinding(differing: Inspection["differing"]): Finding {
  if (differing === null) return { what: "Commands", state: "warning", found: "can't be read", next: "Start the bot once; it registers them." };
  return differing.length === 0
    ? well("Commands", "registered as they are here")
    : { what: "Commands", state: "warning", found: `differ: ${differing.join(", ")}`, next: "Start the bot once; it registers them." };
}
