/** What is wrong in a file, and what would be right. */
export interface FaultText {
  readonly what: string;
  readonly next: string;
}

/** The words of one fault: what stands in the file, safe to be repeated, and the same in quotation marks. */
export type FaultWords = (found: { readonly value: string; readonly quoted: string }) => FaultText;
