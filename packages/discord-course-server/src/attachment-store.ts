/** The files of messages and uploads, in memory. Above a total size the oldest are dropped. */
import { mebibyte } from "./limits.ts";

export interface StoredFile {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

const maxBytes = 256 * mebibyte;

const typeByEnding: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  csv: "text/csv",
  txt: "text/plain",
  py: "text/x-python",
  json: "application/json",
  pdf: "application/pdf",
  zip: "application/zip",
};

/** Discord decides the type by the name; what a sender says counts only for names it doesn't know. */
const typeOf = (filename: string, said: string): string =>
  typeByEnding[filename.split(".").at(-1)?.toLowerCase() ?? ""] ?? (said === "" ? "application/octet-stream" : said);

/** Discord replaces what it won't have in a file's name. */
export const tidyFilename = (filename: string): string =>
  filename.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_").slice(-100) || "file";

export class AttachmentStore {
  private readonly files = new Map<string, StoredFile>();
  private total = 0;
  private readonly newId: () => string;
  private readonly address: () => string;

  constructor(newId: () => string, address: () => string) {
    this.newId = newId;
    this.address = address;
  }

  add(file: { filename: string; contentType: string; bytes: Buffer }): StoredFile {
    const filename = tidyFilename(file.filename);
    const kept = { id: this.newId(), filename, contentType: typeOf(filename, file.contentType), bytes: file.bytes };
    this.files.set(kept.id, kept);
    this.total += kept.bytes.length;
    for (const old of this.files.values()) {
      if (this.total <= maxBytes || old === kept) break;
      this.delete(old.id);
    }
    return kept;
  }

  find(id: string): StoredFile | undefined {
    return this.files.get(id);
  }

  delete(id: string): void {
    this.total -= this.files.get(id)?.bytes.length ?? 0;
    this.files.delete(id);
  }

  urlOf(file: StoredFile): string {
    return `${this.address()}/attachments/${file.id}/${encodeURIComponent(file.filename)}`;
  }
}
