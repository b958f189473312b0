import { isDeepStrictEqual } from "node:util";
import * as spec from "discord-api-spec/zod";
import type { LoggedRequest } from "../src/index.ts";

type Schema = typeof spec.MessageCreateRequestSchema;

const callbackSchemas: Readonly<Record<number, Schema>> = {
  1: spec.PongInteractionCallbackRequestSchema,
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

const routes: readonly [string, RegExp, (body: unknown) => readonly [Schema, unknown][]][] = [
  ["PUT", /\/commands$/, (body) => (body as unknown[]).map((command) => [spec.ApplicationCommandUpdateRequestSchema, withBits(command)])],
  ["POST", /\/commands$/, (body) => [[spec.ApplicationCommandCreateRequestSchema, withBits(body)]]],
  ["PATCH", /\/commands\/\d+$/, (body) => [[spec.ApplicationCommandPatchRequestPartialSchema, withBits(body)]]],
  ["POST", /^\/interactions\/.*\/callback$/, (body) => [[callbackSchemas[(body as { type: number }).type]!, body]]],
  ["POST", /^\/webhooks\/\d+\/[^/]+$/, (body) => [[spec.IncomingWebhookRequestPartialSchema, body]]],
  ["PATCH", /^\/webhooks\/.*\/messages\//, (body) => [[spec.IncomingWebhookUpdateRequestPartialSchema, body]]],
  ["POST", /^\/users\/@me\/channels$/, (body) => [[spec.CreatePrivateChannelRequestSchema, body]]],
  ["POST", /^\/channels\/\d+\/messages$/, (body) => [[spec.MessageCreateRequestSchema, body]]],
  ["PATCH", /^\/channels\/\d+\/messages\/\d+$/, (body) => [[spec.MessageEditRequestPartialSchema, body]]],
];

/** What Discord's own OpenAPI schemas say against these requests: one line a fault, none where all are well. */
export function specFaults(requests: readonly LoggedRequest[]): string[] {
  return requests.flatMap(({ method, path, body }) => {
    if (body === undefined) return [];
    const found = routes.find(([verb, pattern]) => verb === method && pattern.test(path));
    if (found === undefined) return [`${method} ${path}: no schema is known for this request`];
    return found[2](body).flatMap(([schema, value]) => {
      const parsed = schema.safeParse(value);
      if (!parsed.success) return [`${method} ${path}: ${parsed.error?.message ?? ""}`];
      const unknown = unknownFields(value, parsed.data);
      return unknown.map((field) => `${method} ${path}: Discord knows no field ${field}`);
    });
  });
}

/** The schema wants the permission bits as a number; Discord also takes, and gives back, text. */
function withBits(command: unknown): unknown {
  const bits = (command as { default_member_permissions?: unknown }).default_member_permissions;
  return typeof bits === "string" ? { ...(command as object), default_member_permissions: Number(bits) } : command;
}

/** The schemas drop what they don't know: what is missing afterwards was unknown. discord.js says `tts` on every edit. */
function unknownFields(value: unknown, known: unknown, path = ""): string[] {
  if (isDeepStrictEqual(value, known) || typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    // discord.js 14 puts this field of POST /channels/…/messages into every message; Discord passes over it elsewhere.
    if (name === "enforce_nonce" && inner === false) return [];
    const step = `${path}/${name}`;
    const isKnown = typeof known === "object" && known !== null && name in known;
    if (name === "tts" && (path === "" || path === "/data")) return [];
    return isKnown ? unknownFields(inner, (known as Record<string, unknown>)[name], step) : [step];
  });
}
