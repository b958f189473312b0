import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome, type Success } from "../outcome.ts";
import type { PostProblem } from "./problem.ts";
import type { Reply } from "../render/reply.ts";
import type { UploadedFile } from "./uploaded-file.ts";

/** What a command may do beyond its reply. The edge does it: Discord's, or the terminal's. */
export interface SideEffects {
  /**
   * Writes a message in a channel; its id. With a nonce, tries within a few minutes make one message together. Errors:
   * `cannot-post` where Discord refuses, `post-uncertain` where it does not answer.
   */
  post(channel: string, reply: Reply, nonce?: string): Promise<Outcome<string, PostProblem>>;
  /** Puts a reply in place of a message of the bot's own. Errors: as those of `post`. */
  edit(channel: string, message: string, reply: Reply): Promise<Outcome<string, PostProblem>>;
  /** A message of the bot's own that an unconfirmed `post` may have left; null where there is none. Errors: as those of `post`. */
  findPosted(channel: string, sought: SoughtMessage): Promise<Outcome<string | null, PostProblem>>;
  /** Writes to a person directly; false where they don't take it. */
  tell(person: string, reply: Reply): Promise<boolean>;
  /** All the names that these people go by on a server; those who have left are missing. */
  namesOf(guild: string, people: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The text of an uploaded file. Errors: `bad-file`. */
  read(file: UploadedFile): Promise<Outcome<string, Problem>>;
  /** The bytes of an uploaded data file, which may be larger. Errors: `bad-file`. */
  readBytes(file: UploadedFile): Promise<Outcome<Uint8Array, Problem>>;
}

/** What tells a message in a channel apart: its title, a text in it, and a time after which it was written. */
export interface SoughtMessage {
  readonly title: string;
  readonly mentions: string;
  readonly since: number;
}

/** Where nothing is connected: no channel, no names, no files. */
export const noSideEffects: SideEffects = {
  post: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" })),
  edit: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" })),
  findPosted: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" })),
  tell: () => Promise.resolve(false),
  namesOf: () => Promise.resolve(new Map()),
  read: ({ filename }) =>
    Promise.resolve(failure({ kind: "bad-file", file: filename, line: null, column: null, fault: "offline", found: "" })),
  readBytes: ({ filename }) =>
    Promise.resolve(failure({ kind: "bad-file", file: filename, line: null, column: null, fault: "offline", found: "" })),
};

/** A terminal's channels: what is posted is handed to `show`, and files are read by `read`. */
export function terminalSideEffects(
  show: (reply: Reply) => void,
  read: (file: UploadedFile) => Outcome<Uint8Array, Problem>,
): SideEffects {
  const record = (reply: Reply): Promise<Success<string>> => {
    show(reply);
    return Promise.resolve(success("terminal"));
  };
  return {
    post: (_channel, reply) => record(reply),
    edit: () => Promise.resolve(success("terminal")),
    findPosted: () => Promise.resolve(success(null)),
    tell: async (_person, reply) => (await record(reply)).ok,
    namesOf: (_guild, people) => Promise.resolve(new Map(people.map((person) => [person, [person]]))),
    read(file) {
      const bytes = read(file);
      return Promise.resolve(bytes.ok ? success(new TextDecoder().decode(bytes.value)) : bytes);
    },
    readBytes: (file) => Promise.resolve(read(file)),
  };
}
