import type { Server } from "node:http";
import { failure, success, type Outcome } from "../outcome.ts";
import type { PortProblem, PortSetting } from "./problem.ts";

/** An open server of pages. */
export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Errors: `port-taken`, `cannot-listen`. */
export function listen(server: Server, { host, port }: { readonly host: string; readonly port: number }, setting: PortSetting): Promise<Outcome<HttpServer, PortProblem>> {
  return new Promise((resolve) => {
    server.on("error", (error: NodeJS.ErrnoException) => {
      resolve(failure(error.code === "EADDRINUSE" ? { kind: "port-taken", port, setting } : { kind: "cannot-listen", host, port, detail: error.code ?? error.message }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(
        success({
          port: typeof address === "object" && address ? address.port : port,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              server.closeAllConnections();
            }),
        }),
      );
    });
  });
}
