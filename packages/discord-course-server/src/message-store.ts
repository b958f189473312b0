/** The newest few hundred messages of all channels, and who may see each. */
import type { APIAttachment, APIMessage } from "discord-api-types/v10";
import type { AttachmentStore } from "./attachment-store.ts";

export interface StoredMessage {
  readonly message: APIMessage;
  /** The one person who sees it; null where everybody in the channel does. */
  readonly viewer: string | null;
  /** Files that are shown by an embed or a component: Discord leaves them out of `attachments`. */
  readonly shownFiles: readonly APIAttachment[];
}

export type MessageEventKind = "message-created" | "message-updated" | "message-deleted";

const maxMessages = 500;

export class MessageStore {
  private readonly kept = new Map<string, StoredMessage>();
  private readonly nonces = new Map<string, { readonly message: string; readonly at: number }>();
  private readonly attachments: AttachmentStore;
  private readonly announce: (kind: MessageEventKind, stored: StoredMessage) => void;

  constructor(attachments: AttachmentStore, announce: (kind: MessageEventKind, stored: StoredMessage) => void) {
    this.attachments = attachments;
    this.announce = announce;
  }

  find(id: string): StoredMessage | undefined {
    return this.kept.get(id);
  }

  /** The message that was created with this nonce since then: with enforce_nonce no second one is made. */
  sentWithNonce(channelId: string, nonce: string, since: number): StoredMessage | undefined {
    const known = this.nonces.get(`${channelId} ${nonce}`);
    return known === undefined || known.at < since ? undefined : this.kept.get(known.message);
  }

  rememberNonce(channelId: string, nonce: string, message: string, at: number): void {
    this.nonces.set(`${channelId} ${nonce}`, { message, at });
    const oldest = this.nonces.keys().next().value;
    if (this.nonces.size > maxMessages && oldest !== undefined) this.nonces.delete(oldest);
  }

  inChannel(channelId: string): readonly StoredMessage[] {
    return [...this.kept.values()].filter(({ message }) => message.channel_id === channelId);
  }

  add(stored: StoredMessage): void {
    this.kept.set(stored.message.id, stored);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > maxMessages && oldest !== undefined) this.drop(oldest);
    this.announce("message-created", stored);
  }

  /** Replaces a message; files that it no longer has are deleted. */
  replace(stored: StoredMessage): void {
    const before = this.kept.get(stored.message.id);
    if (before === undefined) return;
    const stay = new Set(filesOf(stored));
    for (const id of filesOf(before)) if (!stay.has(id)) this.attachments.delete(id);
    this.kept.set(stored.message.id, stored);
    this.announce("message-updated", stored);
  }

  remove(id: string): void {
    const stored = this.drop(id);
    if (stored !== undefined) this.announce("message-deleted", stored);
  }

  private drop(id: string): StoredMessage | undefined {
    const stored = this.kept.get(id);
    if (stored === undefined) return undefined;
    for (const file of filesOf(stored)) this.attachments.delete(file);
    this.kept.delete(id);
    return stored;
  }
}

export const filesOf = ({ message, shownFiles }: StoredMessage): readonly string[] =>
  [...message.attachments, ...shownFiles].map(({ id }) => id);
