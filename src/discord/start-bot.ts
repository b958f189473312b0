import { Client, Events, GatewayIntentBits, Options } from "discord.js";
import { startCheckCloser } from "./check-closer.ts";
import { discordSideEffects } from "./discord-side-effects.ts";
import { dispatch, rejectWhileClosing, type DispatchContext } from "./dispatch.ts";
import { answerMention } from "./answer-mention.ts";
import { discordUploads } from "./read-upload.ts";
import { commandPayloads, registerCommands } from "./register-commands.ts";

export interface BotSettings {
  readonly token: string;
  /** The address of the REST API; null for Discord itself. It returns the gateway's address. */
  readonly restApi: string | null;
  /** The only server for which commands are registered; null for all servers. */
  readonly guildId: string | null;
  /** How often checks whose time is over are looked for; by default every five seconds. */
  readonly closingEveryMs?: number;
  /** The shards of `count` that this process serves; by default all that Discord recommends. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number };
}

export interface Bot {
  /** elsewhere: the process of shard 0 registers the commands. */
  readonly registration: "registered" | "unchanged" | "elsewhere";
  /** The state of the gateway connection, and the last heartbeat's round trip. */
  gateway(): { readonly ready: boolean; readonly pingSeconds: number };
  /** Accepts nothing new, gives interactions in progress this long to finish, and disconnects. */
  close(timeoutMs?: number): Promise<void>;
}

/** Cache limits: the newest entries, and always the bot itself. */
const recentOnly = { maxSize: 100, keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id };

/** Logs in, registers changed commands, and answers until it is closed. */
export async function startBot(settings: BotSettings, base: DispatchContext): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    ...(settings.shards ? { shards: [...settings.shards.ids], shardCount: settings.shards.count } : { shards: "auto" }),
    // An interaction has all its data: nothing is read from these caches.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, ReactionManager: 0, ReactionUserManager: 0, UserManager: recentOnly, GuildMemberManager: recentOnly }),
    // discord.js would limit edits of replies to 50 requests per second; Discord's global limit does not count them.
    rest: { timeout: 5_000, globalRequestsPerSecond: 1_000, handlerSweepInterval: 300_000, ...(settings.restApi === null ? {} : { api: settings.restApi }) },
  });
  // The local course server serves its own files.
  const uploads = settings.restApi === null ? discordUploads : [...discordUploads, new URL(settings.restApi).origin];
  const sideEffects = discordSideEffects(client, base.draw, uploads);
  const dispatchContext: DispatchContext = { ...base, appContext: { ...base.appContext, sideEffects } };
  client.on(Events.Error, (error) => dispatchContext.log.error({ err: error }, "the connection to Discord failed"));
  const inProgress = new Set<Promise<void>>();
  let isClosing = false;
  const track = (work: Promise<void>): void => {
    inProgress.add(work);
    void work.finally(() => inProgress.delete(work));
  };
  client.on(Events.InteractionCreate, (interaction) => track(isClosing ? rejectWhileClosing(interaction, dispatchContext) : dispatch(interaction, dispatchContext)));
  client.on(Events.MessageCreate, (message) => {
    if (!isClosing) track(answerMention(message, dispatchContext));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(settings.token);
  const { application, rest } = await ready;
  const servesShardZero = settings.shards?.ids.includes(0) ?? true;
  const payloads = commandPayloads(dispatchContext.commands);
  const registration = servesShardZero ? await registerCommands(rest, application.id, settings.guildId, payloads) : "elsewhere";
  dispatchContext.log.info({ registration, commands: dispatchContext.commands.length }, "commands");
  const checkCloser = startCheckCloser(dispatchContext.appContext, dispatchContext.log, settings.closingEveryMs ?? 5_000);
  return {
    registration,
    gateway: () => ({ ready: client.isReady(), pingSeconds: client.ws.ping / 1000 }),
    async close(timeoutMs = 10_000) {
      isClosing = true;
      await withTimeout(timeoutMs, Promise.allSettled([...inProgress, checkCloser.stop()]));
      if (inProgress.size > 0) dispatchContext.log.error({ unfinished: inProgress.size }, "left before everything was answered");
      // `destroy` between IDENTIFY and READY never resolves.
      await withTimeout(1_000, client.destroy());
    },
  };
}

async function withTimeout(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}
