/**
 * The course's Discord channel in a browser. The parts are drawn here, in Discord's looks, with the
 * elements that browsers make accessible: @skyra/discord-components-core was tried (4.0.2) and fetches
 * its avatars from Discord, leaves select menus out of the keyboard's reach, lets disabled buttons
 * be pressed, has too little contrast by axe, and is 390 kB, where the whole of this script is 60.
 */
import { announcer } from "./announcer.ts";
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
import { afterEvent, hasFlag, type Room } from "./room.ts";
import { membersView, placesView } from "./sides.ts";
import type { Stage } from "./stage.ts";
import { relative } from "./times.ts";
import { createTimeline } from "./timeline.ts";
import { triesLine } from "./welcome.ts";

let room: Room | null = null;
const speaker = announcer();
const state = banner();

const line = connect(`${location.origin.replace(/^http/, "ws")}/page`, {
  hello() {
    const asked = new URLSearchParams(location.search);
    const person = asked.get("as");
    const place = asked.get("in");
    return { act: "hello", ...(person === null ? {} : { person }), ...(place === null ? {} : { place }) };
  },
  heard(event) {
    const before = room;
    room = afterEvent(room, event);
    if (room === null) return;
    if (event.event === "state") begin(room);
    else timeline.show();
    if (event.event === "message-created" && event.message.author.id === room.me.id) timeline.toEnd();
    else if (event.event === "message-created") speaker.say(plainMessage(event.message, room));
    if (event.event === "message-updated" && !hasFlag(event.message, "loading") && event.message.author.id === room.bot.id) {
      const was = before?.messages.find(({ id }) => id === event.message.id);
      speaker.say(`${was && hasFlag(was, "loading") ? "" : "Edited. "}${plainMessage(event.message, room)}`);
    }
    if (event.event !== "message-created" && event.event !== "message-updated") showSurroundings();
  },
  changed(now) {
    state.line(now, room);
  },
});

const stage: Stage = {
  ...line,
  room: () => room!,
  enlarge: openLightbox,
  announce: speaker.say,
  async act(question) {
    const result = await line.ask(question);
    opened(result);
    return result.event === "refused" ? result.message : failureWords(result);
  },
};

function opened(result: Result): void {
  if (result.event === "modal") openModal(result.modal, stage);
}

const outbox = createOutbox(stage, opened, () => {
  timeline.show();
  timeline.toEnd();
});
const composer = createComposer(stage, outbox);
const hands = { stage, outbox, send: composer.send };
const timeline = createTimeline(hands);
const openPlaces = element("button", { class: "round open-places", type: "button", "aria-label": "Places", "aria-expanded": "false" }, icon("menu"));
const header = createHeader(stage, openPlaces);
const places = element("nav", { class: "places", "aria-label": "Places" });
const members = element("aside", { class: "members", "aria-label": "Members" });
const tries = element("div", { class: "tries-frame" });
const channel = element("main", { class: "channel" }, header.node, state.node, timeline.node, element("div", { class: "bottom" }, tries, composer.node));

openPlaces.addEventListener("click", () => showPlaces(!places.classList.contains("open")));
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") showPlaces(false);
});
channel.addEventListener("dragover", (event) => event.preventDefault());
channel.addEventListener("drop", (event) => {
  event.preventDefault();
  composer.take([...(event.dataTransfer?.files ?? [])]);
});

function showPlaces(open: boolean): void {
  places.classList.toggle("open", open);
  openPlaces.setAttribute("aria-expanded", String(open));
}

/** "in 3 minutes" stays true while one looks at it. */
setInterval(() => {
  for (const each of document.querySelectorAll<HTMLTimeElement>("time.relative")) {
    const words = relative(new Date(each.dateTime), new Date());
    if (each.textContent !== words) each.textContent = words;
  }
}, 5000);

/** Who and where this tab is stands in its address, so that a reload and a copied link keep it. */
function begin({ me, place }: Room): void {
  const isFirst = !channel.isConnected;
  if (isFirst) document.body.append(places, channel, members, speaker.node);
  const address = new URLSearchParams({ as: me.key, in: place.id });
  history.replaceState(null, "", `/?${address.toString()}`);
  timeline.reset();
  if (isFirst) composer.focus();
}

function showSurroundings(): void {
  if (room === null) return;
  header.show();
  places.replaceChildren(...placesView(hands, () => showPlaces(false)));
  members.replaceChildren(...membersView(hands));
  tries.replaceChildren(triesLine(hands));
  composer.refresh();
  state.line("open", room);
}
