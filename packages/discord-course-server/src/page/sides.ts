/** Left, the places; right, who is there. */
import type { Place } from "../page-protocol.ts";
import { openAppsMenu } from "./apps-menu.ts";
import { avatar } from "./avatar.ts";
import { appBadge, nameView } from "./byline.ts";
import type { Hands } from "./channel-hands.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";

export function placesView({ stage }: Hands, went: () => void): readonly Node[] {
  const { places, place: present } = stage.room();
  const go = (place: Place): void => {
    stage.tell({ act: "go", place: place.id });
    went();
  };
  const list = (kind: Place["kind"]): HTMLElement =>
    element("ul", {}, ...places.filter((each) => each.kind === kind).map((each) => placeLine(each, each.id === present.id, () => go(each))));
  return [
    element("h2", { class: "side-title" }, "Text channels"),
    list("course"),
    element("h2", { class: "side-title" }, "Direct messages"),
    list("direct"),
  ];
}

const placeLine = ({ kind, name }: Place, isPresent: boolean, go: () => void): HTMLElement =>
  element(
    "li",
    {},
    element(
      "button",
      { class: "place", type: "button", "aria-current": isPresent ? "page" : null, on: { click: go } },
      icon(kind === "course" ? "hash" : "at"),
      element("span", {}, name),
    ),
  );

export function membersView(hands: Hands): readonly Node[] {
  const { people, bot, me } = hands.stage.room();
  const groups = [
    { title: "Instructors", members: people.filter(({ role }) => role === "instructor") },
    { title: "Students", members: people.filter(({ role }) => role === "student") },
  ];
  const botLine = element(
    "li",
    { class: bot.online ? "member" : "member offline" },
    avatar(hands.stage.room(), bot.id, bot.name),
    element("span", { class: "name" }, bot.name),
    appBadge(),
    bot.online ? null : element("span", { class: "side-note" }, "offline"),
  );
  return [
    ...groups.flatMap(({ title, members }) => [
      element("h2", { class: "side-title" }, `${title} — ${members.length}`),
      element("ul", {}, ...members.map((person) => memberLine(person.id, person.displayName, person.id === me.id, hands))),
    ]),
    element("h2", { class: "side-title" }, "Apps — 1"),
    element("ul", {}, botLine),
  ];
}

function memberLine(id: string, name: string, isMe: boolean, hands: Hands): HTMLElement {
  const line = element("li", { class: "member" }, avatar(hands.stage.room(), id, name), nameView(id, name, hands), isMe ? element("span", { class: "side-note" }, "you") : null);
  line.addEventListener("contextmenu", (event) => {
    const anchor = line.querySelector<HTMLElement>("button.name");
    if (!anchor) return;
    event.preventDefault();
    openAppsMenu(anchor, "user", id, hands);
  });
  return line;
}
