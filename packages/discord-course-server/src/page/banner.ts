/** The banner under the header when the course server or the bot is not connected. */
import { element } from "./element.ts";
import type { ChannelState } from "./channel-state.ts";

export function banner(): { readonly node: HTMLElement; line(now: "open" | "cut", state: ChannelState | null): void } {
  const node = element("p", { class: "banner", role: "status", hidden: true });
  return {
    node,
    line(now, state) {
      const words =
        now === "cut"
          ? "The connection to the course server is lost. Trying again…"
          : state && !state.bot.online
            ? `${state.bot.name} is not connected. Commands wait until it is back.`
            : "";
      node.hidden = words === "";
      if (node.textContent !== words) node.textContent = words;
      node.classList.toggle("cut", now === "cut");
    },
  };
}
