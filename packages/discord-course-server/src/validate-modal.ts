/** Discord's rules for a modal: its title, and one to five labelled places to fill in. */
import { ComponentType, TextInputStyle } from "discord-api-types/v10";
import type { Form } from "./form.ts";
import { checkCustomId, checkEntitySelect, checkGroup, checkTextSelect } from "./validate-select.ts";

const entitySelects: readonly ComponentType[] = [
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

const fillable: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.TextInput,
  ...entitySelects,
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
];

export function checkModal(modal: Form): void {
  if (!modal.required().object()) return;
  modal.field("title").required().text({ min: 1, max: 45 });
  checkCustomId(modal);
  const customIds = new Set<string>();
  for (const each of modal.field("components").required().items({ min: 1, max: 5 })) checkPlace(each, customIds);
}

function checkPlace(place: Form, customIds: Set<string>): void {
  switch (place.field("type").value) {
    case ComponentType.TextDisplay:
      place.field("content").required().text({ min: 1, max: 4000 });
      return;
    case ComponentType.ActionRow:
      for (const input of place.field("components").required().items({ min: 1, max: 1 })) {
        input.field("label").required().text({ min: 1, max: 45 });
        checkFillable(input, [ComponentType.TextInput], customIds);
      }
      return;
    case ComponentType.Label:
      place.field("label").required().text({ min: 1, max: 45 });
      place.field("description").text({ max: 100 });
      checkFillable(place.field("component").required(), fillable, customIds);
      return;
    default:
      place.field("type").fault(
        "UNION_TYPE_CHOICES",
        `Value of field "type" must be one of (${ComponentType.ActionRow}, ${ComponentType.TextDisplay}, ${ComponentType.Label}).`,
      );
  }
}

function checkFillable(input: Form, allowed: readonly ComponentType[], customIds: Set<string>): void {
  if (!input.object()) return;
  const type = input.field("type").required().oneOf(allowed);
  const customId = checkCustomId(input);
  if (customId !== undefined && customIds.has(customId)) {
    input.field("custom_id").fault("COMPONENT_CUSTOM_ID_DUPLICATED");
  }
  if (customId !== undefined) customIds.add(customId);
  input.field("required").boolean();
  if (type === ComponentType.TextInput) checkTextInput(input);
  else if (type === ComponentType.StringSelect) checkTextSelect(input);
  else if (type === ComponentType.RadioGroup) checkGroup(input, { min: 2, max: 10, several: false });
  else if (type === ComponentType.CheckboxGroup) checkGroup(input, { min: 1, max: 10, several: true });
  else if (type !== undefined && entitySelects.includes(type)) checkEntitySelect(input);
}

function checkTextInput(input: Form): void {
  input.field("style").required().oneOf([TextInputStyle.Short, TextInputStyle.Paragraph]);
  input.field("placeholder").text({ max: 100 });
  const least = input.field("min_length").number({ min: 0, max: 4000, whole: true }) ?? 0;
  const most = input.field("max_length").number({ min: 1, max: 4000, whole: true }) ?? 4000;
  if (least > most) input.field("min_length").fault("TEXT_INPUT_MIN_LENGTH_TOO_LARGE");
  input.field("value").text({ max: most });
}
