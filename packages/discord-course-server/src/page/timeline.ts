/** The channel's messages: kept node by node, so that nothing moves or loses the focus but what has changed. */
import type { APIMessage } from "discord-api-types/v10";
import type { ChannelActions } from "./channel-actions.ts";
import { element } from "./element.ts";
import { icon } from "./icons.ts";
import { messageView } from "./message-view.ts";
import { noticeView } from "./notice-view.ts";
import type { Notice } from "./outbox.ts";
import { openAppsMenu } from "./apps-menu.ts";
import { navigateMessages, stickToNewest } from "./timeline-navigation.ts";
import { dayLabel, dayOf } from "./times.ts";
import { welcome } from "./welcome.ts";

export interface Timeline {
  readonly node: HTMLElement;
  show(): void;
  /** Draws everything again, for another person. */
  reset(): void;
  toNewest(): void;
}

interface Row {
  readonly subject: APIMessage | Notice;
  readonly continues: boolean;
  readonly node: HTMLElement;
}

const groupingMilliseconds = 7 * 60 * 1000;

export function createTimeline(actions: ChannelActions): Timeline {
  let rows = new Map<string, Row>();
  const dividers = new Map<number, HTMLElement>();
  const start = element("div", { class: "welcome" });
  const list = element("ol", { class: "messages" });
  const jump = element("button", { class: "jump", type: "button", hidden: true }, "Jump to the newest", icon("down"));
  const scroller = element("div", { class: "scroller" }, element("div", { class: "scrolled" }, start, list));
  const node = element("section", { class: "timeline", "aria-label": "Messages" }, scroller, jump);
  const newest = stickToNewest(scroller, list, jump);
  navigateMessages(list);
  list.addEventListener("contextmenu", (event) => {
    const article = (event.target as Element).closest<HTMLElement>("[data-message]");
    const tool = article?.querySelector<HTMLElement>(".tool");
    if (!article || !tool || (event.target as Element).closest("a, img, input")) return;
    event.preventDefault();
    openAppsMenu(tool, "message", article.dataset["message"] ?? "", actions);
  });

  function rowOf(key: string, subject: APIMessage | Notice, continues: boolean): Row {
    const before = rows.get(key);
    if (before?.subject === subject && before.continues === continues) return before;
    const made = "timestamp" in subject ? messageView(subject, continues, actions) : noticeView(subject, actions);
    const focused = before?.node.contains(document.activeElement) ? document.activeElement : null;
    if (before) before.node.replaceWith(made);
    if (focused instanceof HTMLElement) focusAgain(made, focused);
    return { subject, continues, node: made };
  }

  function show(): void {
    const state = actions.context.state();
    start.replaceChildren(...welcome(actions));
    const subjects = [...state.messages, ...actions.outbox.notices()].sort((one, other) => momentOf(one) - momentOf(other));
    const kept = new Map<string, Row>();
    const nodes: HTMLElement[] = [];
    for (const [index, subject] of subjects.entries()) {
      const before = subjects[index - 1];
      const day = dayOf(new Date(momentOf(subject)));
      const isNewDay = before === undefined || dayOf(new Date(momentOf(before))) !== day;
      if (isNewDay) nodes.push(divider(day));
      const row = rowOf(keyOf(subject), subject, !isNewDay && continuesAfter(before, subject));
      kept.set(keyOf(subject), row);
      nodes.push(row.node);
    }
    rows = kept;
    arrange(list, nodes);
    const articles = [...list.querySelectorAll<HTMLElement>("article")];
    if (!articles.some(({ tabIndex }) => tabIndex === 0)) articles.at(-1)?.setAttribute("tabindex", "0");
    newest.settle();
  }

  function divider(day: number): HTMLElement {
    const made = dividers.get(day) ?? element("li", { class: "divider" }, dayLabel(new Date(day)));
    dividers.set(day, made);
    return made;
  }

  return {
    node,
    show,
    reset() {
      rows = new Map();
      list.replaceChildren();
      newest.force();
      show();
    },
    toNewest: newest.force,
  };
}

const keyOf = (subject: APIMessage | Notice): string => ("timestamp" in subject ? `message-${subject.id}` : `notice-${subject.id}`);

const momentOf = (subject: APIMessage | Notice): number => ("timestamp" in subject ? Date.parse(subject.timestamp) : subject.time.getTime());

function continuesAfter(before: APIMessage | Notice | undefined, subject: APIMessage | Notice): boolean {
  if (before === undefined || !("timestamp" in before) || !("timestamp" in subject)) return false;
  const isPlain = subject.interaction_metadata === undefined && subject.message_reference === undefined;
  const isSoon = momentOf(subject) - momentOf(before) < groupingMilliseconds;
  return isPlain && isSoon && before.author.id === subject.author.id && before.flags === subject.flags;
}

/** Puts the nodes in order and moves only those that are out of order. */
function arrange(list: HTMLElement, nodes: readonly HTMLElement[]): void {
  let at = list.firstElementChild;
  for (const node of nodes) {
    if (at === node) at = at.nextElementSibling;
    else list.insertBefore(node, at);
  }
  while (at !== null) {
    const next = at.nextElementSibling;
    at.remove();
    at = next;
  }
}

/** Restores the focus after an edit: to the same button, or else to the message. */
function focusAgain(row: HTMLElement, focused: HTMLElement): void {
  const name = focused.dataset["focus"];
  const same = [...row.querySelectorAll<HTMLElement>("[data-focus]")].find((each) => each.dataset["focus"] === name);
  const usable = same instanceof HTMLButtonElement && same.disabled ? undefined : same;
  (usable ?? row.querySelector<HTMLElement>("article"))?.focus();
}
