/** Discord's gateway: hello, identify, heartbeats, resuming, and events to the right shard. */
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import { guildCreate } from "./guild.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { membersChunk, readableMessage, readyEvent } from "./gateway-events.ts";
import { GatewaySession, type Shard } from "./gateway-session.ts";
import { asList, asNumber, asText, type Fields, isFields, parseJson } from "./json.ts";
import { shardOf } from "./snowflake.ts";
import type { DiscordState } from "./discord-state.ts";

const heartbeatInterval = 41_250;
const maxSessions = 64;
const privileged = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

export class Gateway implements Dispatcher {
  /** How often a bot has identified: Discord allows a thousand a day. */
  identified = 0;
  private readonly sessions = new Map<string, GatewaySession>();
  private refusals: { readonly code: number; left: number } | null = null;
  private readonly state: DiscordState;

  constructor(state: DiscordState) {
    this.state = state;
  }

  isOnline(): boolean {
    return [...this.sessions.values()].some(({ isConnected }) => isConnected);
  }

  /** Events without a server go to shard 0; several sessions of one shard all get it. */
  dispatch(event: string, data: Fields, target: { guildId: string | null; intent?: number }): void {
    const { guildId, intent: needed = 0 } = target;
    for (const session of this.sessions.values()) {
      const { index, count } = session.shard;
      const mine = guildId === null ? index === 0 : shardOf(guildId, count) === index;
      if (!mine || (session.intents & needed) !== needed) continue;
      session.dispatch(event, event.startsWith("MESSAGE_") ? readableMessage(data, { guildId, intents: session.intents, bot: this.state.bot.id }) : data);
    }
  }

  /** Drops every connection without a close frame; sessions can be resumed. */
  dropConnections(): void {
    for (const session of this.sessions.values()) session.cut();
    this.state.announce({ kind: "bot" });
  }

  /** Closes every connection with one of Discord's close codes. */
  closeConnections(code: number): void {
    for (const session of this.sessions.values()) session.close(code);
    this.state.announce({ kind: "bot" });
  }

  /** The next connections are closed with this code when they identify or resume. */
  refuseConnections(code: number, times: number): void {
    this.refusals = { code, left: times };
  }

  private takeRefusal(): number | null {
    if (this.refusals === null || this.refusals.left === 0) return null;
    this.refusals.left -= 1;
    return this.refusals.code;
  }

  /** Opcode 7: the bot is asked to reconnect and resume. */
  requestReconnect(): void {
    for (const session of this.sessions.values()) session.send({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Opcode 9: every session is over, and the bot has to identify again. */
  invalidateSessions(): void {
    for (const session of this.sessions.values()) session.send({ op: GatewayOpcodes.InvalidSession, d: false });
    this.sessions.clear();
  }

  /** Accepts a new connection of a bot. */
  connect(socket: WebSocket): void {
    let session: GatewaySession | null = null;
    const say = (op: number, data: unknown): void => {
      socket.send(JSON.stringify({ op, d: data, s: null, t: null }));
    };
    say(GatewayOpcodes.Hello, { heartbeat_interval: heartbeatInterval });
    socket.on("error", () => {
      socket.terminate();
    });
    socket.on("close", () => {
      session?.disconnected(socket);
      this.state.announce({ kind: "bot" });
    });
    socket.on("message", (raw: Buffer) => {
      const frame = parseJson(raw.toString("utf8"));
      if (!isFields(frame)) return socket.close(GatewayCloseCodes.DecodeError, "Error while decoding payload.");
      const data = isFields(frame["d"]) ? frame["d"] : {};
      switch (frame["op"]) {
        case GatewayOpcodes.Heartbeat:
          return say(GatewayOpcodes.HeartbeatAck, null);
        case GatewayOpcodes.Identify:
          if (session !== null) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, "Already authenticated.");
          session = this.identify(socket, data);
          return;
        case GatewayOpcodes.Resume:
          if (session !== null) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, "Already authenticated.");
          {
            const refusal = this.takeRefusal();
            if (refusal !== null) return socket.close(refusal);
          }
          session = this.resume(socket, data);
          if (session === null) say(GatewayOpcodes.InvalidSession, false);
          return;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
          return;
        case GatewayOpcodes.RequestGuildMembers:
          if (session === null) return socket.close(GatewayCloseCodes.NotAuthenticated, "Not authenticated.");
          return this.sendMembers(session, data);
        default:
          return socket.close(GatewayCloseCodes.UnknownOpcode, "Unknown opcode.");
      }
    });
  }

  private identify(socket: WebSocket, data: Fields): GatewaySession | null {
    this.identified += 1;
    const refusal = this.takeRefusal();
    if (refusal !== null) {
      socket.close(refusal);
      return null;
    }
    const shard = shardFrom(data["shard"]);
    const intents = asNumber(data["intents"]) ?? 0;
    if (asText(data["token"])?.replace(/^Bot /, "") !== this.state.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, "Authentication failed.");
      return null;
    }
    if (shard === null) {
      socket.close(GatewayCloseCodes.InvalidShard, "Invalid shard.");
      return null;
    }
    if ((intents & privileged) !== 0) {
      socket.close(GatewayCloseCodes.DisallowedIntents, "Disallowed intent(s).");
      return null;
    }
    const session = new GatewaySession(this.state.newId(), shard, intents, socket);
    this.sessions.set(session.id, session);
    const oldest = [...this.sessions.values()].find(({ isConnected }) => !isConnected) ?? session;
    if (this.sessions.size > maxSessions) this.sessions.delete(oldest.id);
    this.sendReady(session);
    this.state.announce({ kind: "bot" });
    return session;
  }

  /** READY names only the servers that a GUILD_CREATE follows for. */
  private sendReady(session: GatewaySession): void {
    const { state } = this;
    const { index, count } = session.shard;
    const guilds =
      (session.intents & GatewayIntentBits.Guilds) === 0 ? [] : state.guilds.filter(({ id }) => shardOf(id, count) === index);
    session.dispatch("READY", readyEvent(state, session, guilds));
    for (const guild of guilds) session.dispatch("GUILD_CREATE", guildCreate(guild, state.people, state.bot));
  }

  private resume(socket: WebSocket, data: Fields): GatewaySession | null {
    const session = this.sessions.get(asText(data["session_id"]) ?? "");
    if (session === undefined || asText(data["token"])?.replace(/^Bot /, "") !== this.state.token) return null;
    if (!session.resume(socket, asNumber(data["seq"]) ?? -1)) {
      this.sessions.delete(session.id);
      return null;
    }
    this.state.announce({ kind: "bot" });
    return session;
  }

  private sendMembers(session: GatewaySession, data: Fields): void {
    const chunk = membersChunk(this.state, data);
    if (chunk !== null) session.dispatch("GUILD_MEMBERS_CHUNK", chunk);
  }
}

function shardFrom(value: unknown): Shard | null {
  const [index = 0, count = 1] = asList(value).map(asNumber);
  return index >= 0 && index < count ? { index, count } : null;
}
