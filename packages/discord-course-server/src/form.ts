/**
 * A field of a request body, with its path. Reading a field also checks it; all fields of a body
 * collect their faults in one list, which becomes Discord's error 50035: objects nested along the
 * path of each fault, ending in `_errors`. Null and absent are the same, as at Discord.
 */
import { RESTJSONErrorCodes } from "discord-api-types/v10";
import { DiscordError } from "./discord-error.ts";
import { faultWords } from "./fault-words.ts";
import { isFields, type Fields } from "./json.ts";

/** What is wrong with a field of a request body, in Discord's words. */
export interface FormFault {
  /** "embeds.0.title"; empty for the body itself. */
  readonly path: string;
  /** Discord's code, like "BASE_TYPE_MAX_LENGTH". */
  readonly code: string;
  readonly message: string;
}

interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** Lengths are counted in code points. */
export const lengthOf = (text: string): number => Array.from(text).length;

const schemes = new Set(["http:", "https:", "attachment:"]);

export class Form {
  readonly value: unknown;
  private readonly path: readonly (string | number)[];
  private readonly found: Fault[];

  constructor(value: unknown, path: readonly (string | number)[] = [], found: Fault[] = []) {
    this.value = value;
    this.path = path;
    this.found = found;
  }

  get given(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  field(name: string): Form {
    return new Form(isFields(this.value) ? this.value[name] : undefined, [...this.path, name], this.found);
  }

  /** Adds a fault with Discord's code; the message only where it varies. */
  fault(code: keyof typeof faultWords): void;
  fault(code: string, message: string): void;
  fault(code: string, message?: string): void {
    this.found.push({ path: this.path, code, message: message ?? faultWords[code as keyof typeof faultWords] });
  }

  required(): this {
    if (!this.given) this.fault("BASE_TYPE_REQUIRED");
    return this;
  }

  object(): boolean {
    if (!this.given) return false;
    if (isFields(this.value)) return true;
    this.fault("DICT_TYPE_CONVERT");
    return false;
  }

  /** The list's items; a list too short or too long is a fault. */
  items(bounds: { min?: number; max: number }): Form[] {
    if (!this.given) return [];
    if (!Array.isArray(this.value)) {
      this.fault("LIST_TYPE_CONVERT");
      return [];
    }
    this.length(this.value.length, bounds);
    return this.value.map((each: unknown, index) => new Form(each, [...this.path, index], this.found));
  }

  text(bounds: { min?: number; max: number; pattern?: RegExp }): string | undefined {
    if (!this.given) return undefined;
    if (typeof this.value !== "string") {
      this.fault("BASE_TYPE_STRING");
      return undefined;
    }
    if (this.length(lengthOf(this.value), bounds) && bounds.pattern?.test(this.value) === false) {
      this.fault("STRING_TYPE_REGEX");
    }
    return this.value;
  }

  number(bounds: { min?: number; max?: number; whole?: boolean } = {}): number | undefined {
    if (!this.given) return undefined;
    const value = this.value;
    if (typeof value !== "number" || !Number.isFinite(value) || (bounds.whole === true && !Number.isInteger(value))) {
      this.fault("NUMBER_TYPE_COERCE", `Value ${JSON.stringify(value)} is not ${bounds.whole === true ? "int" : "float"}.`);
      return undefined;
    }
    if (bounds.min !== undefined && value < bounds.min) {
      this.fault("NUMBER_TYPE_MIN", `Value should be greater than or equal to ${bounds.min}.`);
    }
    if (bounds.max !== undefined && value > bounds.max) {
      this.fault("NUMBER_TYPE_MAX", `Value should be less than or equal to ${bounds.max}.`);
    }
    return value;
  }

  boolean(): boolean | undefined {
    if (!this.given) return undefined;
    if (typeof this.value === "boolean") return this.value;
    this.fault("BOOLEAN_TYPE_CONVERT");
    return undefined;
  }

  oneOf<Allowed extends number>(allowed: readonly Allowed[]): Allowed | undefined {
    if (!this.given) return undefined;
    const found = allowed.find((each) => each === this.value);
    if (found !== undefined) return found;
    this.fault("BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
    return undefined;
  }

  url(max: number): string | undefined {
    const text = this.text({ max });
    if (text === undefined) return undefined;
    if (!URL.canParse(text)) this.fault("URL_TYPE_INVALID_URL");
    else if (!schemes.has(new URL(text).protocol)) {
      const scheme = new URL(text).protocol.slice(0, -1);
      this.fault("URL_TYPE_INVALID_SCHEME", `Scheme "${scheme}" is not supported. Scheme must be one of ('http', 'https').`);
    }
    return text;
  }

  /** What was wrong with all that was read so far. */
  faults(): readonly FormFault[] {
    return this.found.map(({ path, code, message }) => ({ path: path.join("."), code, message }));
  }

  /** Throws Discord's 50035 if anything read so far was wrong. */
  throwFaults(): void {
    if (this.found.length === 0) return;
    throw new DiscordError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, "Invalid Form Body", errorTree(this.found));
  }

  private length(length: number, { min = 0, max }: { min?: number; max: number }): boolean {
    if (length >= min && length <= max) return true;
    if (min > 0) this.fault("BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
    else this.fault("BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
    return false;
  }
}

interface ErrorTree {
  _errors?: { code: string; message: string }[];
  [step: string]: ErrorTree | { code: string; message: string }[] | undefined;
}

function errorTree(faults: readonly Fault[]): Fields {
  const root: ErrorTree = {};
  for (const { path, code, message } of faults) {
    let node = root;
    for (const step of path) node = (node[step] ??= {}) as ErrorTree;
    (node._errors ??= []).push({ code, message });
  }
  return root;
}
