/** Files waiting to go with the next message. */
import type { Upload } from "../page-protocol.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { sizeWords } from "./media-view.ts";

export interface UploadTray {
  readonly node: HTMLElement;
  add(file: Upload): void;
  ids(): readonly string[];
  clear(): void;
}

export function uploadTray(): UploadTray {
  let files: readonly Upload[] = [];
  const node = element("ul", { class: "tray", "aria-label": "Files to send", hidden: true });
  const show = (): void => {
    node.hidden = files.length === 0;
    node.replaceChildren(
      ...files.map((file) =>
        element(
          "li",
          {},
          icon("file"),
          element("span", { class: "file-words" }, element("span", { class: "file-name" }, file.filename), element("span", { class: "file-size" }, sizeWords(file.size))),
          element(
            "button",
            { class: "round", type: "button", "aria-label": `Remove ${file.filename}`, on: { click: () => keep(files.filter((each) => each !== file)) } },
            icon("close"),
          ),
        ),
      ),
    );
  };
  function keep(kept: readonly Upload[]): void {
    files = kept;
    show();
  }
  return { node, add: (file) => keep([...files, file]), ids: () => files.map(({ id }) => id), clear: () => keep([]) };
}
