/** A user played by a program: each action resolves to what that user then sees. */
import { MessageFlags, type APIApplicationCommandOptionChoice, type APIMessage } from "discord-api-types/v10";
import type { Actions, ActionContext } from "./actions.ts";
import type { Channel } from "./channel.ts";
import { listCommands } from "./command-listing.ts";
import { limit } from "./limits.ts";
import type { InteractionEvent } from "./interactions.ts";
import type { ModalValues } from "./modal-values.ts";
import type { CommandListing, OpenModal, OptionValues, Person, Upload } from "./page-protocol.ts";
import { ClientRefusal } from "./client-refusal.ts";
import type { DiscordState } from "./discord-state.ts";

/** What the user sees after an action. */
export interface Observed {
  /** The reply, or the message that changed; null where there is none. */
  readonly message: APIMessage | null;
  /** Whether this person alone sees it. */
  readonly isEphemeral: boolean;
  readonly modal: OpenModal | null;
  /** "The application did not respond". */
  readonly failure: string | null;
}

export interface ActionOptions {
  /** Sends even what Discord's client would not offer. */
  readonly force?: boolean;
  /** Milliseconds after which the action resolves with whatever is there; 15,000 by default. */
  readonly timeout?: number;
  /** Called at the bot's first response of any kind, a deferral included. */
  readonly onFirstResponse?: () => void;
}

const defaultTimeout = 15_000;

export class PlayableUser {
  readonly person: Person;
  readonly channel: Channel;
  private readonly state: DiscordState;
  private readonly actions: Actions;

  constructor(state: DiscordState, actions: Actions, person: Person, channel: Channel) {
    this.state = state;
    this.actions = actions;
    this.person = person;
    this.channel = channel;
  }

  /** The same person, writing to the bot directly. */
  inDirectMessages(): PlayableUser {
    return new PlayableUser(this.state, this.actions, this.person, this.state.directChannel(this.person));
  }

  /** The commands that this user may use in the channel. */
  commands(): readonly CommandListing[] {
    return listCommands(this.state.commands.visibleTo(this.person, this.channel));
  }

  /** The channel as this person sees it, oldest first. */
  messages(): readonly APIMessage[] {
    return this.state.messagesSeenBy(this.person, this.channel.id);
  }

  /** Runs "beta", or "data list" with its subcommand. */
  command(words: string, values: OptionValues = {}, options: ActionOptions = {}): Promise<Observed> {
    return this.act(options, (context) => this.actions.run(context, words.split(" "), values));
  }

  click(messageId: string, customId: string, options: ActionOptions = {}): Promise<Observed> {
    return this.act(options, (context) => this.actions.click(context, messageId, customId));
  }

  select(messageId: string, customId: string, values: readonly string[], options: ActionOptions = {}): Promise<Observed> {
    return this.act(options, (context) => this.actions.select(context, messageId, customId, values));
  }

  /** Runs a command of the menu on a message or a person. */
  menu(name: string, target: string, options: ActionOptions = {}): Promise<Observed> {
    return this.act(options, (context) => this.actions.menu(context, name, target));
  }

  submit(modal: OpenModal, values: ModalValues, options: ActionOptions = {}): Promise<Observed> {
    return this.act(options, (context) => this.actions.submit(context, modal.id, values));
  }

  /** The suggestions for the option `focused`, whose value in `values` is the text typed so far. */
  autocomplete(words: string, values: OptionValues, focused: string): Promise<readonly APIApplicationCommandOptionChoice[]> {
    return new Promise((resolve, reject) => {
      const listener = (event: InteractionEvent): void => {
        if (event.kind === "choices") resolve(event.choices);
        if (event.kind === "failed") reject(new Error(event.message));
      };
      this.actions.autocomplete({ person: this.person, channel: this.channel, listener }, words.split(" "), values, focused);
    });
  }

  /** Brings a file; its id is the value of an attachment option. */
  upload(filename: string, bytes: Buffer, contentType = ""): Upload {
    if (bytes.length > limit.fileBytes) throw new ClientRefusal("The file is larger than 10 MiB.");
    const kept = this.state.attachments.add({ filename, contentType, bytes });
    return { id: kept.id, filename: kept.filename, size: bytes.length };
  }

  /** Writes an ordinary message. */
  say(content: string, uploads: readonly string[] = []): APIMessage {
    const context = { person: this.person, channel: this.channel, listener: () => undefined };
    return this.actions.say(context, content, uploads).message;
  }

  /** Writes a message that mentions the bot, and waits for what the bot writes next. */
  async mention(text: string, options: ActionOptions = {}): Promise<Observed> {
    const next = this.nextMessage(({ author }) => author.id === this.state.bot.id, options);
    this.say(`<@${this.state.bot.id}> ${text}`);
    return { ...nothing, message: await next };
  }

  dismiss(messageId: string): void {
    this.actions.dismiss(this.person, messageId);
  }

  /** The next message, new or changed, that this person sees and that fits; null after the timeout. */
  nextMessage(
    fits: (message: APIMessage) => boolean,
    { timeout = defaultTimeout }: Pick<ActionOptions, "timeout"> = {},
  ): Promise<APIMessage | null> {
    return new Promise((resolve) => {
      const stop = this.state.watch((event) => {
        if (event.kind !== "message-created" && event.kind !== "message-updated") return;
        const { message, viewer } = event.stored;
        const seen = message.channel_id === this.channel.id && (viewer === null || viewer === this.person.id);
        if (seen && fits(message)) finish(message);
      });
      const timer = setTimeout(() => finish(null), timeout);
      const finish = (message: APIMessage | null): void => {
        clearTimeout(timer);
        stop();
        resolve(message);
      };
    });
  }

  private async act(options: ActionOptions, start: (context: ActionContext) => unknown): Promise<Observed> {
    const { force = false, timeout = defaultTimeout } = options;
    let report: (event: InteractionEvent) => void = () => undefined;
    start({ person: this.person, channel: this.channel, listener: (event) => report(event), force });
    return new Promise((resolve) => {
      let original: string | null = null;
      const finish = (observed: Observed): void => {
        clearTimeout(timer);
        resolve(observed);
      };
      const timer = setTimeout(() => finish(this.observe(original)), timeout);
      report = (event) => {
        if (event.kind === "failed") finish({ ...nothing, failure: event.message });
        if (event.kind === "acknowledged" || event.kind === "modal") options.onFirstResponse?.();
        if (event.kind === "modal") finish({ ...nothing, modal: { id: event.id, modal: event.modal } });
        if (event.kind === "changed") finish(this.observe(event.message));
        if (event.kind !== "acknowledged") return;
        original = event.message;
        if (!event.pending) finish(this.observe(original));
      };
    });
  }

  private observe(messageId: string | null): Observed {
    const message = this.state.messages.find(messageId ?? "")?.message ?? null;
    return { ...nothing, message, isEphemeral: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0 };
  }
}

const nothing: Observed = { message: null, isEphemeral: false, modal: null, failure: null };
