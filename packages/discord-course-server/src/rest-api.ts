/** The REST interface as a whole: finds the route, reads the body, keeps the log, and words refusals as Discord does. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { DiscordError, discordErrors } from "./discord-error.ts";
import { limit, mebibyte } from "./limits.ts";
import type { DiscordState } from "./discord-state.ts";
import type { Fault, FaultPlan } from "./fault-plan.ts";
import { readBody } from "./read-body.ts";
import { readRequestBody } from "./request-body.ts";
import { matchPath, type RestReply, type RestRequest, type Route } from "./rest-route.ts";

/** One request of the bot, and what it was answered. */
export interface LoggedRequest extends RestRequest {
  readonly status: number;
  readonly reply: unknown;
}

const maxLogged = 1000;
const maxLoggedBytes = 64 * mebibyte;

export class RestApi {
  /** Oldest first; the newest thousand, fewer where their files are large. */
  readonly log: LoggedRequest[] = [];
  private loggedBytes = 0;
  private readonly routes: readonly Route[];
  private readonly state: DiscordState;
  private readonly faults: FaultPlan;

  constructor(routes: readonly Route[], state: DiscordState, faults: FaultPlan) {
    this.routes = routes;
    this.state = state;
    this.faults = faults;
  }

  async serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const method = request.method ?? "GET";
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, "").split("/").map(decoded).join("/");
    const bytes = await readBody(request, limit.requestBytes);
    const fault = this.faults.take(method, path);
    const address = { method, path, query: url.searchParams };
    const read = await readRequest(address, request.headers["content-type"] ?? "", bytes);
    const logged = read instanceof DiscordError ? { ...address, body: undefined, files: [] } : read;
    const answered = fault === null || fault.applied === true ? this.answer(read, request.headers.authorization) : null;
    if (answered) this.record({ ...logged, status: answered.reply.status, reply: answered.reply.body });
    if (fault === null) return answered ? send(response, answered.reply, answered.headers) : undefined;
    if (fault.kind === "unreadable") return sendUnreadable(response, fault.body, answered?.reply.body);
    if (isSilent(fault, response)) return;
    const { reply, headers } = faultReply(fault);
    if (fault.applied !== true) this.record({ ...logged, status: reply.status, reply: reply.body });
    send(response, reply, headers);
  }

  private record(logged: LoggedRequest): void {
    this.log.push(logged);
    this.loggedBytes += fileBytes(logged);
    while (this.log.length > maxLogged || (this.loggedBytes > maxLoggedBytes && this.log.length > 1)) {
      const oldest = this.log.shift();
      this.loggedBytes -= oldest ? fileBytes(oldest) : 0;
    }
  }

  private answer(request: RestRequest | DiscordError, authorization: string | undefined): Answer {
    try {
      if (request instanceof DiscordError) throw request;
      const matching = this.routes
        .map((route) => ({ route, parameters: matchPath(route.pattern, request.path) }))
        .filter(({ parameters }) => parameters !== null);
      if (matching.length === 0) throw discordErrors.notFound();
      const found = matching.find(({ route }) => route.method === request.method);
      if (found === undefined) throw discordErrors.methodNotAllowed();
      if (found.route.auth === "bot" && authorization !== `Bot ${this.state.token}`) throw discordErrors.unauthorized();
      return { reply: found.route.handler({ state: this.state, request, parameter: (name) => found.parameters?.get(name) ?? "" }), headers: {} };
    } catch (error) {
      if (error instanceof DiscordError) return { reply: { status: error.status, body: error.body() }, headers: {} };
      throw error;
    }
  }
}

const fileBytes = ({ files }: LoggedRequest): number => files.reduce((sum, { bytes }) => sum + bytes.length, 0);

interface Answer {
  readonly reply: RestReply;
  readonly headers: Readonly<Record<string, string>>;
}

async function readRequest(
  address: Pick<RestRequest, "method" | "path" | "query">,
  contentType: string,
  bytes: Buffer | null,
): Promise<RestRequest | DiscordError> {
  if (bytes === null) return discordErrors.tooLarge();
  const read = await readRequestBody(contentType, bytes);
  return read === null ? discordErrors.badJson() : { ...address, ...read };
}

/** Applies faults that send no reply; true if this was one. */
function isSilent(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === "disconnect") response.destroy();
  return fault.kind === "disconnect" || fault.kind === "hang";
}

function sendUnreadable(response: ServerResponse, kind: "cut" | "html" | "stalled", body: unknown): void {
  const text = JSON.stringify(body ?? { id: "1000000000000000000", type: 0 });
  response.writeHead(200, { "content-type": kind === "html" ? "text/html" : "application/json" });
  if (kind === "stalled") response.write(text.slice(0, 20));
  else response.end(kind === "html" ? "<html><body>Bad gateway</body></html>" : text.slice(0, text.length / 2));
}

function faultReply(fault: Fault): Answer {
  if (fault.kind === "error") {
    return { reply: { status: fault.status, body: { message: fault.message ?? "Refused", code: fault.code } }, headers: {} };
  }
  if (fault.kind !== "rate-limit") {
    const status = fault.kind === "status" ? fault.status : 500;
    return { reply: { status, body: { message: "Internal Server Error", code: 0 } }, headers: {} };
  }
  const isGlobal = fault.isGlobal ?? false;
  return {
    reply: {
      status: 429,
      body: { message: "You are being rate limited.", retry_after: fault.retryAfterSeconds, global: isGlobal },
    },
    headers: {
      "retry-after": String(fault.retryAfterSeconds),
      "x-ratelimit-scope": isGlobal ? "global" : "user",
      ...(isGlobal ? { "x-ratelimit-global": "true" } : {}),
    },
  };
}

/** A 204 must not say that it is JSON, or clients try to read it. */
function send(response: ServerResponse, { status, body }: RestReply, headers: Readonly<Record<string, string>>): void {
  const text = body === undefined ? null : JSON.stringify(body);
  response.writeHead(status, { ...headers, ...(text === null ? {} : { "content-type": "application/json" }) });
  response.end(text ?? undefined);
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
