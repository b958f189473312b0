import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Reply } from "../render/reply.ts";
import type { UploadedFile } from "./uploaded-file.ts";

/** A member of a server, as far as commands decide by it. */
export interface ServerMember {
  readonly roleIds: readonly string[];
  /** Has Discord's permission to manage the server. */
  readonly managesServer: boolean;
}

/** What a command may do beyond its reply. The edge does it: Discord's, or the terminal's. */
export interface SideEffects {
  /** Writes a message in a channel; its id. Errors: `cannot-post` where the bot may not, or there is no such channel. */
  post(channel: string, reply: Reply): Promise<Outcome<string, Problem>>;
  /** Puts a reply in place of a message of the bot's own. Errors: `cannot-post`. */
  edit(channel: string, message: string, reply: Reply): Promise<Outcome<string, Problem>>;
  /** Opens a thread below a message of its own, or a post in a forum; the message, and the channel it is in. Errors: `cannot-post`. */
  openThread(channel: string, title: string, reply: Reply): Promise<Outcome<{ readonly channel: string; readonly message: string }, Problem>>;
  /** Writes to somebody privately; whether that could be delivered. */
  tell(person: string, reply: Reply): Promise<boolean>;
  /** What kind of channel of a server it is, where the bot may write in it; else null. */
  channelKind(guild: string, channel: string): Promise<"text" | "forum" | null>;
  /** What somebody may do on a server; null where they don't belong to it. */
  memberOf(guild: string, person: string): Promise<ServerMember | null>;
  /** All the names that these people go by on a server; those who have left are missing. */
  namesOf(guild: string, people: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** The text of an uploaded file. Errors: `bad-file`. */
  read(file: UploadedFile): Promise<Outcome<string, Problem>>;
}

/** Where nothing is connected: no channel, no names, no files. */
export const noSideEffects: SideEffects = {
  post: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel })),
  edit: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel })),
  openThread: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel })),
  tell: () => Promise.resolve(false),
  channelKind: () => Promise.resolve(null),
  memberOf: () => Promise.resolve(null),
  namesOf: () => Promise.resolve(new Map()),
  read: ({ filename }) =>
    Promise.resolve(failure({ kind: "bad-file", file: filename, line: null, column: null, fault: "offline", found: "" })),
};

/** A terminal's channels: what is posted is handed to `show`, and files are read by `read`. */
export function terminalSideEffects(
  show: (reply: Reply) => void,
  read: (file: UploadedFile) => Outcome<string, Problem>,
): SideEffects {
  const record = (reply: Reply): Promise<Outcome<string, Problem>> => {
    show(reply);
    return Promise.resolve(success("terminal"));
  };
  return {
    post: (_channel, reply) => record(reply),
    edit: () => Promise.resolve(success("terminal")),
    openThread(channel, _title, reply) {
      show(reply);
      return Promise.resolve(success({ channel, message: "terminal" }));
    },
    tell(_person, reply) {
      show(reply);
      return Promise.resolve(true);
    },
    channelKind: () => Promise.resolve("text"),
    memberOf: () => Promise.resolve(null),
    namesOf: (_guild, people) => Promise.resolve(new Map(people.map((person) => [person, [person]]))),
    read: (file) => Promise.resolve(read(file)),
  };
}
