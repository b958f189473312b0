/** One message as Discord draws it. */
import type { APIMessage } from "discord-api-types/v10";
import { openAppsMenu } from "./apps-menu.ts";
import { avatar } from "./avatar.ts";
import { byline, replyHeader, timeView } from "./byline.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { componentsView } from "./component-view.ts";
import { element } from "./element.ts";
import { embedView } from "./embed-view.ts";
import { icon } from "./icons.ts";
import { markdown } from "./markdown-view.ts";
import { fileView, isPicture, pictureView } from "./media-view.ts";
import { hasFlag, nameOf } from "./channel-state.ts";

/** `continues`: it follows a message of the same author, so the byline is left out. */
export function messageView(message: APIMessage, continues: boolean, actions: ChannelActions): HTMLElement {
  const state = actions.context.state();
  const { author, id } = message;
  const name = nameOf(state, author.id) ?? author.username;
  const above = continues ? null : replyHeader(message, actions);
  const isPrivate = hasFlag(message, "ephemeral");
  const mentionsMe = message.content.includes(`<@${state.me.id}>`);
  const labels = continues ? null : `by-${id}`;
  const article = element(
    "article",
    {
      class: ["message", continues ? "continues" : "", isPrivate ? "private" : "", mentionsMe ? "mentions-me" : ""].filter(Boolean).join(" "),
      "data-message": id,
      "aria-labelledby": labels,
      "aria-label": labels === null ? name : null,
      tabindex: -1,
    },
    above,
    continues ? timeView(new Date(message.timestamp), "gutter-time") : avatar(state, author.id, name),
    element(
      "div",
      { class: "message-body" },
      continues ? null : byline(message, actions, `by-${id}`),
      hasFlag(message, "loading") ? thinking(name) : contents(message, actions),
      isPrivate ? privateNote(() => actions.context.tell({ act: "dismiss", message: id })) : null,
    ),
    tools(message, actions),
  );
  return element("li", {}, article);
}

const thinking = (name: string): HTMLElement =>
  element("p", { class: "thinking" }, element("span", { class: "dots", "aria-hidden": "true" }, ...[0, 1, 2].map(() => element("span"))), `${name} is thinking…`);

function contents(message: APIMessage, { context }: ChannelActions): HTMLElement {
  const pictures = message.attachments.filter(isPicture);
  const files = message.attachments.filter((each) => !isPicture(each));
  const embeds = hasFlag(message, "suppressEmbeds") ? [] : message.embeds;
  return element(
    "div",
    { class: "contents" },
    message.content === "" ? null : element("div", { class: "words" }, ...markdown(message.content, context.state()), ...edited(message)),
    pictures.length === 0 ? null : element("div", { class: pictures.length > 1 ? "gallery" : "pictures" }, ...pictures.map((each) => pictureView(each, context))),
    ...files.map(fileView),
    ...embeds.map((embed) => embedView(embed, context)),
    componentsView(message, context),
  );
}

const edited = ({ edited_timestamp: moment }: APIMessage): readonly Node[] =>
  moment === null ? [] : [element("span", { class: "edited", title: new Date(moment).toLocaleString() }, "(edited)")];

export const privateNote = (dismiss: () => void): HTMLElement =>
  element(
    "p",
    { class: "private-note" },
    icon("eye"),
    "Only you can see this",
    element("span", { "aria-hidden": "true" }, " • "),
    element("button", { class: "link", type: "button", on: { click: dismiss } }, "Dismiss message"),
  );

function tools(message: APIMessage, actions: ChannelActions): HTMLElement | null {
  if (!actions.context.state().commands.some(({ kind }) => kind === "message") || hasFlag(message, "loading")) return null;
  const button = element("button", { class: "tool", type: "button", "aria-label": "Apps", title: "Apps", "aria-haspopup": "menu", "aria-expanded": "false", tabindex: -1 }, icon("apps"));
  button.addEventListener("click", () => openAppsMenu(button, "message", message.id, actions));
  return element("div", { class: "tools" }, button);
}
