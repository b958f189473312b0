/** The start of the channel, and the first things to try. */
import { avatar } from "./avatar.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import type { ChannelState } from "./channel-state.ts";

export function welcome({ context }: ChannelActions): readonly Node[] {
  const { channel, bot, note } = context.state();
  if (channel.kind === "direct") {
    return [
      avatar(context.state(), bot.id, bot.name),
      element("h2", {}, bot.name),
      element("p", {}, `This is the beginning of your direct messages with ${bot.name}. Nobody else reads them.`),
    ];
  }
  return [
    element("span", { class: "welcome-mark" }, icon("hash")),
    element("h2", {}, `Welcome to #${channel.name}!`),
    element("p", {}, `This is the course's channel, on this machine alone. Type / to see what ${bot.name} can do.`),
    element("p", {}, whoWords(context.state())),
    ...(note === "" ? [] : [element("p", {}, note)]),
  ];
}

/** Who this tab plays, and how to be the other kind of person. */
function whoWords({ me, people }: ChannelState): string {
  const you = `You are ${me.displayName}, ${me.role === "instructor" ? "the instructor" : "a student"}.`;
  const other = people.find(({ role }) => role !== me.role);
  if (other === undefined) return you;
  return `${you} Press your name at the top to be ${other.role === "instructor" ? `${other.displayName}, the instructor` : `${other.displayName}, a student`}.`;
}

/** A press types the line and sends it. */
export function examplesView({ context, send }: ChannelActions): HTMLElement {
  return element(
    "div",
    { class: "examples", role: "group", "aria-label": "First things to try" },
    element("span", { class: "examples-label", "aria-hidden": "true" }, "Try"),
    ...examplesOf(context.state()).map((line) => element("button", { class: "chip", type: "button", on: { click: () => send(line) } }, line)),
  );
}

/** Where nobody has named any: the commands that need the least. */
function examplesOf({ examples, commands }: ChannelState): readonly string[] {
  if (examples.length > 0) return examples;
  const needed = ({ options }: (typeof commands)[number]): number => options.filter(({ required }) => required).length;
  return commands
    .filter(({ kind }) => kind === "slash")
    .toSorted((one, other) => needed(one) - needed(other))
    .slice(0, 3)
    .map(({ path }) => `/${path.join(" ")}`);
}
