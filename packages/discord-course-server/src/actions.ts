/** What a person can do in Discord: each becomes an interaction or a message, as Discord's client and servers make it. */
import { ApplicationCommandType, InteractionType, ComponentType, MessageFlags, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { composeMessage } from "./bot-message.ts";
import type { Channel } from "./channel.ts";
import { fillOptions, guessedOptions, partialOptions } from "./command-options.ts";
import { optionsAt, type RegisteredCommand } from "./command-registry.ts";
import { limit } from "./limits.ts";
import { lengthOf } from "./form.ts";
import type { Interaction, InteractionEvent } from "./interactions.ts";
import type { Fields } from "./json.ts";
import { describeFile } from "./message-body.ts";
import { findComponent } from "./message-component.ts";
import type { StoredMessage } from "./message-store.ts";
import { checkSelected, fillModal, type ModalValues } from "./modal-values.ts";
import type { OptionValues, Person } from "./page-protocol.ts";
import { userOf } from "./people.ts";
import { Refused } from "./refused.ts";
import { Resolved } from "./resolve-values.ts";
import type { World } from "./world.ts";

/** Who does it, where, and who wants to know what becomes of it. */
export interface Doing {
  readonly person: Person;
  readonly channel: Channel;
  readonly listener: (event: InteractionEvent) => void;
  /** Sends what Discord's own client would not offer: a command withdrawn, a custom id made up. For tests. */
  readonly force?: boolean;
}

interface Opened {
  readonly person: Person;
  readonly channel: Channel;
  readonly source: string | null;
  readonly modal: APIModalInteractionResponseCallbackData;
}

const mostModals = 200;

export class Actions {
  private readonly modals = new Map<string, Opened>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  run(doing: Doing, path: readonly string[], values: OptionValues): Interaction {
    const command = this.command(doing, ApplicationCommandType.ChatInput, path[0] ?? "");
    const resolved = new Resolved(this.world, doing.channel);
    const listed = command === null ? null : optionsAt(command, path);
    if (command === null || (listed === null && doing.force === true)) {
      const made = { id: command?.id ?? this.world.newId(), name: path[0], type: ApplicationCommandType.ChatInput };
      return this.send(doing, InteractionType.ApplicationCommand, { ...made, options: guessedOptions(path, values) });
    }
    if (listed === null) throw new Refused(`There is no command called /${path.join(" ")}.`);
    const options = fillOptions(command, path, listed, values, resolved);
    return this.send(doing, InteractionType.ApplicationCommand, { ...headOf(command), options, ...resolved.asData() });
  }

  autocomplete(doing: Doing, path: readonly string[], values: OptionValues, focused: string): Interaction {
    const command = this.command({ ...doing, force: false }, ApplicationCommandType.ChatInput, path[0] ?? "")!;
    const listed = optionsAt(command, path) ?? [];
    const option = listed.find(({ name }) => name === focused);
    if (option?.["autocomplete"] !== true) throw new Refused("This option has no suggestions.", focused);
    const options = partialOptions(command, path, listed, values, focused);
    return this.send(doing, InteractionType.ApplicationCommandAutocomplete, { ...headOf(command), options });
  }

  /** A command of the menu on a message or on a person. */
  menu(doing: Doing, name: string, target: string): Interaction {
    const resolved = new Resolved(this.world, doing.channel);
    const stored = this.world.messages.find(target);
    const isThere = stored === undefined ? resolved.add(target, ["user"]) : this.sees(doing, stored);
    if (!isThere) throw new Refused("There is no such message or person here.");
    if (stored !== undefined) resolved.addMessage(stored.message as unknown as Fields);
    const type = stored === undefined ? ApplicationCommandType.User : ApplicationCommandType.Message;
    const command = this.command(doing, type, name);
    const head = command === null ? { id: this.world.newId(), name, type } : headOf(command);
    return this.send(doing, InteractionType.ApplicationCommand, { ...head, target_id: target, ...resolved.asData() });
  }

  click(doing: Doing, messageId: string, customId: string): Interaction {
    const { stored, part } = this.component(doing, messageId, customId);
    if (part !== null && part["type"] !== ComponentType.Button) throw new Refused("This is no button.");
    const data = { component_type: ComponentType.Button, custom_id: customId, id: part?.["id"] ?? 1 };
    return this.send(doing, InteractionType.MessageComponent, data, stored.message.id);
  }

  select(doing: Doing, messageId: string, customId: string, values: readonly string[]): Interaction {
    const { stored, part } = this.component(doing, messageId, customId);
    const resolved = new Resolved(this.world, doing.channel);
    if (part?.["type"] === ComponentType.Button) throw new Refused("This is a button.");
    if (part !== null) checkSelected(part, customId, values, resolved);
    const type = part?.["type"] ?? ComponentType.StringSelect;
    const data = { component_type: type, custom_id: customId, id: part?.["id"] ?? 1, values, ...resolved.asData() };
    return this.send(doing, InteractionType.MessageComponent, data, stored.message.id);
  }

  submit(doing: Doing, modalId: string, values: ModalValues): Interaction {
    const opened = this.modals.get(modalId);
    if (opened?.person !== doing.person) throw new Refused("This form is not open any more.");
    const resolved = new Resolved(this.world, opened.channel);
    const components = fillModal(opened.modal, values, resolved);
    this.modals.delete(modalId);
    const data = { custom_id: opened.modal.custom_id, components, ...resolved.asData() };
    return this.send({ ...doing, channel: opened.channel }, InteractionType.ModalSubmit, data, opened.source);
  }

  /** An ordinary message. */
  say({ person, channel }: Doing, content: string, uploads: readonly string[] = []): StoredMessage {
    const text = content.trim();
    if (lengthOf(text) > limit.content) throw new Refused(`A message has at most ${limit.content} characters.`);
    const unknown = uploads.find((id) => this.world.attachments.find(id) === undefined);
    if (unknown !== undefined) throw new Refused("The upload is gone: choose the file again.");
    if (uploads.length > limit.files) throw new Refused(`A message has at most ${limit.files} files.`);
    if (text === "" && uploads.length === 0) throw new Refused("An empty message can't be sent.");
    const attachments = uploads.map((id) => describeFile(this.world.attachments, id));
    const contents = { content: text, embeds: [], components: [], attachments, shownFiles: [], flags: 0 };
    const stored = composeMessage(this.world, { channel, author: userOf(person), contents });
    this.world.messages.add(stored);
    return stored;
  }

  /** Takes away what only this person could see. */
  dismiss(person: Person, messageId: string): void {
    if (this.world.messages.find(messageId)?.viewer === person.id) this.world.messages.remove(messageId);
  }

  private send(doing: Doing, type: InteractionType, data: Fields, source: string | null = null): Interaction {
    const { person, channel } = doing;
    const listener = (event: InteractionEvent): void => {
      if (event.kind === "modal") this.remember(event.id, { person, channel, source, modal: event.modal });
      doing.listener(event);
    };
    const whole = { ...data, ...this.guildOf(data) };
    return this.world.interactions.send({ type, person, channel, data: whole, source, listener });
  }

  /** A server's own command says whose it is. */
  private guildOf(data: Fields): Fields {
    const server = this.world.servers.find(({ id }) => this.world.commands.list(id).some((each) => each.id === data["id"]));
    return server === undefined ? {} : { guild_id: server.id };
  }

  private remember(id: string, opened: Opened): void {
    this.modals.set(id, opened);
    const oldest = this.modals.keys().next().value;
    if (this.modals.size > mostModals && oldest !== undefined) this.modals.delete(oldest);
  }

  /** Null where there is none and that was asked for. */
  private command(doing: Doing, type: ApplicationCommandType, name: string): RegisteredCommand | null {
    const { commands } = this.world;
    const matches = (each: RegisteredCommand): boolean => each.type === type && each.name === name;
    const offered = commands.offeredTo(doing.person, doing.channel).find(matches);
    if (offered !== undefined) return offered;
    const shown = type === ApplicationCommandType.ChatInput ? `/${name}` : name;
    if (doing.force !== true) throw new Refused(`There is no command called ${shown} for you here.`);
    const scopes = doing.channel.kind === "course" ? [doing.channel.server.id, null] : [null];
    return scopes.flatMap((scope) => commands.list(scope)).find(matches) ?? null;
  }

  private component(doing: Doing, messageId: string, customId: string): { stored: StoredMessage; part: Fields | null } {
    const stored = this.world.messages.find(messageId);
    if (stored === undefined || !this.sees(doing, stored)) throw new Refused("There is no such message here.");
    const part = findComponent((stored.message.components ?? []) as unknown as readonly Fields[], customId);
    if (doing.force === true) return { stored, part };
    if (part === null) throw new Refused("The message has nothing of this custom id.");
    if (part["disabled"] === true) throw new Refused("It is disabled.");
    return { stored, part };
  }

  private sees({ person, channel }: Doing, { message, viewer }: StoredMessage): boolean {
    const isLoading = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
    return message.channel_id === channel.id && (viewer === null || viewer === person.id) && !isLoading;
  }
}

const headOf = ({ id, name, type }: RegisteredCommand): Fields => ({ id, name, type });
