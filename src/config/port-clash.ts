import { ConfigError } from "./config-error.ts";

interface Listener {
  readonly setting: string;
  readonly host: string;
  readonly port: number;
}

const everywhere = new Set(["0.0.0.0", "::", ""]);

/** Throws where two of one program's own servers would listen at the same address; port 0 is any free one. */
export function refusePortClash(listeners: readonly (Listener | null)[]): void {
  const fixed = listeners.filter((one) => one !== null).filter(({ port }) => port !== 0);
  for (const [index, { setting, host, port }] of fixed.entries()) {
    const other = fixed.slice(0, index).find((earlier) => earlier.port === port && (earlier.host === host || everywhere.has(earlier.host) || everywhere.has(host)));
    if (other !== undefined) throw new ConfigError(setting, `another port than ${other.setting}`, String(port));
  }
}
