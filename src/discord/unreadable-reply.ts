/** Discord answered, and what it answered can't be read: whether the request took effect is not known. */
export class UnreadableReply extends Error {
  constructor(status: number) {
    super(`a reply with status ${String(status)} that can't be read`);
    this.name = "UnreadableReply";
  }
}
