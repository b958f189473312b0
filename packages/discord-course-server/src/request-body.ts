/** The body of a bot's request: JSON, or multipart/form-data with the JSON in `payload_json` and files beside it. */
import { parseJson } from "./json.ts";

/** A file that came with a request, as `files[index]`. */
export interface UploadedFile {
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface RequestBody {
  /** Undefined where nothing was sent. */
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** More parts than Discord takes: ten files, the payload and a reserve. */
const maxParts = 20;

/** Null where the bytes are not what their content type says. */
export async function readRequestBody(contentType: string, bytes: Buffer): Promise<RequestBody | null> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (/^multipart\/form-data\b/i.test(contentType)) return readFormData(contentType, bytes);
  const body = parseJson(bytes.toString("utf8"));
  return body === undefined ? null : { body, files: [] };
}

async function readFormData(contentType: string, bytes: Buffer): Promise<RequestBody | null> {
  const parts = await partsOf(contentType, bytes);
  if (parts === null || parts.length > maxParts) return null;
  const payload = parts.find(([name]) => name === "payload_json")?.[1] ?? "{}";
  const body = parseJson(typeof payload === "string" ? payload : await payload.text());
  if (body === undefined) return null;
  const files = parts.map(async ([name, value]): Promise<readonly UploadedFile[]> => {
    const index = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (index === undefined || typeof value === "string") return [];
    return [{ index, filename: value.name, contentType: value.type, bytes: Buffer.from(await value.arrayBuffer()) }];
  });
  return { body, files: (await Promise.all(files)).flat() };
}

/** Node's types deprecate `formData` on servers, since it reads a body of any size: this one is in memory and bounded. */
interface FormReader {
  readonly formData: () => Promise<FormData>;
}

async function partsOf(contentType: string, bytes: Buffer) {
  try {
    const reader: FormReader = new Response(bytes, { headers: { "content-type": contentType } });
    return [...(await reader.formData())];
  } catch {
    return null;
  }
}
