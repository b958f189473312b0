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
import type { ActionRequest } from "./connection.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { buttonStyle, componentType } from "./component-types.ts";
import { markdown } from "./markdown-view.ts";
import { fileView, pictureView } from "./media-view.ts";
import { selectView } from "./select-view.ts";
import type { PageContext } from "./page-context.ts";

/** The message that a component belongs to, and the element for its error message. */
interface ComponentContext {
  readonly message: APIMessage;
  readonly context: PageContext;
  readonly trouble: HTMLElement;
}

export function componentsView(message: APIMessage, context: PageContext): HTMLElement | null {
  const components = message.components ?? [];
  if (components.length === 0) return null;
  const trouble = element("p", { class: "trouble", role: "alert", hidden: true });
  const within = { message, context, trouble };
  return element("div", { class: "components" }, ...components.map((component) => componentView(component, within)), trouble);
}

function componentView(component: APIMessageTopLevelComponent | APIComponentInContainer, within: ComponentContext): HTMLElement | null {
  const { context } = within;
  switch (component.type) {
    case componentType.ActionRow:
      return element("div", { class: "row" }, ...component.components.map((each) => controlView(each, within)));
    case componentType.TextDisplay:
      return element("div", { class: "text-display" }, ...markdown(component.content, context.state()));
    case componentType.Section:
      return sectionView(component, within);
    case componentType.Container: {
      const made = element("div", { class: "container" }, ...component.components.map((each) => componentView(each, within)));
      if (component.accent_color) made.style.setProperty("--bar", `#${component.accent_color.toString(16).padStart(6, "0")}`);
      return made;
    }
    case componentType.MediaGallery:
      return element("div", { class: "gallery" }, ...component.items.map(({ media, description }) => pictureView(pictureOf(media, description), context)));
    case componentType.File:
      return fileView({ url: component.file.url, filename: component.name ?? "file", size: component.size ?? 0 });
    case componentType.Separator:
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

function sectionView({ components, accessory }: APISectionComponent, within: ComponentContext): HTMLElement {
  const beside =
    accessory.type === componentType.Thumbnail
      ? pictureView(pictureOf(accessory.media, accessory.description), within.context)
      : buttonView(accessory, within);
  return element(
    "div",
    { class: "section" },
    element("div", {}, ...components.map((each) => componentView(each, within))),
    element("div", { class: "accessory" }, beside),
  );
}

function controlView(component: APIComponentInMessageActionRow, within: ComponentContext): HTMLElement {
  if (component.type === componentType.Button) return buttonView(component, within);
  const { message, context } = within;
  const { node, button } = selectView(component, context.state(), (values) => {
    void use(button, { act: "select", message: message.id, customId: component.custom_id, values }, within);
  });
  return node;
}

const styleNames: Readonly<Record<number, string>> = {
  [buttonStyle.Primary]: "primary",
  [buttonStyle.Success]: "success",
  [buttonStyle.Danger]: "danger",
};

function buttonView(component: APIButtonComponent, within: ComponentContext): HTMLElement {
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
    void use(made, { act: "click", message: within.message.id, customId: component.custom_id }, within);
  });
  return made;
}

async function use(control: HTMLButtonElement, request: ActionRequest, { context, trouble }: ComponentContext): Promise<void> {
  if (control.getAttribute("aria-busy") === "true") return;
  control.setAttribute("aria-busy", "true");
  trouble.hidden = true;
  const wrong = await context.act(request);
  control.removeAttribute("aria-busy");
  trouble.hidden = wrong === null;
  trouble.textContent = wrong;
}
