/** A form of the bot's as a dialog. What was entered stays until the bot has taken it. */
import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APITextInputComponent,
} from "discord-api-types/v10";
import type { OpenModal } from "../page-protocol.ts";
import { avatar } from "./avatar.ts";
import { element, freshId } from "./element.ts";
import { icon } from "./icons.ts";
import { componentType, textInputStyle } from "./component-types.ts";
import { markdown } from "./markdown-view.ts";
import { groupField, uploadField } from "./modal-choices.ts";
import type { Field } from "./modal-field.ts";
import { selectView } from "./select-view.ts";
import type { PageContext } from "./page-context.ts";

export function openModal({ id, modal }: OpenModal, context: PageContext): void {
  const state = context.state();
  const from = document.activeElement;
  const parts = modal.components.map((component) => partView(component, context));
  const titleId = freshId("form");
  const trouble = element("p", { class: "trouble", role: "alert", hidden: true });
  const submit = element("button", { class: "button primary", type: "submit" }, element("span", { class: "button-words" }, "Submit"));
  const cancel = element("button", { class: "button plain", type: "button" }, "Cancel");
  const close = element("button", { class: "round", type: "button", "aria-label": "Close" }, icon("close"));
  const form = element(
    "form",
    { novalidate: true },
    element("header", {}, avatar(state, state.bot.id, state.bot.name), element("h2", { id: titleId }, modal.title), close),
    element("div", { class: "modal-fields" }, ...parts.map(({ node }) => node), trouble),
    element("footer", {}, cancel, submit),
  );
  const dialog = element("dialog", { class: "modal", "aria-labelledby": titleId }, form);
  const fields = parts.flatMap(({ field }) => field ?? []);

  const send = async (): Promise<void> => {
    const faulty = fields.filter((field) => !field.check());
    if (faulty.length > 0) {
      faulty[0]?.focus();
      return;
    }
    trouble.hidden = true;
    submit.setAttribute("aria-busy", "true");
    const values = Object.fromEntries(fields.map((field) => [field.name, field.value()]));
    const wrong = await context.act({ act: "submit", modal: id, values });
    submit.removeAttribute("aria-busy");
    if (wrong === null) dialog.close();
    trouble.hidden = wrong === null;
    trouble.textContent = wrong;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (submit.getAttribute("aria-busy") !== "true") void send();
  });
  for (const button of [cancel, close]) button.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (from instanceof HTMLElement && from.isConnected) from.focus();
    else document.querySelector<HTMLElement>("#composer")?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  (fields[0] ?? { focus: () => submit.focus() }).focus();
}

interface ModalPart {
  readonly node: HTMLElement;
  readonly field: Field | null;
}

function partView(component: APIModalInteractionResponseCallbackComponent, context: PageContext): ModalPart {
  switch (component.type) {
    case componentType.ActionRow: {
      const [input] = component.components;
      if (!input) return { node: document.createElement("div"), field: null };
      return labelled(input.label ?? "", "", input.required !== false, textField(input));
    }
    case componentType.Label: {
      const inside = component.component;
      const required = "required" in inside ? inside.required ?? true : inside.type !== componentType.Checkbox;
      return labelled(component.label, component.description ?? "", required, fieldOf(inside, context));
    }
    case componentType.TextDisplay:
      return { node: element("div", { class: "text-display" }, ...markdown(component.content, context.state())), field: null };
  }
}

type Make = (ids: { readonly label: string; readonly described: string }) => Field;

function labelled(label: string, description: string, required: boolean, make: Make): ModalPart {
  const ids = { label: freshId("label"), described: freshId("about") };
  const field = make(ids);
  const node = element(
    "div",
    { class: "field" },
    element("label", { id: ids.label, for: field.node.id === "" ? null : field.node.id }, label, required ? element("span", { class: "required", "aria-hidden": "true" }, " *") : null),
    element("p", { class: "field-description", id: ids.described, hidden: description === "" }, description),
    field.node,
    field.fault,
  );
  return { node, field };
}

function fieldOf(component: APIComponentInLabel, context: PageContext): Make {
  switch (component.type) {
    case componentType.TextInput:
      return textField(component);
    case componentType.FileUpload:
      return uploadField(component, context);
    case componentType.RadioGroup:
    case componentType.CheckboxGroup:
    case componentType.Checkbox:
      return groupField(component);
    case componentType.StringSelect:
    case componentType.UserSelect:
    case componentType.RoleSelect:
    case componentType.MentionableSelect:
    case componentType.ChannelSelect:
      return ({ label }) => {
        const fault = faultLine();
        const { node, button, values } = selectView(component, context.state(), () => undefined, label);
        const least = component.required === false ? 0 : (component.min_values ?? 1);
        const check = (): boolean => say(fault, values().length >= least ? "" : `Choose at least ${least}.`);
        return { name: component.custom_id, node, fault, value: () => values(), check, focus: () => button.focus() };
      };
  }
}

const textField =
  (input: APITextInputComponent): Make =>
  ({ label, described }) => {
    const fault = faultLine();
    const attributes = {
      id: freshId("input"),
      "aria-labelledby": label,
      "aria-describedby": `${described} ${fault.id}`,
      "aria-required": String(input.required !== false),
      placeholder: input.placeholder ?? null,
      maxlength: input.max_length ?? 4000,
      autocomplete: "off",
    };
    const node = input.style === textInputStyle.Paragraph ? element("textarea", { ...attributes, rows: 4 }) : element("input", { ...attributes, type: "text" });
    node.value = input.value ?? "";
    const least = input.min_length ?? 0;
    const check = (): boolean => {
      const length = [...node.value].length;
      if (input.required !== false && length === 0) return say(fault, "This field is required.");
      return say(fault, length > 0 && length < least ? `At least ${least} characters are needed.` : "");
    };
    return { name: input.custom_id, node, fault, value: () => node.value, check, focus: () => node.focus() };
  };

const faultLine = (): HTMLElement => element("p", { class: "fault", id: freshId("fault"), "aria-live": "polite" });

function say(line: HTMLElement, words: string): boolean {
  line.textContent = words;
  return words === "";
}
