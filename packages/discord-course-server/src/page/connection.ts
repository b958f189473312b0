/**
 * The WebSocket connection to the course server. It sends `hello` whenever it opens, reconnects by
 * itself, and numbers every request, so that the first event with the number resolves it.
 */
import type { PageAction, PageEvent } from "../page-protocol.ts";
import { readEvent } from "./page-event.ts";

/** An action that the server answers, without its request number. */
type WithoutNumber<Action> = Action extends { readonly request: number } ? Omit<Action, "request"> : never;
export type ActionRequest = WithoutNumber<PageAction>;
export type Notification = Exclude<PageAction, { readonly request: number }>;
export type Result =
  | Extract<PageEvent, { readonly request: number }>
  /** The connection was lost before an answer came. */
  | { readonly event: "lost" };

export interface Connection {
  ask(request: ActionRequest): Promise<Result>;
  tell(notification: Notification): void;
}

export interface ConnectionCallbacks {
  /** Who this tab is: sent first on every new connection. */
  hello(): Notification;
  received(event: Exclude<PageEvent, { readonly request: number }>): void;
  connectionChanged(state: "open" | "cut"): void;
}

const shortestWait = 300;
const longestWait = 4000;

export function connect(address: string, callbacks: ConnectionCallbacks): Connection {
  const waiting = new Map<number, (result: Result) => void>();
  let last = 0;
  let wait = shortestWait;
  let socket = open();

  function open(): WebSocket {
    const opened = new WebSocket(address);
    opened.addEventListener("open", () => {
      wait = shortestWait;
      opened.send(JSON.stringify(callbacks.hello()));
      callbacks.connectionChanged("open");
    });
    opened.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const event = readEvent(data);
      if (event !== null) receive(event);
    });
    opened.addEventListener("close", () => {
      for (const answer of waiting.values()) answer({ event: "lost" });
      waiting.clear();
      callbacks.connectionChanged("cut");
      setTimeout(() => (socket = open()), wait);
      wait = Math.min(wait * 2, longestWait);
    });
    return opened;
  }

  function receive(event: PageEvent): void {
    if (!("request" in event)) {
      callbacks.received(event);
      return;
    }
    waiting.get(event.request)?.(event);
    waiting.delete(event.request);
  }

  return {
    ask(action) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve({ event: "lost" });
      last += 1;
      const request = last;
      socket.send(JSON.stringify({ ...action, request }));
      return new Promise((resolve) => waiting.set(request, resolve));
    },
    tell(notification) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(notification));
    },
  };
}
