/** A bot's request to send or edit a message, checked by Discord's rules and turned into a message's contents. */
import { MessageFlags, type APIAttachment, type APIMessage, type APIMessageTopLevelComponent } from "discord-api-types/v10";
import { type AttachmentStore, type StoredFile, tidyFilename } from "./attachment-store.ts";
import { discordErrors } from "./discord-error.ts";
import { limit } from "./limits.ts";
import { type MessageFiles, resolveComponents, resolveEmbed } from "./embed-media.ts";
import { Form } from "./form.ts";
import { imageSize } from "./image-size.ts";
import { asFieldsList, asNumber, asText, type Fields, isFields } from "./json.ts";
import type { StoredMessage } from "./message-store.ts";
import type { UploadedFile } from "./request-body.ts";
import { checkMessage } from "./validate-message.ts";

export type MessageContents = Pick<APIMessage, "content" | "embeds" | "components" | "attachments"> & {
  /** The flags in the body; the caller decides which of them apply. */
  readonly flags: number;
  readonly shownFiles: readonly APIAttachment[];
};

export interface MessageBody {
  readonly fields: Fields;
  readonly files: readonly UploadedFile[];
  /** The body as part of a larger form, so that faults have their whole path. */
  readonly form?: Form;
  /** The message that is edited: what the body leaves out stays as it is. */
  readonly base?: StoredMessage;
}

export function readMessageBody(store: AttachmentStore, body: MessageBody): MessageContents {
  const { fields, files, form = new Form(body.fields), base } = body;
  if (files.some(({ bytes }) => bytes.length > limit.fileBytes)) throw discordErrors.tooLarge();
  const described = new Map(asFieldsList(fields["attachments"]).map((each) => [String(each["id"]), each]));
  const before = base === undefined ? [] : [...base.message.attachments, ...base.shownFiles];
  const kept = Array.isArray(fields["attachments"]) ? before.filter(({ id }) => described.has(id)) : before;
  const nameOf = (file: UploadedFile): string =>
    tidyFilename(asText(described.get(file.index)?.["filename"]) ?? file.filename);
  const names = new Set([...kept.map(({ filename }) => filename), ...files.map(nameOf)]);
  checkMessage(form, names, base?.message.flags);
  if (kept.length + files.length > limit.files) {
    form.field("attachments").fault("BASE_TYPE_MAX_LENGTH", `Must be ${limit.files} or fewer in length.`);
  }
  form.throwFaults();
  refuseEmpty(fields, names, base?.message);

  const attachments = [
    ...kept.map((each) => withDescription(each, described.get(each.id))),
    ...files.map((file) => {
      const stored = store.add({ ...file, filename: nameOf(file) });
      return withDescription(attachmentOf(store, stored), described.get(file.index));
    }),
  ];
  const messageFiles: MessageFiles = { byName: new Map(attachments.map((each) => [each.filename, each])), shown: new Set() };
  const embeds = given(fields, "embeds")
    ? asFieldsList(fields["embeds"]).map((embed) => resolveEmbed(embed, messageFiles))
    : keepShown(base?.message.embeds, base, messageFiles);
  const components = given(fields, "components")
    ? resolveComponents(asFieldsList(fields["components"]), messageFiles)
    : keepShown(base?.message.components, base, messageFiles);
  return {
    content: given(fields, "content") ? (asText(fields["content"]) ?? "").trim() : (base?.message.content ?? ""),
    embeds: embeds as APIMessage["embeds"],
    components: components.filter(isComponent),
    attachments: attachments.filter(({ id }) => !messageFiles.shown.has(id)),
    shownFiles: attachments.filter(({ id }) => messageFiles.shown.has(id)),
    flags: asNumber(fields["flags"]) ?? 0,
  };
}

/** Of a list that `checkMessage` has looked through: what is left to say is what it is. */
const isComponent = (part: unknown): part is APIMessageTopLevelComponent => isFields(part) && asNumber(part["type"]) !== undefined;

/** Null removes, as an empty list does; only an absent field stays as it was. */
const given = (fields: Fields, name: string): boolean => fields[name] !== undefined;

/** Embeds that stay go on showing the files they showed. */
function keepShown<T>(parts: readonly T[] | undefined, base: StoredMessage | undefined, messageFiles: MessageFiles): readonly T[] {
  const text = JSON.stringify(parts ?? []);
  for (const file of base?.shownFiles ?? []) if (text.includes(file.url)) messageFiles.shown.add(file.id);
  return parts ?? [];
}

function refuseEmpty(fields: Fields, files: ReadonlySet<string>, base: APIMessage | undefined): void {
  const content = given(fields, "content") ? asText(fields["content"]) : base?.content;
  const embeds = given(fields, "embeds") ? asFieldsList(fields["embeds"]) : base?.embeds;
  const components = given(fields, "components") ? asFieldsList(fields["components"]) : base?.components;
  const isV2 = ((asNumber(fields["flags"]) ?? 0) | (base?.flags ?? 0)) & MessageFlags.IsComponentsV2;
  const shown = isV2 === 0 ? files.size : 0;
  const filled = (content ?? "").trim().length + (embeds?.length ?? 0) + (components?.length ?? 0) + shown;
  if (filled === 0) throw discordErrors.emptyMessage();
}

/** An attachment as Discord describes it. */
export function attachmentOf(store: AttachmentStore, file: StoredFile): APIAttachment {
  const url = store.urlOf(file);
  return {
    id: file.id,
    filename: file.filename,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...imageSize(file.bytes),
  };
}

const withDescription = (attachment: APIAttachment, said: Fields | undefined): APIAttachment => {
  const description = asText(said?.["description"]);
  return description === undefined ? attachment : { ...attachment, description };
};
