import { Client, Events, GatewayIntentBits } from "discord.js";
import { dispatch, type Desk } from "./dispatch.ts";
import { answerMention } from "./mention.ts";
import { commandPayloads, registerCommands } from "./registration.ts";

export interface BotSettings {
  readonly token: string;
  /** Where Discord's REST API is; null for Discord itself. Its gateway is found through it. */
  readonly restApi: string | null;
  /** Commands are registered for this server alone; null for all servers. */
  readonly guildId: string | null;
}

export interface Bot {
  readonly registration: "registered" | "unchanged";
  close(): Promise<void>;
}

/** Logs in, registers the commands where they changed, and answers until it is closed. */
export async function startBot(settings: BotSettings, desk: Desk): Promise<Bot> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    rest: { timeout: 5_000, ...(settings.restApi === null ? {} : { api: settings.restApi }) },
  });
  client.on(Events.Error, (error) => desk.log.error({ err: error }, "the connection to Discord failed"));
  client.on(Events.InteractionCreate, (interaction) => void dispatch(interaction, desk));
  client.on(Events.MessageCreate, (message) => void answerMention(message, desk));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(settings.token);
  const { application, rest } = await ready;
  const registration = await registerCommands(rest, application.id, settings.guildId, commandPayloads(desk.commands));
  desk.log.info({ registration, commands: desk.commands.length }, "commands");
  return { registration, close: () => closeWithin(client, 2_000) };
}

/** `destroy` between IDENTIFY and READY never resolves, so it has its own deadline. */
async function closeWithin(client: Client, milliseconds: number): Promise<void> {
  const deadline = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
  await Promise.race([client.destroy(), deadline]);
}
