import type { Config } from "../config.ts";

/** Texts that must never be logged: the bot's token, the keys of Tiingo and of the hosted model, the database's address and its password. */
export function secretsOf({ discord, store, providers, hostedModel }: Pick<Config, "discord" | "store" | "providers" | "hostedModel">): readonly string[] {
  const address = "url" in store ? [store.url, passwordOf(store.url)] : [];
  return [...(discord ? [discord.token] : []), ...address, providers.tiingoKey, hostedModel?.key ?? ""].filter((secret) => secret !== "");
}

function passwordOf(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).password) : "";
}
