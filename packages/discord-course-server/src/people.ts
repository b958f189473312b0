/** Who is in the course: its students, its instructor and the bot, as Discord describes users and members. */
import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Person } from "./page-protocol.ts";

export const everyonePermissions =
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands;

/** The instructor administers the server: every bit that Discord has. */
export const allPermissions = (1n << 53n) - 1n;

export const permissionsOf = (person: Person): bigint =>
  person.role === "instructor" ? allPermissions : everyonePermissions;

/** Whether Discord would show this person a command with these `default_member_permissions`. */
export function canUse(person: Person, needed: string | null): boolean {
  const held = permissionsOf(person);
  if (needed === null || (held & PermissionFlagsBits.Administrator) !== 0n) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (held & bits) === bits;
}

const studentNames = ["Ada", "Ben", "Chiara", "Dmitri", "Esi", "Farid", "Greta", "Hugo"];
const colors = ["#5865f2", "#3ba55c", "#eb459e", "#faa61a", "#9b59b6", "#1abc9c"];

/** So many students, then the instructor. */
export function createPeople(students: number, newId: () => string): { readonly people: readonly Person[]; readonly instructor: Person } {
  const cast = Array.from({ length: students }, (_, index): Person => {
    const displayName = studentNames[index] ?? `Student ${index + 1}`;
    return {
      id: newId(),
      key: `student-${index + 1}`,
      username: displayName.toLowerCase().replaceAll(" ", ""),
      displayName,
      role: "student",
      color: colors[index % colors.length] ?? "#5865f2",
    };
  });
  const instructor: Person = {
    id: newId(),
    key: "instructor",
    username: "prof.okafor",
    displayName: "Prof. Okafor",
    role: "instructor",
    color: "#ed4245",
  };
  return { people: [...cast, instructor], instructor };
}

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: string | null;
  readonly bot: boolean;
  readonly public_flags: number;
}

export const userOf = (person: Person): User => ({
  id: person.id,
  username: person.username,
  global_name: person.displayName,
  discriminator: "0",
  avatar: null,
  bot: false,
  public_flags: 0,
});

export const botUser = (id: string, name: string): User => ({
  id,
  username: name,
  global_name: null,
  discriminator: "0001",
  avatar: null,
  bot: true,
  public_flags: 0,
});
