/** Every address of the REST interface, below /api/v10. */
import { getApplication, getBotGateway, getChannels, getCurrentUser, getCurrentUserGuilds, getGateway, getGuild, getMember, getRoles, getUser, openDirectMessages } from "./rest-account.ts";
import { respondToInteraction } from "./rest-callbacks.ts";
import { createMessage, deleteMessage, editMessage, getChannel, getMessage, getMessages, pinMessage, showTyping } from "./rest-channels.ts";
import { createCommand, deleteCommand, editCommand, getCommand, getCommands, replaceCommands } from "./rest-commands.ts";
import type { Route } from "./rest-route.ts";
import { createFollowUp, deleteResponse, editResponse, getResponse } from "./rest-webhooks.ts";

const bot = (method: string, pattern: string, handler: Route["handler"]): Route => ({ method, pattern, auth: "bot", handler });
const open = (method: string, pattern: string, handler: Route["handler"]): Route => ({ method, pattern, auth: "none", handler });

export const routes: readonly Route[] = [
  open("GET", "/gateway", getGateway),
  bot("GET", "/gateway/bot", getBotGateway),
  bot("GET", "/users/@me", getCurrentUser),
  bot("GET", "/users/@me/guilds", getCurrentUserGuilds),
  bot("POST", "/users/@me/channels", openDirectMessages),
  bot("GET", "/users/:user", getUser),
  bot("GET", "/applications/@me", getApplication),
  bot("GET", "/oauth2/applications/@me", getApplication),
  bot("GET", "/guilds/:guild", getGuild),
  bot("GET", "/guilds/:guild/channels", getChannels),
  bot("GET", "/guilds/:guild/roles", getRoles),
  bot("GET", "/guilds/:guild/members/:user", getMember),

  bot("GET", "/applications/:application/commands", getCommands),
  bot("PUT", "/applications/:application/commands", replaceCommands),
  bot("POST", "/applications/:application/commands", createCommand),
  bot("GET", "/applications/:application/commands/:command", getCommand),
  bot("PATCH", "/applications/:application/commands/:command", editCommand),
  bot("DELETE", "/applications/:application/commands/:command", deleteCommand),
  bot("GET", "/applications/:application/guilds/:guild/commands", getCommands),
  bot("PUT", "/applications/:application/guilds/:guild/commands", replaceCommands),
  bot("POST", "/applications/:application/guilds/:guild/commands", createCommand),
  bot("GET", "/applications/:application/guilds/:guild/commands/:command", getCommand),
  bot("PATCH", "/applications/:application/guilds/:guild/commands/:command", editCommand),
  bot("DELETE", "/applications/:application/guilds/:guild/commands/:command", deleteCommand),

  open("POST", "/interactions/:id/:token/callback", respondToInteraction),
  open("POST", "/webhooks/:application/:token", createFollowUp),
  open("GET", "/webhooks/:application/:token/messages/:message", getResponse),
  open("PATCH", "/webhooks/:application/:token/messages/:message", editResponse),
  open("DELETE", "/webhooks/:application/:token/messages/:message", deleteResponse),

  bot("GET", "/channels/:channel", getChannel),
  bot("POST", "/channels/:channel/typing", showTyping),
  bot("GET", "/channels/:channel/messages", getMessages),
  bot("POST", "/channels/:channel/messages", createMessage),
  bot("GET", "/channels/:channel/messages/:message", getMessage),
  bot("PATCH", "/channels/:channel/messages/:message", editMessage),
  bot("PUT", "/channels/:channel/messages/pins/:message", pinMessage),
  bot("DELETE", "/channels/:channel/messages/:message", deleteMessage),
];
