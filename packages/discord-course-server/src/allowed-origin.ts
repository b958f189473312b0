/**
 * Who may talk to the course server. It listens on 127.0.0.1, but any page in a browser can send
 * requests there, and a foreign host name can be made to resolve to it (DNS rebinding). So the Host
 * header must name this server, and so must the Origin header where there is one.
 */
import type { IncomingMessage } from "node:http";

export function isAllowedOrigin(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || hosts.some((each) => origin === `http://${each}`);
}
