/** What the composer is made of, before anything happens in it. */
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { uploadTray, type UploadTray } from "./upload-tray.ts";

export interface ComposerParts {
  readonly node: HTMLFormElement;
  readonly input: HTMLTextAreaElement;
  /** Behind the text: its marks. */
  readonly behind: HTMLElement;
  /** For what is wrong with the line. */
  readonly fault: HTMLElement;
  readonly attach: HTMLButtonElement;
  readonly picker: HTMLInputElement;
  readonly tray: UploadTray;
}

export function composerParts(): ComposerParts {
  const input = element("textarea", {
    id: "composer",
    rows: 1,
    maxlength: 6000,
    spellcheck: "false",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-describedby": "composer-fault",
  });
  const behind = element("div", { class: "behind", "aria-hidden": "true" });
  const fault = element("p", { class: "composer-fault", id: "composer-fault", role: "alert" });
  const attach = element("button", { class: "round attach", type: "button", "aria-label": "Add a file" }, icon("plus"));
  const send = element("button", { class: "round send", type: "submit", "aria-label": "Send" }, icon("send"));
  const picker = element("input", { type: "file", class: "hidden-text", tabindex: -1, "aria-hidden": "true" });
  const tray = uploadTray();
  const line = element("div", { class: "composer-line" }, attach, element("div", { class: "typing" }, behind, input), send);
  const node = element("form", { class: "composer" }, fault, tray.node, line, picker);
  return { node, input, behind, fault, attach, picker, tray };
}
