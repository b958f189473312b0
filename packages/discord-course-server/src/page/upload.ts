import { asNumber, asText, isFields, parseJson } from "../json.ts";
import type { Upload } from "../page-protocol.ts";

export type Uploaded = { readonly ok: true; readonly upload: Upload } | { readonly ok: false; readonly fault: string };

/** Discord's limit for a file without a boosted server. */
const maxBytes = 10 * 1024 * 1024;

/** Gives a file to the course server; what it is used for comes later, by its id. */
export async function upload(file: File): Promise<Uploaded> {
  if (file.size > maxBytes) return { ok: false, fault: `${file.name} is over 10 MiB, Discord's limit.` };
  try {
    const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "Content-Type": file.type === "" ? "application/octet-stream" : file.type },
      body: file,
    });
    if (!response.ok) return { ok: false, fault: `${file.name} was not taken (${response.status}).` };
    const given = parseJson(await response.text());
    return isUpload(given) ? { ok: true, upload: given } : { ok: false, fault: `${file.name} was not taken: the answer names no file.` };
  } catch {
    return { ok: false, fault: `${file.name} could not be sent: the course server doesn't answer.` };
  }
}

const isUpload = (value: unknown): value is Upload =>
  isFields(value) && asText(value["id"]) !== undefined && asText(value["filename"]) !== undefined && asNumber(value["size"]) !== undefined;
