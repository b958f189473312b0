/**
 * Who may talk to the course server. It listens on 127.0.0.1, but any page in a browser can send
 * requests there, and a foreign name can be made to point there (DNS rebinding): so the Host has to be
 * ours, and where a browser says whose page is asking, that has to be ours too.
 */
import type { IncomingMessage } from "node:http";

export function isAllowedOrigin(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((each) => origin === `http://${each}`);
}
