import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import { UnreadableReply } from "./unreadable-reply.ts";

/**
 * What an error of a request to Discord says about its effect.
 *
 * - unanswered: a cut, a timeout, a 5xx or a reply that can't be read; the request may have taken effect or not.
 * - acknowledged: the interaction has its first response, perhaps from an earlier try whose answer was lost.
 * - too-large: refused for its files.
 * - gone: the message, the channel or the interaction is not there, or its token has expired.
 * - forbidden, locked: the server's settings, or a closed thread.
 * - fault: any other refusal, and whatever is no request's error: a bug of ours.
 */
export type DeliveryError = "unanswered" | "acknowledged" | "too-large" | "gone" | "forbidden" | "locked" | "fault";

const codes: Readonly<Record<string | number, DeliveryError>> = {
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: "acknowledged",
  [RESTJSONErrorCodes.RequestEntityTooLarge]: "too-large",
  [RESTJSONErrorCodes.UnknownChannel]: "gone",
  [RESTJSONErrorCodes.UnknownMessage]: "gone",
  [RESTJSONErrorCodes.UnknownInteraction]: "gone",
  [RESTJSONErrorCodes.UnknownWebhook]: "gone",
  [RESTJSONErrorCodes.InvalidWebhookToken]: "gone",
  [RESTJSONErrorCodes.UnknownGuild]: "gone",
  [RESTJSONErrorCodes.MissingAccess]: "forbidden",
  [RESTJSONErrorCodes.MissingPermissions]: "forbidden",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: "forbidden",
  [RESTJSONErrorCodes.ThreadLocked]: "locked",
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: "locked",
  [RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: "locked",
};

export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DiscordAPIError) return codes[error.code] ?? (error.status >= 500 ? "unanswered" : error.status === 413 ? "too-large" : "fault");
  if (error instanceof HTTPError) return error.status >= 500 || error.status === 429 ? "unanswered" : error.status === 413 ? "too-large" : "fault";
  if (error instanceof RateLimitError || error instanceof UnreadableReply) return "unanswered";
  return isNetworkError(error) ? "unanswered" : "fault";
}

/** fetch wraps a socket's error in a TypeError; a timeout of discord.js is an AbortError. */
function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "AbortError") return true;
  const code: unknown = "code" in error ? error.code : undefined;
  if (typeof code === "string" && /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)/u.test(code)) return true;
  return error.cause !== undefined && isNetworkError(error.cause);
}
