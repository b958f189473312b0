/** Who wrote it and when; and above an answer, what it answers. */
import type { APIMessage, APIMessageInteractionMetadata } from "discord-api-types/v10";
import { openAppsMenu } from "./apps-menu.ts";
import { avatar } from "./avatar.ts";
import type { Hands } from "./channel-hands.ts";
import { readableOn } from "./colour.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { plain } from "./plain-text.ts";
import { nameOf, type Room } from "./room.ts";
import { fullMoment, messageTime } from "./times.ts";

/** The hardest of the backgrounds that names stand on, dark and light. */
const backgrounds = { dark: "#3c3f4f", light: "#e6e8ec" } as const;

export function nameView(id: string, fallback: string, hands: Hands): HTMLElement {
  const room = hands.stage.room();
  const person = room.people.find((each) => each.id === id);
  const name = nameOf(room, id) ?? fallback;
  const hasMenu = person !== undefined && room.commands.some(({ kind }) => kind === "user");
  const made = hasMenu
    ? element("button", { class: "name", type: "button", "aria-haspopup": "menu", "aria-expanded": "false" }, name)
    : element("span", { class: "name" }, name);
  if (hasMenu) made.addEventListener("click", () => openAppsMenu(made, "user", id, hands));
  if (person) {
    made.style.setProperty("--name-on-dark", readableOn(backgrounds.dark, person.color));
    made.style.setProperty("--name-on-light", readableOn(backgrounds.light, person.color));
  }
  return made;
}

export const appBadge = (): HTMLElement => element("span", { class: "app-badge" }, "APP");

export function byline(message: APIMessage, hands: Hands, id: string): HTMLElement {
  const { author, timestamp } = message;
  return element(
    "div",
    { class: "byline", id },
    nameView(author.id, author.username, hands),
    author.bot ? appBadge() : null,
    timeView(new Date(timestamp), "stamp"),
  );
}

export const timeView = (moment: Date, className: string): HTMLElement =>
  element("time", { class: className, datetime: moment.toISOString(), title: fullMoment(moment) }, messageTime(moment, new Date()));

/** "Ada used /beta", or the message whose button was pressed. */
export function spine(message: APIMessage, hands: Hands): HTMLElement | null {
  const room = hands.stage.room();
  const asked = commandOf(message);
  if (asked) return usedView(asked.userId, asked.words, hands);
  const source = message.message_reference?.message_id;
  return source === undefined ? null : replyView(source, room);
}

export const usedView = (userId: string, words: string, hands: Hands): HTMLElement =>
  element(
    "div",
    { class: "spine" },
    avatar(hands.stage.room(), userId, nameOf(hands.stage.room(), userId) ?? "?"),
    nameView(userId, "Somebody", hands),
    element("span", {}, " used "),
    element("span", { class: "mention" }, icon("apps"), words),
  );

function replyView(source: string, room: Room): HTMLElement {
  const message = room.messages.find(({ id }) => id === source);
  if (message === undefined) return element("div", { class: "spine" }, icon("reply"), element("em", {}, "The message was deleted"));
  const said = plain(message.content || (message.embeds[0]?.title ?? message.embeds[0]?.description ?? "Click to see the message"), room);
  const jump = element("button", { class: "spine-jump", type: "button" }, said);
  jump.addEventListener("click", () => document.querySelector<HTMLElement>(`[data-message="${source}"]`)?.focus());
  const name = nameOf(room, message.author.id) ?? message.author.username;
  return element("div", { class: "spine" }, avatar(room, message.author.id, name), element("span", { class: "name" }, name), jump);
}

/** Discord says which command it was, and of which kind, without documenting it. */
type Metadata = APIMessageInteractionMetadata & { readonly name?: string; readonly command_type?: number };

function commandOf(message: APIMessage): { readonly userId: string; readonly words: string } | null {
  const metadata = message.interaction_metadata as Metadata | undefined;
  if (metadata === undefined) return null;
  const { name, command_type: kind = 1 } = metadata;
  if (name === undefined) return null;
  return { userId: metadata.user.id, words: kind === 1 ? `/${name}` : name };
}
