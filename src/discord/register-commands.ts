import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  DiscordAPIError,
  InteractionContextType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Clock } from "../clock.ts";
import type { Command } from "../commands/command.ts";
import type { Option } from "../commands/options/option.ts";
import type { DiscordProblem } from "./problem.ts";
import { answerOf, retryPause } from "./reach-discord.ts";

type Payload = RESTPostAPIApplicationCommandsJSONBody;

/** The slash commands in Discord's format: "data list" becomes the subcommand list of data. */
export function commandPayloads(commands: readonly Command[]): readonly Payload[] {
  const listed = commands.filter((command) => command.listed);
  const names = [...new Set(listed.map(({ name }) => firstWord(name)))];
  const slash = names.map((name) => {
    const subcommands = listed.filter((command) => firstWord(command.name) === name);
    const command = subcommands.find((command) => command.name === name);
    const [first] = subcommands;
    return {
      type: ApplicationCommandType.ChatInput,
      name,
      description: command?.description ?? subcommands.map((command) => command.description).join(" · ").slice(0, 100),
      options: command
        ? Object.entries(command.options).map(optionPayload)
        : subcommands.map((command) => ({
            type: ApplicationCommandOptionType.Subcommand as const,
            name: command.name.slice(name.length + 1),
            description: command.description,
            options: Object.entries(command.options).map(optionPayload),
          })),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions:
        first?.audience === "managers" ? PermissionFlagsBits.ManageGuild.toString() : null,
    } as Payload;
  });
  return [...slash, ...listed.flatMap(menuPayload)];
}

/** The entry of a command in a message's context menu. */
const menuPayload = ({ menu }: Command): readonly Payload[] =>
  menu === null
    ? []
    : [
        {
          type: ApplicationCommandType.Message,
          name: menu.name,
          contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
          integration_types: [ApplicationIntegrationType.GuildInstall],
          default_member_permissions: null,
        },
      ];

/**
 * Replaces the commands registered on Discord, unless they are the same. Returns whether anything was sent. Commands of
 * one server hide nothing: global ones of an earlier setting would stand beside them, so they are taken away.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  payloads: readonly Payload[],
): Promise<"registered" | "unchanged"> {
  const replaced = await replaceCommands(rest, applicationId, guildId, payloads);
  const cleared = guildId !== null && (await replaceCommands(rest, applicationId, null, []));
  return replaced || cleared ? "registered" : "unchanged";
}

async function replaceCommands(rest: REST, applicationId: string, guildId: string | null, payloads: readonly Payload[]): Promise<boolean> {
  const route = routeOf(applicationId, guildId);
  const registered = (await rest.get(route)) as readonly Payload[];
  if (differingNames(registered, payloads, guildId).length === 0) return false;
  await rest.put(route, { body: payloads });
  return true;
}

/** A registration that goes on in the background. */
interface Registering {
  /** Resolves when Discord has the commands; never where it is stopped before. */
  readonly done: Promise<"registered" | "unchanged">;
  stop(): void;
}

/** Registers the commands, again and again until Discord takes them. `onProblem` is called whenever the reason changes. */
export function keepRegistering(register: () => Promise<"registered" | "unchanged">, clock: Clock, onProblem: (problem: DiscordProblem) => void): Registering {
  let isStopped = false;
  let cancel = (): void => undefined;
  const done = new Promise<"registered" | "unchanged">((resolve) => {
    let lastDetail = "";
    const attempt = (tries: number): void => {
      register().then(resolve, (error: unknown) => {
        if (isStopped) return;
        const problem = registrationProblem(error);
        const detail = problem.kind === "discord-commands" ? problem.detail : problem.kind;
        if (detail !== lastDetail) onProblem(problem);
        lastDetail = detail;
        cancel = clock.after(5 * retryPause(tries), () => attempt(tries + 1));
      });
    };
    attempt(0);
  });
  return {
    done,
    stop() {
      isStopped = true;
      cancel();
    },
  };
}

const notInServer: readonly (string | number)[] = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.UnknownGuild];

const registrationProblem = (error: unknown): DiscordProblem =>
  error instanceof DiscordAPIError && notInServer.includes(error.code) ? { kind: "discord-server" } : { kind: "discord-commands", detail: answerOf(error) };

/** Names of commands that are different, missing or additional on Discord. */
export async function differingCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly Command[],
): Promise<readonly string[]> {
  const registered = (await rest.get(routeOf(applicationId, guildId))) as readonly Payload[];
  const leftOver = guildId === null ? [] : ((await rest.get(routeOf(applicationId, null))) as readonly Payload[]);
  return [...differingNames(registered, commandPayloads(commands), guildId), ...leftOver.map(({ name }) => `${name} (in every server as well)`)];
}

const routeOf = (applicationId: string, guildId: string | null): `/${string}` =>
  guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId);

function differingNames(registered: readonly Payload[], wanted: readonly Payload[], guildId: string | null): readonly string[] {
  const textOf = (payloads: readonly Payload[]): ReadonlyMap<string, string> =>
    new Map(payloads.map((payload) => [payload.name, JSON.stringify([normalized(payload), guildId === null ? ofGlobalCommand(payload) : null])]));
  const [remote, local] = [textOf(registered), textOf(wanted)];
  return [...new Set([...remote.keys(), ...local.keys()])].filter((name) => remote.get(name) !== local.get(name));
}

const typeOf = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  number: ApplicationCommandOptionType.Number,
  boolean: ApplicationCommandOptionType.Boolean,
  attachment: ApplicationCommandOptionType.Attachment,
  user: ApplicationCommandOptionType.User,
  role: ApplicationCommandOptionType.Role,
  channel: ApplicationCommandOptionType.Channel,
} as const;

const optionPayload = ([name, option]: readonly [string, Option<unknown>]) => ({
  type: typeOf[option.type],
  name,
  description: option.description,
  required: option.required,
  ...(option.choices ? { choices: option.choices } : {}),
  ...(option.suggest || option.suggestStored ? { autocomplete: true } : {}),
  ...(option.min === undefined ? {} : { min_value: option.min }),
  ...(option.max === undefined ? {} : { max_value: option.max }),
});

/** Where a command may be used: Discord keeps it of global commands only, and may answer null for a server's own. */
function ofGlobalCommand(payload: object): object {
  const { contexts, integration_types } = payload as Record<string, unknown>;
  return { contexts, integration_types };
}

/** Normalises a command for comparison: Discord omits defaults and adds ids. */
function normalized(payload: unknown): { readonly name: string } {
  const { name, description, type, options, choices, required, autocomplete, min_value, max_value, value, nsfw, default_member_permissions } =
    payload as Record<string, unknown>;
  const nested = (list: unknown): unknown[] | undefined =>
    Array.isArray(list) && list.length > 0 ? list.map(normalized) : undefined;
  return {
    name: String(name),
    ...{ description: description === "" ? undefined : description, type, min_value, max_value, value },
    ...{ required: required === true, nsfw: nsfw === true, autocomplete: autocomplete === true },
    ...{ permissions: default_member_permissions ?? undefined, options: nested(options), choices: nested(choices) },
  };
}

const firstWord = (name: string): string => name.split(" ")[0] ?? name;
