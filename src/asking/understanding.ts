import type { Lessons } from "../glossary/lessons.ts";
import type { CommandCall } from "../render/reply.ts";
import type { AskableCommand } from "./askable-command.ts";
import type { Phrasings } from "./phrasings.ts";

/** What a question may be about. */
export interface Knowledge {
  readonly lessons: Lessons;
  /** How people ask for what. */
  readonly phrasings: Phrasings;
  /** Every command that a question may lead to, in the order they are listed. */
  readonly commands: readonly AskableCommand[];
  readonly series: readonly KnownSeries[];
  /** Ids of the exercises that can be practised. */
  readonly exercises: readonly string[];
  /** The last day of the data, ISO: what "the last five years" counts back from. */
  readonly lastDay: string;
}

export interface KnownSeries {
  readonly id: string;
  /** "JPMorgan Chase"; the id where none is known. */
  readonly name: string;
  /** A published factor is also a word of the course; an asset is only ever a name. */
  readonly role: "asset" | "factor";
  /** The factor that it is regressed on where none is named; null for a factor. */
  readonly usualFactor: string | null;
}

/** A question as a command, with how sure that is: 0 to 1. */
export interface Reading {
  readonly call: CommandCall;
  readonly confidence: number;
}

/** What was made of a question. `others`, best first, are offered and never run by themselves. */
export type Understanding =
  | { readonly kind: "confident"; readonly reading: Reading; readonly alternatives: readonly Reading[] }
  | { readonly kind: "unsure"; readonly alternatives: readonly Reading[] }
  /** A request for investment advice or a forecast, of which there is none. */
  | { readonly kind: "no-advice"; readonly alternatives: readonly Reading[] };
