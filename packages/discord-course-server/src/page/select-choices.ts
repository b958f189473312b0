/** What a select offers: its own options, or the people and channels of the course. */
import type { APISelectMenuComponent } from "discord-api-types/v10";
import { kind } from "./kinds.ts";
import type { Room } from "./room.ts";

export interface SelectChoice {
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly preset: boolean;
}

export function selectChoices(select: APISelectMenuComponent, room: Room): readonly SelectChoice[] {
  if (select.type === kind.StringSelect) {
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
    ...room.people.map(({ id, displayName, username }) => choice(id, displayName, username)),
    choice(room.bot.id, room.bot.name, "App"),
  ];
  const roles = room.roles.map(({ id, name }) => choice(id, `@${name}`, "Role"));
  switch (select.type) {
    case kind.UserSelect:
      return people;
    case kind.RoleSelect:
      return roles;
    case kind.MentionableSelect:
      return [...people, ...roles];
    case kind.ChannelSelect:
      return room.places.filter(({ kind }) => kind === "course").map(({ id, name }) => choice(id, `#${name}`, ""));
  }
}
