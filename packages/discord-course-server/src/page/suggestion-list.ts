/** The list above the composer. The focus stays in the text; the list is told which line is the active one. */
import { element, setAttribute } from "./element.ts";
import type { Entry, Offer } from "./suggestions.ts";

export interface SuggestionList {
  readonly node: HTMLElement;
  show(offer: Offer | null, active: number, note: string): void;
}

export function suggestionList(input: HTMLTextAreaElement, choose: (entry: Entry) => void): SuggestionList {
  const title = element("p", { class: "offer-title", id: "offer-title" });
  const note = element("p", { class: "offer-note" });
  const list = element("div", { class: "offer-list", id: "offer-list", role: "listbox", "aria-labelledby": "offer-title", tabindex: 0 });
  const node = element("div", { class: "offer", hidden: true }, title, note, list);
  // A press must not take the focus from the text.
  node.addEventListener("pointerdown", (event) => event.preventDefault());
  return {
    node,
    show(offer, active, words) {
      node.hidden = offer === null || (offer.entries.length === 0 && offer.title === "" && words === "");
      title.textContent = offer?.title ?? "";
      note.textContent = words;
      note.hidden = words === "";
      const items = (offer?.entries ?? []).map((entry, index) => entryView(entry, index, index === active, choose));
      list.replaceChildren(...items);
      list.hidden = items.length === 0;
      setAttribute(input, "aria-controls", list.hidden || node.hidden ? null : list.id);
      setAttribute(input, "aria-activedescendant", items[active]?.id ?? null);
      items[active]?.scrollIntoView({ block: "nearest" });
    },
  };
}

const entryView = (entry: Entry, index: number, active: boolean, choose: (entry: Entry) => void): HTMLElement =>
  element(
    "div",
    { class: `offer-entry ${entry.kind}${active ? " active" : ""}`, id: `offer-${index}`, role: "option", "aria-selected": String(active), on: { click: () => choose(entry) } },
    element("span", { class: "offer-head" }, element("span", { class: "offer-label" }, entry.label), ...hints(entry)),
    entry.detail === "" ? null : element("span", { class: "offer-detail" }, entry.detail),
  );

/** A command shows its options, the required ones marked. */
function hints(entry: Entry): readonly Node[] {
  if (entry.kind === "option") return [element("span", { class: "offer-hint" }, entry.option.required ? "required" : "optional")];
  if (entry.kind !== "command") return [];
  return entry.listing.options.map(({ name, required }) =>
    element("span", { class: required ? "offer-hint required" : "offer-hint" }, name, required ? element("span", { class: "star", title: "required" }, "*") : null),
  );
}
