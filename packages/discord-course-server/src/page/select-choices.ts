/** What a select offers: its own options, or the people and channels of the course. */
import type { APISelectMenuComponent } from "discord-api-types/v10";
import { componentType } from "./component-types.ts";
import type { ChannelState } from "./channel-state.ts";

export interface SelectChoice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly preset: boolean;
}

export function selectChoices(select: APISelectMenuComponent, state: ChannelState): readonly SelectChoice[] {
  if (select.type === componentType.StringSelect) {
    return select.options.map(({ value, label, description, default: preset }) => ({
      value,
      label,
      description: description ?? "",
      preset: preset ?? false,
    }));
  }
  const preset = new Set((select.default_values ?? []).map(({ id }) => id));
  const choice = (id: string, label: string, description: string): SelectChoice => ({ value: id, label, description, preset: preset.has(id) });
  const people = [
    ...state.people.map(({ id, displayName, username }) => choice(id, displayName, username)),
    choice(state.bot.id, state.bot.name, "App"),
  ];
  const roles = state.roles.map(({ id, name }) => choice(id, `@${name}`, "Role"));
  switch (select.type) {
    case componentType.UserSelect:
      return people;
    case componentType.RoleSelect:
      return roles;
    case componentType.MentionableSelect:
      return [...people, ...roles];
    case componentType.ChannelSelect:
      return state.channels.filter(({ kind }) => kind === "course").map(({ id, name }) => choice(id, `#${name}`, ""));
  }
}
