/** "Apps": the bot's commands for a message or a person. */
import type { ChannelActions } from "./channel-actions.ts";
import { icon } from "./icons.ts";
import { openMenu } from "./menu.ts";

export function openAppsMenu(anchor: HTMLElement, kind: "message" | "user", target: string, { context, outbox }: ChannelActions): void {
  const entries = context
    .state()
    .commands.filter((command) => command.kind === kind)
    .map(({ path }) => ({
      label: path.join(" "),
      detail: context.state().bot.name,
      drawing: icon("apps"),
      choose: () => {
        void outbox.menu(path.join(" "), target).then((refused) => {
          if (refused !== null) context.announce(refused);
        });
      },
    }));
  openMenu(anchor, { label: "Apps", entries, empty: "The bot has no commands here" });
}
