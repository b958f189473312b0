import { createServer, type IncomingMessage } from "node:http";
import type { ScreenSettings } from "../config.ts";
import type { Outcome } from "../outcome.ts";
import { listen, type HttpServer } from "./listen.ts";
import type { PortProblem } from "./problem.ts";

/** What is sent of one page. */
interface Content {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The pages by their names, and their files. Each resolves to null where there is none. */
export interface ScreenPages {
  page(name: string): Promise<Content | null>;
  part(name: string): Promise<Content | null>;
  picture(name: string): Promise<Content | null>;
  readonly files: Readonly<Record<string, Content>>;
}

/** Nothing of a page comes from elsewhere, and no other page may hold it. */
const headers = {
  "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
  "cross-origin-resource-policy": "same-origin",
} as const;

const mostConnections = 500;
const longestAddress = 500;

/**
 * Serves projector pages, read only. A proxy may serve it under any path: the last part of an address is the page's name.
 * Errors: `port-taken`, `cannot-listen`.
 */
export function openScreenServer({ host, port }: Pick<ScreenSettings, "host" | "port">, pages: ScreenPages, onError: (error: unknown) => void): Promise<Outcome<HttpServer, PortProblem>> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 16_384 }, (request, response) => {
    const send = (status: number, { type, body }: Content): void => {
      response.writeHead(status, { ...headers, "content-type": type });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    const text = (body: string): Content => ({ type: "text/plain; charset=utf-8", body });
    if (request.method !== "GET" && request.method !== "HEAD") return send(405, text("Read only.\n"));
    contentOf(request, pages).then(
      (content) => (content === null ? send(404, text("Nothing is shown here.\n")) : send(200, content)),
      (error: unknown) => {
        onError(error);
        send(500, text("It can't be shown just now.\n"));
      },
    );
  });
  server.maxConnections = mostConnections;
  return listen(server, { host, port }, "SCREEN_PORT");
}

function contentOf({ url = "" }: IncomingMessage, pages: ScreenPages): Promise<Content | null> {
  if (url.length > longestAddress) return Promise.resolve(null);
  const [path = "", query] = url.split("?");
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (Object.hasOwn(pages.files, name)) return Promise.resolve(pages.files[name] ?? null);
  if (query === "live") return pages.part(name);
  return query === "picture" ? pages.picture(name) : pages.page(name);
}
