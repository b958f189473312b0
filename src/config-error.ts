/** A setting that can't be used: its variable, what it takes, and what it was given. */
export class ConfigError extends Error {
  constructor(variable: string, takes: string, given: string) {
    // Long text in the wrong place may be a token or a password.
    const shown = given.length > 40 ? `${String(given.length)} characters long` : `"${given}"`;
    super(`${variable} must be ${takes}; it is ${shown}. Set it in the environment or in .env.`);
    this.name = "ConfigError";
  }
}
