/** From the text of an option to the value that Discord would send, or what is wrong with it. */
import type { OptionListing, Person, Place, RoleListing } from "../page-protocol.ts";

/** Who and what an option can name, and the values behind texts that were chosen from a list. */
export interface Known {
  readonly people: readonly Pick<Person, "id" | "username" | "displayName">[];
  readonly places: readonly Pick<Place, "id" | "name">[];
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

const right = (value: string | number | boolean): OptionValue => ({ ok: true, value });
const wrong = (fault: string): OptionValue => ({ ok: false, fault });

export function optionValue(option: OptionListing, text: string, known: Known): OptionValue {
  const chosen = known.chosen.get(option.name);
  if (chosen?.shown === text) return right(chosen.value);
  if (option.choices.length > 0) return choiceValue(option, text);
  switch (option.type) {
    case "text":
      return textValue(option, text);
    case "integer":
    case "number":
      return numberValue(option, text);
    case "boolean":
      if (/^(true|yes)$/i.test(text)) return right(true);
      return /^(false|no)$/i.test(text) ? right(false) : wrong("takes True or False");
    case "user":
      return named(text, namesOfPeople(known), "somebody of this course");
    case "mentionable":
      return named(text, [...namesOfPeople(known), ...namesOf(known.roles)], "somebody or a role of this course");
    case "channel":
      return named(text, namesOf(known.places), "a channel of this server");
    case "role":
      return named(text, namesOf(known.roles), "a role of this server");
    case "attachment":
      return wrong("takes a file: choose one with Tab");
  }
}

function choiceValue({ choices }: OptionListing, text: string): OptionValue {
  const same = (other: string | number): boolean => String(other).toLowerCase() === text.toLowerCase();
  const choice = choices.find(({ name }) => same(name)) ?? choices.find(({ value }) => same(value));
  return choice ? right(choice.value) : wrong(`takes one of: ${choices.map(({ name }) => name).join(", ")}`);
}

function textValue({ minLength, maxLength }: OptionListing, text: string): OptionValue {
  const length = [...text].length;
  if (length < (minLength ?? 1)) return wrong(text === "" ? "is empty" : `takes at least ${minLength ?? 1} characters`);
  if (length > (maxLength ?? 6000)) return wrong(`takes at most ${maxLength ?? 6000} characters`);
  return right(text);
}

function numberValue({ type, min, max }: OptionListing, text: string): OptionValue {
  const plain = text.replace(/^−/, "-");
  const whole = type === "integer";
  const pattern = whole ? /^[+-]?\d+$/ : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
  if (!pattern.test(plain)) return wrong(whole ? "takes a whole number, like 5" : "takes a number, like 1.25");
  const value = Number(plain);
  if (min !== null && value < min) return wrong(`takes ${min} or more`);
  if (max !== null && value > max) return wrong(`takes ${max} or less`);
  return right(value);
}

type Names = readonly (readonly [id: string, names: readonly string[]])[];

const namesOfPeople = ({ people }: Known): Names => people.map(({ id, username, displayName }) => [id, [username, displayName]]);

const namesOf = (all: readonly { readonly id: string; readonly name: string }[]): Names => all.map(({ id, name }) => [id, [name]]);

function named(text: string, all: Names, what: string): OptionValue {
  const asked = text.replace(/^[@#]/, "").toLowerCase();
  const id = /^<[@#][!&]?(\d+)>$/.exec(text)?.[1];
  const found = all.find(([each, names]) => each === (id ?? asked) || names.some((name) => name.toLowerCase() === asked));
  return found ? right(found[0]) : wrong(`takes ${what}`);
}
