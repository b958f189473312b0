/** What a route of the REST interface is: a method, a pattern such as `/channels/:channel`, and what it does. */
import { refusal } from "./discord-error.ts";
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

export interface Route {
  readonly method: string;
  readonly pattern: string;
  /** Whether the address alone is the permission, as with an interaction's token; else the bot's token is asked for. */
  readonly open: boolean;
  readonly run: (request: RestRequest, parameter: (name: string) => string) => RestReply;
}

export const route = (method: string, pattern: string, run: Route["run"]): Route => ({ method, pattern, open: false, run });

export const openRoute = (method: string, pattern: string, run: Route["run"]): Route => ({
  method,
  pattern,
  open: true,
  run,
});

export const ok = (body: unknown): RestReply => ({ status: 200, body });
export const noContent: RestReply = { status: 204 };

/** The body, which has to be an object. */
export function fieldsOf(request: RestRequest): Fields {
  if (request.body === undefined) return {};
  if (!isFields(request.body)) throw refusal.badJson();
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
