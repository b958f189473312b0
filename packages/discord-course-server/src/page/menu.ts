/**
 * A menu under a button: arrows move, Enter chooses, Escape or Tab closes and gives the focus back.
 * Built anew each time it opens, so that it never shows what was.
 */
import { element } from "./element.ts";
import { icon } from "./icons.ts";

export interface MenuEntry {
  readonly label: string;
  readonly detail?: string;
  readonly drawing?: Node;
  /** Given where one of several is the present choice. */
  readonly chosen?: boolean;
  choose(): void;
}

export interface Menu {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly empty?: string;
}

let closeOpen: ((giveFocusBack: boolean) => void) | null = null;

/** Opens at the button; pressing the button again closes. */
export function openMenu(anchor: HTMLElement, { label, entries, empty }: Menu): void {
  const wasOpen = anchor.getAttribute("aria-expanded") === "true";
  closeOpen?.(false);
  if (wasOpen) return;
  const items = entries.map((entry) => menuItem(entry, () => close(true)));
  const list = element("div", { class: "menu", role: "menu", "aria-label": label, tabindex: -1 }, ...items);
  if (items.length === 0) list.append(element("div", { class: "menu-empty", role: "menuitem", "aria-disabled": "true", tabindex: -1 }, empty ?? "Nothing here"));
  const outside = (event: Event): void => {
    if (event.target instanceof Node && !list.contains(event.target) && !anchor.contains(event.target)) close(false);
  };
  function close(giveFocusBack: boolean): void {
    if (closeOpen === close) closeOpen = null;
    list.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", shut);
    if (giveFocusBack) anchor.focus();
  }
  const shut = (): void => close(false);
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") close(true);
    else if (!moveBetween(list, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.addEventListener("pointerdown", outside, true);
  addEventListener("resize", shut);
  document.body.append(list);
  place(list, anchor);
  anchor.setAttribute("aria-expanded", "true");
  closeOpen = close;
  (list.querySelector<HTMLElement>("[aria-checked=true]") ?? (list.firstElementChild as HTMLElement)).focus();
}

function menuItem(entry: MenuEntry, close: () => void): HTMLElement {
  const isRadio = entry.chosen !== undefined;
  return element(
    "div",
    {
      class: "menu-item",
      role: isRadio ? "menuitemradio" : "menuitem",
      "aria-checked": isRadio ? String(entry.chosen) : null,
      tabindex: -1,
      on: {
        click: () => {
          close();
          entry.choose();
        },
        keydown: (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          event.stopPropagation();
          close();
          entry.choose();
        },
        pointermove: ({ currentTarget }) => (currentTarget as HTMLElement).focus({ preventScroll: true }),
      },
    },
    entry.drawing ?? null,
    element("span", { class: "menu-words" }, element("span", {}, entry.label), entry.detail ? element("span", { class: "menu-detail" }, entry.detail) : null),
    entry.chosen ? icon("check") : null,
  );
}

function moveBetween(list: HTMLElement, key: string): boolean {
  const items = [...list.children] as HTMLElement[];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next: Readonly<Record<string, number>> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  const target = items[next[key] ?? -1];
  target?.focus();
  return target !== undefined;
}

/** Beside its button, on whichever side there is room, never beyond the window. */
function place(list: HTMLElement, anchor: HTMLElement): void {
  const button = anchor.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = button.bottom + height + 12 <= innerHeight;
  const top = below ? button.bottom + 6 : Math.max(8, button.top - height - 6);
  const left = Math.max(8, Math.min(button.left, innerWidth - width - 8));
  list.style.setProperty("top", `${top}px`);
  list.style.setProperty("left", `${left}px`);
}
