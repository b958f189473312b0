/** "Apps": the bot's commands for a message or a person. */
import type { Hands } from "./channel-hands.ts";
import { icon } from "./icons.ts";
import { openMenu } from "./menu.ts";

export function openAppsMenu(anchor: HTMLElement, kind: "message" | "user", target: string, { stage, outbox }: Hands): void {
  const entries = stage
    .room()
    .commands.filter((command) => command.kind === kind)
    .map(({ path }) => ({
      label: path.join(" "),
      detail: stage.room().bot.name,
      drawing: icon("apps"),
      choose: () => {
        void outbox.menu(path.join(" "), target).then((refused) => {
          if (refused !== null) stage.announce(refused);
        });
      },
    }));
  openMenu(anchor, { label: "Apps", entries, empty: "The bot has no commands here" });
}
