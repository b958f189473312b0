/** Who wrote it and when; and above an answer, what it answers. */
import type { APIMessage, APIMessageInteractionMetadata } from "discord-api-types/v10";
import { openAppsMenu } from "./apps-menu.ts";
import { avatar } from "./avatar.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { readableOn } from "./colour.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { plain } from "./plain-text.ts";
import { nameOf, type ChannelState } from "./channel-state.ts";
import { fullMoment, messageTime } from "./times.ts";

/** The hardest of the backgrounds that names stand on, dark and light. */
const backgrounds = { dark: "#3c3f4f", light: "#e6e8ec" } as const;

export function nameView(id: string, fallback: string, actions: ChannelActions): HTMLElement {
  const state = actions.context.state();
  const person = state.people.find((each) => each.id === id);
  const name = nameOf(state, id) ?? fallback;
  const hasMenu = person !== undefined && state.commands.some(({ kind }) => kind === "user");
  const made = hasMenu
    ? element("button", { class: "name", type: "button", "aria-haspopup": "menu", "aria-expanded": "false" }, name)
    : element("span", { class: "name" }, name);
  if (hasMenu) made.addEventListener("click", () => openAppsMenu(made, "user", id, actions));
  if (person) {
    made.style.setProperty("--name-on-dark", readableOn(backgrounds.dark, person.color));
    made.style.setProperty("--name-on-light", readableOn(backgrounds.light, person.color));
  }
  return made;
}

export const appBadge = (): HTMLElement => element("span", { class: "app-badge" }, "APP");

export function byline(message: APIMessage, actions: ChannelActions, id: string): HTMLElement {
  const { author, timestamp } = message;
  return element(
    "div",
    { class: "byline", id },
    nameView(author.id, author.username, actions),
    author.bot ? appBadge() : null,
    timeView(new Date(timestamp), "stamp"),
  );
}

export const timeView = (moment: Date, className: string): HTMLElement =>
  element("time", { class: className, datetime: moment.toISOString(), title: fullMoment(moment) }, messageTime(moment, new Date()));

/** "Ada used /beta", or the message whose button was pressed. */
export function replyHeader(message: APIMessage, actions: ChannelActions): HTMLElement | null {
  const state = actions.context.state();
  const asked = commandOf(message);
  if (asked) return usedView(asked.userId, asked.words, actions);
  const source = message.message_reference?.message_id;
  return source === undefined ? null : replyView(source, state);
}

export const usedView = (userId: string, words: string, actions: ChannelActions): HTMLElement =>
  element(
    "div",
    { class: "reply-header" },
    avatar(actions.context.state(), userId, nameOf(actions.context.state(), userId) ?? "?"),
    nameView(userId, "Somebody", actions),
    element("span", {}, " used "),
    element("span", { class: "mention" }, icon("apps"), words),
  );

function replyView(source: string, state: ChannelState): HTMLElement {
  const message = state.messages.find(({ id }) => id === source);
  if (message === undefined) return element("div", { class: "reply-header" }, icon("reply"), element("em", {}, "The message was deleted"));
  const said = plain(message.content || (message.embeds[0]?.title ?? message.embeds[0]?.description ?? "Click to see the message"), state);
  const jump = element("button", { class: "reply-jump", type: "button" }, said);
  jump.addEventListener("click", () => document.querySelector<HTMLElement>(`[data-message="${source}"]`)?.focus());
  const name = nameOf(state, message.author.id) ?? message.author.username;
  return element("div", { class: "reply-header" }, avatar(state, message.author.id, name), element("span", { class: "name" }, name), jump);
}

/** Discord says which command it was, and of which kind, without documenting it. */
type Metadata = APIMessageInteractionMetadata & { readonly name?: string; readonly command_type?: number };

function commandOf(message: APIMessage): { readonly userId: string; readonly words: string } | null {
  const metadata: Metadata | undefined = message.interaction_metadata;
  if (metadata === undefined) return null;
  const { name, command_type: kind = 1 } = metadata;
  if (name === undefined) return null;
  return { userId: metadata.user.id, words: kind === 1 ? `/${name}` : name };
}
