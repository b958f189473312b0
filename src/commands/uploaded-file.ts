/** A file somebody uploaded: where Discord keeps it. */
export interface UploadedFile {
  readonly filename: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}
