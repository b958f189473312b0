/**
 * The interactions sent to the bot, each until its token expires. The bot has three seconds for its
 * first response and fifteen minutes for the rest.
 */
import { InteractionContextType, type InteractionType, type APIApplicationCommandOptionChoice, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { randomUUID } from "node:crypto";
import { type Channel, guildIdOf } from "./channel.ts";
import type { Clock } from "./clock.ts";
import { actingMember, channelOf, directChannel } from "./guild.ts";
import { discordErrors } from "./discord-error.ts";
import { limit } from "./limits.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { Fields } from "./json.ts";
import type { Person } from "./page-protocol.ts";
import { everyonePermissions, type User, userOf } from "./people.ts";
import type { MessageStore } from "./message-store.ts";

/** What becomes of an interaction, for whoever caused it. */
export type InteractionEvent =
  /** The bot's first response; `message` is the reply, or the message it will change; `pending` while it thinks. */
  | { readonly kind: "acknowledged"; readonly message: string | null; readonly pending: boolean }
  /** A message of it was filled in, edited or added after the first response. */
  | { readonly kind: "changed"; readonly message: string }
  | { readonly kind: "modal"; readonly id: string; readonly modal: APIModalInteractionResponseCallbackData }
  | { readonly kind: "choices"; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: "failed"; readonly message: string };

export interface InteractionRequest {
  readonly type: InteractionType;
  readonly person: Person;
  readonly channel: Channel;
  /** Discord's `data`. */
  readonly data: Fields;
  /** The message whose component was used, or from whose component the modal was opened. */
  readonly source: string | null;
  readonly listener: (event: InteractionEvent) => void;
}

export interface Interaction extends InteractionRequest {
  readonly id: string;
  readonly token: string;
  readonly sentAt: number;
  state: "waiting" | "acknowledged" | "failed";
  /** The message behind `@original`. */
  original: string | null;
  /** Whether the deferred answer has still to come. */
  pending: boolean;
  tokenExpired: boolean;
}

/** The part of the state that interactions need. */
export interface InteractionContext {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly bot: User;
  readonly messages: MessageStore;
  readonly gateway: Dispatcher;
}

const maxKept = 2000;
const noResponse = "The application did not respond";

export class Interactions {
  private readonly byToken = new Map<string, Interaction>();
  private readonly state: InteractionContext;
  private repeats = 0;

  constructor(state: InteractionContext) {
    this.state = state;
  }

  /** The next interactions are delivered twice. */
  deliverTwice(times: number): void {
    this.repeats = times;
  }

  /** Sends an interaction to the bot. */
  send(request: InteractionRequest): Interaction {
    const { clock, newId, gateway } = this.state;
    const interaction: Interaction = {
      ...request,
      id: newId(),
      token: randomUUID().replaceAll("-", ""),
      sentAt: clock.now(),
      state: "waiting",
      original: null,
      pending: false,
      tokenExpired: false,
    };
    this.byToken.set(interaction.token, interaction);
    const oldest = this.byToken.keys().next().value;
    if (this.byToken.size > maxKept && oldest !== undefined) this.byToken.delete(oldest);
    clock.after(limit.firstResponse, () => {
      if (interaction.state === "waiting") this.fail(interaction);
    });
    clock.after(limit.tokenLife, () => {
      if (interaction.pending && interaction.state === "acknowledged") this.fail(interaction);
    });
    const isRepeated = this.repeats > 0;
    if (isRepeated) this.repeats -= 1;
    const deliver = (): void => gateway.dispatch("INTERACTION_CREATE", this.payload(interaction), { guildId: guildIdOf(request.channel) });
    deliver();
    if (isRepeated) deliver();
    return interaction;
  }

  /**
   * The interaction of a first response. Errors: 10062 if it is unknown or late, 40060 if it has a response. What is late is
   * decided by the timer that was set when it was sent, and by that alone: a clock may be more patient than the time of day.
   */
  waiting(id: string, token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (interaction?.id !== id || interaction.state === "failed") throw discordErrors.unknownInteraction();
    if (interaction.state === "acknowledged") throw discordErrors.alreadyAcknowledged();
    return interaction;
  }

  /** The interaction of an edit or a follow-up; 10015 before the first response, 50027 after fifteen minutes. */
  acknowledged(token: string): Interaction {
    const interaction = this.byToken.get(token);
    if (interaction === undefined) throw discordErrors.unknownWebhook();
    if (interaction.tokenExpired || this.state.clock.now() - interaction.sentAt > limit.tokenLife) throw discordErrors.expiredToken();
    if (interaction.state !== "acknowledged") throw discordErrors.unknownWebhook();
    return interaction;
  }

  /** Expires every token issued so far, as after fifteen minutes. */
  expireAll(): void {
    for (const interaction of this.byToken.values()) interaction.tokenExpired = true;
  }

  private fail(interaction: Interaction): void {
    interaction.state = "failed";
    if (interaction.pending && interaction.original !== null) this.state.messages.remove(interaction.original);
    interaction.listener({ kind: "failed", message: noResponse });
  }

  private payload({ id, token, type, person, channel, data, source }: Interaction): Fields {
    const { state } = this;
    const message = source === null ? undefined : state.messages.find(source)?.message;
    const place =
      channel.kind === "course"
        ? {
            guild: { id: channel.guild.id, locale: "en-US", features: [] },
            guild_id: channel.guild.id,
            guild_locale: "en-US",
            member: actingMember(channel.guild, person),
            channel: channelOf(channel.guild),
            context: InteractionContextType.Guild,
            authorizing_integration_owners: { "0": channel.guild.id },
          }
        : {
            user: userOf(person),
            channel: directChannel(channel.id, channel.person),
            context: InteractionContextType.BotDM,
            authorizing_integration_owners: { "0": "0" },
          };
    return {
      id,
      token,
      type,
      application_id: state.bot.id,
      version: 1,
      data,
      ...(message === undefined ? {} : { message }),
      ...place,
      channel_id: channel.id,
      app_permissions: everyonePermissions.toString(),
      locale: "en-US",
      entitlements: [],
      attachment_size_limit: limit.fileBytes,
    };
  }
}
