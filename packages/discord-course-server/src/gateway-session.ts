/** One session of a bot at the gateway: numbered events, buffered so that a lost connection can resume. */
import { GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import { mebibyte } from "./limits.ts";
import type { Fields } from "./json.ts";

export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More events than a bot misses while it reconnects. */
const maxReplayed = 1000;
/** Bytes that a bot may leave unread before its connection is closed. */
const maxUnread = 32 * mebibyte;

export class GatewaySession {
  readonly id: string;
  readonly shard: Shard;
  readonly intents: number;
  private socket: WebSocket | null;
  private sequence = 0;
  private readonly sent: { readonly sequence: number; readonly frame: string }[] = [];

  constructor(id: string, shard: Shard, intents: number, socket: WebSocket) {
    this.id = id;
    this.shard = shard;
    this.intents = intents;
    this.socket = socket;
  }

  get isConnected(): boolean {
    return this.socket !== null;
  }

  dispatch(event: string, data: unknown): void {
    this.sequence += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: this.sequence, d: data });
    this.sent.push({ sequence: this.sequence, frame });
    if (this.sent.length > maxReplayed) this.sent.shift();
    if ((this.socket?.bufferedAmount ?? 0) > maxUnread) this.cut();
    this.socket?.send(frame);
  }

  /** Resumes on a new connection after the last event that the bot received; false if that event is no longer buffered. */
  resume(socket: WebSocket, lastSeen: number): boolean {
    const oldest = this.sent[0]?.sequence ?? 1;
    if (lastSeen > this.sequence || lastSeen < oldest - 1) return false;
    this.socket?.terminate();
    this.socket = socket;
    for (const { sequence, frame } of this.sent) if (sequence > lastSeen) socket.send(frame);
    this.dispatch("RESUMED", {} satisfies Fields);
    return true;
  }

  /** The connection closed; events are buffered until the bot resumes. */
  disconnected(socket: WebSocket): void {
    if (this.socket === socket) this.socket = null;
  }

  send(frame: Fields): void {
    this.socket?.send(JSON.stringify(frame));
  }

  /** Closes the connection with one of Discord's close codes. */
  close(code: number): void {
    this.socket?.close(code);
    this.socket = null;
  }

  /** Drops the connection without a close frame, as a failing network does. */
  cut(): void {
    this.socket?.terminate();
    this.socket = null;
  }
}
