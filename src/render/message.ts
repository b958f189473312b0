import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  type APIEmbedField,
} from "discord-api-types/v10";
import { lengthOf } from "./command-mentions.ts";
import { customId } from "./custom-id.ts";
import type { NextStep, Reply } from "./reply.ts";

/** The Discord message of a reply, without its files. It never mentions anybody. */
interface MessagePayload {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly attachments: readonly { readonly id: number; readonly filename: string; readonly description: string }[];
}

export function messageOf(reply: Reply): MessagePayload {
  return {
    content: reply.content ?? "",
    embeds: withinLimits(reply.embeds),
    components: buttonRows(reply.nextSteps),
    flags: reply.audience === "asker" ? MessageFlags.Ephemeral : 0,
    allowed_mentions: { parse: [] },
    attachments: [...reply.pictures, ...reply.files].map(({ filename, description }, id) => ({
      id,
      filename,
      description: cut(description, 1024),
    })),
  };
}

/** Cuts each text to its own limit, and the descriptions so that all embeds together are within 6,000. */
function withinLimits(embeds: readonly APIEmbed[]): readonly APIEmbed[] {
  let remaining = 6000;
  return embeds.slice(0, 10).map((embed) => {
    const { title, description, footer, fields } = embed;
    const short: APIEmbed = {
      ...embed,
      ...(title === undefined ? {} : { title: cut(title, 256) }),
      ...(footer ? { footer: { ...footer, text: cut(footer.text, 2048) } } : {}),
      ...(fields ? { fields: fields.slice(0, 25).map(cutField) } : {}),
    };
    const others = lengthOf({ ...short, description: "" });
    const available = Math.min(4096, remaining - others);
    const fitting = description === undefined ? short : { ...short, description: cutAtLine(description, Math.max(1, available)) };
    remaining -= lengthOf(fitting);
    return fitting;
  });
}

const cutField = (field: APIEmbedField): APIEmbedField => ({ ...field, name: cut(field.name, 256), value: cut(field.value, 1024) });

/** At most five buttons per row, five rows. A step whose call is too long for a custom_id is omitted. */
function buttonRows(steps: readonly NextStep[]): MessagePayload["components"] {
  const buttons = steps.flatMap((step): APIButtonComponentWithCustomId[] => {
    const id = customId(step);
    if (id === null) return [];
    return [{ type: ComponentType.Button, style: styleOf[step.style ?? "secondary"], label: cut(step.label, 80), custom_id: id }];
  });
  const unique = buttons.filter((button, index) => buttons.findIndex((other) => other.custom_id === button.custom_id) === index);
  return Array.from({ length: Math.min(5, Math.ceil(unique.length / 5)) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: unique.slice(row * 5, row * 5 + 5),
  }));
}

const styleOf = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

/** The lines that fit whole, and "…"; cut within the line only where not even the first fits. */
export function cutAtLine(text: string, max: number): string {
  if ([...text].length <= max) return text;
  const lines = text.split("\n");
  while (lines.length > 0 && [...lines.join("\n")].length + 2 > max) lines.pop();
  return lines.length === 0 ? cut(text, max) : `${lines.join("\n")}\n…`;
}

/** The first `max` code points, an ellipsis last where something was cut. */
export function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join("")}…`;
}
