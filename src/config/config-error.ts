/** An invalid setting: its variable, the allowed values, and the actual one. */
export class ConfigError extends Error {
  constructor(variable: string, expected: string, value: string) {
    // A long text in the wrong variable may be a token or a password.
    const shown = value.length > 40 ? `${String(value.length)} characters long` : `"${value}"`;
    super(`${variable} must be ${expected}; it is ${shown}. Set it in the environment or in .env.`);
    this.name = "ConfigError";
  }
}
