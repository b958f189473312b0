/** Discord's rules for the things a person chooses from: selects, radio groups, checkbox groups. */
import type { Form } from "./form.ts";

export const checkCustomId = (component: Form): string | undefined =>
  component.field("custom_id").required().text({ min: 1, max: 100 });

export const checkEmoji = (emoji: Form): void => {
  if (!emoji.object()) return;
  emoji.field("name").text({ max: 32 });
  emoji.field("id").text({ max: 20, pattern: /^\d+$/ });
};

/** A select whose options come from the server: people, roles, channels. */
export function checkEntitySelect(select: Form): void {
  select.field("placeholder").text({ max: 150 });
  const defaults = select.field("default_values").items({ max: 25 });
  checkCounts(select, 25, defaults.length);
}

export function checkTextSelect(select: Form): void {
  select.field("placeholder").text({ max: 150 });
  const options = checkChoices(select.field("options"), { min: 1, max: 25 });
  checkCounts(select, options.length, countDefaults(options));
}

export function checkGroup(group: Form, bounds: { min: number; max: number; several: boolean }): void {
  const options = checkChoices(group.field("options"), bounds);
  if (bounds.several) checkCounts(group, options.length, countDefaults(options));
}

function checkChoices(list: Form, bounds: { min: number; max: number }): Form[] {
  const options = list.required().items(bounds);
  const values = new Set<string>();
  for (const option of options) {
    option.field("label").required().text({ min: 1, max: 100 });
    option.field("description").text({ max: 100 });
    option.field("default").boolean();
    checkEmoji(option.field("emoji"));
    const value = option.field("value").required().text({ min: 1, max: 100 });
    if (value === undefined) continue;
    if (values.has(value)) {
      option.field("value").fault("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED");
    }
    values.add(value);
  }
  return options;
}

const countDefaults = (options: readonly Form[]): number =>
  options.filter((option) => option.field("default").value === true).length;

function checkCounts(select: Form, available: number, defaults: number): void {
  const least = select.field("min_values").number({ min: 0, max: 25, whole: true }) ?? 1;
  const most = select.field("max_values").number({ min: 1, max: 25, whole: true }) ?? 1;
  if (most > available) {
    select.field("max_values").fault("BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${available} in length.`);
  }
  if (least > most) select.field("min_values").fault("SELECT_COMPONENT_MIN_VALUES_TOO_LARGE");
  if (defaults > most) select.field("options").fault("SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES");
}
