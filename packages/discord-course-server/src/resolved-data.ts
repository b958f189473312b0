/** The people, roles, channels and files that an interaction speaks of by id, described as Discord does in `resolved`. */
import type { Channel } from "./channel.ts";
import { channelOf, memberOf, rolesOf } from "./guild.ts";
import type { Fields } from "./json.ts";
import { attachmentOf } from "./message-body.ts";
import { permissionsOf, userOf } from "./people.ts";
import type { DiscordState } from "./discord-state.ts";

export type ResolvableKind = "user" | "role" | "channel" | "attachment";

/** What of a member an interaction doesn't repeat. */
const leftOut = new Set(["user", "deaf", "mute"]);

export class Resolved {
  private readonly parts: Record<string, Record<string, unknown>> = {};
  private readonly state: DiscordState;
  private readonly channel: Channel;

  constructor(state: DiscordState, channel: Channel) {
    this.state = state;
    this.channel = channel;
  }

  /** Adds what the id names; false where it names nothing of these kinds. */
  add(id: string, kinds: readonly ResolvableKind[]): boolean {
    return kinds.some((kind) => this.addOne(id, kind));
  }

  /** As a part of an interaction's data: nothing where nothing was added. */
  asData(): Fields {
    return Object.keys(this.parts).length === 0 ? {} : { resolved: this.parts };
  }

  addMessage(message: Fields): void {
    this.put("messages", String(message["id"]), message);
  }

  private addOne(id: string, kind: ResolvableKind): boolean {
    const { state, channel } = this;
    const guild = channel.kind === "course" ? channel.guild : null;
    switch (kind) {
      case "user": {
        const person = state.userOfId(id);
        if (person === undefined) return id === state.bot.id && this.put("users", id, state.bot);
        if (guild !== null) {
          const member = Object.entries(memberOf(guild, person)).filter(([name]) => !leftOut.has(name));
          this.put("members", id, { ...Object.fromEntries(member), permissions: permissionsOf(person).toString() });
        }
        return this.put("users", id, userOf(person));
      }
      case "role": {
        const role = guild === null ? undefined : rolesOf(guild).find((each) => each["id"] === id);
        return role !== undefined && this.put("roles", id, role);
      }
      case "channel":
        return guild?.channelId === id && this.put("channels", id, { ...channelOf(guild), permissions: "0" });
      case "attachment": {
        const file = state.attachments.find(id);
        return file !== undefined && this.put("attachments", id, attachmentOf(state.attachments, file));
      }
    }
  }

  private put(part: string, id: string, value: unknown): boolean {
    (this.parts[part] ??= {})[id] = value;
    return true;
  }
}
