import { Client, Events, GatewayIntentBits, Options, Partials, REST } from "discord.js";
import { discordRequests } from "./discord-requests.ts";
import { boundedCache } from "../bounded-cache.ts";
import { systemClock } from "../clock.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { startCheckCloser } from "./check-closer.ts";
import { startDataRefresher } from "./data-refresher.ts";
import { discordSideEffects } from "./discord-side-effects.ts";
import { dispatch, rejectWhileClosing, type DispatchContext } from "./dispatch.ts";
import { answerMention } from "./answer-mention.ts";
import { discordUploads } from "./read-upload.ts";
import { pacedConnections } from "./paced-connections.ts";
import { repeatedFailures } from "./repeated-failures.ts";
import { pacedLogins } from "./paced-logins.ts";
import { watchGateway, type GatewayState } from "./gateway-state.ts";
import type { DiscordProblem } from "./problem.ts";
import { answerOf, isTokenRefused, reachDiscord, reportProblem } from "./reach-discord.ts";
import { commandPayloads } from "./command-payloads.ts";
import { keepRegistering, readRegistration, registerCommands, type Registration } from "./register-commands.ts";
import { noCommandIds, type CommandIds } from "../render/command-mentions.ts";

export interface BotSettings {
  readonly token: string;
  /** The address of the REST API; null for Discord itself. It returns the gateway's address. */
  readonly restApi: string | null;
  /** The only server for which commands are registered; null for all servers. */
  readonly guildId: string | null;
  /** How often checks whose time is over are looked for; by default every five seconds. */
  readonly closingEveryMs?: number;
  /** How often it is looked whether fetched data are a week old; by default every quarter of an hour. */
  readonly refreshingEveryMs?: number;
  /** Waited for between the questions by REST and the login, which Discord counts. */
  readonly beforeLogin?: () => Promise<void>;
  /** Called at the first login that Discord counts: not before the gateway has answered. */
  readonly onLogin?: () => void;
  /** Aborted where the program is told to stop, be it before the login is over. */
  readonly stopping?: AbortSignal;
  /** Called once if Discord ends the connection for good: the process is of no more use. By default it is logged. */
  readonly onEnded?: (problem: DiscordProblem) => void;
  /** The shards of `count` that this process serves; by default all that Discord recommends. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number };
}

export interface Bot {
  /** Whether the commands are registered; elsewhere: the process of shard 0 does it. */
  readonly registration: Promise<Registration["result"]>;
  /** The state of the gateway connection. */
  gateway(): GatewayState;
  /** Whether Discord takes the bot's requests; false from a 401 until it is known what it meant. */
  isTokenTaken(): boolean;
  /** Accepts nothing new, gives interactions in progress this long to finish, and disconnects. */
  close(timeoutMs?: number): Promise<void>;
}

/** Cache limits: the newest entries, and always the bot itself. */
const recentOnly = { maxSize: 100, keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id };

/**
 * Asks Discord who the token belongs to, logs in, and answers until it is closed; the commands are registered in the
 * background. Problems are those that trying again would not solve; while Discord can't be reached, it waits.
 */
export async function startBot(settings: BotSettings, base: DispatchContext): Promise<Outcome<Bot, DiscordProblem>> {
  const { log, clock = systemClock } = base;
  const api = settings.restApi === null ? {} : { api: settings.restApi };
  const report = (problem: DiscordProblem): void => reportProblem(log, problem);
  const onEnded = settings.onEnded ?? report;
  let hasEnded = false;
  const end = (problem: DiscordProblem): void => {
    if (!hasEnded) onEnded(problem);
    hasEnded = true;
  };
  const application = await reachDiscord(new REST({ timeout: 5_000, ...api }).setToken(settings.token), clock, report);
  if (!application.ok) return application;
  const requests = discordRequests(settings.restApi, clock, () => end({ kind: "discord-token" }));
  let hasLoggedIn = false;
  const firstLogin = (): void => {
    if (!hasLoggedIn) settings.onLogin?.();
    hasLoggedIn = true;
  };
  const connections = pacedConnections(clock, log);
  const client = new Client({
    ws: { ...pacedLogins(clock, log, firstLogin), ...connections.options },
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // A direct message comes from a channel that was never seen before.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ...(settings.shards ? { shards: [...settings.shards.ids], shardCount: settings.shards.count } : { shards: "auto" }),
    // An interaction has all its data: nothing is read from these caches.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, ReactionManager: 0, ReactionUserManager: 0, UserManager: recentOnly, GuildMemberManager: recentOnly }),
    // discord.js would limit edits of replies to 50 requests per second; Discord's global limit does not count them.
    rest: { timeout: 5_000, globalRequestsPerSecond: 1_000, handlerSweepInterval: 300_000, ...requests.options, ...api },
  });
  connections.watch(client);
  // The commands are registered before the login, which sets it too.
  client.rest.setToken(settings.token);
  // The local course server serves its own files.
  const uploads = settings.restApi === null ? discordUploads : [...discordUploads, new URL(settings.restApi).origin];
  let registeredIds = noCommandIds;
  // Commands of one server are nowhere else: there, their mentions would open nothing.
  const commandIds = (guildId: string | null): CommandIds => (settings.guildId === null || settings.guildId === guildId ? registeredIds : noCommandIds);
  const sideEffects = discordSideEffects(client, { draw: base.draw, commandIds }, uploads);
  const answeredAlready = repeatedFailures((facts, message) => log.warn(facts, message), clock);
  const onAnswered = (): void => answeredAlready("Discord had an answer to an interaction before ours: one of ours whose confirmation was lost or, where this comes again and again, that of a second bot with this token");
  const dispatchContext: DispatchContext = { ...base, commandIds, onAnswered, appContext: { ...base.appContext, sideEffects } };
  const gateway = watchGateway(client, { log, clock, onEnded: end });
  client.on(Events.Error, (error) => log.error({ err: error }, "the connection to Discord failed"));
  const inProgress = new Set<Promise<void>>();
  let isClosing = false;
  const track = (work: Promise<void>): void => {
    inProgress.add(work);
    void work.finally(() => inProgress.delete(work));
  };
  // A gateway that replays events may deliver an interaction twice; what must be done once after a restart is the store's.
  const seen = boundedCache<true>(5_000, () => 1);
  client.on(Events.InteractionCreate, (interaction) => {
    if (seen.get(interaction.id)) return log.info({}, "an interaction was delivered twice");
    seen.set(interaction.id, true);
    track(isClosing ? rejectWhileClosing(interaction, dispatchContext) : dispatch(interaction, dispatchContext));
  });
  client.on(Events.MessageCreate, (message) => {
    if (!isClosing) track(answerMention(message, dispatchContext));
  });
  const { id, isUserInstallable } = application.value;
  const registers = settings.shards?.ids.includes(0) ?? true;
  const registering = registers
    ? keepRegistering(() => registerCommands(client.rest, id, settings.guildId, commandPayloads(base.commands, isUserInstallable)), clock, report)
    : keepRegistering(() => readRegistration(client.rest, id, settings.guildId), clock, () => undefined);
  void registering.done.then(({ result, ids }) => {
    registeredIds = ids;
    log.info({ registration: result, commands: base.commands.length }, "commands");
  });
  const registration = registers ? registering.done.then(({ result }) => result) : Promise.resolve("elsewhere" as const);
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await settings.beforeLogin?.();
  try {
    await client.login(settings.token);
  } catch (error) {
    registering.stop();
    requests.stop();
    connections.stop();
    return failure(loginProblem(error));
  }
  await ready;
  // A stop during the login has closed the store that they work with.
  const jobs = settings.stopping?.aborted
    ? []
    : [startDataRefresher(dispatchContext.appContext, log, settings.refreshingEveryMs ?? 900_000), startCheckCloser(dispatchContext.appContext, log, settings.closingEveryMs ?? 5_000, clock)];
  return success({
    registration,
    gateway: () => gateway.state(),
    isTokenTaken: () => requests.isTokenTaken(),
    async close(timeoutMs = 10_000) {
      isClosing = true;
      gateway.stop();
      connections.stop();
      requests.stop();
      registering.stop();
      await withTimeout(timeoutMs, Promise.allSettled([...inProgress, ...jobs.map((job) => job.stop())]));
      if (inProgress.size > 0) log.error({ unfinished: inProgress.size }, "left before everything was answered");
      // `destroy` between IDENTIFY and READY never resolves.
      await withTimeout(1_000, client.destroy());
    },
  });
}

/** discord.js and @discordjs/ws tell the gateway's refusals apart by their messages alone. */
function loginProblem(error: unknown): DiscordProblem {
  const message = error instanceof Error ? error.message : "";
  if (isTokenRefused(error) || /invalid token|Authentication failed/u.test(message)) return { kind: "discord-token" };
  if (message.includes("intents")) return { kind: "discord-intents" };
  if (message.includes("Sharding is required")) return { kind: "discord-shards", fault: "required" };
  if (message.includes("Invalid shard")) return { kind: "discord-shards", fault: "invalid" };
  if (message.includes("invalid API version")) return { kind: "discord-version" };
  if (message.includes("sessions remaining")) return { kind: "discord-logins" };
  return { kind: "discord-gateway", detail: answerOf(error) };
}

async function withTimeout(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}
