/** The line under the header when something is missing: the course server, or the bot. */
import { element } from "./element.ts";
import type { Room } from "./room.ts";

export function banner(): { readonly node: HTMLElement; line(now: "open" | "cut", room: Room | null): void } {
  const node = element("p", { class: "banner", role: "status", hidden: true });
  return {
    node,
    line(now, room) {
      const words =
        now === "cut"
          ? "The connection to the course server is lost. Trying again…"
          : room && !room.bot.online
            ? `${room.bot.name} is not connected. Commands wait until it is back.`
            : "";
      node.hidden = words === "";
      if (node.textContent !== words) node.textContent = words;
      node.classList.toggle("cut", now === "cut");
    },
  };
}
