/** Pictures, which open large, and files, which download. */
import type { APIAttachment } from "discord-api-types/v10";
import { hostOf, ownAddress } from "./addresses.ts";
import { element, hiddenText } from "./element.ts";
import { icon } from "./icons.ts";
import type { PageContext } from "./page-context.ts";

export interface ShownPicture {
  readonly url: string;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
  readonly description?: string | null | undefined;
}

export function pictureView(picture: ShownPicture, context: PageContext): HTMLElement {
  const address = ownAddress(picture.url);
  if (address === null) return outsidePicture(picture.url);
  const description = picture.description ?? "";
  const filename = decodeURIComponent(address.split("/").at(-1) ?? "picture");
  const image = element("img", {
    src: address,
    alt: description === "" ? `Picture ${filename}` : description,
    width: picture.width ?? null,
    height: picture.height ?? null,
    decoding: "async",
  });
  return element(
    "button",
    {
      class: "picture",
      type: "button",
      "data-focus": `picture:${filename}`,
      on: { click: () => context.enlarge({ address, description, filename }) },
    },
    image,
    hiddenText(" Enlarge"),
  );
}

/** Discord would load it; here the reader may decide to. */
const outsidePicture = (url: string): HTMLElement =>
  element("a", { class: "outside", href: url, target: "_blank", rel: "noopener noreferrer" }, icon("launch"), `Picture at ${hostOf(url)}`);

export const isPicture = ({ content_type: type }: APIAttachment): boolean => /^image\/(png|jpeg|gif|webp|svg)/.test(type ?? "");

export function fileView({ url, filename, size, description }: Pick<APIAttachment, "url" | "filename" | "size" | "description">): HTMLElement {
  return element(
    "a",
    { class: "file", href: ownAddress(url) ?? url, download: filename, "data-focus": `file:${filename}` },
    icon("file"),
    element(
      "span",
      { class: "file-words" },
      element("span", { class: "file-name" }, filename),
      element("span", { class: "file-size" }, description ? `${sizeWords(size)} · ${description}` : sizeWords(size)),
    ),
    icon("download"),
    hiddenText(" Download"),
  );
}

const units = [
  ["megabyte", 1_048_576],
  ["kilobyte", 1024],
] as const;

export function sizeWords(bytes: number): string {
  const [unit, size] = units.find(([, each]) => bytes >= each) ?? (["byte", 1] as const);
  return new Intl.NumberFormat("en", { style: "unit", unit, maximumFractionDigits: 1 }).format(bytes / size);
}
