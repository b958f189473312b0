/** Discord's rules for embeds: each text's length, 6,000 characters in all of a message's embeds together, nothing empty. */
import { limit } from "./limits.ts";
import { type Form, lengthOf } from "./form.ts";

/** `files` are the names that `attachment://` may point at. */
export function checkEmbeds(embeds: Form, files: ReadonlySet<string>): void {
  const total = embeds
    .items({ max: limit.embeds })
    .map((embed) => checkEmbed(embed, files))
    .reduce((sum, length) => sum + length, 0);
  if (total > limit.embedTotal) {
    embeds.fault("MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${limit.embedTotal}`);
  }
}

/** Checks one embed and counts the characters that go into the total. */
function checkEmbed(embed: Form, files: ReadonlySet<string>): number {
  if (!embed.object()) return 0;
  const texts = [
    embed.field("title").text({ max: 256 }),
    embed.field("description").text({ max: 4096 }),
    checkCaption(embed.field("footer"), "text", 2048, files),
    checkCaption(embed.field("author"), "name", 256, files),
    ...embed.field("fields").items({ max: 25 }).flatMap((field) => {
      field.field("inline").boolean();
      return [filled(field.field("name"), 256), filled(field.field("value"), 1024)];
    }),
  ];
  const pictures = ["image", "thumbnail"].filter((name) => {
    const picture = embed.field(name);
    if (picture.object()) checkMedia(picture.field("url").required(), files);
    return picture.given;
  });
  embed.field("url").url(2048);
  embed.field("color").number({ min: 0, max: 0xff_ff_ff, whole: true });
  checkTimestamp(embed.field("timestamp"));
  const length = texts.reduce((sum, text) => sum + lengthOf((text ?? "").trim()), 0);
  if (length === 0 && pictures.length === 0) embed.field("description").fault("BASE_TYPE_REQUIRED");
  return length;
}

function checkCaption(caption: Form, name: string, max: number, files: ReadonlySet<string>): string | undefined {
  if (!caption.object()) return undefined;
  checkMedia(caption.field("icon_url"), files);
  caption.field("url").url(2048);
  return filled(caption.field(name), max);
}

/** Discord trims first: blanks alone count as nothing. */
function filled(form: Form, max: number): string | undefined {
  const text = form.text({ max });
  if (text === undefined || text.trim() === "") form.fault("BASE_TYPE_REQUIRED");
  return text;
}

export function checkMedia(url: Form, files: ReadonlySet<string>): void {
  const text = url.url(2048);
  if (text?.startsWith("attachment://") === true && !files.has(text.slice("attachment://".length))) {
    url.fault("UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND");
  }
}

function checkTimestamp(timestamp: Form): void {
  const text = timestamp.text({ max: 64 });
  if (text !== undefined && (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(Date.parse(text)))) {
    timestamp.fault("DATETIME_TYPE_PARSE", `Could not parse ${text}. Should be ISO8601.`);
  }
}
