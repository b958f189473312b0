/** Building blocks of the page: an element with its attributes, listeners and children in one expression. */

export type Child = Node | string | null | false;
type Attribute = string | number | boolean | null | undefined;
type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void };

export interface Properties {
  readonly [attribute: string]: Attribute | Listeners;
  readonly on?: Listeners;
}

/** An attribute that is `true` is set empty; one that is `false`, `null` or `undefined` is left out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== "object") setAttribute(made, name, value);
  }
  for (const [name, listener] of Object.entries(properties.on ?? {})) {
    made.addEventListener(name, listener as EventListener);
  }
  made.append(...children.filter(isNode));
  return made;
}

export function setAttribute(on: Element, name: string, value: Attribute): void {
  if (value === false || value === null || value === undefined) on.removeAttribute(name);
  else on.setAttribute(name, value === true ? "" : String(value));
}

const isNode = (child: Child): child is Node | string => child !== null && child !== false;

/** Text for screen readers only. */
export const hiddenText = (text: string): HTMLElement => element("span", { class: "hidden-text" }, text);

let lastId = 0;

/** An id for `aria-labelledby` and its like. */
export function freshId(prefix: string): string {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
