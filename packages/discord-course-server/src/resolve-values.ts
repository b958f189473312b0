/** The people, roles, channels and files that an interaction speaks of by id, described as Discord does in `resolved`. */
import type { Channel } from "./channel.ts";
import { channelOf, memberOf, rolesOf } from "./guild.ts";
import type { Fields } from "./json.ts";
import { describeFile } from "./message-body.ts";
import { permissionsOf, userOf } from "./people.ts";
import type { World } from "./world.ts";

export type Referable = "user" | "role" | "channel" | "attachment";

/** What of a member an interaction doesn't repeat. */
const leftOut = new Set(["user", "deaf", "mute"]);

export class Resolved {
  private readonly parts: Record<string, Record<string, unknown>> = {};
  private readonly world: World;
  private readonly channel: Channel;

  constructor(world: World, channel: Channel) {
    this.world = world;
    this.channel = channel;
  }

  /** Adds what the id names; false where it names nothing of these kinds. */
  add(id: string, kinds: readonly Referable[]): boolean {
    return kinds.some((kind) => this.addOne(id, kind));
  }

  /** As a part of an interaction's data: nothing where nothing was added. */
  asData(): Fields {
    return Object.keys(this.parts).length === 0 ? {} : { resolved: this.parts };
  }

  addMessage(message: Fields): void {
    this.put("messages", String(message["id"]), message);
  }

  private addOne(id: string, kind: Referable): boolean {
    const { world, channel } = this;
    const server = channel.kind === "course" ? channel.server : null;
    switch (kind) {
      case "user": {
        const person = world.userOfId(id);
        if (person === undefined) return id === world.bot.id && this.put("users", id, world.bot);
        if (server !== null) {
          const member = Object.entries(memberOf(server, person)).filter(([name]) => !leftOut.has(name));
          this.put("members", id, { ...Object.fromEntries(member), permissions: permissionsOf(person).toString() });
        }
        return this.put("users", id, userOf(person));
      }
      case "role": {
        const role = server === null ? undefined : rolesOf(server).find((each) => each["id"] === id);
        return role !== undefined && this.put("roles", id, role);
      }
      case "channel":
        return server?.channelId === id && this.put("channels", id, { ...channelOf(server), permissions: "0" });
      case "attachment":
        return world.attachments.find(id) !== undefined && this.put("attachments", id, describeFile(world.attachments, id));
    }
  }

  private put(part: string, id: string, value: unknown): boolean {
    (this.parts[part] ??= {})[id] = value;
    return true;
  }
}
