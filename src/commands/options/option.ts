import type { Problem } from "../../render/problem.ts";
import type { Outcome } from "../../outcome.ts";
import type { AskableOption } from "../../asking/askable-command.ts";
import type { UploadedFile } from "../uploaded-file.ts";
import type { AppContext, Caller } from "../app-context.ts";

/** What arrives: text from the terminal, a button or a form; typed values and files from Discord. */
export type RawOption = string | number | boolean | UploadedFile;

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** How often the returns of an analysis are measured, where that can be chosen. */
export type AnalysisFrequency = "daily" | "weekly" | "monthly";

/** One option of a command: how Discord shows it, and how what arrives is read. */
export interface Option<T> {
  readonly type: "string" | "integer" | "number" | "boolean" | "attachment" | "user" | "role" | "channel";
  readonly description: string;
  readonly required: boolean;
  /** Discord offers exactly these. */
  readonly choices?: readonly Choice[];
  readonly min?: number;
  readonly max?: number;
  /** What Discord offers while a person types; validated again on arrival. At most 25 are shown. */
  readonly suggest?: (typed: string, context: AppContext) => readonly Choice[];
  /** The same where the choices are in the store: for whoever types, where they type. */
  readonly suggestStored?: (typed: string, context: AppContext & Pick<Caller, "asker" | "place">) => Promise<readonly Choice[]>;
  /**
   * Typed as plain words, it takes all that are left: `/ask what is beta` is one question, `/compare JPM WMT` one
   * list. In prose, words that only look named ("note: …") belong to it too; beside a list they are a mistake.
   */
  readonly rest?: "prose" | "list";
  /** The loaded series that its value names, and how many: assets, or the factors of a model. */
  readonly series?: NonNullable<AskableOption["series"]>;
  /**
   * Typed in another option's place, words that can only be meant for this one: what they say, as it would be typed
   * here; null for any others. The frequency of the returns is that of the rest of the call.
   */
  readonly claims?: (words: string, frequency: AnalysisFrequency) => string | null;
  /** The value where nothing was given and nothing is required. */
  readonly defaultValue: T;
  read(raw: RawOption, name: string, context: AppContext): Outcome<T, Problem>;
}

export type OptionValues<Options> = { readonly [Name in keyof Options]: Options[Name] extends Option<infer T> ? T : never };

/** The same option, left out at will. */
export function optional<T>(option: Option<T>): Option<T | null> {
  return { ...option, required: false, defaultValue: null };
}

/** The same option with what it means when it is left out. */
export function withDefault<T>(option: Option<T>, value: T): Option<T> {
  return { ...option, required: false, defaultValue: value };
}
