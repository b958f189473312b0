/** What a person entered in a modal, checked against it and put in the shape in which Discord sends it. */
import { ComponentType, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { lengthOf } from "./form.ts";
import { asFieldsList, asNumber, asText, type Fields, isFields } from "./json.ts";
import { entityKinds } from "./message-component.ts";
import { ClientRefusal } from "./client-refusal.ts";
import type { Resolved } from "./resolved-data.ts";

export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

export function fillModal(
  modal: APIModalInteractionResponseCallbackData,
  values: ModalValues,
  resolved: Resolved,
): readonly Fields[] {
  let last = 0;
  const fill = (place: Fields): Fields => {
    last += 1;
    const id = place["id"] ?? last;
    const type = place["type"];
    if (type === ComponentType.ActionRow) return { type, id, components: asFieldsList(place["components"]).map(fill) };
    if (type === ComponentType.Label && isFields(place["component"])) return { type, id, component: fill(place["component"]) };
    if (type === ComponentType.TextDisplay) return { type, id };
    return { type, id, custom_id: place["custom_id"], ...entered(place, values, resolved) };
  };
  return asFieldsList(modal.components).map(fill);
}

function entered(input: Fields, values: ModalValues, resolved: Resolved): Fields {
  const name = String(input["custom_id"]);
  const value = values[name];
  switch (input["type"]) {
    case ComponentType.TextInput:
      return { value: enteredText(input, name, typeof value === "string" ? value : "") };
    case ComponentType.Checkbox:
      return { value: value === "true" };
    case ComponentType.RadioGroup:
      return { value: chosen(input, name, value, resolved)[0] ?? null };
    default:
      return { values: chosen(input, name, value, resolved) };
  }
}

function enteredText(input: Fields, name: string, text: string): string {
  const isRequired = input["required"] !== false;
  if (text === "" && !isRequired) return text;
  if (text === "") throw new ClientRefusal("This field is required.", name);
  const least = asNumber(input["min_length"]) ?? 0;
  const most = asNumber(input["max_length"]) ?? 4000;
  const length = lengthOf(text);
  if (length < least || length > most) throw new ClientRefusal(`Between ${least} and ${most} characters are needed.`, name);
  return text;
}

function chosen(
  input: Fields,
  name: string,
  value: string | readonly string[] | undefined,
  resolved: Resolved,
): readonly string[] {
  const values = value === undefined ? [] : typeof value === "string" ? [value] : value;
  if (values.length === 0 && input["required"] === false) return [];
  checkSelected(input, name, values, resolved);
  return values;
}

/** Also the rule for a select in a message: as many as allowed, and only what is offered. */
export function checkSelected(select: Fields, name: string, values: readonly string[], resolved: Resolved): void {
  const least = asNumber(select["min_values"]) ?? 1;
  const most = asNumber(select["max_values"]) ?? 1;
  if (values.length < least || values.length > most) throw new ClientRefusal(`Choose between ${least} and ${most}.`, name);
  const kinds = entityKinds(select["type"]);
  const offered = new Set(asFieldsList(select["options"]).map((option) => asText(option["value"])));
  for (const value of values) {
    const isKnown = kinds.length > 0 ? resolved.add(value, kinds) : offered.has(value);
    if (!isKnown) throw new ClientRefusal(`${value} is not among the choices.`, name);
  }
}
