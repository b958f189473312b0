import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  DiscordAPIError,
  InteractionContextType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
  type APIApplicationCommand,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Clock } from "../clock.ts";
import type { Command } from "../commands/command.ts";
import type { Option } from "../commands/options/option.ts";
import type { CommandIds } from "../render/command-mentions.ts";
import type { DiscordProblem } from "./problem.ts";
import { answerOf, retryPause } from "./reach-discord.ts";

type Payload = RESTPostAPIApplicationCommandsJSONBody;
type Registered = APIApplicationCommand;

/**
 * The slash commands in Discord's format: "data list" becomes the subcommand list of data. Where the application may also
 * be installed by people for themselves, they have the commands for everyone wherever they are; those with a part for the staff
 * belong to servers that the bot is in.
 */
export function commandPayloads(commands: readonly Command[], isUserInstallable: boolean): readonly Payload[] {
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
      ...placesOf(isUserInstallable && subcommands.every(isForEveryone)),
      default_member_permissions:
        first?.audience === "managers" ? PermissionFlagsBits.ManageGuild.toString() : null,
    } as Payload;
  });
  return [...slash, ...listed.flatMap((command) => menuPayload(command, isUserInstallable && isForEveryone(command)))];
}

const isForEveryone = ({ audience }: Command): boolean => audience === "everyone";

/** Where a command may be used, and by which kind of installation. */
const placesOf = (isEverywhere: boolean) => ({
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, ...(isEverywhere ? [InteractionContextType.PrivateChannel] : [])],
  integration_types: [ApplicationIntegrationType.GuildInstall, ...(isEverywhere ? [ApplicationIntegrationType.UserInstall] : [])],
});

/** The entry of a command in a message's context menu. */
const menuPayload = ({ menu }: Command, isEverywhere: boolean): readonly Payload[] =>
  menu === null ? [] : [{ type: ApplicationCommandType.Message, name: menu.name, ...placesOf(isEverywhere), default_member_permissions: null }];

/** Whether anything had to be sent ("elsewhere": by another process), and the ids that Discord gave the commands. */
export interface Registration {
  readonly result: "registered" | "unchanged" | "elsewhere";
  readonly ids: CommandIds;
}

/**
 * Replaces the commands registered on Discord, unless they are the same. Commands of one server hide nothing: global ones
 * of an earlier setting would stand beside them, so they are taken away.
 */
export async function registerCommands(rest: REST, applicationId: string, guildId: string | null, payloads: readonly Payload[]): Promise<Registration> {
  const { isChanged, registered } = await replaceCommands(rest, applicationId, guildId, payloads);
  const isCleared = guildId !== null && (await replaceCommands(rest, applicationId, null, [])).isChanged;
  return { result: isChanged || isCleared ? "registered" : "unchanged", ids: idsOf(registered) };
}

async function replaceCommands(rest: REST, applicationId: string, guildId: string | null, payloads: readonly Payload[]) {
  const route = routeOf(applicationId, guildId);
  const before = (await rest.get(route)) as readonly Registered[];
  if (differingNames(before, payloads, guildId).length === 0) return { isChanged: false, registered: before };
  return { isChanged: true, registered: (await rest.put(route, { body: payloads })) as readonly Registered[] };
}

/** What another process of this bot registers; rejects until it has. */
export async function readRegistration(rest: REST, applicationId: string, guildId: string | null): Promise<Registration> {
  const ids = idsOf((await rest.get(routeOf(applicationId, guildId))) as readonly Registered[]);
  if (ids.size === 0) throw new Error("no commands are registered yet");
  return { result: "elsewhere", ids };
}

/** The ids of slash commands; a subcommand is mentioned by that of its group. */
function idsOf(registered: readonly Registered[]): CommandIds {
  const slash = registered.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  return new Map(
    slash.flatMap(({ id, name, options = [] }) => {
      const subcommands = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
      return subcommands.length === 0 ? [[name, id] as const] : subcommands.map((subcommand) => [`${name} ${subcommand.name}`, id] as const);
    }),
  );
}

/** A registration that goes on in the background. */
interface Registering {
  /** Resolves when Discord has the commands; never where it is stopped before. */
  readonly done: Promise<Registration>;
  stop(): void;
}

/** Registers the commands, again and again until Discord takes them. `onProblem` is called whenever the reason changes. */
export function keepRegistering(register: () => Promise<Registration>, clock: Clock, onProblem: (problem: DiscordProblem) => void): Registering {
  let isStopped = false;
  let cancel = (): void => undefined;
  const done = new Promise<Registration>((resolve) => {
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
  payloads: readonly Payload[],
): Promise<readonly string[]> {
  const registered = (await rest.get(routeOf(applicationId, guildId))) as readonly Registered[];
  const leftOver = guildId === null ? [] : ((await rest.get(routeOf(applicationId, null))) as readonly Registered[]);
  return [...differingNames(registered, payloads, guildId), ...leftOver.map(({ name }) => `${name} (in every server as well)`)];
}

const routeOf = (applicationId: string, guildId: string | null): `/${string}` =>
  guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId);

function differingNames(registered: readonly Registered[], wanted: readonly Payload[], guildId: string | null): readonly string[] {
  const [remote, local] = [new Map(registered.map((command) => [command.name, command])), new Map(wanted.map((command) => [command.name, command]))];
  return [...new Set([...remote.keys(), ...local.keys()])].filter((name) => {
    const [there, here] = [remote.get(name), local.get(name)];
    if (there === undefined || here === undefined) return true;
    return JSON.stringify(normalized(there)) !== JSON.stringify(normalized(here)) || (guildId === null && !isInSamePlaces(there, here));
  });
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

/** Where a command may be used: Discord keeps it of global commands alone, in an order of its own, and null says nothing. */
const isInSamePlaces = (there: Registered, here: Payload): boolean =>
  isSameSet(there.contexts, here.contexts) && isSameSet(there.integration_types, here.integration_types);

const isSameSet = (there: readonly number[] | null | undefined, here: readonly number[] | null | undefined): boolean =>
  !there || there.toSorted().join() === (here ?? []).toSorted().join();

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
