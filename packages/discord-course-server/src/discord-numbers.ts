/** The numbers of Discord's protocol that the course server speaks, under Discord's own names. */

export const apiVersion = 10;

export const interactionKind = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;
export type InteractionKind = keyof typeof interactionKind;

export const callback = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

export const commandType = { slash: 1, user: 2, message: 3 } as const;

export const optionType = {
  subcommand: 1,
  group: 2,
  text: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export const component = {
  row: 1,
  button: 2,
  textSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const buttonStyle = { link: 5, premium: 6 } as const;

export const messageFlag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const messageType = { plain: 0, reply: 19, slashCommand: 20, contextMenu: 23 } as const;

export const context = { guild: 0, botDirect: 1 } as const;

export const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const;

export const closeCode = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  disallowedIntents: 4014,
} as const;

export const intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

export const mebibyte = 1024 * 1024;

/** Discord's limits as its documentation gives them; lengths are counted in code points. */
export const limit = {
  content: 2000,
  embedTotal: 6000,
  embeds: 10,
  rows: 5,
  componentsV2: 40,
  componentsV2Text: 4000,
  files: 10,
  fileBytes: 10 * mebibyte,
  requestBytes: 25 * mebibyte,
  choices: 25,
  options: 25,
  commandCharacters: 8000,
  commands: { 1: 100, 2: 15, 3: 15 },
  /** Milliseconds to the first response, and to the end of the interaction's token. */
  firstResponse: 3000,
  tokenLife: 15 * 60 * 1000,
} as const;
