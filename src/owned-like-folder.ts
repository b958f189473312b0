import { chownSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Gives what root made to the owner of the folder that it is in: a host restores, imports or backs up as root, and the
 * bot, which runs as a user of its own, could not open it. For anybody else nothing changes.
 */
export function ownedLikeFolder(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) chownSync(path, uid, gid);
}

/** Whether a file is its folder's owner's, or whoever's where this is not root: to be asked before the bot finds out. */
export function isOwnedLikeFolder(path: string): boolean {
  return process.getuid?.() !== 0 || statSync(path).uid === statSync(dirname(path)).uid;
}

/** Makes a folder and those above it, each owned like the one that it is in. */
export function makeFolder(folder: string, mode = 0o700): void {
  const first = mkdirSync(resolve(folder), { recursive: true, mode });
  if (first === undefined) return;
  const made: string[] = [];
  for (let path = resolve(folder); path.length >= first.length && path !== dirname(path); path = dirname(path)) made.unshift(path);
  for (const path of made) ownedLikeFolder(path);
}
