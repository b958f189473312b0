/** Reading what a tab sent: an action of the page's protocol, or null. */
import { asNumber, asText, isFields, parseJson } from "./json.ts";
import type { PageAction } from "./page-protocol.ts";

type Check = (value: unknown) => boolean;

const text: Check = (value) => asText(value) !== undefined;
const number: Check = (value) => asNumber(value) !== undefined;
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const maybe = (check: Check): Check => (value) => value === undefined || check(value);
const record = (check: Check): Check => (value) => isFields(value) && Object.values(value).every(check);
const optionValues = record((value) => ["string", "number", "boolean"].includes(typeof value));

const shapes: Readonly<Record<PageAction["act"], Readonly<Record<string, Check>>>> = {
  hello: { person: maybe(text), channel: maybe(text) },
  "switch-person": { person: text },
  "switch-channel": { channel: text },
  run: { request: number, path: texts, values: optionValues },
  autocomplete: { request: number, path: texts, values: optionValues, focused: text },
  click: { request: number, message: text, customId: text },
  select: { request: number, message: text, customId: text, values: texts },
  submit: { request: number, modal: text, values: record((value) => text(value) || texts(value)) },
  menu: { request: number, name: text, target: text },
  say: { request: number, content: text, uploads: maybe(texts) },
  dismiss: { message: text },
};

export function readAction(frame: string): PageAction | null {
  const action = parseJson(frame);
  return isAction(action) ? action : null;
}

function isAction(value: unknown): value is PageAction {
  if (!isFields(value) || !isAct(value["act"])) return false;
  return Object.entries(shapes[value["act"]]).every(([name, check]) => check(value[name]));
}

const isAct = (act: unknown): act is PageAction["act"] => typeof act === "string" && Object.hasOwn(shapes, act);
