import { number, share } from "./numbers.ts";

const cells = 24;

/** "F-F_Momentum_Factor_CSV.zip  [████████                ] 33.1% of 0.24 MB" */
export function progressWords(url: string, received: number, total: number | null): string {
  const name = url.slice(url.lastIndexOf("/") + 1);
  const megabytes = (bytes: number) => `${number(bytes / 1e6, 2)} MB`;
  if (total === null || total === 0) return `${name}  ${megabytes(received)}`;
  const done = Math.min(received / total, 1);
  const filled = Math.round(done * cells);
  const bar = "█".repeat(filled) + " ".repeat(cells - filled);
  return `${name}  [${bar}] ${share(done)} of ${megabytes(total)}`;
}
