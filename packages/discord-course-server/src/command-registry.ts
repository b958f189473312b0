/** The commands a bot has registered: everywhere, and in single servers. */
import { ApplicationCommandType, InteractionContextType } from "discord-api-types/v10";
import type { Channel } from "./channel.ts";
import { limit } from "./limits.ts";
import { discordErrors } from "./discord-error.ts";
import { asFieldsList, asList, asText, type Fields } from "./json.ts";
import { isSubcommand } from "./option-types.ts";
import { Form } from "./form.ts";
import type { Person } from "./page-protocol.ts";
import { canUse } from "./people.ts";
import { checkCommand, checkDistinctNames, commandTypes, contextTypes, permissionsText } from "./validate-command.ts";


/** A command as Discord gives it back. */
export interface RegisteredCommand {
  readonly id: string;
  readonly type: ApplicationCommandType;
  readonly name: string;
  readonly description: string;
  readonly options: readonly Fields[];
  readonly default_member_permissions: string | null;
  readonly contexts: readonly InteractionContextType[] | null;
  readonly [other: string]: unknown;
}

/** A guild's id; null for global commands. */
type Scope = string | null;

export class CommandRegistry {
  private readonly scopes = new Map<Scope, readonly RegisteredCommand[]>();
  private readonly newId: () => string;
  private readonly applicationId: string;
  private readonly staffCommands: ReadonlySet<string>;
  private readonly changed: () => void;

  constructor(options: { readonly newId: () => string; readonly applicationId: string; readonly staffCommands: ReadonlySet<string> }, changed: () => void) {
    this.newId = options.newId;
    this.applicationId = options.applicationId;
    this.staffCommands = options.staffCommands;
    this.changed = changed;
  }

  list(scope: Scope): readonly RegisteredCommand[] {
    return this.scopes.get(scope) ?? [];
  }

  find(scope: Scope, id: string): RegisteredCommand {
    const command = this.list(scope).find((each) => each.id === id);
    if (command === undefined) throw discordErrors.unknownCommand();
    return command;
  }

  /** Replaces all commands of the scope. A command with the same name and type keeps its id. */
  replaceAll(scope: Scope, body: unknown): readonly RegisteredCommand[] {
    const form = new Form(body);
    const forms = form.required().items({ max: Object.values(limit.commands).reduce((sum, most) => sum + most, 0) });
    for (const each of forms) checkCommand(each);
    checkDistinctNames(forms);
    form.throwFaults();
    const commands = forms.map((each) => this.complete(scope, each.value as Fields));
    this.store(scope, commands);
    return commands;
  }

  /** Adds a command, or replaces the one with its name and type. */
  add(scope: Scope, body: unknown): { command: RegisteredCommand; isNew: boolean } {
    const form = new Form(body);
    checkCommand(form);
    form.throwFaults();
    const command = this.complete(scope, body as Fields);
    const isNew = !this.list(scope).some(({ id }) => id === command.id);
    this.store(scope, [...this.list(scope).filter(({ id }) => id !== command.id), command]);
    return { command, isNew };
  }

  edit(scope: Scope, id: string, changes: Fields): RegisteredCommand {
    const before = this.find(scope, id);
    const merged = { ...before, ...changes, type: before.type };
    const form = new Form(merged);
    checkCommand(form);
    form.throwFaults();
    const command = { ...this.complete(scope, merged), id };
    this.store(scope, this.list(scope).map((each) => (each.id === id ? command : each)));
    return command;
  }

  remove(scope: Scope, id: string): void {
    this.find(scope, id);
    this.store(scope, this.list(scope).filter((each) => each.id !== id));
  }

  /** The commands that a person may use in a channel. A guild command hides the global one of its name. */
  visibleTo(person: Person, channel: Channel): readonly RegisteredCommand[] {
    const scopes: readonly Scope[] = channel.kind === "course" ? [channel.guild.id, null] : [null];
    const offered = new Map<string, RegisteredCommand>();
    for (const command of scopes.flatMap((scope) => this.list(scope))) {
      const key = `${command.type} ${command.name}`;
      const isForStaff = this.staffCommands.has(command.name) && person.role !== "instructor";
      if (!offered.has(key) && !isForStaff && isOffered(command, person, channel)) offered.set(key, command);
    }
    return [...offered.values()];
  }

  private store(scope: Scope, commands: readonly RegisteredCommand[]): void {
    for (const [type, most] of Object.entries(limit.commands)) {
      if (commands.filter((each) => String(each.type) === type).length > most) throw discordErrors.tooManyCommands(most);
    }
    this.scopes.set(scope, commands);
    this.changed();
  }

  private complete(scope: Scope, body: Fields): RegisteredCommand {
    const type = commandTypes.find((each) => each === body["type"]) ?? ApplicationCommandType.ChatInput;
    const name = asText(body["name"]) ?? "";
    const before = this.list(scope).find((each) => each.name === name && each.type === type);
    return {
      id: before?.id ?? this.newId(),
      application_id: this.applicationId,
      version: this.newId(),
      type,
      name,
      name_localizations: body["name_localizations"] ?? null,
      description: asText(body["description"]) ?? "",
      description_localizations: body["description_localizations"] ?? null,
      options: asFieldsList(body["options"]),
      default_member_permissions: permissionsText(body["default_member_permissions"]),
      dm_permission: body["dm_permission"] !== false,
      nsfw: body["nsfw"] === true,
      integration_types: body["integration_types"] ?? [0],
      // Discord keeps them of global commands only.
      contexts: scope === null ? contextsOf(body) : null,
      ...(scope === null ? {} : { guild_id: scope }),
    };
  }
}

/** `dm_permission: false` is the old way to say "in servers only". */
function contextsOf(body: Fields): readonly InteractionContextType[] | null {
  const contexts = contextTypes.filter((type) => asList(body["contexts"]).includes(type));
  if (contexts.length > 0) return contexts;
  return body["dm_permission"] === false ? [InteractionContextType.Guild] : null;
}

function isOffered(command: RegisteredCommand, person: Person, channel: Channel): boolean {
  const here = channel.kind === "course" ? InteractionContextType.Guild : InteractionContextType.BotDM;
  if (command.contexts?.includes(here) === false) return false;
  return channel.kind === "direct" || canUse(person, command.default_member_permissions);
}

/** The option list at the end of a path like ["data", "list"], or null where there is no such subcommand. */
export function optionsAt(command: RegisteredCommand, path: readonly string[]): readonly Fields[] | null {
  let options = command.options;
  for (const step of path.slice(1)) {
    const next = options.find((each) => each["name"] === step && isSubcommand(each));
    if (next === undefined) return null;
    options = asFieldsList(next["options"]);
  }
  return options.some(isSubcommand) ? null : options;
}
