/** What a route of the REST interface is: a method, a pattern such as `/channels/:channel`, and what it does. */
import { discordErrors } from "./discord-error.ts";
import type { DiscordState } from "./discord-state.ts";
import { type Fields, isFields } from "./json.ts";
import type { RequestBody } from "./request-body.ts";

export interface RestRequest extends RequestBody {
  readonly method: string;
  /** Below /api/v10, decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface RestReply {
  readonly status: number;
  /** Absent for a 204, which must carry nothing. */
  readonly body?: unknown;
}

/** A request as a route's handler gets it: with the parameters of its path. */
export interface RestCall {
  readonly state: DiscordState;
  readonly request: RestRequest;
  readonly parameter: (name: string) => string;
}

export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** "bot" asks for the bot's token; "none" is for addresses that carry a secret of their own, as an interaction's token. */
  readonly auth: "bot" | "none";
  readonly handler: (call: RestCall) => RestReply;
}

export const ok = (body: unknown): RestReply => ({ status: 200, body });
export const noContent: RestReply = { status: 204 };

/** The body, which has to be an object. */
export function fieldsOf(request: RestRequest): Fields {
  if (request.body === undefined) return {};
  if (!isFields(request.body)) throw discordErrors.badJson();
  return request.body;
}

/** The parameters of a path that fits the pattern, or null. */
export function matchPath(pattern: string, path: string): ReadonlyMap<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const parameters = new Map<string, string>();
  for (const [index, step] of wanted.entries()) {
    const value = given[index] ?? "";
    if (step.startsWith(":")) parameters.set(step.slice(1), value);
    else if (step !== value) return null;
  }
  return parameters;
}
