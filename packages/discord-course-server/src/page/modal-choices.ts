/** Radio buttons, checkboxes and files on a form. */
import type {
  APICheckboxComponent,
  APICheckboxGroupComponent,
  APIFileUploadComponent,
  APIRadioGroupComponent,
} from "discord-api-types/v10";
import { element, freshId } from "./element.ts";
import { componentType } from "./component-types.ts";
import type { Field } from "./modal-field.ts";
import type { PageContext } from "./page-context.ts";
import { upload } from "./upload.ts";

interface Ids {
  readonly label: string;
  readonly described: string;
}

export const groupField =
  (component: APIRadioGroupComponent | APICheckboxGroupComponent | APICheckboxComponent) =>
  ({ label, described }: Ids): Field => {
    const fault = element("p", { class: "fault", "aria-live": "polite" });
    const single = component.type === componentType.Checkbox;
    const radio = component.type === componentType.RadioGroup;
    const options = single ? [{ value: "true", label: "Yes", default: component.default ?? false, description: "" }] : component.options;
    const inputs = options.map((option) => {
      const input = element("input", { type: radio ? "radio" : "checkbox", name: component.custom_id, value: option.value, id: freshId("box") });
      input.checked = option.default ?? false;
      return { input, option };
    });
    const node = element(
      "div",
      { class: "boxes", role: radio ? "radiogroup" : "group", "aria-labelledby": label, "aria-describedby": described },
      ...inputs.map(({ input, option }) =>
        element("label", { for: input.id }, input, element("span", {}, option.label, option.description ? element("span", { class: "choice-detail" }, option.description) : null)),
      ),
    );
    const chosen = (): readonly string[] => inputs.flatMap(({ input }) => (input.checked ? [input.value] : []));
    const least = single || component.required === false ? 0 : radio ? 1 : (component.min_values ?? 1);
    const most = component.type === componentType.CheckboxGroup ? (component.max_values ?? options.length) : 1;
    const check = (): boolean => {
      const count = chosen().length;
      fault.textContent = count < least ? `Choose at least ${least}.` : count > most ? `Choose at most ${most}.` : "";
      return fault.textContent === "";
    };
    const value = (): string | readonly string[] => (single ? String(chosen().length > 0) : radio ? (chosen()[0] ?? "") : chosen());
    return { name: component.custom_id, node, fault, value, check, focus: () => inputs[0]?.input.focus() };
  };

export const uploadField =
  (component: APIFileUploadComponent, context: PageContext) =>
  ({ label, described }: Ids): Field => {
    const fault = element("p", { class: "fault", "aria-live": "polite" });
    let ids: readonly string[] = [];
    const node = element("input", {
      type: "file",
      id: freshId("files"),
      multiple: (component.max_values ?? 1) > 1,
      "aria-labelledby": label,
      "aria-describedby": described,
    });
    node.addEventListener("change", () => {
      fault.textContent = "Uploading…";
      void Promise.all([...(node.files ?? [])].map(upload)).then((results) => {
        const lost = results.find((result) => !result.ok);
        ids = results.flatMap((result) => (result.ok ? [result.upload.id] : []));
        fault.textContent = lost?.fault ?? "";
        context.announce(fault.textContent === "" ? "Uploaded" : fault.textContent);
      });
    });
    const least = component.required === false ? 0 : (component.min_values ?? 1);
    const check = (): boolean => {
      fault.textContent = ids.length < least ? "Choose a file." : "";
      return ids.length >= least;
    };
    return { name: component.custom_id, node, fault, value: () => ids, check, focus: () => node.focus() };
  };
