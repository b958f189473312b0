/** Left, the places; right, who is there. */
import { openAppsMenu } from "./apps-menu.ts";
import { avatar } from "./avatar.ts";
import { appBadge, nameView } from "./byline.ts";
import type { Hands } from "./channel-hands.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";

export function placesView({ stage }: Hands, went: () => void): readonly Node[] {
  const { places, place } = stage.room();
  const items = places.map((each) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          class: "place",
          type: "button",
          "aria-current": each.id === place.id ? "page" : null,
          on: {
            click: () => {
              stage.tell({ act: "go", place: each.id });
              went();
            },
          },
        },
        icon(each.kind === "course" ? "hash" : "at"),
        element("span", {}, each.name),
      ),
    ),
  );
  return [element("p", { class: "side-title" }, "Places"), element("ul", {}, ...items)];
}

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
