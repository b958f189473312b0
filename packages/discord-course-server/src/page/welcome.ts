/** The start of the channel, and the first things to try. */
import { avatar } from "./avatar.ts";
import type { Hands } from "./channel-hands.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import type { Room } from "./room.ts";

export function welcome({ stage }: Hands): readonly Node[] {
  const { place, bot } = stage.room();
  if (place.kind === "direct") {
    return [
      avatar(stage.room(), bot.id, bot.name),
      element("h2", {}, bot.name),
      element("p", {}, `This is the beginning of your direct messages with ${bot.name}. Nobody else reads them.`),
    ];
  }
  return [
    element("span", { class: "welcome-mark" }, icon("hash")),
    element("h2", {}, `Welcome to #${place.name}!`),
    element("p", {}, `This is the course's channel, on this machine alone. Type / to see what ${bot.name} can do.`),
  ];
}

/** A press types the line and sends it. */
export function triesLine({ stage, send }: Hands): HTMLElement {
  return element(
    "div",
    { class: "tries", role: "group", "aria-label": "First things to try" },
    element("span", { class: "tries-label", "aria-hidden": "true" }, "Try"),
    ...triesOf(stage.room()).map((line) => element("button", { class: "chip", type: "button", on: { click: () => send(line) } }, line)),
  );
}

/** Where nobody has named any: the commands that need the least. */
function triesOf({ tries, commands }: Room): readonly string[] {
  if (tries.length > 0) return tries;
  const needed = ({ options }: (typeof commands)[number]): number => options.filter(({ required }) => required).length;
  return commands
    .filter(({ kind }) => kind === "slash")
    .toSorted((one, other) => needed(one) - needed(other))
    .slice(0, 3)
    .map(({ path }) => `/${path.join(" ")}`);
}
