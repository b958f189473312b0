/** Discord's rules for a message's components: rows of buttons and selects, and the layout of Components V2. */
import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { limit } from "./limits.ts";
import { type Form, lengthOf } from "./form.ts";
import { checkMedia } from "./validate-embed.ts";
import { checkCustomId, checkEmoji, checkEntitySelect, checkTextSelect } from "./validate-select.ts";

const selects: readonly ComponentType[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];
const inContainer: readonly ComponentType[] = [
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
];

const buttonStyles = [
  ButtonStyle.Primary,
  ButtonStyle.Secondary,
  ButtonStyle.Success,
  ButtonStyle.Danger,
  ButtonStyle.Link,
  ButtonStyle.Premium,
] as const;

/** Counts over the whole tree of components. */
interface Tally {
  readonly files: ReadonlySet<string>;
  readonly customIds: Set<string>;
  components: number;
  text: number;
}

export function checkComponents(list: Form, layout: "rows" | "v2", files: ReadonlySet<string>): void {
  const tally: Tally = { files, customIds: new Set(), components: 0, text: 0 };
  const rowsOnly = layout === "rows";
  const allowed = rowsOnly ? [ComponentType.ActionRow] : [...inContainer, ComponentType.Container];
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

function checkComponent(form: Form, allowed: readonly ComponentType[], tally: Tally): void {
  if (!form.required().object()) return;
  const type = allowed.find((each) => each === form.field("type").value);
  if (type === undefined) {
    form.field("type").fault("UNION_TYPE_CHOICES", `Value of field "type" must be one of (${allowed.join(", ")}).`);
    return;
  }
  tally.components += 1;
  form.field("id").number({ min: 0, whole: true });
  if (selects.includes(type)) checkSelect(form, type, tally);
  else checks[type]?.(form, tally);
}

const checks: Readonly<Partial<Record<ComponentType, (form: Form, tally: Tally) => void>>> = {
  [ComponentType.ActionRow]: checkRow,
  [ComponentType.Button]: checkButton,
  [ComponentType.TextDisplay]: (form, tally) => {
    tally.text += lengthOf(form.field("content").required().text({ min: 1, max: 4000 }) ?? "");
  },
  [ComponentType.Section]: (form, tally) => {
    checkList(form, { min: 1, max: 3 }, [ComponentType.TextDisplay], tally);
    checkComponent(form.field("accessory"), [ComponentType.Button, ComponentType.Thumbnail], tally);
  },
  [ComponentType.Container]: (form, tally) => {
    form.field("accent_color").number({ min: 0, max: 0xff_ff_ff, whole: true });
    checkList(form, { min: 1, max: limit.componentsV2 }, inContainer, tally);
  },
  [ComponentType.Thumbnail]: (form, tally) => checkPicture(form, "media", tally),
  [ComponentType.File]: (form, tally) => checkPicture(form, "file", tally),
  [ComponentType.MediaGallery]: (form, tally) => {
    for (const item of form.field("items").required().items({ min: 1, max: 10 })) checkPicture(item, "media", tally);
  },
  [ComponentType.Separator]: (form) => {
    form.field("spacing").oneOf([1, 2]);
  },
};

function checkList(form: Form, bounds: { min: number; max: number }, allowed: readonly ComponentType[], tally: Tally): void {
  for (const each of form.field("components").required().items(bounds)) checkComponent(each, allowed, tally);
}

/** Five buttons or one select. */
function checkRow(row: Form, tally: Tally): void {
  const inside = row.field("components").required().items({ min: 1, max: 5 });
  for (const each of inside) checkComponent(each, [ComponentType.Button, ...selects], tally);
  const holdsSelect = inside.some((each) => selects.some((type) => type === each.field("type").value));
  if (holdsSelect && inside.length > 1) {
    row.field("components").fault("COMPONENT_LAYOUT_WIDTH_EXCEEDED");
  }
}

function checkButton(button: Form, tally: Tally): void {
  const style = button.field("style").required().oneOf(buttonStyles);
  const label = button.field("label").text({ max: 80 });
  checkEmoji(button.field("emoji"));
  button.field("disabled").boolean();
  if (style === ButtonStyle.Premium) return;
  if ((label ?? "") === "" && !button.field("emoji").given) {
    button.fault("BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED");
  }
  const wrong = button.field(style === ButtonStyle.Link ? "custom_id" : "url");
  if (wrong.given) {
    button.fault("BUTTON_COMPONENT_CUSTOM_ID_AND_URL_EXCLUSIVE");
  }
  if (style === ButtonStyle.Link) button.field("url").required().url(512);
  else countCustomId(button, tally);
}

function checkSelect(select: Form, type: ComponentType, tally: Tally): void {
  countCustomId(select, tally);
  select.field("disabled").boolean();
  if (type === ComponentType.StringSelect) checkTextSelect(select);
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
