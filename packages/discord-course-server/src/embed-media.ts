/** Turning what a bot wrote into what Discord gives back: `attachment://` becomes an address, pictures get their size. */
import type { APIAttachment } from "discord-api-types/v10";
import { asFieldsList, asText, type Fields, isFields } from "./json.ts";

const scheme = "attachment://";

/** The message's files by name, and the ids of those that an embed or a component shows. */
export interface MessageFiles {
  readonly byName: ReadonlyMap<string, APIAttachment>;
  readonly shown: Set<string>;
}

export const resolveEmbed = (embed: Fields, messageFiles: MessageFiles): Fields => ({
  ...embed,
  type: "rich",
  ...mapField(embed, "image", (image) => resolvePicture(image, "url", messageFiles)),
  ...mapField(embed, "thumbnail", (image) => resolvePicture(image, "url", messageFiles)),
  ...mapField(embed, "footer", (footer) => resolvePicture(footer, "icon_url", messageFiles)),
  ...mapField(embed, "author", (author) => resolvePicture(author, "icon_url", messageFiles)),
  ...(isFields(embed["fields"]) || Array.isArray(embed["fields"])
    ? { fields: asFieldsList(embed["fields"]).map((field) => ({ inline: false, ...field })) }
    : {}),
});

/** Components as Discord returns them: with ids, and media with their URLs. */
export function resolveComponents(components: readonly Fields[], messageFiles: MessageFiles): readonly Fields[] {
  let last = 0;
  const resolve = (part: Fields): Fields => {
    last += 1;
    return {
      ...part,
      id: part["id"] ?? last,
      ...(Array.isArray(part["components"]) ? { components: asFieldsList(part["components"]).map(resolve) } : {}),
      ...mapField(part, "accessory", resolve),
      ...mapField(part, "media", (media) => resolvePicture(media, "url", messageFiles)),
      ...mapField(part, "file", (file) => resolvePicture(file, "url", messageFiles)),
      ...(Array.isArray(part["items"])
        ? {
            items: asFieldsList(part["items"]).map((item) => ({
              ...item,
              ...mapField(item, "media", (media) => resolvePicture(media, "url", messageFiles)),
            })),
          }
        : {}),
    };
  };
  return components.map(resolve);
}

function resolvePicture(picture: Fields, key: string, messageFiles: MessageFiles): Fields {
  const url = asText(picture[key]);
  const file = url?.startsWith(scheme) === true ? messageFiles.byName.get(url.slice(scheme.length)) : undefined;
  if (file === undefined) return picture;
  messageFiles.shown.add(file.id);
  return {
    ...picture,
    [key]: file.url,
    [`proxy_${key}`]: file.proxy_url,
    ...(key === "url" ? pictureFacts(file) : {}),
  };
}

const pictureFacts = (file: APIAttachment): Fields => ({
  ...(file.width === undefined ? {} : { width: file.width, height: file.height }),
  ...(file.content_type === undefined ? {} : { content_type: file.content_type }),
  ...(file.description === undefined ? {} : { description: file.description }),
});

const mapField = (fields: Fields, name: string, change: (value: Fields) => Fields): Fields => {
  const value = fields[name];
  return isFields(value) ? { [name]: change(value) } : {};
};
