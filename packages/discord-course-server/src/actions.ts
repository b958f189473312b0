/** What a person can do in Discord: each becomes an interaction or a message, as Discord's client and servers make it. */
import { ApplicationCommandType, InteractionType, ComponentType, MessageFlags, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { composeMessage } from "./bot-message.ts";
import type { Channel } from "./channel.ts";
import { fillOptions, guessedOptions, partialOptions } from "./command-options.ts";
import { optionsAt, type RegisteredCommand } from "./command-registry.ts";
import { limit } from "./limits.ts";
import { lengthOf } from "./form.ts";
import type { Interaction, InteractionEvent } from "./interactions.ts";
import { asFieldsList, type Fields } from "./json.ts";
import { attachmentOf } from "./message-body.ts";
import { findComponent } from "./message-component.ts";
import type { StoredMessage } from "./message-store.ts";
import { checkSelected, fillModal, type ModalValues } from "./modal-values.ts";
import type { OptionValues, Person } from "./page-protocol.ts";
import { userOf } from "./people.ts";
import { ClientRefusal } from "./client-refusal.ts";
import { Resolved } from "./resolved-data.ts";
import type { DiscordState } from "./discord-state.ts";

/** The person who acts, the channel, and who is notified of what happens. */
export interface ActionContext {
  readonly person: Person;
  readonly channel: Channel;
  readonly listener: (event: InteractionEvent) => void;
  /** Sends what Discord's own client would not offer: a command withdrawn, a custom id made up. For tests. */
  readonly force?: boolean;
}

interface OpenedModal {
  readonly person: Person;
  readonly channel: Channel;
  readonly source: string | null;
  readonly modal: APIModalInteractionResponseCallbackData;
}

const maxModals = 200;

export class Actions {
  private readonly modals = new Map<string, OpenedModal>();
  private readonly state: DiscordState;

  constructor(state: DiscordState) {
    this.state = state;
  }

  run(context: ActionContext, path: readonly string[], values: OptionValues): Interaction {
    const command = this.command(context, ApplicationCommandType.ChatInput, path[0] ?? "");
    const resolved = new Resolved(this.state, context.channel);
    const listed = command === null ? null : optionsAt(command, path);
    if (command === null || (listed === null && context.force === true)) {
      const made = { id: command?.id ?? this.state.newId(), name: path[0], type: ApplicationCommandType.ChatInput };
      return this.send(context, InteractionType.ApplicationCommand, { ...made, options: guessedOptions(path, values) });
    }
    if (listed === null) throw new ClientRefusal(`There is no command called /${path.join(" ")}.`);
    const options = fillOptions(command, path, listed, values, resolved);
    return this.send(context, InteractionType.ApplicationCommand, { ...commandReference(command), options, ...resolved.asData() });
  }

  autocomplete(context: ActionContext, path: readonly string[], values: OptionValues, focused: string): Interaction {
    const command = this.command({ ...context, force: false }, ApplicationCommandType.ChatInput, path[0] ?? "");
    if (command === null) throw new ClientRefusal(`There is no command called /${path.join(" ")}.`);
    const listed = optionsAt(command, path) ?? [];
    const option = listed.find(({ name }) => name === focused);
    if (option?.["autocomplete"] !== true) throw new ClientRefusal("This option has no suggestions.", focused);
    const options = partialOptions(command, path, listed, values, focused);
    return this.send(context, InteractionType.ApplicationCommandAutocomplete, { ...commandReference(command), options });
  }

  /** A command of the menu on a message or on a person. */
  menu(context: ActionContext, name: string, target: string): Interaction {
    const resolved = new Resolved(this.state, context.channel);
    const stored = this.state.messages.find(target);
    const isThere = stored === undefined ? resolved.add(target, ["user"]) : this.sees(context, stored);
    if (!isThere) throw new ClientRefusal("There is no such message or person here.");
    if (stored !== undefined) resolved.addMessage({ ...stored.message });
    const type = stored === undefined ? ApplicationCommandType.User : ApplicationCommandType.Message;
    const command = this.command(context, type, name);
    const head = command === null ? { id: this.state.newId(), name, type } : commandReference(command);
    return this.send(context, InteractionType.ApplicationCommand, { ...head, target_id: target, ...resolved.asData() });
  }

  click(context: ActionContext, messageId: string, customId: string): Interaction {
    const { stored, part } = this.component(context, messageId, customId);
    if (part !== null && part["type"] !== ComponentType.Button) throw new ClientRefusal("This is no button.");
    const data = { component_type: ComponentType.Button, custom_id: customId, id: part?.["id"] ?? 1 };
    return this.send(context, InteractionType.MessageComponent, data, stored.message.id);
  }

  select(context: ActionContext, messageId: string, customId: string, values: readonly string[]): Interaction {
    const { stored, part } = this.component(context, messageId, customId);
    const resolved = new Resolved(this.state, context.channel);
    if (part?.["type"] === ComponentType.Button) throw new ClientRefusal("This is a button.");
    if (part !== null) checkSelected(part, customId, values, resolved);
    const type = part?.["type"] ?? ComponentType.StringSelect;
    const data = { component_type: type, custom_id: customId, id: part?.["id"] ?? 1, values, ...resolved.asData() };
    return this.send(context, InteractionType.MessageComponent, data, stored.message.id);
  }

  submit(context: ActionContext, modalId: string, values: ModalValues): Interaction {
    const opened = this.modals.get(modalId);
    if (opened?.person !== context.person) throw new ClientRefusal("This form is not open any more.");
    const resolved = new Resolved(this.state, opened.channel);
    const components = fillModal(opened.modal, values, resolved);
    this.modals.delete(modalId);
    const data = { custom_id: opened.modal.custom_id, components, ...resolved.asData() };
    return this.send({ ...context, channel: opened.channel }, InteractionType.ModalSubmit, data, opened.source);
  }

  /** An ordinary message. */
  say({ person, channel }: ActionContext, content: string, uploads: readonly string[] = []): StoredMessage {
    const text = content.trim();
    if (lengthOf(text) > limit.content) throw new ClientRefusal(`A message has at most ${limit.content} characters.`);
    const files = uploads.flatMap((id) => this.state.attachments.find(id) ?? []);
    if (files.length < uploads.length) throw new ClientRefusal("The upload is gone: choose the file again.");
    if (uploads.length > limit.files) throw new ClientRefusal(`A message has at most ${limit.files} files.`);
    if (text === "" && uploads.length === 0) throw new ClientRefusal("An empty message can't be sent.");
    const attachments = files.map((file) => attachmentOf(this.state.attachments, file));
    const contents = { content: text, embeds: [], components: [], attachments, shownFiles: [], flags: 0 };
    const stored = composeMessage(this.state, { channel, author: userOf(person), contents });
    this.state.messages.add(stored);
    return stored;
  }

  /** Removes a message that only this person sees. */
  dismiss(person: Person, messageId: string): void {
    if (this.state.messages.find(messageId)?.viewer === person.id) this.state.messages.remove(messageId);
  }

  private send(context: ActionContext, type: InteractionType, data: Fields, source: string | null = null): Interaction {
    const { person, channel } = context;
    const listener = (event: InteractionEvent): void => {
      if (event.kind === "modal") this.remember(event.id, { person, channel, source, modal: event.modal });
      context.listener(event);
    };
    const whole = { ...data, ...this.guildOf(data) };
    return this.state.interactions.send({ type, person, channel, data: whole, source, listener });
  }

  /** The interaction of a guild command carries the guild's id. */
  private guildOf(data: Fields): Fields {
    const guild = this.state.guilds.find(({ id }) => this.state.commands.list(id).some((each) => each.id === data["id"]));
    return guild === undefined ? {} : { guild_id: guild.id };
  }

  private remember(id: string, opened: OpenedModal): void {
    this.modals.set(id, opened);
    const oldest = this.modals.keys().next().value;
    if (this.modals.size > maxModals && oldest !== undefined) this.modals.delete(oldest);
  }

  /** Null only with `force`, where the person has no such command. */
  private command(context: ActionContext, type: ApplicationCommandType, name: string): RegisteredCommand | null {
    const { commands } = this.state;
    const matches = (each: RegisteredCommand): boolean => each.type === type && each.name === name;
    const offered = commands.visibleTo(context.person, context.channel).find(matches);
    if (offered !== undefined) return offered;
    const shown = type === ApplicationCommandType.ChatInput ? `/${name}` : name;
    if (context.force !== true) throw new ClientRefusal(`There is no command called ${shown} for you here.`);
    const scopes = context.channel.kind === "course" ? [context.channel.guild.id, null] : [null];
    return scopes.flatMap((scope) => commands.list(scope)).find(matches) ?? null;
  }

  private component(context: ActionContext, messageId: string, customId: string): { stored: StoredMessage; part: Fields | null } {
    const stored = this.state.messages.find(messageId);
    if (stored === undefined || !this.sees(context, stored)) throw new ClientRefusal("There is no such message here.");
    const part = findComponent(asFieldsList(stored.message.components), customId);
    if (context.force === true) return { stored, part };
    if (part === null) throw new ClientRefusal("The message has nothing of this custom id.");
    if (part["disabled"] === true) throw new ClientRefusal("It is disabled.");
    return { stored, part };
  }

  private sees({ person, channel }: ActionContext, { message, viewer }: StoredMessage): boolean {
    const isLoading = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
    return message.channel_id === channel.id && (viewer === null || viewer === person.id) && !isLoading;
  }
}

const commandReference = ({ id, name, type }: RegisteredCommand): Fields => ({ id, name, type });
