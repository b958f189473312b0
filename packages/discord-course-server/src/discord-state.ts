/** The state of the course server: people, guilds, channels, messages, commands and interactions. */
import type { APIMessage } from "discord-api-types/v10";
import { AttachmentStore } from "./attachment-store.ts";
import { type Channel, openChannels } from "./channel.ts";
import type { Clock } from "./clock.ts";
import { CommandRegistry } from "./command-registry.ts";
import type { Guild } from "./guild.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { Interactions } from "./interactions.ts";
import { type MessageEventKind, MessageStore, type StoredMessage } from "./message-store.ts";
import type { BotListing, Person } from "./page-protocol.ts";
import { botUser, createPeople, type User } from "./people.ts";
import { snowflakes } from "./snowflake.ts";

export type StateEvent =
  | { readonly kind: MessageEventKind; readonly stored: StoredMessage }
  | { readonly kind: "commands" }
  | { readonly kind: "bot" };

export interface DiscordStateOptions {
  readonly clock: Clock;
  readonly token: string;
  readonly botName: string;
  readonly students: number;
  readonly guilds: number;
  /** Names of commands that only the instructor sees. */
  readonly staffCommands: readonly string[];
  /** Whether people may install the application for themselves. */
  readonly isUserInstallable: boolean;
  /** The course server's own address, once it listens. */
  readonly address: () => string;
}

export class DiscordState {
  readonly clock: Clock;
  readonly token: string;
  readonly newId: () => string;
  readonly isUserInstallable: boolean;
  readonly bot: User;
  readonly people: readonly Person[];
  readonly instructor: Person;
  readonly guilds: readonly Guild[];
  readonly channels: ReadonlyMap<string, Channel>;
  readonly attachments: AttachmentStore;
  readonly messages: MessageStore;
  readonly commands: CommandRegistry;
  readonly interactions: Interactions;
  readonly address: () => string;
  gateway: Dispatcher = { dispatch: () => undefined, identified: 0, isOnline: () => false };
  private readonly watchers = new Set<(event: StateEvent) => void>();

  constructor(options: DiscordStateOptions) {
    this.clock = options.clock;
    this.token = options.token;
    this.address = options.address;
    this.isUserInstallable = options.isUserInstallable;
    this.newId = snowflakes(options.clock);
    this.bot = botUser(this.newId(), options.botName);
    ({ people: this.people, instructor: this.instructor } = createPeople(options.students, this.newId));
    this.guilds = createGuilds(options.guilds, this.instructor.id, this.newId);
    this.channels = openChannels(this.guilds, this.people, this.newId);
    this.attachments = new AttachmentStore(this.newId, options.address);
    this.messages = new MessageStore(this.attachments, (kind, stored) => {
      this.announce({ kind, stored });
    });
    this.commands = new CommandRegistry({ newId: this.newId, applicationId: this.bot.id, staffCommands: new Set(options.staffCommands) }, () => {
      this.announce({ kind: "commands" });
    });
    this.interactions = new Interactions(this);
  }

  watch(watcher: (event: StateEvent) => void): () => void {
    this.watchers.add(watcher);
    return () => {
      this.watchers.delete(watcher);
    };
  }

  gatewayUrl(): string {
    return `${this.address().replace("http", "ws")}/gateway`;
  }

  announce(event: StateEvent): void {
    for (const watcher of this.watchers) watcher(event);
  }

  /** By id, by key ("student-1") or by user name ("ada"). */
  person(who: string): Person | undefined {
    return this.people.find((each) => [each.id, each.key, each.username].includes(who));
  }

  userOfId(id: string): Person | undefined {
    return this.people.find((each) => each.id === id);
  }

  botListing(): BotListing {
    return { id: this.bot.id, name: this.bot.username, online: this.gateway.isOnline() };
  }

  /** The channel of a guild, by its index; the first guild's by default. */
  courseChannel(guild = 0): Channel {
    const [first] = this.channels.values();
    const channel = this.channels.get(this.guilds[guild]?.channelId ?? "") ?? first;
    if (!channel) throw new Error("a course server has at least one channel");
    return channel;
  }

  directChannel(person: Person): Channel {
    const channel = [...this.channels.values()].find((each) => each.kind === "direct" && each.person === person);
    if (!channel) throw new Error(`there is no direct channel of ${person.key}`);
    return channel;
  }

  /** What one person sees in a channel, oldest first. */
  messagesSeenBy(person: Person, channelId: string): readonly APIMessage[] {
    return this.messages
      .inChannel(channelId)
      .filter(({ viewer }) => viewer === null || viewer === person.id)
      .map(({ message }) => message);
  }
}

function createGuilds(count: number, ownerId: string, newId: () => string): readonly Guild[] {
  // The shard follows from the upper bits of the id: consecutive guilds belong to different shards.
  const first = BigInt(newId());
  return Array.from({ length: count }, (_, index) => ({
    id: (first + (BigInt(index) << 22n)).toString(),
    name: index === 0 ? "Factor models" : `Factor models, section ${index + 1}`,
    channelId: newId(),
    studentRole: newId(),
    instructorRole: newId(),
    botRole: newId(),
    ownerId,
  }));
}
