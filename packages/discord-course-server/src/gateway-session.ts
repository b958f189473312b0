/** One bot's connection to the gateway: numbered events, kept for a while so that a cut line loses none. */
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
/** Bytes that a bot may leave unread before its line is cut. */
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

  /** Takes up the session on a new line after the last event that the bot saw; false where that is too long ago. */
  resume(socket: WebSocket, lastSeen: number): boolean {
    const oldest = this.sent[0]?.sequence ?? 1;
    if (lastSeen > this.sequence || lastSeen < oldest - 1) return false;
    this.socket?.terminate();
    this.socket = socket;
    for (const { sequence, frame } of this.sent) if (sequence > lastSeen) socket.send(frame);
    this.dispatch("RESUMED", {} satisfies Fields);
    return true;
  }

  /** The line is gone; events are kept until the bot comes back. */
  disconnected(socket: WebSocket): void {
    if (this.socket === socket) this.socket = null;
  }

  send(frame: Fields): void {
    this.socket?.send(JSON.stringify(frame));
  }

  /** Cuts the line without a word, as a failing network does. */
  cut(): void {
    this.socket?.terminate();
    this.socket = null;
  }
}
