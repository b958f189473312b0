/** A command on its way, or one that the bot did not answer. Seen by this tab alone. */
import { avatar } from "./avatar.ts";
import { appBadge, nameView, timeView, usedView } from "./byline.ts";
import type { Hands } from "./channel-hands.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { privateNote } from "./message-view.ts";
import type { Notice } from "./outbox.ts";

export function noticeView({ id, time, command, failure }: Notice, hands: Hands): HTMLElement {
  const { me, bot } = hands.stage.room();
  return element(
    "li",
    {},
    element(
      "article",
      { class: failure === null ? "message" : "message private", "aria-labelledby": `notice-${id}`, tabindex: -1 },
      usedView(me.id, `/${command}`, hands),
      avatar(hands.stage.room(), bot.id, bot.name),
      element(
        "div",
        { class: "message-body" },
        element("div", { class: "byline", id: `notice-${id}` }, nameView(bot.id, bot.name, hands), appBadge(), timeView(time, "stamp")),
        failure === null ? element("p", { class: "sending" }, "Sending command…") : element("p", { class: "failure" }, icon("warning"), failure),
        failure === null ? null : privateNote(() => hands.outbox.dismiss(id)),
      ),
    ),
  );
}
