/**
 * The course's Discord channel in a browser. The parts are drawn here, in Discord's looks, with the
 * elements that browsers make accessible: @skyra/discord-components-core was tried (4.0.2) and fetches
 * its avatars from Discord, leaves select menus out of the keyboard's reach, lets disabled buttons
 * be pressed, has too little contrast by axe, and is 390 kB, where the whole of this script is 60.
 */
import { createAnnouncer } from "./announcer.ts";
import { banner } from "./banner.ts";
import { createComposer } from "./composer.ts";
import { connect, type Result } from "./connection.ts";
import { element } from "./element.ts";
import { createHeader } from "./header.ts";
import { icon } from "./icons.ts";
import { openLightbox } from "./lightbox.ts";
import { openModal } from "./modal-view.ts";
import { createOutbox, failureWords } from "./outbox.ts";
import { plainMessage } from "./plain-text.ts";
import { afterEvent, hasFlag, type ChannelState } from "./channel-state.ts";
import { membersView, channelsView } from "./sidebars.ts";
import type { PageContext } from "./page-context.ts";
import { relative } from "./times.ts";
import { createTimeline } from "./timeline.ts";
import { examplesView } from "./welcome.ts";

let state: ChannelState | null = null;
const announcer = createAnnouncer();
const connectionBanner = banner();

const connection = connect(`${location.origin.replace(/^http/, "ws")}/page`, {
  hello() {
    const asked = new URLSearchParams(location.search);
    const person = asked.get("as");
    const channel = asked.get("in");
    return { act: "hello", ...(person === null ? {} : { person }), ...(channel === null ? {} : { channel }) };
  },
  received(event) {
    const before = state;
    state = afterEvent(state, event);
    if (state === null) return;
    if (event.event === "state") begin(state);
    else timeline.show();
    if (event.event === "message-created" && event.message.author.id === state.me.id) timeline.toNewest();
    else if (event.event === "message-created") announcer.say(plainMessage(event.message, state));
    if (event.event === "message-updated" && !hasFlag(event.message, "loading") && event.message.author.id === state.bot.id) {
      const was = before?.messages.find(({ id }) => id === event.message.id);
      announcer.say(`${was && hasFlag(was, "loading") ? "" : "Edited. "}${plainMessage(event.message, state)}`);
    }
    if (event.event !== "message-created" && event.event !== "message-updated") showFrame();
    examples.classList.toggle("asked", hasAsked(state));
  },
  connectionChanged(now) {
    connectionBanner.line(now, state);
  },
});

const context: PageContext = {
  ...connection,
  state() {
    if (state === null) throw new Error("the page has no state yet");
    return state;
  },
  enlarge: openLightbox,
  announce: announcer.say,
  async act(request) {
    const result = await connection.ask(request);
    opened(result);
    return result.event === "refused" ? result.message : failureWords(result);
  },
};

function opened(result: Result): void {
  if (result.event === "modal") openModal(result.modal, context);
}

const outbox = createOutbox(context, opened, () => {
  timeline.show();
  timeline.toNewest();
});
const composer = createComposer(context, outbox);
const actions = { context, outbox, send: composer.send };
const timeline = createTimeline(actions);
const openChannels = element("button", { class: "round open-channels", type: "button", "aria-label": "Channels", "aria-expanded": "false" }, icon("menu"));
const header = createHeader(context, openChannels);
const channels = element("nav", { class: "channel-list", "aria-label": "Channels" });
const members = element("aside", { class: "members", "aria-label": "Members" });
const examples = element("div", { class: "examples-frame" });
const main = element("main", { class: "channel" }, header.node, connectionBanner.node, timeline.node, element("div", { class: "bottom" }, examples, composer.node));

openChannels.addEventListener("click", () => showChannels(!channels.classList.contains("open")));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") showChannels(false);
});
main.addEventListener("click", ({ target }) => {
  const command = target instanceof HTMLElement ? target.dataset["command"] : undefined;
  if (command !== undefined) composer.begin(command);
});
main.addEventListener("dragover", (event) => event.preventDefault());
main.addEventListener("drop", (event) => {
  event.preventDefault();
  composer.take([...(event.dataTransfer?.files ?? [])]);
});

/** Whether a message of this channel is this person's, or answers them. */
const hasAsked = ({ me, messages }: ChannelState): boolean =>
  messages.some(({ author, interaction_metadata }) => author.id === me.id || interaction_metadata?.user.id === me.id);

function showChannels(open: boolean): void {
  channels.classList.toggle("open", open);
  openChannels.setAttribute("aria-expanded", String(open));
}

/** "in 3 minutes" stays true while one looks at it. */
setInterval(() => {
  for (const each of document.querySelectorAll<HTMLTimeElement>("time.relative")) {
    const words = relative(new Date(each.dateTime), new Date());
    if (each.textContent !== words) each.textContent = words;
  }
}, 5000);

/** Who and where this tab is stands in its address, so that a reload and a copied link keep it. */
function begin({ me, channel }: ChannelState): void {
  const isFirst = !main.isConnected;
  if (isFirst) document.body.append(channels, main, members, announcer.node);
  const address = new URLSearchParams({ as: me.key, in: channel.id });
  history.replaceState(null, "", `/?${address.toString()}`);
  timeline.reset();
  if (isFirst) composer.focus();
}

function showFrame(): void {
  if (state === null) return;
  header.show();
  channels.replaceChildren(...channelsView(actions, () => showChannels(false)));
  members.replaceChildren(...membersView(actions));
  examples.replaceChildren(examplesView(actions));
  composer.refresh();
  connectionBanner.line("open", state);
}
