import { Client, Events, GatewayIntentBits, Options } from "discord.js";
import { keepClosingTimes } from "./closing-time.ts";
import { discordOutside } from "./discord-outside.ts";
import { dispatch, turnAway, type Desk } from "./dispatch.ts";
import { answerMention } from "./mention.ts";
import { discordUploads } from "./read-upload.ts";
import { commandPayloads, registerCommands } from "./registration.ts";

export interface BotSettings {
  readonly token: string;
  /** Where Discord's REST API is; null for Discord itself. Its gateway is found through it. */
  readonly restApi: string | null;
  /** Commands are registered for this server alone; null for all servers. */
  readonly guildId: string | null;
  /** How often checks whose time is over are looked for; five seconds where it is left out. */
  readonly closingEveryMs?: number;
  /** The shards of `count` that this process serves; all that Discord recommends where it is left out. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number };
}

export interface Bot {
  /** elsewhere: the process of shard 0 does it for all. */
  readonly registration: "registered" | "unchanged" | "elsewhere";
  /** The connection to Discord's gateway, and its last heartbeat's round trip. */
  gateway(): { readonly ready: boolean; readonly pingSeconds: number };
  /** Begins nothing new, gives what was taken so many milliseconds to finish, and leaves. */
  close(patience?: number): Promise<void>;
}

/** The newest, and the bot itself. */
const few = { maxSize: 100, keepOverLimit: ({ id, client }: { readonly id: string; readonly client: Client }) => id === client.user?.id };

/** Logs in, registers the commands where they changed, and answers until it is closed. */
export async function startBot(settings: BotSettings, given: Desk): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    ...(settings.shards ? { shards: [...settings.shards.ids], shardCount: settings.shards.count } : { shards: "auto" }),
    // What is asked comes with its interaction: nothing is looked up that was seen before.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, ReactionManager: 0, ReactionUserManager: 0, UserManager: few, GuildMemberManager: few }),
    // discord.js would hold edits of replies to 50 requests a second; Discord's limit over all does not count those.
    rest: { timeout: 5_000, globalRequestsPerSecond: 1_000, handlerSweepInterval: 300_000, ...(settings.restApi === null ? {} : { api: settings.restApi }) },
  });
  // The local course server keeps its files itself.
  const uploads = settings.restApi === null ? discordUploads : [...discordUploads, new URL(settings.restApi).origin];
  const outside = discordOutside(client, given.draw, uploads);
  const desk: Desk = { ...given, world: { ...given.world, outside } };
  client.on(Events.Error, (error) => desk.log.error({ err: error }, "the connection to Discord failed"));
  const underway = new Set<Promise<void>>();
  let leaving = false;
  const take = (work: Promise<void>): void => {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  };
  client.on(Events.InteractionCreate, (interaction) => take(leaving ? turnAway(interaction, desk) : dispatch(interaction, desk)));
  client.on(Events.MessageCreate, (message) => {
    if (!leaving) take(answerMention(message, desk));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(settings.token);
  const { application, rest } = await ready;
  const isFirst = settings.shards?.ids.includes(0) ?? true;
  const payloads = commandPayloads(desk.commands);
  const registration = isFirst ? await registerCommands(rest, application.id, settings.guildId, payloads) : "elsewhere";
  desk.log.info({ registration, commands: desk.commands.length }, "commands");
  const closing = keepClosingTimes(desk.world, desk.log, settings.closingEveryMs ?? 5_000);
  return {
    registration,
    gateway: () => ({ ready: client.isReady(), pingSeconds: client.ws.ping / 1000 }),
    async close(patience = 10_000) {
      leaving = true;
      await within(patience, Promise.allSettled([...underway, closing.stop()]));
      if (underway.size > 0) desk.log.error({ unfinished: underway.size }, "left before everything was answered");
      // `destroy` between IDENTIFY and READY never resolves.
      await within(1_000, client.destroy());
    },
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, deadline]);
  clearTimeout(timer);
}
