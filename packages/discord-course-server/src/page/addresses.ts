/** The page loads nothing from outside this machine: only the course server's own files have an address here. */

const loopback = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The file's path on this server, whichever of its names the address uses; null for any other place. */
export function ownAddress(address: string): string | null {
  const url = readUrl(address);
  if (url === null) return null;
  const here = url.origin === location.origin || (loopback.has(url.hostname) && url.port === location.port);
  return here ? url.pathname + url.search : null;
}

export const hostOf = (address: string): string => readUrl(address)?.host ?? address;

const readUrl = (address: string): URL | null => (URL.canParse(address, location.href) ? new URL(address, location.href) : null);
