/** The state of this tab: the person, the channel, its messages, people and commands. */
import type { APIMessage } from "discord-api-types/v10";
import type { BotListing, CommandListing, PageEvent, Person, ChannelListing, RoleListing } from "../page-protocol.ts";

export interface ChannelState {
  readonly me: Person;
  readonly people: readonly Person[];
  readonly bot: BotListing;
  readonly channel: ChannelListing;
  readonly channels: readonly ChannelListing[];
  readonly roles: readonly RoleListing[];
  readonly commands: readonly CommandListing[];
  readonly examples: readonly string[];
  readonly note: string;
  /** Oldest first. */
  readonly messages: readonly APIMessage[];
}

type ChannelEvent = Exclude<PageEvent, { readonly request: number }>;

/** The state after an event; null before the first `state` event. */
export function afterEvent(state: ChannelState | null, event: ChannelEvent): ChannelState | null {
  if (event.event === "state") {
    const { event: _, ...state } = event;
    return { ...state, roles: state.roles ?? [], examples: state.examples ?? [], note: state.note ?? "" };
  }
  if (state === null) return null;
  switch (event.event) {
    case "commands":
      return { ...state, commands: event.commands };
    case "bot":
      return { ...state, bot: event.bot };
    case "message-created":
      if (event.message.channel_id !== state.channel.id) return state;
      return { ...state, messages: [...state.messages.filter(({ id }) => id !== event.message.id), event.message] };
    case "message-updated":
      return { ...state, messages: state.messages.map((each) => (each.id === event.message.id ? event.message : each)) };
    case "message-deleted":
      return { ...state, messages: state.messages.filter(({ id }) => id !== event.id) };
  }
}

/** Discord's message flags that change what is seen. */
const flag = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, loading: 1 << 7, componentsV2: 1 << 15 } as const;

export const hasFlag = (message: APIMessage, name: keyof typeof flag): boolean => ((message.flags ?? 0) & flag[name]) !== 0;

/** The name a reader knows somebody by. */
export function nameOf(state: ChannelState, id: string): string | null {
  if (id === state.bot.id) return state.bot.name;
  const person = state.people.find((each) => each.id === id);
  return person?.displayName ?? state.roles.find((role) => role.id === id)?.name ?? null;
}
