/**
 * Discord's numbers for components and buttons, typed by discord-api-types. Its
 * code is not imported: the page would be twice the size.
 */
import type { ButtonStyle, ComponentType, TextInputStyle } from "discord-api-types/v10";

type Kinds = Pick<typeof ComponentType, keyof typeof kinds>;
type Styles = Pick<typeof ButtonStyle, keyof typeof styles>;

const kinds = {
  ActionRow: 1,
  Button: 2,
  StringSelect: 3,
  TextInput: 4,
  UserSelect: 5,
  RoleSelect: 6,
  MentionableSelect: 7,
  ChannelSelect: 8,
  Section: 9,
  TextDisplay: 10,
  Thumbnail: 11,
  MediaGallery: 12,
  File: 13,
  Separator: 14,
  Container: 17,
  Label: 18,
  FileUpload: 19,
  RadioGroup: 21,
  CheckboxGroup: 22,
  Checkbox: 23,
} as const;

const styles = { Primary: 1, Success: 3, Danger: 4, Link: 5 } as const;
const inputStyles = { Paragraph: 2 } as const;

/** Under the package's own types, so that a switch over them narrows what it looks at; a test compares the numbers. */
const typed = <Numbers>(numbers: Readonly<Record<keyof Numbers, number>>): Numbers => numbers as unknown as Numbers;

export const componentType = typed<Kinds>(kinds);
export const buttonStyle = typed<Styles>(styles);
/** How a form's text input looks. */
export const textInputStyle = typed<Pick<typeof TextInputStyle, keyof typeof inputStyles>>(inputStyles);
