import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  DiscordAPIError,
  RESTJSONErrorCodes,
  Routes,
  type APIApplicationCommand,
  type REST,
} from "discord.js";
import type { Clock } from "../clock.ts";
import type { CommandIds } from "../render/command-mentions.ts";
import type { CommandPayload } from "./command-payloads.ts";
import type { DiscordProblem } from "./problem.ts";
import { answerOf, retryPause } from "./reach-discord.ts";

type Registered = APIApplicationCommand;

/** Whether anything had to be sent ("elsewhere": by another process), and the ids that Discord gave the commands. */
export interface Registration {
  readonly result: "registered" | "unchanged" | "elsewhere";
  readonly ids: CommandIds;
}

/**
 * Replaces the commands registered on Discord, unless they are the same. Commands of one server hide nothing: global ones
 * of an earlier setting would stand beside them, so they are taken away.
 */
export async function registerCommands(rest: REST, applicationId: string, guildId: string | null, payloads: readonly CommandPayload[]): Promise<Registration> {
  const { isChanged, registered } = await replaceCommands(rest, applicationId, guildId, payloads);
  const isCleared = guildId !== null && (await replaceCommands(rest, applicationId, null, [])).isChanged;
  return { result: isChanged || isCleared ? "registered" : "unchanged", ids: idsOf(registered) };
}

async function replaceCommands(rest: REST, applicationId: string, guildId: string | null, payloads: readonly CommandPayload[]) {
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
  payloads: readonly CommandPayload[],
): Promise<readonly string[]> {
  const registered = (await rest.get(routeOf(applicationId, guildId))) as readonly Registered[];
  const leftOver = guildId === null ? [] : ((await rest.get(routeOf(applicationId, null))) as readonly Registered[]);
  return [...differingNames(registered, payloads, guildId), ...leftOver.map(({ name }) => `${name} (in every server as well)`)];
}

const routeOf = (applicationId: string, guildId: string | null): `/${string}` =>
  guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId);

function differingNames(registered: readonly Registered[], wanted: readonly CommandPayload[], guildId: string | null): readonly string[] {
  const [remote, local] = [new Map(registered.map((command) => [command.name, command])), new Map(wanted.map((command) => [command.name, command]))];
  return [...new Set([...remote.keys(), ...local.keys()])].filter((name) => {
    const [there, here] = [remote.get(name), local.get(name)];
    if (there === undefined || here === undefined) return true;
    return JSON.stringify(normalized(there)) !== JSON.stringify(normalized(here)) || (guildId === null && !isInSamePlaces(there, here));
  });
}

/** Where a command may be used: Discord keeps it of global commands alone, in an order of its own, and null says nothing. */
const isInSamePlaces = (there: Registered, here: CommandPayload): boolean =>
  isSameSet(there.contexts, here.contexts) && isSameSet(there.integration_types, here.integration_types);

function isSameSet(there: readonly number[] | null | undefined, here: readonly number[] | null | undefined): boolean {
  const own = new Set(here ?? []);
  return !there || (there.length === own.size && there.every((number) => own.has(number)));
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
