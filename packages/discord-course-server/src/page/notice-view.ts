/** A command on its way, or one that the bot did not answer. Seen by this tab alone. */
import { avatar } from "./avatar.ts";
import { appBadge, nameView, timeView, usedView } from "./byline.ts";
import type { ChannelActions } from "./channel-actions.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { privateNote } from "./message-view.ts";
import type { Notice } from "./outbox.ts";

export function noticeView({ id, time, command, failure }: Notice, actions: ChannelActions): HTMLElement {
  const { me, bot } = actions.context.state();
  return element(
    "li",
    {},
    element(
      "article",
      { class: failure === null ? "message" : "message private", "aria-labelledby": `notice-${id}`, tabindex: -1 },
      usedView(me.id, `/${command}`, actions),
      avatar(actions.context.state(), bot.id, bot.name),
      element(
        "div",
        { class: "message-body" },
        element("div", { class: "byline", id: `notice-${id}` }, nameView(bot.id, bot.name, actions), appBadge(), timeView(time, "stamp")),
        failure === null ? element("p", { class: "sending" }, "Sending command…") : element("p", { class: "failure" }, icon("warning"), failure),
        failure === null ? null : privateNote(() => actions.outbox.dismiss(id)),
      ),
    ),
  );
}
