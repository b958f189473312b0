/** A picture in full, over the page. Escape or a press beside it closes; the focus returns to where it was. */
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import type { Picture } from "./page-context.ts";

export function openLightbox({ address, description, filename }: Picture): void {
  const from = document.activeElement;
  const close = element("button", { class: "round", type: "button", "aria-label": "Close" }, icon("close"));
  const dialog = element(
    "dialog",
    { class: "lightbox", "aria-label": `Picture ${filename}` },
    element(
      "figure",
      {},
      element("img", { src: address, alt: description === "" ? `Picture ${filename}` : description }),
      description === "" ? null : element("figcaption", { "aria-hidden": "true" }, description),
    ),
    element(
      "div",
      { class: "lightbox-tools" },
      element("a", { class: "round", href: address, download: filename, "aria-label": `Download ${filename}` }, icon("download")),
      close,
    ),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || target === dialog.firstElementChild) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (from instanceof HTMLElement) from.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}
