import {
  DiscordAPIError,
  PermissionFlagsBits,
  PermissionsBitField,
  REST,
  Routes,
  type APIApplication,
  type APIGuild,
  type APIGuildMember,
  type APIUser,
} from "discord.js";
import { isUserInstallable } from "./reach-discord.ts";
import { commandPayloads } from "./command-payloads.ts";
import { differingCommands } from "./register-commands.ts";
import type { BotSettings } from "./start-bot.ts";
import type { Command } from "../commands/command.ts";

/** The state of the bot on Discord, for /doctor and `npm run doctor`. */
export interface Inspection {
  /** null where the token is refused. */
  readonly bot: { readonly id: string; readonly name: string } | null;
  /** null where Discord could not be reached. */
  readonly reached: boolean;
  /** Whether the application asks for a privileged intent, which this bot never needs. */
  readonly privilegedIntents: boolean;
  /** Whether people may install the application for themselves. */
  readonly userInstallable: boolean;
  /** null where no server is set, or the bot is not in it. */
  readonly server: { readonly name: string; readonly missing: readonly string[] } | null;
  /** Names of commands that differ between Discord and this version; null where they can't be read. */
  readonly differing: readonly string[] | null;
}

const notInspected: Inspection = { bot: null, reached: false, privilegedIntents: false, userInstallable: false, server: null, differing: null };

/** Only reads; changes nothing on Discord. */
export async function inspectDiscord(settings: BotSettings, commands: readonly Command[]): Promise<Inspection> {
  const rest = new REST({
    timeout: 5_000,
    retries: 0,
    ...(settings.restApi === null ? {} : { api: settings.restApi }),
  }).setToken(settings.token);
  const userResponse = await read(rest, Routes.user());
  const bot = userResponse.body as APIUser | null;
  if (!bot) return { ...notInspected, reached: userResponse.reached };
  const application = (await read(rest, Routes.currentApplication())).body as APIApplication | null;
  const id = application?.id ?? bot.id;
  const userInstallable = application !== null && isUserInstallable(application);
  return {
    bot: { id: bot.id, name: bot.username },
    reached: true,
    privilegedIntents: ((application?.flags ?? 0) & privilegedIntentFlags) !== 0,
    userInstallable,
    server: settings.guildId === null ? null : await inspectServer(rest, settings.guildId, bot.id),
    differing: await differingCommands(rest, id, settings.guildId, commandPayloads(commands, userInstallable)).catch(() => null),
  };
}

/** Application flags GATEWAY_PRESENCE, GATEWAY_GUILD_MEMBERS and GATEWAY_MESSAGE_CONTENT, and their limited forms. */
const privilegedIntentFlags = 0b1100_1111 << 12;

const requiredPermissions = ["ViewChannel", "SendMessages", "EmbedLinks", "AttachFiles"] as const;

async function inspectServer(rest: REST, guildId: string, botId: string): Promise<Inspection["server"]> {
  const guild = (await read(rest, Routes.guild(guildId))).body as APIGuild | null;
  const member = (await read(rest, Routes.guildMember(guildId, botId))).body as APIGuildMember | null;
  if (!guild || !member) return null;
  const memberRoles = [guildId, ...member.roles];
  const granted = new PermissionsBitField(
    guild.roles.filter(({ id }) => memberRoles.includes(id)).map(({ permissions }) => BigInt(permissions)),
  );
  return { name: guild.name, missing: requiredPermissions.filter((name) => !granted.has(PermissionFlagsBits[name])) };
}

async function read(rest: REST, route: `/${string}`): Promise<{ readonly body: unknown; readonly reached: boolean }> {
  try {
    return { body: await rest.get(route), reached: true };
  } catch (error) {
    return { body: null, reached: error instanceof DiscordAPIError };
  }
}
