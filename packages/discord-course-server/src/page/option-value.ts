/** From the text of an option to the value that Discord would send, or what is wrong with it. */
import type { OptionListing, Person, ChannelListing, RoleListing } from "../page-protocol.ts";

/** What an option can refer to, and the values behind texts that were chosen from a list. */
export interface OptionContext {
  readonly people: readonly Pick<Person, "id" | "username" | "displayName">[];
  readonly channels: readonly Pick<ChannelListing, "id" | "name">[];
  readonly roles: readonly RoleListing[];
  readonly chosen: ReadonlyMap<string, Chosen>;
}

/** What was chosen for an option: the text shown for it, and the value that it stands for. */
export interface Chosen {
  readonly shown: string;
  readonly value: string | number | boolean;
}

export type OptionValue =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly fault: string };

const valid = (value: string | number | boolean): OptionValue => ({ ok: true, value });
const invalid = (fault: string): OptionValue => ({ ok: false, fault });

export function optionValue(option: OptionListing, text: string, context: OptionContext): OptionValue {
  const chosen = context.chosen.get(option.name);
  if (chosen?.shown === text) return valid(chosen.value);
  if (option.choices.length > 0) return choiceValue(option, text);
  switch (option.type) {
    case "text":
      return textValue(option, text);
    case "integer":
    case "number":
      return numberValue(option, text);
    case "boolean":
      if (/^(true|yes)$/i.test(text)) return valid(true);
      return /^(false|no)$/i.test(text) ? valid(false) : invalid("takes True or False");
    case "user":
      return named(text, namesOfPeople(context), "somebody of this course");
    case "mentionable":
      return named(text, [...namesOfPeople(context), ...namesOf(context.roles)], "somebody or a role of this course");
    case "channel":
      return named(text, namesOf(context.channels), "a channel of this server");
    case "role":
      return named(text, namesOf(context.roles), "a role of this server");
    case "attachment":
      return invalid("takes a file: choose one with Tab");
  }
}

function choiceValue({ choices }: OptionListing, text: string): OptionValue {
  const same = (other: string | number): boolean => String(other).toLowerCase() === text.toLowerCase();
  const choice = choices.find(({ name }) => same(name)) ?? choices.find(({ value }) => same(value));
  return choice ? valid(choice.value) : invalid(`takes one of: ${choices.map(({ name }) => name).join(", ")}`);
}

function textValue({ minLength, maxLength }: OptionListing, text: string): OptionValue {
  const length = [...text].length;
  if (length < (minLength ?? 1)) return invalid(text === "" ? "is empty" : `takes at least ${minLength ?? 1} characters`);
  if (length > (maxLength ?? 6000)) return invalid(`takes at most ${maxLength ?? 6000} characters`);
  return valid(text);
}

function numberValue({ type, min, max }: OptionListing, text: string): OptionValue {
  const plain = text.replace(/^−/, "-");
  const whole = type === "integer";
  const pattern = whole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  if (!pattern.test(plain)) return invalid(whole ? "takes a whole number, like 5" : "takes a number, like 1.25");
  const value = Number(plain);
  if (min !== null && value < min) return invalid(`takes ${min} or more`);
  if (max !== null && value > max) return invalid(`takes ${max} or less`);
  return valid(value);
}

type Names = readonly (readonly [id: string, names: readonly string[]])[];

const namesOfPeople = ({ people }: OptionContext): Names => people.map(({ id, username, displayName }) => [id, [username, displayName]]);

const namesOf = (all: readonly { readonly id: string; readonly name: string }[]): Names => all.map(({ id, name }) => [id, [name]]);

function named(text: string, all: Names, what: string): OptionValue {
  const asked = text.replace(/^[@#]/, "").toLowerCase();
  const id = /^<[@#][!&]?(\d+)>$/.exec(text)?.[1];
  const found = all.find(([each, names]) => each === (id ?? asked) || names.some((name) => name.toLowerCase() === asked));
  return found ? valid(found[0]) : invalid(`takes ${what}`);
}
