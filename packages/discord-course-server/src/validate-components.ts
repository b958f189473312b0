/** Discord's rules for a message's components: rows of buttons and selects, and the layout of Components V2. */
import { buttonStyle, component, limit } from "./discord-numbers.ts";
import { type Form, lengthOf } from "./form.ts";
import { checkMedia } from "./validate-embed.ts";
import { checkCustomId, checkEmoji, checkEntitySelect, checkTextSelect } from "./validate-select.ts";

const selects: readonly number[] = [
  component.textSelect,
  component.userSelect,
  component.roleSelect,
  component.mentionableSelect,
  component.channelSelect,
];
const inContainer: readonly number[] = [
  component.row,
  component.section,
  component.textDisplay,
  component.mediaGallery,
  component.file,
  component.separator,
];

/** What is gathered over the whole tree. */
interface Tally {
  readonly files: ReadonlySet<string>;
  readonly customIds: Set<string>;
  components: number;
  text: number;
}

export function checkComponents(list: Form, layout: "rows" | "v2", files: ReadonlySet<string>): void {
  const tally: Tally = { files, customIds: new Set(), components: 0, text: 0 };
  const rowsOnly = layout === "rows";
  const allowed = rowsOnly ? [component.row] : [...inContainer, component.container];
  const most = rowsOnly ? limit.rows : limit.componentsV2;
  for (const each of list.items({ max: most })) checkComponent(each, allowed, tally);
  if (rowsOnly) return;
  if (tally.components > limit.componentsV2) {
    list.fault("COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", `The maximum number of total components is ${limit.componentsV2}`);
  }
  if (tally.text > limit.componentsV2Text) {
    const message = `The maximum amount of displayable text is ${limit.componentsV2Text}`;
    list.fault("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message);
  }
}

function checkComponent(form: Form, allowed: readonly number[], tally: Tally): void {
  if (!form.required().object()) return;
  const type = form.field("type").value;
  if (typeof type !== "number" || !allowed.includes(type)) {
    form.field("type").fault("UNION_TYPE_CHOICES", `Value of field "type" must be one of (${allowed.join(", ")}).`);
    return;
  }
  tally.components += 1;
  form.field("id").number({ min: 0, whole: true });
  switch (type) {
    case component.row:
      return checkRow(form, tally);
    case component.button:
      return checkButton(form, tally);
    case component.textDisplay:
      tally.text += lengthOf(form.field("content").required().text({ min: 1, max: 4000 }) ?? "");
      return;
    case component.section:
      checkList(form, { min: 1, max: 3 }, [component.textDisplay], tally);
      return checkComponent(form.field("accessory"), [component.button, component.thumbnail], tally);
    case component.container:
      form.field("accent_color").number({ min: 0, max: 0xff_ff_ff, whole: true });
      return checkList(form, { min: 1, max: limit.componentsV2 }, inContainer, tally);
    case component.thumbnail:
      return checkPicture(form, "media", tally);
    case component.file:
      return checkPicture(form, "file", tally);
    case component.mediaGallery:
      for (const item of form.field("items").required().items({ min: 1, max: 10 })) checkPicture(item, "media", tally);
      return;
    case component.separator:
      form.field("spacing").oneOf([1, 2]);
      return;
    default:
      return checkSelect(form, type, tally);
  }
}

function checkList(form: Form, bounds: { min: number; max: number }, allowed: readonly number[], tally: Tally): void {
  for (const each of form.field("components").required().items(bounds)) checkComponent(each, allowed, tally);
}

/** Five buttons or one select. */
function checkRow(row: Form, tally: Tally): void {
  const inside = row.field("components").required().items({ min: 1, max: 5 });
  for (const each of inside) checkComponent(each, [component.button, ...selects], tally);
  const holdsSelect = inside.some((each) => selects.includes(each.field("type").value as number));
  if (holdsSelect && inside.length > 1) {
    row.field("components").fault("COMPONENT_LAYOUT_WIDTH_EXCEEDED");
  }
}

function checkButton(button: Form, tally: Tally): void {
  const style = button.field("style").required().oneOf([1, 2, 3, 4, 5, 6]);
  const label = button.field("label").text({ max: 80 });
  checkEmoji(button.field("emoji"));
  button.field("disabled").boolean();
  if (style === buttonStyle.premium) return;
  if ((label ?? "") === "" && !button.field("emoji").given) {
    button.fault("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED");
  }
  const wrong = button.field(style === buttonStyle.link ? "custom_id" : "url");
  if (wrong.given) {
    button.fault("BUTTON_COMPONENT_CUSTOM_ID_AND_URL_EXCLUSIVE");
  }
  if (style === buttonStyle.link) button.field("url").required().url(512);
  else countCustomId(button, tally);
}

function checkSelect(select: Form, type: number, tally: Tally): void {
  countCustomId(select, tally);
  select.field("disabled").boolean();
  if (type === component.textSelect) checkTextSelect(select);
  else checkEntitySelect(select);
}

function checkPicture(form: Form, name: "media" | "file", tally: Tally): void {
  form.field("description").text({ max: 1024 });
  checkMedia(form.field(name).required().field("url").required(), tally.files);
}

function countCustomId(form: Form, tally: Tally): void {
  const customId = checkCustomId(form);
  if (customId === undefined) return;
  if (tally.customIds.has(customId)) {
    form.field("custom_id").fault("COMPONENT_CUSTOM_ID_DUPLICATED");
  }
  tally.customIds.add(customId);
}
