/** The sidebars: channels on the left, members on the right. */
import type { ChannelListing } from "../page-protocol.ts";
import { openAppsMenu } from "./apps-menu.ts";
import { avatar } from "./avatar.ts";
import { appBadge, nameView } from "./byline.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";

export function channelsView({ context }: ChannelActions, went: () => void): readonly Node[] {
  const { channels, channel: present } = context.state();
  const go = (channel: ChannelListing): void => {
    context.tell({ act: "switch-channel", channel: channel.id });
    went();
  };
  const list = (kind: ChannelListing["kind"]): HTMLElement =>
    element("ul", {}, ...channels.filter((each) => each.kind === kind).map((each) => channelLine(each, each.id === present.id, () => go(each))));
  return [
    element("h2", { class: "side-title" }, "Text channels"),
    list("course"),
    element("h2", { class: "side-title" }, "Direct messages"),
    list("direct"),
  ];
}

const channelLine = ({ kind, name }: ChannelListing, isPresent: boolean, go: () => void): HTMLElement =>
  element(
    "li",
    {},
    element(
      "button",
      { class: "channel-link", type: "button", "aria-current": isPresent ? "page" : null, on: { click: go } },
      icon(kind === "course" ? "hash" : "at"),
      element("span", {}, name),
    ),
  );

export function membersView(actions: ChannelActions): readonly Node[] {
  const { people, bot, me } = actions.context.state();
  const groups = [
    { title: "Instructors", members: people.filter(({ role }) => role === "instructor") },
    { title: "Students", members: people.filter(({ role }) => role === "student") },
  ];
  const botLine = element(
    "li",
    { class: bot.online ? "member" : "member offline" },
    avatar(actions.context.state(), bot.id, bot.name),
    element("span", { class: "name" }, bot.name),
    appBadge(),
    bot.online ? null : element("span", { class: "side-note" }, "offline"),
  );
  return [
    ...groups.flatMap(({ title, members }) => [
      element("h2", { class: "side-title" }, `${title} — ${members.length}`),
      element("ul", {}, ...members.map((person) => memberLine(person.id, person.displayName, person.id === me.id, actions))),
    ]),
    element("h2", { class: "side-title" }, "Apps — 1"),
    element("ul", {}, botLine),
  ];
}

function memberLine(id: string, name: string, isMe: boolean, actions: ChannelActions): HTMLElement {
  const line = element("li", { class: "member" }, avatar(actions.context.state(), id, name), nameView(id, name, actions), isMe ? element("span", { class: "side-note" }, "you") : null);
  line.addEventListener("contextmenu", (event) => {
    const anchor = line.querySelector<HTMLElement>("button.name");
    if (!anchor) return;
    event.preventDefault();
    openAppsMenu(anchor, "user", id, actions);
  });
  return line;
}
