/**
 * The course server: Discord's REST interface and gateway on 127.0.0.1, with a channel, students and
 * an instructor, for a page or a program to play them. It knows Discord's protocol and nothing of
 * any bot: a discord.js client whose `rest.api` is `restApi` can log in with `token`.
 */
import { GatewayIntentBits } from "discord-api-types/v10";
import { fileURLToPath } from "node:url";
import { Actions } from "./actions.ts";
import { asEvent } from "./bot-message.ts";
import { botToken } from "./bot-token.ts";
import { guildIdOf } from "./channel.ts";
import { type Clock, systemClock } from "./clock.ts";
import { FaultPlan, type Fault, type RequestPattern } from "./fault-plan.ts";
import { Gateway } from "./gateway.ts";
import { type Listening, listen } from "./http-server.ts";
import type { Person } from "./page-protocol.ts";
import { PageSocket } from "./page-socket.ts";
import { PlayableUser } from "./playable-user.ts";
import { type LoggedRequest, RestApi } from "./rest-api.ts";
import { routes } from "./routes.ts";
import { DiscordState, type StateEvent } from "./discord-state.ts";

export interface CourseServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The page for people. */
  readonly page?: {
    /** The folder of the built page; the package's own by default. */
    readonly folder?: string;
    /** Lines that the page proposes to type first, like "/beta JPM". */
    readonly examples?: readonly string[];
    /** A sentence at the channel's start: what a visitor should know about the bot's answers. */
    readonly note?: string;
    /** By command, the option that takes all remaining words of a typed line: `{ compare: "tickers" }`. */
    readonly restOptions?: Readonly<Record<string, string>>;
    /** Names of commands that a lone slash offers first; the others follow as Discord has them. */
    readonly firstCommands?: readonly string[];
    /** Subcommands that only the instructor is offered: Discord can hide a command from students as a whole only, and lists these to all. */
    readonly staffParts?: readonly string[];
  };
  /** Names of commands that only the instructor sees, as an administrator can set it under Integrations. */
  readonly staffCommands?: readonly string[];
  /** Whether people may install the application for themselves; false by default. */
  readonly userInstall?: boolean;
  readonly botName?: string;
  /** Number of students besides the instructor; 2 by default. */
  readonly students?: number;
  /** Number of guilds that the bot is in, each with one channel; 1 by default. Consecutive ones belong to different shards. */
  readonly guilds?: number;
  /** Milliseconds by which every REST reply is delayed. */
  readonly latency?: number;
  readonly clock?: Clock;
}

export interface CourseServer {
  /** For people: http://localhost:PORT. */
  readonly url: string;
  /** For discord.js: its `rest.api`. */
  readonly restApi: string;
  /** The bot's token. */
  readonly token: string;
  readonly botId: string;
  /** The id of each server. */
  readonly guildIds: readonly string[];
  readonly people: readonly Person[];
  /** Every request of the bot so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** A person, by key ("student-1", "instructor") or id, in the channel of a guild, by its index. */
  readonly user: (who: string, guild?: number) => PlayableUser;
  readonly faults: CourseServerFaults;
  /** How often a bot has identified. */
  readonly identified: () => number;
  /** Ends within two seconds, whatever is open. */
  readonly close: () => Promise<void>;
}

/** What can be made to go wrong. */
export interface CourseServerFaults {
  /** Applies the fault to the next `times` matching REST requests. */
  readonly next: (pattern: RequestPattern, fault: Fault, times?: number) => void;
  readonly clear: () => void;
  /** Drops every gateway connection as a failing network does; sessions can be resumed. */
  readonly dropConnections: () => void;
  /** Closes every gateway connection with one of Discord's close codes, such as 4004. */
  readonly closeConnections: (code: number) => void;
  /** Closes the next connections with that code when they identify or resume. */
  readonly refuseConnections: (code: number, times?: number) => void;
  /** Sends the next `times` interactions to the bot twice, as a gateway that replays events may. */
  readonly deliverTwice: (times?: number) => void;
  /** Asks every bot to reconnect (opcode 7). */
  readonly requestReconnect: () => void;
  /** Ends every session (opcode 9): bots have to identify again. */
  readonly invalidateSessions: () => void;
  /** Expires every interaction's token, as after fifteen minutes. */
  readonly expireTokens: () => void;
}

/** Another program listens on the port. */
export class PortTakenError extends Error {
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is taken`);
    this.name = "PortTakenError";
    this.port = port;
  }
}

/** In the published package, the page stands beside this file. */
const builtPage = fileURLToPath(new URL("page", import.meta.url));

/** Errors: PortTakenError. */
export async function startCourseServer(options: CourseServerOptions): Promise<CourseServer> {
  let port = options.port;
  const address = (): string => `http://127.0.0.1:${port}`;
  const state = new DiscordState({
    clock: options.clock ?? systemClock,
    token: botToken(),
    botName: options.botName ?? "Factor TA",
    students: options.students ?? 2,
    guilds: options.guilds ?? 1,
    staffCommands: options.staffCommands ?? [],
    isUserInstallable: options.userInstall ?? false,
    address,
  });
  const gateway = new Gateway(state);
  state.gateway = gateway;
  state.watch((event) => {
    dispatchToBots(state, event);
  });
  const actions = new Actions(state);
  const faults = new FaultPlan();
  const rest = new RestApi(routes, state, faults);
  let listening: Listening;
  try {
    listening = await listen(port, {
      state,
      rest,
      pageFolder: options.page?.folder ?? builtPage,
      latency: options.latency ?? 0,
      gateway: (socket) => {
        gateway.connect(socket);
      },
      page: (socket, host) => new PageSocket(state, actions, socket, host, { examples: options.page?.examples ?? [], note: options.page?.note ?? "", restOptions: options.page?.restOptions ?? {}, firstCommands: options.page?.firstCommands ?? [], staffParts: options.page?.staffParts ?? [] }),
    });
  } catch (error) {
    if (isPortTaken(error)) throw new PortTakenError(port);
    throw error;
  }
  port = listening.port;
  return {
    url: `http://localhost:${port}`,
    restApi: `${address()}/api`,
    token: state.token,
    botId: state.bot.id,
    guildIds: state.guilds.map(({ id }) => id),
    people: state.people,
    requests: rest.log,
    user: (who, guild = 0) => {
      const person = state.person(who);
      if (person === undefined) throw new Error(`Nobody here is called ${who}.`);
      return new PlayableUser(state, actions, person, state.courseChannel(guild));
    },
    identified: () => gateway.identified,
    faults: {
      next: (pattern, fault, times) => faults.next(pattern, fault, times),
      clear: () => faults.clear(),
      dropConnections: () => gateway.dropConnections(),
      closeConnections: (code) => gateway.closeConnections(code),
      refuseConnections: (code, times = 1) => gateway.refuseConnections(code, times),
      deliverTwice: (times = 1) => state.interactions.deliverTwice(times),
      requestReconnect: () => gateway.requestReconnect(),
      invalidateSessions: () => gateway.invalidateSessions(),
      expireTokens: () => state.interactions.expireAll(),
    },
    close: () => listening.close(),
  };
}

const eventNames = {
  "message-created": "MESSAGE_CREATE",
  "message-updated": "MESSAGE_UPDATE",
  "message-deleted": "MESSAGE_DELETE",
} as const;

/** Sends message events to bots that have the intent; ephemeral messages are left out. */
function dispatchToBots(state: DiscordState, event: StateEvent): void {
  if (event.kind === "commands" || event.kind === "bot" || event.stored.viewer !== null) return;
  const channel = state.channels.get(event.stored.message.channel_id);
  if (channel === undefined) return;
  const guildId = guildIdOf(channel);
  const { message } = event.stored;
  const data =
    event.kind === "message-deleted"
      ? { id: message.id, channel_id: message.channel_id, ...(guildId === null ? {} : { guild_id: guildId }) }
      : asEvent(event.stored, channel);
  const needed = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  state.gateway.dispatch(eventNames[event.kind], data, { guildId, intent: needed });
}

const isPortTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EADDRINUSE";
