import { createCanvas } from "./canvas.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { ground, ink } from "./colours.ts";
import { drawable } from "./drawable.ts";
import { fontStack, registerFonts, titleSize } from "./fonts.ts";
import { indexedPng } from "./indexed-png.ts";
import { panelConfiguration } from "./panel-configuration.ts";
import { channelsOf, wordOf } from "./pixel.ts";
import { renderPanel } from "./render-panel.ts";

/** Pixels of a specification's unit: 1,000 units are 800 pixels, which a phone and Discord's embed show at half that and less. */
const pixelsOfUnit = 0.8;
const titleHeight = 56;
/** Units of height of one panel where several stand below each other and the specification names no columns. */
const stackedHeight = 520;
const leastHeight = 680;
const groundWord = wordOf(channelsOf(ground));

/** The PNG of a specification. The same specification gives the same bytes on one machine. */
export function drawChart({ title, panels, columns = 1, panelHeight: heightOfPanel = stackedHeight, ...units }: ChartSpec): Buffer {
  registerFonts();
  const isStacked = columns === 1 && panels.length > 1;
  const width = Math.round(units.width * pixelsOfUnit);
  const height = Math.round(Math.max(units.height, isStacked ? panels.length * heightOfPanel : leastHeight) * pixelsOfUnit);
  const picture = emptyPicture(width * height);
  paste(drawTitle(title, width), picture, { rowWidth: width, left: 0, top: 0, width, height: titleHeight });
  const panelWidth = Math.floor(width / columns);
  const panelHeight = Math.floor((height - titleHeight) / Math.ceil(panels.length / columns));
  panels.forEach((panel, index) => {
    const [left, top] = [(index % columns) * panelWidth, titleHeight + Math.floor(index / columns) * panelHeight];
    const drawn = renderPanel(panelConfiguration(panel, { width: panelWidth, height: panelHeight }), panelWidth, panelHeight);
    paste(drawn, picture, { rowWidth: width, left, top, width: panelWidth, height: panelHeight });
  });
  return indexedPng(picture, width, height);
}

/** Kept from picture to picture: memory that is new costs more than filling it. */
let pixels = new Uint32Array(0);

function emptyPicture(size: number): Uint32Array {
  if (pixels.length < size) pixels = new Uint32Array(size);
  return pixels.subarray(0, size).fill(groundWord);
}

function drawTitle(title: string, width: number): Buffer {
  const canvas = createCanvas(width, titleHeight);
  const context = canvas.getContext("2d");
  context.fillStyle = ground;
  context.fillRect(0, 0, width, titleHeight);
  context.fillStyle = ink;
  context.font = `600 ${String(titleSize)}px ${fontStack}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(drawable(title), width / 2, titleHeight / 2 + 4, width - 32);
  return canvas.toBuffer("raw");
}

/** Where drawn pixels go in a picture whose rows are `rowWidth` pixels. */
interface Place {
  readonly rowWidth: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Copies a canvas's pixels into their place of the picture. */
function paste(bytes: Buffer, picture: Uint32Array, { rowWidth, left, top, width, height }: Place): void {
  const drawn = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height);
  if (width === rowWidth) return picture.set(drawn, top * rowWidth);
  for (let row = 0; row < height; row++) {
    picture.set(drawn.subarray(row * width, (row + 1) * width), (top + row) * rowWidth + left);
  }
}
