/** Finding the button or select of a message by its custom id. */
import { ComponentType } from "discord-api-types/v10";
import { asFieldsList, type Fields, isFields } from "./json.ts";

/** Depth first, through rows, containers, sections and labels. */
export function findComponent(parts: readonly Fields[], customId: string): Fields | null {
  for (const part of parts) {
    if (part["custom_id"] === customId) return part;
    const inside = [...asFieldsList(part["components"]), part["accessory"], part["component"]].filter(isFields);
    const found = findComponent(inside, customId);
    if (found !== null) return found;
  }
  return null;
}

/** The kinds of thing that a select's values name by id; none for text. */
export function entityKinds(type: unknown): readonly ("user" | "role" | "channel" | "attachment")[] {
  switch (type) {
    case ComponentType.UserSelect:
      return ["user"];
    case ComponentType.RoleSelect:
      return ["role"];
    case ComponentType.MentionableSelect:
      return ["user", "role"];
    case ComponentType.ChannelSelect:
      return ["channel"];
    case ComponentType.FileUpload:
      return ["attachment"];
    default:
      return [];
  }
}
