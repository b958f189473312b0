/**
 * What the page and the course server say to each other over the WebSocket `/page`, as JSON.
 *
 * Types only, so that browser code can import this file. Messages travel as Discord's own message
 * objects; the addresses of their attachments are the course server's. A tab is one person: it says
 * `hello` first, receives `state`, and sends `switch-person` or `switch-channel` to change either.
 * The server holds everything else, so a reload shows the channel as it was.
 */
import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";

/** A person of the course whom a tab can play. */
export interface Person {
  readonly id: string;
  /** What programs call them: "student-1", "student-2", "instructor". */
  readonly key: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: "student" | "instructor";
  /** The colour of their name and of their drawn avatar, "#rrggbb". */
  readonly color: string;
}

/** A channel as the page lists it: the course's, or a person's direct messages with the bot. */
export interface ChannelListing {
  readonly id: string;
  readonly name: string;
  readonly kind: "course" | "direct";
}

/** The bot as the channel shows it. */
export interface BotListing {
  readonly id: string;
  readonly name: string;
  /** Whether a gateway connection of it is open. */
  readonly online: boolean;
}

/** A role of the course's server, for options and selects that take one. */
export interface RoleListing {
  readonly id: string;
  readonly name: string;
}

export type OptionType =
  | "text"
  | "integer"
  | "number"
  | "boolean"
  | "user"
  | "channel"
  | "role"
  | "mentionable"
  | "attachment";

/** One value to fill in. */
export interface OptionListing {
  readonly name: string;
  readonly description: string;
  readonly type: OptionType;
  readonly required: boolean;
  /** Whether the bot is to be asked for suggestions while the person types. */
  readonly autocomplete: boolean;
  /** The only values allowed; empty where anything of the type is. */
  readonly choices: readonly APIApplicationCommandOptionChoice[];
  readonly min: number | null;
  readonly max: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

/** One thing that can be run; a subcommand is a listing of its own. Only what this person may run here is listed. */
export interface CommandListing {
  readonly id: string;
  /** The words after the slash: ["beta"], ["data", "list"]; for a context menu, its one name. */
  readonly path: readonly string[];
  readonly kind: "slash" | "message" | "user";
  /** The option that takes all remaining words of a typed line, if `restOptions` names one. */
  readonly restOption?: string;
  readonly description: string;
  readonly options: readonly OptionListing[];
  /** Discord's bit set as text, or null where everybody may. Informative: the list is filtered already. */
  readonly defaultMemberPermissions: string | null;
}

/** Option name → value. A person, channel or role is its id; an attachment is the id that POST /upload gave. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** What the page sends. `request` is a number that the page chooses; events that result carry it. */
export type PageAction =
  | { readonly act: "hello"; readonly person?: string; readonly channel?: string }
  | { readonly act: "switch-person"; readonly person: string }
  | { readonly act: "switch-channel"; readonly channel: string }
  | { readonly act: "run"; readonly request: number; readonly path: readonly string[]; readonly values: OptionValues }
  | {
      readonly act: "autocomplete";
      readonly request: number;
      readonly path: readonly string[];
      /** What is filled in so far; the focused option's value is the text typed, whatever its type. */
      readonly values: OptionValues;
      readonly focused: string;
    }
  | { readonly act: "click"; readonly request: number; readonly message: string; readonly customId: string }
  | {
      readonly act: "select";
      readonly request: number;
      readonly message: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly act: "submit";
      readonly request: number;
      /** The `id` that came with the modal. */
      readonly modal: string;
      /** Custom id → what was entered: text, or the values chosen, or upload ids. */
      readonly values: Readonly<Record<string, string | readonly string[]>>;
    }
  | {
      readonly act: "menu";
      readonly request: number;
      readonly name: string;
      /** The message's id, or the person's for a user command. */
      readonly target: string;
    }
  /** An ordinary message; the bot reads it only where it is mentioned or in direct messages. */
  | { readonly act: "say"; readonly request: number; readonly content: string; readonly uploads?: readonly string[] }
  /** "Dismiss message" under what only this person can see. */
  | { readonly act: "dismiss"; readonly message: string };

/** A modal to show: Discord's `title`, `custom_id` and `components`. */
export interface OpenModal {
  readonly id: string;
  readonly modal: APIModalInteractionResponseCallbackData;
}

/** What the server sends to the page. */
export type PageEvent =
  | {
      readonly event: "state";
      readonly me: Person;
      readonly people: readonly Person[];
      readonly bot: BotListing;
      readonly channel: ChannelListing;
      readonly channels: readonly ChannelListing[];
      readonly roles?: readonly RoleListing[];
      readonly commands: readonly CommandListing[];
      /** Lines worth typing first, like "/beta JPM"; whoever starts the course server names them. */
      readonly examples?: readonly string[];
      /** A sentence at the channel's start. */
      readonly note?: string;
      /** Oldest first; other people's ephemeral messages are left out. */
      readonly messages: readonly APIMessage[];
    }
  | { readonly event: "commands"; readonly commands: readonly CommandListing[] }
  | { readonly event: "bot"; readonly bot: BotListing }
  /** Flag 64 is "Only you can see this"; flag 128 is "is thinking…". */
  | { readonly event: "message-created"; readonly message: APIMessage }
  | { readonly event: "message-updated"; readonly message: APIMessage }
  | { readonly event: "message-deleted"; readonly id: string }
  /** The bot has acknowledged; `message` is the reply (or the message it changed), if there is one. */
  | { readonly event: "answered"; readonly request: number; readonly message: string | null }
  /** "The application did not respond": nothing came within 3 seconds. */
  | { readonly event: "failed"; readonly request: number; readonly message: string }
  /** Not sent to the bot at all; `option` names the one at fault, where it is one's. */
  | { readonly event: "refused"; readonly request: number; readonly message: string; readonly option: string | null }
  | { readonly event: "modal"; readonly request: number; readonly modal: OpenModal }
  | {
      readonly event: "choices";
      readonly request: number;
      readonly choices: readonly APIApplicationCommandOptionChoice[];
    };

/**
 * POST /upload: the body is the file's bytes, `?name=` its name, Content-Type its type. Answered with
 * this as JSON, or with status 413 where the file is over Discord's 10 MiB.
 */
export interface Upload {
  readonly id: string;
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
}
