/** Discord's rules for a modal: its title, and one to five labelled places to fill in. */
import { component } from "./discord-numbers.ts";
import type { Form } from "./form.ts";
import { checkCustomId, checkEntitySelect, checkGroup, checkTextSelect } from "./validate-select.ts";

const fillable: readonly number[] = [
  component.textSelect,
  component.textInput,
  component.userSelect,
  component.roleSelect,
  component.mentionableSelect,
  component.channelSelect,
  component.fileUpload,
  component.radioGroup,
  component.checkboxGroup,
  component.checkbox,
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
    case component.textDisplay:
      place.field("content").required().text({ min: 1, max: 4000 });
      return;
    case component.row:
      for (const input of place.field("components").required().items({ min: 1, max: 1 })) {
        input.field("label").required().text({ min: 1, max: 45 });
        checkFillable(input, [component.textInput], customIds);
      }
      return;
    case component.label:
      place.field("label").required().text({ min: 1, max: 45 });
      place.field("description").text({ max: 100 });
      checkFillable(place.field("component").required(), fillable, customIds);
      return;
    default:
      place.field("type").fault(
        "UNION_TYPE_CHOICES",
        `Value of field "type" must be one of (${component.row}, ${component.textDisplay}, ${component.label}).`,
      );
  }
}

function checkFillable(input: Form, allowed: readonly number[], customIds: Set<string>): void {
  if (!input.object()) return;
  const type = input.field("type").required().oneOf(allowed);
  const customId = checkCustomId(input);
  if (customId !== undefined && customIds.has(customId)) {
    input.field("custom_id").fault("COMPONENT_CUSTOM_ID_DUPLICATED");
  }
  if (customId !== undefined) customIds.add(customId);
  input.field("required").boolean();
  if (type === component.textInput) checkTextInput(input);
  else if (type === component.textSelect) checkTextSelect(input);
  else if (type === component.radioGroup) checkGroup(input, { min: 2, max: 10, several: false });
  else if (type === component.checkboxGroup) checkGroup(input, { min: 1, max: 10, several: true });
  else if (type !== undefined && type <= component.channelSelect) checkEntitySelect(input);
}

function checkTextInput(input: Form): void {
  input.field("style").required().oneOf([1, 2]);
  input.field("placeholder").text({ max: 100 });
  const least = input.field("min_length").number({ min: 0, max: 4000, whole: true }) ?? 0;
  const most = input.field("max_length").number({ min: 1, max: 4000, whole: true }) ?? 4000;
  if (least > most) input.field("min_length").fault("TEXT_INPUT_MIN_LENGTH_TOO_LARGE");
  input.field("value").text({ max: most });
}
