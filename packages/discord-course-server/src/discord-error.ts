import { RESTJSONErrorCodes } from "discord-api-types/v10";
import type { Fields } from "./json.ts";

/** An error of Discord's REST interface: the HTTP status, Discord's code, and the faults of the form by path. */
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

export const discordErrors = {
  unauthorized: () => new DiscordError(401, RESTJSONErrorCodes.GeneralError, "401: Unauthorized"),
  notFound: () => new DiscordError(404, RESTJSONErrorCodes.GeneralError, "404: Not Found"),
  methodNotAllowed: () => new DiscordError(405, RESTJSONErrorCodes.GeneralError, "405: Method Not Allowed"),
  badJson: () => new DiscordError(400, RESTJSONErrorCodes.RequestBodyContainsInvalidJSON, "The request body contains invalid JSON."),
  tooLarge: () => new DiscordError(413, RESTJSONErrorCodes.RequestEntityTooLarge, "Request entity too large"),
  alreadyAcknowledged: () => new DiscordError(400, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, "Interaction has already been acknowledged."),
  unknownInteraction: () => new DiscordError(404, RESTJSONErrorCodes.UnknownInteraction, "Unknown interaction"),
  unknownWebhook: () => new DiscordError(404, RESTJSONErrorCodes.UnknownWebhook, "Unknown Webhook"),
  unknownMessage: () => new DiscordError(404, RESTJSONErrorCodes.UnknownMessage, "Unknown Message"),
  unknownChannel: () => new DiscordError(404, RESTJSONErrorCodes.UnknownChannel, "Unknown Channel"),
  unknownGuild: () => new DiscordError(404, RESTJSONErrorCodes.UnknownGuild, "Unknown Guild"),
  unknownMember: () => new DiscordError(404, RESTJSONErrorCodes.UnknownMember, "Unknown Member"),
  unknownUser: () => new DiscordError(404, RESTJSONErrorCodes.UnknownUser, "Unknown User"),
  unknownApplication: () => new DiscordError(404, RESTJSONErrorCodes.UnknownApplication, "Unknown Application"),
  unknownCommand: () => new DiscordError(404, RESTJSONErrorCodes.UnknownApplicationCommand, "Unknown application command"),
  tooManyCommands: (most: number) =>
    new DiscordError(400, RESTJSONErrorCodes.MaximumNumberOfApplicationCommandsReached, `Maximum number of application commands reached (${most})`),
  emptyMessage: () => new DiscordError(400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, "Cannot send an empty message"),
  anothersMessage: () => new DiscordError(403, RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser, "Cannot edit a message authored by another user"),
  missingPermissions: () => new DiscordError(403, RESTJSONErrorCodes.MissingPermissions, "Missing Permissions"),
  expiredToken: () => new DiscordError(401, RESTJSONErrorCodes.InvalidWebhookToken, "Invalid Webhook Token"),
} as const;
