/** The connection of one tab: it acts as one person in one channel and receives what that person sees. */
import type { WebSocket } from "ws";
import type { Actions, ActionContext } from "./actions.ts";
import type { Channel } from "./channel.ts";
import { listCommands } from "./command-listing.ts";
import { type Guild, rolesOf } from "./guild.ts";
import { mebibyte } from "./limits.ts";
import type { InteractionEvent } from "./interactions.ts";
import { readAction } from "./page-action.ts";
import type { CommandListing, PageAction, PageEvent, Person, ChannelListing, RoleListing } from "./page-protocol.ts";
import { ClientRefusal } from "./client-refusal.ts";
import type { DiscordState, StateEvent } from "./discord-state.ts";

type Requested = Extract<PageAction, { readonly request: number }>;

/** Bytes that a tab may leave unread before it is disconnected; it reconnects and receives the whole state. */
const maxUnread = 32 * mebibyte;

/** What whoever starts the course server has the page say and propose. */
interface TypingHints {
  readonly examples: readonly string[];
  /** A sentence at the channel's start, or "". */
  readonly note: string;
  readonly restOptions: Readonly<Record<string, string>>;
  /** Names of commands that a lone slash offers first. */
  readonly firstCommands: readonly string[];
  /** Those that the page lists for the instructor alone. */
  readonly staffParts: readonly string[];
}

export class PageSocket {
  private readonly state: DiscordState;
  private readonly actions: Actions;
  private readonly socket: WebSocket;
  /** The host name by which the tab reached the server: URLs of files sent to it have the same. */
  private readonly host: string;
  private readonly hints: TypingHints;
  private person: Person;
  private channel: Channel;
  /** Whether the tab has sent `hello`; before that it receives nothing. */
  private isPresent = false;

  constructor(state: DiscordState, actions: Actions, socket: WebSocket, host: string, hints: TypingHints) {
    this.state = state;
    this.hints = hints;
    this.actions = actions;
    this.socket = socket;
    this.host = host;
    this.person = state.people[0] ?? state.instructor;
    this.channel = state.courseChannel();
    const stop = state.watch((event) => {
      this.pass(event);
    });
    socket.on("close", stop);
    socket.on("error", () => {
      socket.terminate();
    });
    socket.on("message", (raw: Buffer) => {
      const action = readAction(raw.toString("utf8"));
      if (action === null) socket.close(1008, "Not an action of the page's protocol.");
      else this.take(action);
    });
  }

  private take(action: PageAction): void {
    if ("request" in action) return this.request(action);
    switch (action.act) {
      case "hello":
        return this.become(action.person ?? this.person.id, action.channel ?? this.channel.id);
      case "switch-person":
        return this.become(action.person, this.channel.id);
      case "switch-channel":
        return this.become(this.person.id, action.channel);
      case "dismiss":
        return this.actions.dismiss(this.person, action.message);
    }
  }

  private become(personId: string, placeId: string): void {
    const { state } = this;
    this.isPresent = true;
    this.person = state.person(personId) ?? this.person;
    const wanted = state.channels.get(placeId);
    const isOthers = wanted?.kind === "direct" && wanted.person !== this.person;
    this.channel = wanted === undefined || isOthers ? state.courseChannel() : wanted;
    this.send({
      event: "state",
      me: this.person,
      people: state.people,
      bot: state.botListing(),
      channel: channelListing(this.channel, state),
      channels: [...state.channels.values()]
        .filter((each) => each.kind === "course" || each.person === this.person)
        .map((each) => channelListing(each, state)),
      commands: this.commands(),
      messages: state.messagesSeenBy(this.person, this.channel.id),
      roles: this.channel.kind === "course" ? rolesFor(this.channel.guild) : [],
      examples: this.hints.examples,
      note: this.hints.note,
    });
  }

  private request(action: Requested): void {
    const { request } = action;
    const context: ActionContext = {
      person: this.person,
      channel: this.channel,
      listener: (event) => {
        this.report(request, event);
      },
    };
    try {
      this.perform(action, context);
    } catch (error) {
      if (!(error instanceof ClientRefusal)) throw error;
      this.send({ event: "refused", request, message: error.message, option: error.option });
    }
  }

  private perform(action: Requested, context: ActionContext): unknown {
    const { actions } = this;
    switch (action.act) {
      case "run":
        return actions.run(context, action.path, action.values);
      case "autocomplete":
        return actions.autocomplete(context, action.path, action.values, action.focused);
      case "click":
        return actions.click(context, action.message, action.customId);
      case "select":
        return actions.select(context, action.message, action.customId, action.values);
      case "submit":
        return actions.submit(context, action.modal, action.values);
      case "menu":
        return actions.menu(context, action.name, action.target);
      case "say": {
        const { message } = actions.say(context, action.content, action.uploads);
        return this.send({ event: "answered", request: action.request, message: message.id });
      }
    }
  }

  private report(request: number, event: InteractionEvent): void {
    switch (event.kind) {
      case "acknowledged":
        return this.send({ event: "answered", request, message: event.message });
      case "modal":
        return this.send({ event: "modal", request, modal: { id: event.id, modal: event.modal } });
      case "choices":
        return this.send({ event: "choices", request, choices: event.choices });
      case "failed":
        return this.send({ event: "failed", request, message: event.message });
      case "changed":
        // The message itself is on its way already, as to everybody who sees it.
        return;
    }
  }

  private pass(event: StateEvent): void {
    if (!this.isPresent) return;
    if (event.kind === "commands") return this.send({ event: "commands", commands: this.commands() });
    if (event.kind === "bot") return this.send({ event: "bot", bot: this.state.botListing() });
    const { message, viewer } = event.stored;
    if (message.channel_id !== this.channel.id || (viewer !== null && viewer !== this.person.id)) return;
    if (event.kind === "message-deleted") this.send({ event: "message-deleted", id: message.id });
    else this.send({ event: event.kind, message });
  }

  private commands(): readonly CommandListing[] {
    const { restOptions, firstCommands, staffParts } = this.hints;
    const rank = ({ path }: CommandListing): number => (firstCommands.includes(path.join(" ")) ? firstCommands.indexOf(path.join(" ")) : firstCommands.length);
    const listings = listCommands(this.state.commands.visibleTo(this.person, this.channel)).toSorted((one, other) => rank(one) - rank(other));
    return listings.filter(({ path }) => this.person.role === "instructor" || !staffParts.includes(path.join(" "))).map((listing) => {
      const option = restOptions[listing.path.join(" ")];
      return option === undefined ? listing : { ...listing, restOption: option };
    });
  }

  private send(event: PageEvent): void {
    if (this.socket.bufferedAmount > maxUnread) return this.socket.terminate();
    const from = `${this.state.address()}/attachments/`;
    this.socket.send(JSON.stringify(event).replaceAll(from, `http://${this.host}/attachments/`));
  }
}

const rolesFor = (guild: Guild): readonly RoleListing[] =>
  rolesOf(guild).map(({ id, name }) => ({ id: String(id), name: String(name) }));

const channelListing = (channel: Channel, state: DiscordState): ChannelListing =>
  channel.kind === "course"
    ? { id: channel.id, kind: "course", name: channel.guild === state.guilds[0] ? "factor-models" : channel.guild.name }
    : { id: channel.id, kind: "direct", name: state.bot.username };
