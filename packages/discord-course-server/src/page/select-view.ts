/**
 * A select as a button with a list under it. One choice: choosing closes. Several: Space ticks, and
 * closing says them. Arrows, Home, End and first letters move; Escape closes without a word.
 */
import type { APISelectMenuComponent } from "discord-api-types/v10";
import { element, freshId, setAttribute } from "./element.ts";
import { icon } from "./icons.ts";
import type { ChannelState } from "./channel-state.ts";
import { selectChoices, type SelectChoice } from "./select-choices.ts";

export interface SelectView {
  readonly node: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly values: () => readonly string[];
}

export function selectView(select: APISelectMenuComponent, state: ChannelState, decided: (values: readonly string[]) => void, labelledBy?: string): SelectView {
  const choices = selectChoices(select, state);
  const most = select.max_values ?? 1;
  const least = select.min_values ?? 1;
  const listId = freshId("choices");
  let picked = choices.filter(({ preset }) => preset);
  let active = 0;
  const words = element("span", { class: "select-words" });
  const button = element(
    "button",
    {
      class: "select",
      type: "button",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": listId,
      "aria-labelledby": labelledBy ?? null,
      "data-focus": `select:${select.custom_id}`,
      disabled: select.disabled ?? false,
    },
    words,
    icon("chevron"),
  );
  const items = choices.map((choice, index) => choiceItem(choice, `${listId}-${index}`, () => toggle(index)));
  const list = element("div", { class: "choices", id: listId, role: "listbox", "aria-label": select.placeholder ?? "Choices", "aria-multiselectable": most > 1 ? "true" : null, hidden: true }, ...items);
  const node = element("div", { class: "select-frame" }, button, list);
  show();

  function show(): void {
    const empty = picked.length === 0;
    words.textContent = empty ? (select.placeholder ?? "Make a selection") : picked.map(({ label }) => label).join(", ");
    words.classList.toggle("placeholder", empty);
    if (labelledBy === undefined) setAttribute(button, "aria-label", empty ? words.textContent : `${select.placeholder ?? "Selection"}: ${words.textContent}`);
    for (const [index, item] of items.entries()) {
      const choice = choices[index];
      item.setAttribute("aria-selected", String(choice !== undefined && picked.includes(choice)));
      item.classList.toggle("active", index === active && !list.hidden);
    }
    setAttribute(button, "aria-activedescendant", list.hidden ? null : (items[active]?.id ?? null));
  }

  function open(): void {
    list.hidden = false;
    active = Math.max(0, choices.findIndex((choice) => picked.includes(choice)));
    button.setAttribute("aria-expanded", "true");
    list.classList.toggle("above", button.getBoundingClientRect().bottom + list.offsetHeight + 8 > innerHeight);
    show();
    items[active]?.scrollIntoView({ block: "nearest" });
  }

  function close(says: boolean): void {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    show();
    if (says && picked.length >= least) decided(picked.map(({ value }) => value));
  }

  function toggle(index: number): void {
    const choice = choices[index];
    if (choice === undefined) return;
    active = index;
    if (most === 1) {
      picked = picked.includes(choice) && least === 0 ? [] : [choice];
      close(true);
      button.focus();
      return;
    }
    if (picked.includes(choice)) picked = picked.filter((each) => each !== choice);
    else if (picked.length < most) picked = [...picked, choice];
    show();
  }

  function move(to: number): void {
    active = Math.max(0, Math.min(choices.length - 1, to));
    show();
    items[active]?.scrollIntoView({ block: "nearest" });
  }

  button.addEventListener("click", () => (list.hidden ? open() : close(most > 1)));
  button.addEventListener("blur", () => close(most > 1));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("keydown", (event) => {
    const { key } = event;
    if (list.hidden) {
      if (key !== "ArrowDown" && key !== "ArrowUp") return;
      open();
    } else if (key === "Escape") close(false);
    else if (key === " " || (key === "Enter" && most === 1)) toggle(active);
    else if (key === "Enter") close(true);
    else if (key === "ArrowDown") move(active + 1);
    else if (key === "ArrowUp") move(active - 1);
    else if (key === "Home") move(0);
    else if (key === "End") move(choices.length - 1);
    else if (key.length === 1) move(startingWith(choices, key, active));
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return { node, button, values: () => picked.map(({ value }) => value) };
}

const choiceItem = ({ label, description }: SelectChoice, id: string, chosen: () => void): HTMLElement =>
  element(
    "div",
    { class: "choice", id, role: "option", "aria-selected": "false", on: { click: chosen } },
    element("span", { class: "choice-words" }, element("span", {}, label), description === "" ? null : element("span", { class: "choice-detail" }, description)),
    icon("check"),
  );

function startingWith(choices: readonly SelectChoice[], letter: string, after: number): number {
  const starts = ({ label }: SelectChoice): boolean => label.toLowerCase().startsWith(letter.toLowerCase());
  const next = choices.findIndex((choice, index) => index > after && starts(choice));
  const first = choices.findIndex(starts);
  return next >= 0 ? next : first >= 0 ? first : after;
}
