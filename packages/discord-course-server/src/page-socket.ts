/** One tab of the page: a person in a place, told what that person sees, and doing what that person does. */
import type { WebSocket } from "ws";
import type { Actions, Doing } from "./actions.ts";
import type { Channel } from "./channel.ts";
import { listCommands } from "./command-listing.ts";
import { type Guild, rolesOf } from "./guild.ts";
import { mebibyte } from "./limits.ts";
import type { InteractionEvent } from "./interactions.ts";
import { readAction } from "./page-action.ts";
import type { CommandListing, PageAction, PageEvent, Person, Place, RoleListing } from "./page-protocol.ts";
import { Refused } from "./refused.ts";
import type { World, WorldEvent } from "./world.ts";

type Requested = Extract<PageAction, { readonly request: number }>;

/** Bytes that a tab may leave unread before it is given up; it comes back and is told everything anew. */
const mostUnread = 32 * mebibyte;

/** What helps to type a command: lines to begin with, and the option that takes the words that are left. */
interface Typing {
  readonly tries: readonly string[];
  readonly rest: Readonly<Record<string, string>>;
}

export class PageSocket {
  private readonly world: World;
  private readonly actions: Actions;
  private readonly socket: WebSocket;
  /** The host under which the tab reached us: files are given to it under the same. */
  private readonly host: string;
  private readonly typing: Typing;
  private person: Person;
  private channel: Channel;
  /** Whether the tab has said who it is: before that it hears nothing. */
  private isPresent = false;

  constructor(world: World, actions: Actions, socket: WebSocket, host: string, typing: Typing) {
    this.world = world;
    this.typing = typing;
    this.actions = actions;
    this.socket = socket;
    this.host = host;
    this.person = world.people[0]!;
    this.channel = world.courseChannel();
    const stop = world.watch((event) => {
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
        return this.become(action.person ?? this.person.id, action.place ?? this.channel.id);
      case "be":
        return this.become(action.person, this.channel.id);
      case "go":
        return this.become(this.person.id, action.place);
      case "dismiss":
        return this.actions.dismiss(this.person, action.message);
    }
  }

  private become(personId: string, placeId: string): void {
    const { world } = this;
    this.isPresent = true;
    this.person = world.person(personId) ?? this.person;
    const wanted = world.channels.get(placeId);
    const isOthers = wanted?.kind === "direct" && wanted.person !== this.person;
    this.channel = wanted === undefined || isOthers ? world.courseChannel() : wanted;
    this.send({
      event: "state",
      me: this.person,
      people: world.people,
      bot: world.botListing(),
      place: placeOf(this.channel, world),
      places: [...world.channels.values()]
        .filter((each) => each.kind === "course" || each.person === this.person)
        .map((each) => placeOf(each, world)),
      commands: this.commands(),
      messages: world.messagesSeenBy(this.person, this.channel.id),
      roles: this.channel.kind === "course" ? namedRoles(this.channel.server) : [],
      tries: this.typing.tries,
    });
  }

  private request(action: Requested): void {
    const { request } = action;
    const doing: Doing = {
      person: this.person,
      channel: this.channel,
      listener: (event) => {
        this.report(request, event);
      },
    };
    try {
      this.perform(action, doing);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.send({ event: "refused", request, message: error.message, option: error.option });
    }
  }

  private perform(action: Requested, doing: Doing): unknown {
    const { actions } = this;
    switch (action.act) {
      case "run":
        return actions.run(doing, action.path, action.values);
      case "autocomplete":
        return actions.autocomplete(doing, action.path, action.values, action.focused);
      case "click":
        return actions.click(doing, action.message, action.customId);
      case "select":
        return actions.select(doing, action.message, action.customId, action.values);
      case "submit":
        return actions.submit(doing, action.modal, action.values);
      case "menu":
        return actions.menu(doing, action.name, action.target);
      case "say": {
        const { message } = actions.say(doing, action.content, action.uploads);
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

  private pass(event: WorldEvent): void {
    if (!this.isPresent) return;
    if (event.kind === "commands") return this.send({ event: "commands", commands: this.commands() });
    if (event.kind === "bot") return this.send({ event: "bot", bot: this.world.botListing() });
    const { message, viewer } = event.stored;
    if (message.channel_id !== this.channel.id || (viewer !== null && viewer !== this.person.id)) return;
    if (event.kind === "message-deleted") this.send({ event: "message-deleted", id: message.id });
    else this.send({ event: event.kind, message });
  }

  private commands(): readonly CommandListing[] {
    const { rest } = this.typing;
    return listCommands(this.world.commands.offeredTo(this.person, this.channel)).map((listing) => {
      const option = rest[listing.path.join(" ")];
      return option === undefined ? listing : { ...listing, rest: option };
    });
  }

  private send(event: PageEvent): void {
    if (this.socket.bufferedAmount > mostUnread) return this.socket.terminate();
    const from = `${this.world.address()}/attachments/`;
    this.socket.send(JSON.stringify(event).replaceAll(from, `http://${this.host}/attachments/`));
  }
}

const namedRoles = (server: Guild): readonly RoleListing[] =>
  rolesOf(server).map(({ id, name }) => ({ id: String(id), name: String(name) }));

const placeOf = (channel: Channel, world: World): Place =>
  channel.kind === "course"
    ? { id: channel.id, kind: "course", name: channel.server === world.servers[0] ? "factor-models" : channel.server.name }
    : { id: channel.id, kind: "direct", name: world.bot.username };
