export type Channels = readonly [red: number, green: number, blue: number];

/** An opaque pixel as one word, as it lies in memory. */
export const wordOf = ([red, green, blue]: Channels): number => new Uint32Array(Uint8Array.of(red, green, blue, 255).buffer)[0]!;

/** Of a colour like "#0072b2". */
export function channelsOf(hex: string): Channels {
  const channel = (index: number): number => Number.parseInt(hex.slice(index, index + 2), 16);
  return [channel(1), channel(3), channel(5)];
}
