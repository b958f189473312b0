/** Buttons, selects and the laid-out components of a message, all of them working. */
import type {
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIMessage,
  APIMessageTopLevelComponent,
  APIComponentInContainer,
  APISectionComponent,
  APIUnfurledMediaItem,
} from "discord-api-types/v10";
import type { Question } from "./connection.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { buttonStyle, kind } from "./kinds.ts";
import { markdown } from "./markdown-view.ts";
import { fileView, pictureView } from "./media-view.ts";
import { selectView } from "./select-view.ts";
import type { Stage } from "./stage.ts";

/** Where a component stands, and the place for what went wrong with it. */
interface Surroundings {
  readonly message: APIMessage;
  readonly stage: Stage;
  readonly trouble: HTMLElement;
}

export function componentsView(message: APIMessage, stage: Stage): HTMLElement | null {
  const components = message.components ?? [];
  if (components.length === 0) return null;
  const trouble = element("p", { class: "trouble", role: "alert", hidden: true });
  const around = { message, stage, trouble };
  return element("div", { class: "components" }, ...components.map((component) => componentView(component, around)), trouble);
}

function componentView(component: APIMessageTopLevelComponent | APIComponentInContainer, around: Surroundings): HTMLElement | null {
  const { stage } = around;
  switch (component.type) {
    case kind.ActionRow:
      return element("div", { class: "row" }, ...component.components.map((each) => controlView(each, around)));
    case kind.TextDisplay:
      return element("div", { class: "text-display" }, ...markdown(component.content, stage.room()));
    case kind.Section:
      return sectionView(component, around);
    case kind.Container: {
      const made = element("div", { class: "container" }, ...component.components.map((each) => componentView(each, around)));
      if (component.accent_color) made.style.setProperty("--bar", `#${component.accent_color.toString(16).padStart(6, "0")}`);
      return made;
    }
    case kind.MediaGallery:
      return element("div", { class: "gallery" }, ...component.items.map(({ media, description }) => pictureView(pictureOf(media, description), stage)));
    case kind.File:
      return fileView({ url: component.file.url, filename: component.name ?? "file", size: component.size ?? 0 });
    case kind.Separator:
      return component.divider === false ? element("div", { class: "gap" }) : element("hr", {});
    default:
      return null;
  }
}

const pictureOf = (media: APIUnfurledMediaItem, description: string | null | undefined) => ({
  url: media.url,
  width: media.width ?? null,
  height: media.height ?? null,
  description: description ?? null,
});

function sectionView({ components, accessory }: APISectionComponent, around: Surroundings): HTMLElement {
  const beside =
    accessory.type === kind.Thumbnail
      ? pictureView(pictureOf(accessory.media, accessory.description), around.stage)
      : buttonView(accessory, around);
  return element(
    "div",
    { class: "section" },
    element("div", {}, ...components.map((each) => componentView(each, around))),
    element("div", { class: "accessory" }, beside),
  );
}

function controlView(component: APIComponentInMessageActionRow, around: Surroundings): HTMLElement {
  if (component.type === kind.Button) return buttonView(component, around);
  const { message, stage } = around;
  const { node, button } = selectView(component, stage.room(), (values) => {
    void use(button, { act: "select", message: message.id, customId: component.custom_id, values }, around);
  });
  return node;
}

const styleNames: Readonly<Record<number, string>> = {
  [buttonStyle.Primary]: "primary",
  [buttonStyle.Success]: "success",
  [buttonStyle.Danger]: "danger",
};

function buttonView(component: APIButtonComponent, around: Surroundings): HTMLElement {
  const emoji = "emoji" in component && component.emoji.name ? `${component.emoji.name} ` : "";
  const label = "label" in component ? (component.label ?? "") : "";
  if (component.style === buttonStyle.Link) {
    return element("a", { class: "button secondary", href: component.url, target: "_blank", rel: "noopener noreferrer" }, emoji + label, icon("launch"));
  }
  const made = element(
    "button",
    { class: `button ${styleNames[component.style] ?? "secondary"}`, type: "button", disabled: component.disabled ?? false },
    element("span", { class: "button-words" }, emoji + label),
  );
  if (!("custom_id" in component)) return made;
  made.dataset["focus"] = `button:${component.custom_id}`;
  made.addEventListener("click", () => {
    void use(made, { act: "click", message: around.message.id, customId: component.custom_id }, around);
  });
  return made;
}

async function use(control: HTMLButtonElement, question: Question, { stage, trouble }: Surroundings): Promise<void> {
  if (control.getAttribute("aria-busy") === "true") return;
  control.setAttribute("aria-busy", "true");
  trouble.hidden = true;
  const wrong = await stage.act(question);
  control.removeAttribute("aria-busy");
  trouble.hidden = wrong === null;
  trouble.textContent = wrong;
}
