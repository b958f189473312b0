export interface Masking {
  /** Texts that must never be logged: the token, the database's address. */
  readonly secrets: readonly string[];
  /** The replacement of a Discord id. */
  readonly hashOf: (id: string) => string;
}

/** The pattern of bot tokens, for tokens other than ours. */
const botToken = /[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/gu;
/** The addresses of interactions and webhooks contain a token that can answer in the bot's name. */
const tokenInUrl = /((?:interactions|webhooks)\/(?:\d+|#\w+)\/)[^/\s"?\\]+/gu;
const credentialsInUrl = /([a-z]+:\/\/)[^\s"@/]+@/giu;
/** Discord's ids: 17 to 20 digits. */
const snowflake = /(?<![\w.])\d{17,20}(?![\w.])/gu;

/** A log line with secrets removed and ids replaced by hashes. */
export function maskLine(line: string, { secrets, hashOf }: Masking): string {
  const withoutSecrets = secrets.filter((secret) => secret.length >= 6).reduce((text, secret) => text.replaceAll(secret, "[secret]"), line);
  return withoutSecrets
    .replace(botToken, "[secret]")
    .replace(tokenInUrl, "$1[secret]")
    .replace(credentialsInUrl, "$1[secret]@")
    .replace(snowflake, (id) => `#${hashOf(id)}`);
}
