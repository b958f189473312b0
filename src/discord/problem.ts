/** Why the bot is not, or no longer, connected to Discord, or does not answer there as it should. */
export type DiscordProblem =
  /** Discord refuses the token. */
  | { readonly kind: "discord-token" }
  /** Discord refuses the gateway intents. */
  | { readonly kind: "discord-intents" }
  /** The bot is in too many servers for one connection, the shards of the settings do not exist, or their processes end, for a setting or for another reason. */
  | { readonly kind: "discord-shards"; readonly fault: "required" | "invalid" | "ended" | "settings" }
  /** Discord no longer serves the version of its interface that this program speaks. */
  | { readonly kind: "discord-version" }
  /** The logins of the day are used up. */
  | { readonly kind: "discord-logins" }
  | { readonly kind: "discord-unreachable"; readonly detail: string }
  /** Discord answers by REST, and its gateway does not take the connection: this start is over. */
  | { readonly kind: "discord-gateway"; readonly detail: string }
  /** The gateway ended the connection for good with another code. */
  | { readonly kind: "discord-ended"; readonly code: number }
  /** The bot is not in the server of DISCORD_GUILD_ID. */
  | { readonly kind: "discord-server" }
  /** Discord does not register the commands; `detail` is its answer. */
  | { readonly kind: "discord-commands"; readonly detail: string };

/** Whether a restart with the same settings would meet the same refusal. */
export const isSettingsProblem = (problem: { readonly kind: string; readonly fault?: unknown }): boolean =>
  ["discord-token", "discord-intents", "discord-version"].includes(problem.kind) || (problem.kind === "discord-shards" && problem.fault !== "ended");

/** The gateway's close codes after which Discord does not let the bot reconnect. */
export function closeProblem(code: number): DiscordProblem | null {
  switch (code) {
    case 4004:
      return { kind: "discord-token" };
    case 4010:
      return { kind: "discord-shards", fault: "invalid" };
    case 4011:
      return { kind: "discord-shards", fault: "required" };
    case 4012:
      return { kind: "discord-version" };
    case 4013:
    case 4014:
      return { kind: "discord-intents" };
    default:
      return null;
  }
}
