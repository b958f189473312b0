import { createServer, type Server } from "node:http";
import { connect, createServer as createTcpServer, type AddressInfo, type Socket } from "node:net";
import type { CourseServer } from "discord-course-server";

/**
 * A line between the bot and the course server's gateway: REST goes through as it is, but for the gateway's address, which
 * is that of the line. refuse: a connection is reset at once. silent: it is taken, and nothing is ever said.
 */
export interface GatewayLine {
  readonly restApi: string;
  /** When connections were made, in milliseconds. */
  readonly connections: readonly number[];
  /** What becomes of the connections from now on. */
  set(state: "refuse" | "silent" | "open"): void;
  /** Resets those that there are. */
  cut(): void;
  close(): Promise<void>;
}

export async function gatewayElsewhere({ restApi }: CourseServer): Promise<GatewayLine> {
  const connections: number[] = [];
  const sockets = new Set<Socket>();
  let state: "refuse" | "silent" | "open" = "open";
  const target = new URL(restApi);
  const tcp = createTcpServer((socket) => {
    connections.push(performance.now());
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    if (state === "refuse") return void socket.resetAndDestroy();
    if (state === "silent") return;
    const onward = connect(Number(target.port), target.hostname);
    onward.on("error", () => socket.destroy());
    onward.on("close", () => socket.destroy());
    socket.on("close", () => onward.destroy());
    onward.pipe(socket);
    // The course server takes only what is addressed to itself.
    socket.once("data", (first: Buffer) => {
      onward.write(first.toString("latin1").replace(/^host: .*$/imu, `Host: ${target.host}`), "latin1");
      socket.pipe(onward);
    });
  });
  const http: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      void forward(request.method ?? "GET", request.url ?? "/", request.headers, Buffer.concat(parts)).then(({ status, type, body }) => {
        response.writeHead(status, type === null ? {} : { "content-type": type }).end(body);
      });
    });
  });
  const forward = async (method: string, path: string, headers: Readonly<Record<string, unknown>>, body: Buffer) => {
    const kept = Object.fromEntries(["authorization", "content-type"].flatMap((name) => (typeof headers[name] === "string" ? [[name, headers[name]]] : [])));
    const answered = await fetch(new URL(path, target), { method, headers: kept, ...(body.length > 0 ? { body: new Uint8Array(body) } : {}) });
    const text = await answered.text();
    const rewritten = path.endsWith("/gateway/bot") ? text.replace(/"url":"ws:\/\/[^"/]*/u, `"url":"ws://127.0.0.1:${String((tcp.address() as AddressInfo).port)}`) : text;
    return { status: answered.status, type: answered.headers.get("content-type"), body: rewritten };
  };
  await Promise.all([tcp, http].map((server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))));
  return {
    restApi: `http://127.0.0.1:${String((http.address() as AddressInfo).port)}${target.pathname}`,
    connections,
    set(next) {
      state = next;
    },
    cut() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      http.closeAllConnections();
      await Promise.all([tcp, http].map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    },
  };
}
