/** An embed: the coloured bar, and in Discord's order author, title, description, fields, picture, footer. */
import type { APIEmbed, APIEmbedField } from "discord-api-types/v10";
import { ownAddress } from "./addresses.ts";
import { element } from "./element.ts";
import { inlineMarkdown, markdown } from "./markdown-view.ts";
import { pictureView, type ShownPicture } from "./media-view.ts";
import type { PageContext } from "./page-context.ts";
import { messageTime } from "./times.ts";

export function embedView(embed: APIEmbed, context: PageContext): HTMLElement {
  const state = context.state();
  const made = element(
    "div",
    { class: embed.thumbnail ? "embed with-thumbnail" : "embed" },
    element(
      "div",
      { class: "embed-words" },
      embed.author ? caption("embed-author", embed.author.name, embed.author.icon_url) : null,
      embed.title ? element("h3", { class: "embed-title" }, ...titleNodes(embed, context)) : null,
      embed.description ? element("div", { class: "embed-description" }, ...markdown(embed.description, state)) : null,
      embed.fields && embed.fields.length > 0 ? fieldsView(embed.fields, context) : null,
    ),
    embed.thumbnail ? element("div", { class: "embed-thumbnail" }, pictureView(embed.thumbnail, context)) : null,
    embed.image ? element("div", { class: "embed-picture" }, pictureView(embed.image as ShownPicture, context)) : null,
    footerView(embed),
  );
  if (embed.color) made.style.setProperty("--bar", `#${embed.color.toString(16).padStart(6, "0")}`);
  return made;
}

function titleNodes({ title = "", url }: APIEmbed, context: PageContext): readonly Node[] {
  const words = inlineMarkdown(title, context.state());
  return url ? [element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...words)] : words;
}

/** Inline fields stand up to three in a row, as many as follow one another. */
function fieldsView(fields: readonly APIEmbedField[], context: PageContext): HTMLElement {
  const state = context.state();
  const rows = fields.reduce<APIEmbedField[][]>((made, field) => {
    const last = made.at(-1);
    if (field.inline && last?.[0]?.inline && last.length < 3) last.push(field);
    else made.push([field]);
    return made;
  }, []);
  const views = rows.map((row) =>
    element(
      "div",
      { class: `embed-row columns-${row.length}` },
      ...row.map(({ name, value }) =>
        element(
          "div",
          { class: "embed-field" },
          element("h4", { class: "embed-field-name" }, ...inlineMarkdown(name, state)),
          element("div", { class: "embed-field-value" }, ...markdown(value, state)),
        ),
      ),
    ),
  );
  return element("div", { class: "embed-fields" }, ...views);
}

function footerView({ footer, timestamp }: APIEmbed): HTMLElement | null {
  const when = timestamp ? messageTime(new Date(timestamp), new Date()) : "";
  const words = [footer?.text ?? "", when].filter((part) => part !== "").join(" • ");
  return words === "" ? null : caption("embed-footer", words, footer?.icon_url);
}

function caption(className: string, words: string, iconUrl: string | undefined): HTMLElement {
  const address = iconUrl === undefined ? null : ownAddress(iconUrl);
  return element("p", { class: className }, address === null ? null : element("img", { src: address, alt: "", width: 20, height: 20 }), words);
}
