/** Reading what the server sent: an event of the page's protocol, or null. Of an older or newer server an event may be of another form. */
import { asNumber, asText, isFields, parseJson } from "../json.ts";
import type { PageEvent } from "../page-protocol.ts";

type Check = (value: unknown) => boolean;

const text: Check = (value) => asText(value) !== undefined;
const number: Check = (value) => asNumber(value) !== undefined;
const maybeText: Check = (value) => value === null || text(value);
const listOf = (check: Check): Check => (value) => Array.isArray(value) && value.every(check);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const identified: Check = (value) => isFields(value) && text(value["id"]);

const shapes: Readonly<Record<PageEvent["event"], Readonly<Record<string, Check>>>> = {
  state: {
    me: identified,
    people: listOf(identified),
    bot: identified,
    channel: identified,
    channels: listOf(identified),
    roles: maybe(listOf(identified)),
    commands: listOf(identified),
    examples: maybe(listOf(text)),
    messages: listOf(identified),
  },
  commands: { commands: listOf(identified) },
  bot: { bot: identified },
  "message-created": { message: identified },
  "message-updated": { message: identified },
  "message-deleted": { id: text },
  answered: { request: number, message: maybeText },
  failed: { request: number, message: text },
  refused: { request: number, message: text, option: maybeText },
  modal: { request: number, modal: (value) => identified(value) && isFields(value) && isFields(value["modal"]) },
  choices: { request: number, choices: listOf(isFields) },
};

export function readEvent(frame: string): PageEvent | null {
  const event = parseJson(frame);
  return isEvent(event) ? event : null;
}

function isEvent(value: unknown): value is PageEvent {
  if (!isFields(value) || !isName(value["event"])) return false;
  return Object.entries(shapes[value["event"]]).every(([name, check]) => check(value[name]));
}

const isName = (name: unknown): name is PageEvent["event"] => typeof name === "string" && Object.hasOwn(shapes, name);
