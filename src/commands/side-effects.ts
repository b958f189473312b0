import { uploadedText } from "./uploaded-file.ts";
import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome, type Success } from "../outcome.ts";
import type { PostProblem } from "./problem.ts";
import type { Reply } from "../render/reply.ts";
import type { UploadedFile } from "./uploaded-file.ts";

/** A member of a server, as far as commands decide by it. */
interface ServerMember {
  readonly roleIds: readonly string[];
  /** Has Discord's permission to manage the server. */
  readonly managesServer: boolean;
}

/** What a command may do beyond its reply. The edge does it: Discord's, or the terminal's. */
export interface SideEffects {
  /** People, roles and channels have no ids but their names: at a terminal. */
  readonly hasNamesForIds?: true;
  /**
   * Writes a message in a channel, or a post in a forum; its id. With a nonce, tries within a few minutes make one message
   * together. Errors: `cannot-post` where Discord refuses, `post-uncertain` where it does not answer.
   */
  post(channel: string, reply: Reply, nonce?: string): Promise<Outcome<string, PostProblem>>;
  /** Puts a reply in place of a message of the bot's own. Errors: as those of `post`. */
  edit(channel: string, message: string, reply: Reply): Promise<Outcome<string, PostProblem>>;
  /** A message of the bot's own that an unconfirmed `post` may have left; null where there is none. Errors: as those of `post`. */
  findPosted(channel: string, sought: SoughtMessage): Promise<Outcome<string | null, PostProblem>>;
  /** Opens a thread below a message of the bot's own, where its channel has threads; without it nothing is lost. */
  openThread(channel: string, message: string, title: string): Promise<void>;
  /** Writes to a person directly; false where they don't take it. */
  tell(person: string, reply: Reply): Promise<boolean>;
  /** The channel of direct messages with a person. Errors: as those of `post`. */
  directChannel(person: string): Promise<Outcome<string, PostProblem>>;
  /** What kind of channel of a server it is, where the bot may write in it; else null. */
  channelKind(guild: string, channel: string): Promise<"text" | "forum" | null>;
  /** What somebody may do on a server; null where they don't belong to it. */
  memberOf(guild: string, person: string): Promise<ServerMember | null>;
  /** All the names that these people go by on a server; those who have left are missing. */
  namesOf(guild: string, people: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The text of an uploaded file. Errors: `bad-file`. */
  read(file: UploadedFile): Promise<Outcome<string, Problem>>;
  /** The bytes of an uploaded data file, which may be larger. Errors: `bad-file`. */
  readBytes(file: UploadedFile): Promise<Outcome<Uint8Array, Problem>>;
}

/** What tells a message in a channel apart: its title, a text in it, and a time after which it was written. */
interface SoughtMessage {
  readonly title: string;
  readonly mentions: string;
  readonly since: number;
}

/** Where nothing is connected: no channel, no names, no files. */
export const noSideEffects: SideEffects = {
  hasNamesForIds: true,
  post: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" })),
  edit: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" })),
  findPosted: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" })),
  openThread: () => Promise.resolve(),
  tell: () => Promise.resolve(false),
  directChannel: (person) => Promise.resolve(failure({ kind: "cannot-post", channel: person, why: "forbidden" })),
  channelKind: () => Promise.resolve(null),
  memberOf: () => Promise.resolve(null),
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
    hasNamesForIds: true,
    post: (_channel, reply) => record(reply),
    edit: () => Promise.resolve(success("terminal")),
    findPosted: () => Promise.resolve(success(null)),
    openThread: () => Promise.resolve(),
    tell: async (_person, reply) => (await record(reply)).ok,
    directChannel: () => Promise.resolve(success("terminal")),
    channelKind: () => Promise.resolve("text"),
    memberOf: () => Promise.resolve(null),
    namesOf: (_guild, people) => Promise.resolve(new Map(people.map((person) => [person, [person]]))),
    read(file) {
      const bytes = read(file);
      return Promise.resolve(bytes.ok ? uploadedText(file, bytes.value) : bytes);
    },
    readBytes: (file) => Promise.resolve(read(file)),
  };
}
