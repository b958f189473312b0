/** The one listener: REST under /api, the page and its files, uploads, and the two kinds of WebSocket. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { limit } from "./limits.ts";
import { isAllowedOrigin } from "./allowed-origin.ts";
import type { Upload } from "./page-protocol.ts";
import { readBody } from "./read-body.ts";
import type { RestApi } from "./rest-api.ts";
import { serveAttachment, servePage } from "./static-files.ts";
import type { DiscordState } from "./discord-state.ts";

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

export interface ServerHandlers {
  readonly state: DiscordState;
  readonly rest: RestApi;
  /** The folder of the built page; it need not exist. */
  readonly pageFolder: string;
  /** Milliseconds by which every REST reply is delayed. */
  readonly latency: number;
  readonly gateway: (socket: WebSocket) => void;
  readonly page: (socket: WebSocket, host: string) => void;
}

const maxConnections = 500;
const maxSockets = 200;

export async function listen(port: number, handlers: ServerHandlers): Promise<Listening> {
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 15_000 });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 256 * 1024 });
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
  const actualPort = portOf(server);
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    serve(request, response, actualPort, handlers).catch(() => {
      response.destroy();
    });
  });
  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = pathOf(request);
    const isKnown = path === "/gateway" || path === "/gateway/" || path === "/page";
    if (!isKnown || !isAllowedOrigin(request, actualPort) || sockets.clients.size >= maxSockets) {
      socket.end(`HTTP/1.1 ${isKnown ? "403 Forbidden" : "404 Not Found"}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      if (path === "/page") handlers.page(opened, request.headers.host ?? "");
      else handlers.gateway(opened);
    });
  });
  return { port: actualPort, close: () => close(server, sockets) };
}

async function serve(request: IncomingMessage, response: ServerResponse, port: number, handlers: ServerHandlers): Promise<void> {
  const url = new URL(request.url ?? "/", `http://127.0.0.1:${port}`);
  if (!isAllowedOrigin(request, port)) {
    response.writeHead(403, { "content-type": "text/plain" }).end("Only this machine's own page may ask.");
    return;
  }
  if (url.pathname.startsWith("/api/")) {
    if (handlers.latency > 0) await new Promise((resolve) => setTimeout(resolve, handlers.latency));
    return handlers.rest.serve(request, response, url);
  }
  if (url.pathname === "/upload" && request.method === "POST") return takeUpload(request, response, url, handlers.state);
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { "content-type": "text/plain", allow: "GET" }).end();
    return;
  }
  if (url.pathname.startsWith("/attachments/")) serveAttachment(response, handlers.state.attachments, url.pathname);
  else servePage(response, handlers.pageFolder, url.pathname, port);
}

async function takeUpload(request: IncomingMessage, response: ServerResponse, url: URL, state: DiscordState): Promise<void> {
  const bytes = await readBody(request, limit.fileBytes);
  if (bytes === null) {
    response.writeHead(413, { "content-type": "text/plain" }).end("The file is larger than 10 MiB.");
    return;
  }
  const contentType = request.headers["content-type"] ?? "";
  const kept = state.attachments.add({ filename: url.searchParams.get("name") ?? "file", contentType, bytes });
  const upload: Upload = { id: kept.id, filename: kept.filename, size: bytes.length };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(upload));
}

/** Closes every open connection at once: hanging requests, tabs, gateway connections. */
function close(server: Server, sockets: WebSocketServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    server.closeAllConnections();
  });
}

const pathOf = (request: IncomingMessage): string => (request.url ?? "/").split("?")[0] ?? "/";

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
