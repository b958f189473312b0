import { ConfigError } from "./config-error.ts";

/** A service's address, ending in "/". */
export function addressOf(variable: string, text: string, fallback: string): string {
  if (text === "") return fallback;
  if (!/^https?:\/\/\S+$/u.test(text)) throw new ConfigError(variable, "an http or https address", text);
  return `${text.replace(/\/+$/u, "")}/`;
}

/** Null where Discord's own is meant. */
export function restApiOf(text: string): string | null {
  if (text === "") return null;
  if (!/^https?:\/\/\S+$/u.test(text)) throw new ConfigError("DISCORD_API", "an http or https address", text);
  return text.replace(/\/+$/u, "");
}

export function portOf(variable: string, text: string, fallback: number): number {
  const port = text === "" ? fallback : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(variable, "a whole number from 0 to 65535", text);
  }
  return port;
}

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"];

export function logLevelOf(text: string): string {
  if (text === "") return "info";
  if (!logLevels.includes(text)) throw new ConfigError("LOG_LEVEL", `one of ${logLevels.join(", ")}`, text);
  return text;
}

/** "on" or "off"; on where it is left out. */
export function isOn(variable: string, text: string): boolean {
  if (!["", "on", "off"].includes(text)) throw new ConfigError(variable, "on or off", text);
  return text !== "off";
}

/** "weekly" or "off"; off where it is left out. */
export function refreshOf(text: string): boolean {
  if (!["", "weekly", "off"].includes(text)) throw new ConfigError("DATA_REFRESH", "weekly or off", text);
  return text === "weekly";
}

/** Not below a month: a term's answers are needed until its grades are made. */
export function retentionOf(text: string): number | null {
  if (text === "") return null;
  const days = Number(text);
  if (!Number.isInteger(days) || days < 30 || days > 3650) throw new ConfigError("RETENTION_DAYS", "a whole number of days from 30 to 3650", text);
  return days;
}
