import { spellingDistance } from "../spelling-distance.ts";

/** As .env.example has them. */
const settingNames: readonly string[] = [
  ...["DISCORD_TOKEN", "DISCORD_GUILD_ID", "DISCORD_API", "PORT", "FACTOR_TA_LOCAL", "DATABASE_URL", "HEALTH_PORT", "HEALTH_HOST"],
  ...["SHARDS", "SHARD_IDS", "SHARD_COUNT", "RETENTION_DAYS", "TIINGO_API_KEY", "TIINGO_URL", "YAHOO_URL", "RUNTIME_TUNING", "LOG_LEVEL", "SHARE_IMPORTED_DATA", "DATA_REFRESH"],
  ...["SCREEN_URL", "SCREEN_HOST", "SCREEN_PORT"],
  ...["HOSTED_MODEL_URL", "HOSTED_MODEL", "HOSTED_MODEL_KEY", "HOSTED_MODEL_PER_DAY", "HOSTED_MODEL_PER_PERSON"],
];

/** Whether a name begins like a setting of ours, or is spelt like one, and is none. */
export function isMistyped(name: string): boolean {
  if (settingNames.includes(name)) return false;
  if (/^(?:DISCORD|FACTOR_TA|TIINGO|YAHOO|RETENTION|HOSTED_MODEL)_/u.test(name) && name !== "FACTOR_TA_REAL_DATA") return true;
  return settingNames.some((setting) => setting.length > 6 && spellingDistance(name, setting) <= 2);
}
