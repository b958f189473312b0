import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import * as v from "valibot";

/**
 * A stand-in for a service with OpenAI's chat completions, on this machine. A request is held to the published interface:
 * POST with JSON and a bearer token, the fields of CreateChatCompletionRequest that structured outputs need and no unknown
 * ones, and a schema of the strict subset (every object closed, with all its fields required; at most 1,000 values of
 * enums and 5,000 fields; a name of letters, digits, _ and -). What breaks a rule is refused as the service does, with
 * 400 and an error object. An answer is a whole chat.completion object.
 */
export interface ChatServer {
  /** The base address, ending in "/". */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** Why requests were refused by the stand-in itself. */
  readonly complaints: readonly string[];
  /** How the next requests are answered. */
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export interface SeenRequest {
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
  readonly question: string;
  readonly readings: readonly string[];
  readonly assets: readonly string[];
}

/** content: the model's text. Everything else is a fault. */
export type Behaviour =
  | { readonly content: string | object; readonly delayMs?: number }
  | { readonly message: Readonly<Record<string, unknown>>; readonly finish: string }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly raw: string; readonly fault?: "cut" | "endless" | "drip" }
  | { readonly fault: "hang" | "reset" };

const schemaField = v.strictObject({ type: v.literal("string"), enum: v.pipe(v.array(v.string()), v.minLength(1)) });
const requestBody = v.strictObject({
  model: v.pipe(v.string(), v.nonEmpty()),
  messages: v.pipe(v.array(v.strictObject({ role: v.picklist(["system", "developer", "user", "assistant"]), content: v.string() })), v.minLength(1)),
  response_format: v.strictObject({
    type: v.literal("json_schema"),
    json_schema: v.strictObject({
      name: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u)),
      strict: v.literal(true),
      schema: v.strictObject({ type: v.literal("object"), properties: v.record(v.string(), schemaField), required: v.array(v.string()), additionalProperties: v.literal(false) }),
    }),
  }),
});
const userMessage = v.pipe(v.string(), v.parseJson(), v.strictObject({ question: v.string() }));

export const testKey = "sk-stand-in-0123456789abcdef";
export const testModel = "small-model-1";

export async function startChatServer(): Promise<ChatServer> {
  const requests: SeenRequest[] = [];
  const complaints: string[] = [];
  let behaviour: Behaviour = { content: { reading: "none", asset: "none" } };
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    open.add(response);
    response.on("close", () => open.delete(response));
    void textOf(request).then((text) => {
      const seen = seenOf(request, text);
      if (typeof seen === "string") {
        complaints.push(seen);
        const status = seen === "key" ? 401 : seen === "model" ? 404 : 400;
        return send(response, status, errorBody(seen));
      }
      requests.push(seen);
      answer(response, behaviour);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1/`,
    requests,
    complaints,
    behave: (next) => {
      behaviour = next;
    },
    async close() {
      for (const response of open) response.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function seenOf(request: IncomingMessage, text: string): SeenRequest | string {
  if (request.method !== "POST" || request.url !== "/v1/chat/completions") return `${String(request.method)} ${String(request.url)} is no address of this interface`;
  if (request.headers["content-type"] !== "application/json") return "no JSON";
  if (request.headers.authorization !== `Bearer ${testKey}`) return "key";
  const body = v.safeParse(v.pipe(v.string(), v.parseJson(), requestBody), text);
  if (!body.success) return v.flatten(body.issues).nested ? JSON.stringify(v.flatten(body.issues).nested) : "no request";
  const { model, messages, response_format: { json_schema: { schema } } } = body.output;
  if (model !== testModel) return "model";
  const { properties, required } = schema;
  if (Object.keys(properties).some((name) => !required.includes(name)) || required.some((name) => !(name in properties))) return "not every field is required";
  const values = Object.values(properties).flatMap((field) => field.enum);
  if (values.length > 1_000) return "more than 1000 enum values";
  if (Object.values(properties).some((field) => new Set(field.enum).size < field.enum.length)) return "an enum has a value twice";
  if (Object.values(properties).some((field) => field.enum.length > 250 && field.enum.join("").length > 15_000)) return "an enum is too long";
  const user = v.safeParse(userMessage, messages.at(-1)?.content);
  if (!user.success) return "no question";
  return { headers: request.headers, text, question: user.output.question, readings: properties["reading"]?.enum ?? [], assets: properties["asset"]?.enum ?? [] };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  if ("content" in behaviour) {
    const content = typeof behaviour.content === "string" ? behaviour.content : JSON.stringify(behaviour.content);
    setTimeout(() => send(response, 200, completionBody({ role: "assistant", content, refusal: null }, "stop")), behaviour.delayMs ?? 0);
  } else if ("message" in behaviour) {
    send(response, 200, completionBody(behaviour.message, behaviour.finish));
  } else if ("status" in behaviour) {
    send(response, behaviour.status, behaviour.body ?? errorBody("refused"), behaviour.headers);
  } else if ("raw" in behaviour) {
    sendRaw(response, behaviour.raw, behaviour.fault);
  } else if (behaviour.fault === "reset") {
    response.socket?.resetAndDestroy();
  }
}

function sendRaw(response: ServerResponse, raw: string, fault: "cut" | "endless" | "drip" | undefined): void {
  response.writeHead(200, { "content-type": "application/json", ...(fault === "cut" ? { "content-length": String(raw.length + 10) } : {}) });
  if (fault === undefined) return void response.end(raw);
  if (fault === "cut") return void response.write(raw, () => response.destroy());
  const timer = setInterval(() => response.write(fault === "drip" ? " " : raw.repeat(100)), fault === "drip" ? 100 : 1);
  response.on("close", () => clearInterval(timer));
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
};

function send(response: ServerResponse, status: number, body: string, headers: Readonly<Record<string, string>> = {}): void {
  if (!response.destroyed) response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
}

const errorBody = (message: string): string => JSON.stringify({ error: { message, type: "invalid_request_error", param: null, code: null } });

const completionBody = (message: Readonly<Record<string, unknown>>, finish: string): string =>
  JSON.stringify({
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1_795_000_000,
    model: testModel,
    choices: [{ index: 0, message, logprobs: null, finish_reason: finish }],
    usage: { prompt_tokens: 3_000, completion_tokens: 12, total_tokens: 3_012 },
  });
