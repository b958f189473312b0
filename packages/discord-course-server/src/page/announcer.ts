/** A live region: announces new messages to screen readers, one after the other. */
import { element } from "./element.ts";

const lifetime = 30_000;

export function createAnnouncer(): { readonly node: HTMLElement; readonly say: (words: string) => void } {
  const node = element("div", { class: "hidden-text", role: "log", "aria-live": "polite", "aria-label": "What is new" });
  return {
    node,
    say(words) {
      const line = element("p", {}, words);
      node.append(line);
      setTimeout(() => line.remove(), lifetime);
    },
  };
}
