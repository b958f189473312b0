/** The bar over the channel: where one is, who one is, and how it looks. */
import type { Person } from "../page-protocol.ts";
import { avatar } from "./avatar.ts";
import { element, hiddenText } from "./element.ts";
import { icon, type IconName } from "./icons.ts";
import { openMenu } from "./menu.ts";
import type { Room } from "./room.ts";
import type { Stage } from "./stage.ts";
import { setTheme, storedTheme, type Theme } from "./theme.ts";

export interface Header {
  readonly node: HTMLElement;
  show(): void;
}

export function createHeader(stage: Stage, openSidebar: HTMLElement): Header {
  const title = element("h1", {});
  const who = element("button", { class: "who", type: "button", "aria-haspopup": "menu", "aria-expanded": "false" });
  const look = element("button", { class: "round", type: "button", "aria-label": "Appearance", title: "Appearance", "aria-haspopup": "menu", "aria-expanded": "false" });
  who.addEventListener("click", () => openMenu(who, { label: "Who am I", entries: peopleEntries(stage) }));
  look.addEventListener("click", () => openMenu(look, { label: "Appearance", entries: themeEntries(showLook) }));
  function showLook(): void {
    look.replaceChildren(icon(themeIcons[storedTheme()]));
  }
  return {
    node: element("header", { class: "top" }, openSidebar, title, element("div", { class: "top-tools" }, look, who)),
    show() {
      const room = stage.room();
      title.replaceChildren(icon(room.place.kind === "course" ? "hash" : "at"), element("span", {}, room.place.name));
      who.replaceChildren(
        hiddenText("You are "),
        avatar(room, room.me.id, room.me.displayName),
        element("span", { class: "who-words" }, element("span", { class: "who-name" }, room.me.displayName), element("span", { class: "who-role" }, roleWords(room.me))),
        icon("chevron"),
      );
      showLook();
      document.title = titleOf(room);
    },
  };
}

const titleOf = ({ place, me }: Room): string => `${place.kind === "course" ? "#" : "@"}${place.name} · ${me.displayName}`;

export const roleWords = ({ role }: Person): string => (role === "instructor" ? "Instructor" : "Student");

/** In this tab, somebody else; in another tab, a second person beside the first. */
function peopleEntries(stage: Stage) {
  const room = stage.room();
  const switching = room.people.map((person) => ({
    label: person.displayName,
    detail: roleWords(person),
    drawing: avatar(room, person.id, person.displayName),
    chosen: person.id === room.me.id,
    choose: () => stage.tell({ act: "be", person: person.id }),
  }));
  const others = room.people
    .filter(({ id }) => id !== room.me.id)
    .map((person) => ({
      label: `Open a tab as ${person.displayName}`,
      drawing: icon("launch"),
      choose: () => {
        window.open(`/?as=${encodeURIComponent(person.key)}`, "_blank", "noopener");
      },
    }));
  return [...switching, ...others];
}

const themeIcons: Readonly<Record<Theme, IconName>> = { system: "screen", light: "sun", dark: "moon" };
const themeLabels: Readonly<Record<Theme, string>> = { system: "As the system", light: "Light", dark: "Dark" };

const themeEntries = (changed: () => void) =>
  (["system", "light", "dark"] as const).map((theme) => ({
    label: themeLabels[theme],
    drawing: icon(themeIcons[theme]),
    chosen: storedTheme() === theme,
    choose: () => {
      setTheme(theme);
      changed();
    },
  }));
