/**
 * The course server: Discord's REST interface and gateway on 127.0.0.1, with a channel, students and
 * an instructor, for a page or a program to play them. It knows Discord's protocol and nothing of
 * our bot: any discord.js bot whose `rest.api` is `restApi` can log in with `token`.
 */
import { GatewayIntentBits } from "discord-api-types/v10";
import { randomBytes } from "node:crypto";
import { Actions } from "./actions.ts";
import { asEvent } from "./bot-message.ts";
import { guildIdOf } from "./channel.ts";
import { type Clock, systemClock } from "./clock.ts";
import { FaultPlan, type Fault, type RequestPattern } from "./fault-plan.ts";
import { Gateway } from "./gateway.ts";
import { type Listening, listen } from "./http-server.ts";
import type { Person } from "./page-protocol.ts";
import { PageSocket } from "./page-socket.ts";
import { PlayableUser } from "./playable-user.ts";
import { accountRoutes } from "./rest-account.ts";
import { type LoggedRequest, RestApi } from "./rest-api.ts";
import { callbackRoutes } from "./rest-callbacks.ts";
import { channelRoutes } from "./rest-channels.ts";
import { commandRoutes } from "./rest-commands.ts";
import { webhookRoutes } from "./rest-webhooks.ts";
import { World, type WorldEvent } from "./world.ts";

export interface CourseServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The folder of the built page, and the lines that it proposes to type first, like "/beta JPM". */
  readonly page?: {
    readonly folder: string;
    readonly tries?: readonly string[];
    /** By command, the option that takes all plain words that are left: `{ compare: "tickers" }`. */
    readonly rest?: Readonly<Record<string, string>>;
  };
  readonly botName?: string;
  /** How many students there are besides the instructor; two unless told. */
  readonly students?: number;
  /** How many servers the bot is in, each with its channel; one unless told. Neighbours fall to different shards. */
  readonly courses?: number;
  /** Milliseconds that every REST answer takes longer. */
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
  /** Somebody, by key ("student-1", "instructor") or id, in the channel of one of the servers. */
  readonly user: (who: string, course?: number) => PlayableUser;
  readonly faults: CourseServerFaults;
  /** Ends within two seconds, whatever is open. */
  readonly close: () => Promise<void>;
}

/** What can be made to go wrong. */
export interface CourseServerFaults {
  /** The next `times` REST requests that match meet the fault. */
  readonly next: (pattern: RequestPattern, fault: Fault, times?: number) => void;
  readonly clear: () => void;
  /** Cuts every gateway connection as a failing network does; sessions can be resumed. */
  readonly cutSockets: () => void;
  /** Asks every bot to reconnect (opcode 7). */
  readonly askToReconnect: () => void;
  /** Ends every session (opcode 9): bots have to identify again. */
  readonly endSessions: () => void;
  /** Lets every interaction's token die, as after fifteen minutes. */
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

/** Errors: PortTakenError. */
export async function startCourseServer(options: CourseServerOptions): Promise<CourseServer> {
  let port = options.port;
  const address = (): string => `http://127.0.0.1:${port}`;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}/gateway`;
  const world = new World({
    clock: options.clock ?? systemClock,
    token: randomBytes(24).toString("base64url"),
    botName: options.botName ?? "Factor TA",
    students: options.students ?? 2,
    courses: options.courses ?? 1,
    address,
  });
  const gateway = new Gateway(world, gatewayUrl);
  world.gateway = gateway;
  world.watch((event) => {
    tellBots(world, event);
  });
  const actions = new Actions(world);
  const faults = new FaultPlan();
  const routes = [
    ...accountRoutes(world, gatewayUrl, () => gateway.identified),
    ...commandRoutes(world),
    ...callbackRoutes(world),
    ...webhookRoutes(world),
    ...channelRoutes(world),
  ];
  const rest = new RestApi(routes, world.token, faults);
  let listening: Listening;
  try {
    listening = await listen(port, {
      world,
      rest,
      pageFolder: options.page?.folder ?? null,
      latency: options.latency ?? 0,
      gateway: (socket) => {
        gateway.connect(socket);
      },
      page: (socket, host) => new PageSocket(world, actions, socket, host, { tries: options.page?.tries ?? [], rest: options.page?.rest ?? {} }),
    });
  } catch (error) {
    if (isPortTaken(error)) throw new PortTakenError(port);
    throw error;
  }
  port = listening.port;
  return {
    url: `http://localhost:${port}`,
    restApi: `${address()}/api`,
    token: world.token,
    botId: world.bot.id,
    guildIds: world.servers.map(({ id }) => id),
    people: world.people,
    requests: rest.log,
    user: (who, course = 0) => {
      const person = world.person(who);
      if (person === undefined) throw new Error(`Nobody here is called ${who}.`);
      return new PlayableUser(world, actions, person, world.courseChannel(course));
    },
    faults: {
      next: (pattern, fault, times) => faults.next(pattern, fault, times),
      clear: () => faults.clear(),
      cutSockets: () => gateway.cutSockets(),
      askToReconnect: () => gateway.askToReconnect(),
      endSessions: () => gateway.endSessions(),
      expireTokens: () => world.interactions.expireAll(),
    },
    close: () => listening.close(),
  };
}

const gatewayNames = {
  "message-created": "MESSAGE_CREATE",
  "message-updated": "MESSAGE_UPDATE",
  "message-deleted": "MESSAGE_DELETE",
} as const;

/** Bots that asked for messages hear of those that everybody sees. */
function tellBots(world: World, event: WorldEvent): void {
  if (event.kind === "commands" || event.kind === "bot" || event.stored.viewer !== null) return;
  const channel = world.channels.get(event.stored.message.channel_id);
  if (channel === undefined) return;
  const guildId = guildIdOf(channel);
  const { message } = event.stored;
  const data =
    event.kind === "message-deleted"
      ? { id: message.id, channel_id: message.channel_id, ...(guildId === null ? {} : { guild_id: guildId }) }
      : asEvent(event.stored, channel);
  const needed = guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  world.gateway.dispatch(gatewayNames[event.kind], data, { guildId, intent: needed });
}

const isPortTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EADDRINUSE";
