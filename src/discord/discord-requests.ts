import { DefaultRestOptions, Routes, type RESTOptions } from "discord.js";
import { pause, type Clock } from "../clock.ts";
import { retryPause } from "./reach-discord.ts";
import { UnreadableReply } from "./unreadable-reply.ts";

type MakeRequest = RESTOptions["makeRequest"];
type RequestInit = Parameters<MakeRequest>[1];
type Response = Awaited<ReturnType<MakeRequest>>;

/** A longer wait for a channel's rate limit is no answer: other channels are served meanwhile, and it is tried again later. */
const longestRateLimitMs = 8_000;

/** The token is asked about so often before Discord's refusal is believed. */
const refusalsBelieved = 3;

interface DiscordRequests {
  /** For `REST`: requests that end in time, whose replies can be read, and that survive a passing 401. */
  readonly options: Pick<RESTOptions, "makeRequest" | "rejectOnRateLimit">;
  /** Whether Discord took the token when it was asked last. */
  isTokenTaken(): boolean;
  stop(): void;
}

/**
 * How requests to Discord are made, below discord.js. Three of its habits cost more than the request: its time limit ends
 * with the headers, it takes a reply that it can't read for an error of the program, and it forgets the token at the first
 * 401, after which nothing can be sent until a restart. Here a 401 is a reply that did not come, and Discord is asked
 * whether it means the token: `onTokenRefused` is called once if it does.
 */
export function discordRequests(restApi: string | null, clock: Clock, onTokenRefused: () => void): DiscordRequests {
  const application = `${restApi ?? DefaultRestOptions.api}/v${DefaultRestOptions.version}${Routes.currentApplication()}`;
  let isTaken = true;
  let asking: Promise<void> | null = null;
  let isStopped = false;
  const isTokenRefused = async (authorization: string): Promise<boolean> => {
    for (let [tries, refusals] = [0, 0]; !isStopped; tries++) {
      const status = await statusOf(application, authorization);
      if (status !== null && status < 400) return false;
      if (status === 401 && ++refusals === refusalsBelieved) return true;
      await pause(clock, retryPause(tries));
    }
    return false;
  };
  const ask = (authorization: string): void => {
    isTaken = false;
    asking ??= isTokenRefused(authorization)
      .then((isRefused) => {
        isTaken = !isRefused;
        if (isRefused && !isStopped) onTokenRefused();
      })
      .finally(() => {
        asking = null;
      });
  };
  return {
    isTokenTaken: () => isTaken,
    stop() {
      isStopped = true;
    },
    options: {
      rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > longestRateLimitMs,
      async makeRequest(url, init) {
        const reply = await wholeReply(url, init);
        const authorization = authorizationOf(init);
        if (reply.status !== 401 || authorization === null) return reply;
        ask(authorization);
        return { ...reply, status: 503, statusText: "Unauthorized for now" };
      },
    },
  };
}

/** The reply with its whole body, which `init.signal` limits too. */
async function wholeReply(url: string, init: RequestInit): Promise<Response> {
  const { headers, status, statusText, ok, ...reply } = await DefaultRestOptions.makeRequest(url, init);
  const bytes = await reply.arrayBuffer();
  const text = (): string => new TextDecoder().decode(bytes);
  // A page with 429 or 5xx is the network's, and handled by its status.
  const isRead = status === 429 || status >= 500 || bytes.byteLength === 0 || isResource(init, url, text());
  if (!isRead) throw new UnreadableReply(status);
  return {
    ...{ headers, status, statusText, ok, body: null, bodyUsed: false },
    arrayBuffer: () => Promise.resolve(bytes),
    text: () => Promise.resolve(text()),
    json: () => Promise.resolve(JSON.parse(text()) as unknown),
  };
}

/** Whether it is JSON, and what a channel or a webhook was asked to write has an id, or is a refusal. */
function isResource({ method }: RequestInit, url: string, text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== "object" || read === null) return false;
    const isWritten = (method === "POST" || method === "PATCH") && /\/(?:channels|webhooks)\/\d+/u.test(url);
    return !isWritten || ("id" in read && typeof read.id === "string") || "code" in read || "message" in read;
  } catch {
    return false;
  }
}

/** The bot's token in a request; null in one that has its own, as an interaction's. */
function authorizationOf({ headers }: RequestInit): string | null {
  const value = typeof headers === "object" && "Authorization" in headers ? headers["Authorization"] : undefined;
  return typeof value === "string" ? value : null;
}

/** Null where there is no answer. */
async function statusOf(url: string, authorization: string): Promise<number | null> {
  try {
    const reply = await DefaultRestOptions.makeRequest(url, { method: "GET", headers: { authorization }, signal: AbortSignal.timeout(5_000) });
    await reply.arrayBuffer();
    return reply.status;
  } catch {
    return null;
  }
}
