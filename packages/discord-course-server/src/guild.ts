/** A course's Discord server: one channel, three roles, its members; and what Discord says about each. */
import { ChannelType } from "discord-api-types/v10";
import type { Fields } from "./json.ts";
import type { Person } from "./page-protocol.ts";
import { allPermissions, everyonePermissions, permissionsOf, userOf, type User } from "./people.ts";

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly channelId: string;
  readonly studentRole: string;
  readonly instructorRole: string;
  readonly botRole: string;
  readonly ownerId: string;
}

const joined = "2026-01-12T09:00:00.000000+00:00";

const role = (id: string, name: string, position: number, permissions: bigint, color = 0): Fields => ({
  id,
  name,
  description: null,
  color,
  colors: { primary_color: color, secondary_color: null, tertiary_color: null },
  hoist: position > 0,
  icon: null,
  unicode_emoji: null,
  position,
  permissions: permissions.toString(),
  managed: false,
  mentionable: false,
  flags: 0,
});

/** The role that everybody has carries the server's own id. */
export const rolesOf = (guild: Guild): readonly Fields[] => [
  role(guild.id, "@everyone", 0, everyonePermissions),
  role(guild.studentRole, "Students", 1, everyonePermissions, 0x3b_a5_5c),
  role(guild.botRole, "Bots", 2, everyonePermissions),
  role(guild.instructorRole, "Instructors", 3, allPermissions, 0xed_42_45),
];

export const channelOf = (guild: Guild): Fields => ({
  id: guild.channelId,
  type: ChannelType.GuildText,
  guild_id: guild.id,
  name: "factor-models",
  topic: "Questions about the factor models chapter.",
  position: 0,
  nsfw: false,
  flags: 0,
  parent_id: null,
  last_message_id: null,
  rate_limit_per_user: 0,
  permission_overwrites: [],
});

const member = (user: User, roles: readonly string[]): Fields => ({
  user,
  nick: null,
  avatar: null,
  banner: null,
  roles,
  joined_at: joined,
  premium_since: null,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

export const memberOf = (guild: Guild, person: Person): Fields =>
  member(userOf(person), [person.role === "instructor" ? guild.instructorRole : guild.studentRole]);

/** A member as interactions carry it: with the permissions that count in the channel. */
export const actingMember = (guild: Guild, person: Person): Fields => ({
  ...memberOf(guild, person),
  permissions: permissionsOf(person).toString(),
});

export const botMember = (guild: Guild, bot: User): Fields => member(bot, [guild.botRole]);

export const guildOf = (guild: Guild): Fields => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  owner_id: guild.ownerId,
  region: "",
  afk_channel_id: null,
  afk_timeout: 300,
  widget_enabled: false,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  roles: rolesOf(guild),
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: "en-US",
  nsfw_level: 0,
  incidents_data: null,
});

/** GUILD_CREATE: the server with its channel and everybody in it. */
export const guildCreate = (guild: Guild, people: readonly Person[], bot: User): Fields => ({
  ...guildOf(guild),
  joined_at: joined,
  large: false,
  unavailable: false,
  member_count: people.length + 1,
  channels: [channelOf(guild)],
  threads: [],
  members: [botMember(guild, bot), ...people.map((person) => memberOf(guild, person))],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});

/** The direct messages of one person and the bot. */
export const directChannel = (id: string, person: Person): Fields => ({
  id,
  type: ChannelType.DM,
  last_message_id: null,
  flags: 0,
  recipients: [userOf(person)],
});
