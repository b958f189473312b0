/** Drawn avatars: a person's initial on their colour; for the bot, a cloud of points with its line. */
import { contrast } from "./colour.ts";
import { element } from "./element.ts";
import type { ChannelState } from "./channel-state.ts";

const svg = "http://www.w3.org/2000/svg";

function shape(name: string, attributes: Readonly<Record<string, string | number>>, ...children: readonly Node[]): SVGElement {
  const drawn = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) drawn.setAttribute(key, String(value));
  drawn.append(...children);
  return drawn;
}

export function avatar(state: ChannelState, id: string, name: string): HTMLElement {
  const person = state.people.find((each) => each.id === id);
  const drawing = person ? initial(name, person.color) : id === state.bot.id ? scatter() : initial(name, "#5c6370");
  return element("span", { class: "avatar", "aria-hidden": "true" }, drawing);
}

function initial(name: string, color: string): SVGElement {
  const letter = /\p{L}/u.exec(name.replace(/^(Prof|Dr)\.\s*/, ""))?.[0] ?? "?";
  const ink = contrast(color, "#ffffff") >= 3 ? "#ffffff" : "#1e1f22";
  const text = shape("text", { x: 20, y: 20, fill: ink, "text-anchor": "middle", "dominant-baseline": "central", "font-size": 18, "font-weight": 600 });
  text.textContent = letter.toUpperCase();
  return shape("svg", { viewBox: "0 0 40 40" }, shape("rect", { width: 40, height: 40, fill: color }), text);
}

const points = [[10, 29], [14, 22], [17, 27], [21, 17], [23, 23], [27, 13], [30, 18]] as const;

function scatter(): SVGElement {
  return shape(
    "svg",
    { viewBox: "0 0 40 40" },
    shape("rect", { width: 40, height: 40, fill: "#404eed" }),
    shape("path", { d: "M8 31 32 11", stroke: "#ffd166", "stroke-width": 2.5, "stroke-linecap": "round" }),
    ...points.map(([cx, cy]) => shape("circle", { cx, cy, r: 2.1, fill: "#ffffff" })),
  );
}
