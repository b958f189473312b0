import { withSourcePositions } from "./source-positions.ts";

/** The fields of an error that may be logged. discord.js and pg add the request's body and the row's values: personal data. */
interface SerializedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string | number;
  readonly status?: number;
  readonly method?: string;
  readonly url?: string;
  readonly cause?: SerializedError;
  /** Of an AggregateError: what each of them was. */
  readonly errors?: readonly SerializedError[];
}

export function serializeError(error: unknown, depth = 0): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error", stack: "" };
  const { code, status, method, url } = error as { code?: unknown; status?: unknown; method?: unknown; url?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: withSourcePositions(error.stack ?? ""),
    ...(typeof code === "string" || typeof code === "number" ? { code } : {}),
    ...(typeof status === "number" ? { status } : {}),
    ...(typeof method === "string" ? { method } : {}),
    ...(typeof url === "string" ? { url } : {}),
    ...(error instanceof AggregateError && depth <= 3 ? { errors: error.errors.slice(0, 5).map((one: unknown) => serializeError(one, depth + 1)) } : {}),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: serializeError(error.cause, depth + 1) }),
  };
}
