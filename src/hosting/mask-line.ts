export interface Masking {
  /** Texts that must never be seen: the token, the database's address. */
  readonly secrets: readonly string[];
  /** What stands for one of Discord's ids. */
  readonly hashOf: (id: string) => string;
}

/** A bot's token by its shape, in case it is another than ours. */
const botToken = /[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}/gu;
/** Interactions' and webhooks' addresses hold a token that answers in our name. */
const tokenInUrl = /((?:interactions|webhooks)\/(?:\d+|#\w+)\/)[^/\s"?\\]+/gu;
const credentialsInUrl = /([a-z]+:\/\/)[^\s"@/]+@/giu;
/** Discord's ids: 17 to 20 digits. */
const snowflake = /(?<![\w.])\d{17,20}(?![\w.])/gu;

/** A line of the log without secrets, and with hashes for ids. */
export function maskLine(line: string, { secrets, hashOf }: Masking): string {
  const withoutSecrets = secrets.filter((secret) => secret.length >= 6).reduce((text, secret) => text.replaceAll(secret, "[secret]"), line);
  return withoutSecrets
    .replace(botToken, "[secret]")
    .replace(tokenInUrl, "$1[secret]")
    .replace(credentialsInUrl, "$1[secret]@")
    .replace(snowflake, (id) => `#${hashOf(id)}`);
}
