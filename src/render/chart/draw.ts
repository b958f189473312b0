import { createCanvas } from "./canvas.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { ground, ink } from "./colours.ts";
import { fontStack, registerFonts } from "./fonts.ts";
import { indexedPng } from "./indexed-png.ts";
import { panelConfiguration } from "./panel-configuration.ts";
import { channelsOf, wordOf } from "./pixel.ts";
import { renderPanel } from "./render-panel.ts";

const titleHeight = 52;
const groundWord = wordOf(channelsOf(ground));

/** The PNG of a specification. The same specification gives the same bytes on one machine. */
export function drawChart({ width, height, title, panels, columns = panels.length }: ChartSpec): Buffer {
  registerFonts();
  const picture = emptyPicture(width * height);
  paste(drawTitle(title, width), picture, { rowWidth: width, left: 0, top: 0, width, height: titleHeight });
  const panelWidth = Math.floor(width / columns);
  const panelHeight = Math.floor((height - titleHeight) / Math.ceil(panels.length / columns));
  panels.forEach((panel, index) => {
    const [left, top] = [(index % columns) * panelWidth, titleHeight + Math.floor(index / columns) * panelHeight];
    const drawn = renderPanel(panelConfiguration(panel), panelWidth, panelHeight);
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
  context.font = `600 24px ${fontStack}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(title, width / 2, titleHeight / 2 + 4, width - 40);
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
  for (let row = 0; row < height; row++) {
    picture.set(drawn.subarray(row * width, (row + 1) * width), (top + row) * rowWidth + left);
  }
}
