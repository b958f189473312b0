import type { Fields } from "./json.ts";

/** A refusal as Discord's REST interface words it: a status, a code of its own, and where in the form the fault is. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Fields | null;

  constructor(status: number, code: number, message: string, errors: Fields | null = null) {
    super(message);
    this.name = "DiscordError";
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  body(): Fields {
    return { message: this.message, code: this.code, ...(this.errors === null ? {} : { errors: this.errors }) };
  }
}

export const refusal = {
  unauthorized: () => new DiscordError(401, 0, "401: Unauthorized"),
  notFound: () => new DiscordError(404, 0, "404: Not Found"),
  methodNotAllowed: () => new DiscordError(405, 0, "405: Method Not Allowed"),
  badJson: () => new DiscordError(400, 50109, "The request body contains invalid JSON."),
  tooLarge: () => new DiscordError(413, 40005, "Request entity too large"),
  alreadyAcknowledged: () => new DiscordError(400, 40060, "Interaction has already been acknowledged."),
  unknownInteraction: () => new DiscordError(404, 10062, "Unknown interaction"),
  unknownWebhook: () => new DiscordError(404, 10015, "Unknown Webhook"),
  unknownMessage: () => new DiscordError(404, 10008, "Unknown Message"),
  unknownChannel: () => new DiscordError(404, 10003, "Unknown Channel"),
  unknownGuild: () => new DiscordError(404, 10004, "Unknown Guild"),
  unknownMember: () => new DiscordError(404, 10007, "Unknown Member"),
  unknownUser: () => new DiscordError(404, 10013, "Unknown User"),
  unknownApplication: () => new DiscordError(404, 10002, "Unknown Application"),
  unknownCommand: () => new DiscordError(404, 10063, "Unknown application command"),
  tooManyCommands: (most: number) =>
    new DiscordError(400, 30032, `Maximum number of application commands reached (${most})`),
  emptyMessage: () => new DiscordError(400, 50006, "Cannot send an empty message"),
  anothersMessage: () => new DiscordError(403, 50005, "Cannot edit a message authored by another user"),
  missingPermissions: () => new DiscordError(403, 50013, "Missing Permissions"),
  expiredToken: () => new DiscordError(401, 50027, "Invalid Webhook Token"),
} as const;
