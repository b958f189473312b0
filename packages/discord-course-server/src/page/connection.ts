/**
 * The line to the course server. It says hello whenever it opens, opens again by itself when it was
 * cut, and gives every question its number, so that the first answer finds whoever asked.
 */
import type { PageAction, PageEvent } from "../page-protocol.ts";

/** A question is an action without its number. */
type WithoutNumber<Action> = Action extends { readonly request: number } ? Omit<Action, "request"> : never;
export type Question = WithoutNumber<PageAction>;
export type Statement = Exclude<PageAction, { readonly request: number }>;
export type Result =
  | Extract<PageEvent, { readonly request: number }>
  /** The line was cut before an answer came. */
  | { readonly event: "lost" };

export interface Connection {
  ask(question: Question): Promise<Result>;
  tell(statement: Statement): void;
}

export interface Listener {
  /** Who this tab is: said first on every new line. */
  hello(): Statement;
  heard(event: Exclude<PageEvent, { readonly request: number }>): void;
  changed(line: "open" | "cut"): void;
}

const shortestWait = 300;
const longestWait = 4000;

export function connect(address: string, listener: Listener): Connection {
  const waiting = new Map<number, (result: Result) => void>();
  let last = 0;
  let wait = shortestWait;
  let socket = open();

  function open(): WebSocket {
    const opened = new WebSocket(address);
    opened.addEventListener("open", () => {
      wait = shortestWait;
      opened.send(JSON.stringify(listener.hello()));
      listener.changed("open");
    });
    opened.addEventListener("message", ({ data }: MessageEvent<string>) => receive(JSON.parse(data) as PageEvent));
    opened.addEventListener("close", () => {
      for (const answer of waiting.values()) answer({ event: "lost" });
      waiting.clear();
      listener.changed("cut");
      setTimeout(() => (socket = open()), wait);
      wait = Math.min(wait * 2, longestWait);
    });
    return opened;
  }

  function receive(event: PageEvent): void {
    if (!("request" in event)) {
      listener.heard(event);
      return;
    }
    waiting.get(event.request)?.(event);
    waiting.delete(event.request);
  }

  return {
    ask(question) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve({ event: "lost" });
      last += 1;
      const request = last;
      socket.send(JSON.stringify({ ...question, request }));
      return new Promise((resolve) => waiting.set(request, resolve));
    },
    tell(statement) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(statement));
    },
  };
}
