/** Colours that can be read: WCAG 2's contrast, and the nearest shade that reaches it. */

type Rgb = readonly [number, number, number];

const parse = (hex: string): Rgb => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const print = (rgb: Rgb): string => `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;

/** WCAG 2's relative luminance, 0 to 1. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** From 1 (the same) to 21 (black on white); both colours "#rrggbb". */
export const contrast = (one: string, other: string): number => contrastOf(parse(one), parse(other));

/** The colour, mixed with white or black as little as makes it readable on the background (4.5 to 1). */
export function readableOn(background: string, color: string): string {
  const behind = parse(background);
  const from = parse(color);
  const end = luminance(behind) > 0.18 ? 0 : 255;
  for (let step = 0; step <= 20; step += 1) {
    const mix = (channel: number): number => channel + ((end - channel) * step) / 20;
    const mixed: Rgb = [mix(from[0]), mix(from[1]), mix(from[2])];
    if (contrastOf(mixed, behind) >= 4.6) return print(mixed);
  }
  return end === 0 ? "#000000" : "#ffffff";
}
