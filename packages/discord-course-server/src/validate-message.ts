/** Discord's rules for a message that a bot sends or edits. */
import { MessageFlags } from "discord-api-types/v10";
import { limit } from "./limits.ts";
import type { Form } from "./form.ts";
import { asNumber } from "./json.ts";
import { checkComponents } from "./validate-components.ts";
import { checkEmbeds } from "./validate-embed.ts";

const mentionTypes = ["users", "roles", "everyone"];
const snowflake = /^\d{1,20}$/;

/**
 * `files` are the names of the files that the message will have; `flags` are those it has already
 * where it is edited, since Components V2 can't be taken back.
 */
export function checkMessage(form: Form, files: ReadonlySet<string>, flags = 0): void {
  form.field("content").text({ max: limit.content });
  form.field("tts").boolean();
  form.field("flags").number({ min: 0, whole: true });
  checkEmbeds(form.field("embeds"), files);
  checkMentions(form.field("allowed_mentions"));
  for (const attachment of form.field("attachments").items({ max: limit.files })) {
    attachment.field("id").required();
    attachment.field("filename").text({ min: 1, max: 1024 });
    attachment.field("description").text({ max: 1024 });
  }
  const isV2 = ((asNumber(form.field("flags").value) ?? 0) | flags) & MessageFlags.IsComponentsV2;
  if (isV2 === 0) return checkComponents(form.field("components"), "rows", files);
  checkComponents(form.field("components"), "v2", files);
  for (const name of ["content", "embeds", "poll", "stickers"]) {
    const field = form.field(name);
    if (isFilled(field.value)) {
      field.fault(
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
    }
  }
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== "";

function checkMentions(mentions: Form): void {
  if (!mentions.object()) return;
  const parsed = mentions.field("parse").items({ max: 3 });
  for (const each of parsed) {
    if (!mentionTypes.some((type) => type === each.value)) {
      each.fault("BASE_TYPE_CHOICES", `Value must be one of {${mentionTypes.map((type) => `'${type}'`).join(", ")}}.`);
    }
  }
  mentions.field("replied_user").boolean();
  for (const name of ["users", "roles"]) {
    const ids = mentions.field(name).items({ max: 100 });
    for (const id of ids) id.text({ min: 1, max: 20, pattern: snowflake });
    if (ids.length > 0 && parsed.some((each) => each.value === name)) {
      const message = `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`;
      mentions.fault("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
    }
  }
}
