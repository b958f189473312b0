import { randomBytes, randomInt } from "node:crypto";

/**
 * A bot's token in Discord's own shape: the bot's id, a time and a secret. It begins with the digits of an id in base64,
 * thus with M, N or O: discord.js takes "Bot" and "Bearer" off the front of whatever it logs in with, and one random token in
 * some thirty thousand begins so.
 */
export const botToken = (): string =>
  [Buffer.from(String(randomInt(10 ** 14)).padStart(18, "1")).toString("base64url"), randomBytes(4).toString("base64url"), randomBytes(24).toString("base64url")].join(".");
