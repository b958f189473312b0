/** What this tab knows of the course: who it is, where it is, and what was said there. */
import type { APIMessage } from "discord-api-types/v10";
import type { BotListing, CommandListing, PageEvent, Person, Place, RoleListing } from "../page-protocol.ts";

export interface Room {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly bot: BotListing;
  readonly place: Place;
  readonly places: readonly Place[];
  readonly roles: readonly RoleListing[];
  readonly commands: readonly CommandListing[];
  readonly tries: readonly string[];
  /** Oldest first. */
  readonly messages: readonly APIMessage[];
}

type RoomEvent = Exclude<PageEvent, { readonly request: number }>;

/** The room after something happened; null until the server has told of it. */
export function afterEvent(room: Room | null, event: RoomEvent): Room | null {
  if (event.event === "state") {
    const { event: _, ...state } = event;
    return { ...state, roles: state.roles ?? [], tries: state.tries ?? [] };
  }
  if (room === null) return null;
  switch (event.event) {
    case "commands":
      return { ...room, commands: event.commands };
    case "bot":
      return { ...room, bot: event.bot };
    case "message-created":
      if (event.message.channel_id !== room.place.id) return room;
      return { ...room, messages: [...room.messages.filter(({ id }) => id !== event.message.id), event.message] };
    case "message-updated":
      return { ...room, messages: room.messages.map((each) => (each.id === event.message.id ? event.message : each)) };
    case "message-deleted":
      return { ...room, messages: room.messages.filter(({ id }) => id !== event.id) };
  }
}

/** Discord's message flags that change what is seen. */
const flag = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

export const hasFlag = (message: APIMessage, name: keyof typeof flag): boolean => ((message.flags ?? 0) & flag[name]) !== 0;

/** The name a reader knows somebody by. */
export function nameOf(room: Room, id: string): string | null {
  if (id === room.bot.id) return room.bot.name;
  const person = room.people.find((each) => each.id === id);
  return person?.displayName ?? room.roles.find((role) => role.id === id)?.name ?? null;
}
