/** The header: the channel's name, the person played, and the theme. */
import type { Person } from "../page-protocol.ts";
import { avatar } from "./avatar.ts";
import { element, hiddenText } from "./element.ts";
import { icon, type IconName } from "./icons.ts";
import { openMenu } from "./menu.ts";
import type { ChannelState } from "./channel-state.ts";
import type { PageContext } from "./page-context.ts";
import { setTheme, storedTheme, type Theme } from "./theme.ts";

export interface Header {
  readonly node: HTMLElement;
  show(): void;
}

export function createHeader(context: PageContext, openSidebar: HTMLElement): Header {
  const title = element("h1", {});
  const who = element("button", { class: "who", type: "button", "aria-haspopup": "menu", "aria-expanded": "false" });
  const look = element("button", { class: "round", type: "button", "aria-label": "Appearance", title: "Appearance", "aria-haspopup": "menu", "aria-expanded": "false" });
  who.addEventListener("click", () => openMenu(who, { label: "Who am I", entries: peopleEntries(context) }));
  look.addEventListener("click", () => openMenu(look, { label: "Appearance", entries: themeEntries(showLook) }));
  function showLook(): void {
    look.replaceChildren(icon(themeIcons[storedTheme()]));
  }
  return {
    node: element("header", { class: "top" }, openSidebar, title, element("div", { class: "top-tools" }, look, who)),
    show() {
      const state = context.state();
      title.replaceChildren(icon(state.channel.kind === "course" ? "hash" : "at"), element("span", {}, state.channel.name));
      who.replaceChildren(
        hiddenText("You are "),
        avatar(state, state.me.id, state.me.displayName),
        element("span", { class: "who-words" }, element("span", { class: "who-name" }, state.me.displayName), element("span", { class: "who-role" }, roleWords(state.me))),
        icon("chevron"),
      );
      showLook();
      document.title = titleOf(state);
    },
  };
}

const titleOf = ({ channel, me }: ChannelState): string => `${channel.kind === "course" ? "#" : "@"}${channel.name} · ${me.displayName}`;

export const roleWords = ({ role }: Person): string => (role === "instructor" ? "Instructor" : "Student");

/** In this tab, somebody else; in another tab, a second person beside the first. */
function peopleEntries(context: PageContext) {
  const state = context.state();
  const switching = state.people.map((person) => ({
    label: person.displayName,
    detail: roleWords(person),
    drawing: avatar(state, person.id, person.displayName),
    chosen: person.id === state.me.id,
    choose: () => context.tell({ act: "switch-person", person: person.id }),
  }));
  const others = state.people
    .filter(({ id }) => id !== state.me.id)
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
