import type { Lessons } from "../glossary/lessons.ts";
import type { CommandCall } from "../render/reply.ts";
import type { AskableCommand } from "./askable-command.ts";
import type { Quantity } from "./asked-quantity.ts";
import type { ChapterPrompt } from "./chapter-prompts.ts";
import type { Claim } from "./claims.ts";
import type { CourseMatter } from "./course-matters.ts";
import type { Extreme } from "./find-aims.ts";
import type { Hypothesis } from "./find-conditions.ts";
import type { LinearClassifier } from "./linear-classifier.ts";
import type { NotebookError } from "./notebook-errors.ts";
import type { Terms } from "./translate-terms.ts";
import type { Phrasings } from "./phrasings.ts";

/** What a question may be about. */
export interface Knowledge {
  readonly lessons: Lessons;
  /** How people ask for what. */
  readonly phrasings: Phrasings;
  /** Questions and exercises of the chapter, word for word. */
  readonly prompts: readonly ChapterPrompt[];
  readonly claims: readonly Claim[];
  readonly errors: readonly NotebookError[];
  /** The course's terms in other languages. */
  readonly terms: Terms;
  /** What was learnt from the phrasings. */
  readonly classifier: LinearClassifier;
  /** What the chapter prints and people get otherwise. */
  readonly bookFigures: readonly BookFigure[];
  /** Every command that a question may lead to, in the order they are listed. */
  readonly commands: readonly AskableCommand[];
  readonly series: readonly KnownSeries[];
  /** Ids of the exercises that can be practised. */
  readonly exercises: readonly string[];
  /** Companies by ticker, name and other spellings, loaded or not: one that is not loaded is said to be so. */
  readonly companies: readonly KnownCompany[];
  /** The last day of the data, ISO: what "the last five years" counts back from. */
  readonly lastDay: string;
  /** The day on which the last so many rows of a series' daily returns begin, ISO; null: of the longest. */
  readonly dayOfRow?: (rows: number, id: string | null) => string | null;
}

/** A figure of the chapter that somebody may compare with. */
export interface BookFigure {
  readonly asset: string;
  /** By its name in the command about own numbers. */
  readonly quantity: string;
  readonly printed: string;
}

export interface KnownCompany {
  readonly ticker: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface KnownSeries {
  readonly id: string;
  /** "JPMorgan Chase"; the id where none is known. */
  readonly name: string;
  /** A published factor is also a word of the course; an asset is only ever a name. */
  readonly role: "asset" | "factor";
  /** The factor that it is regressed on where none is named; null for a factor. */
  readonly usualFactor: string | null;
  /** Of the few that the course is about: meant by "which of the stocks". */
  readonly isUsual: boolean;
  /** The first day of its returns, ISO: what "the first five years" counts from. */
  readonly firstDay: string;
}

/** What the reply has to say first. */
export interface Focus {
  readonly quantity: Quantity;
  readonly level: number | null;
  readonly hypothesis: Hypothesis | null;
  readonly tTarget: number | null;
  /** Which of several, or of the years, has the most or the least of it. */
  readonly extreme: Extreme | null;
  /** A yearly α that is supposed instead of the estimated one, decimal. */
  readonly supposedAlpha: number | null;
  /** The yearly volatility that a position is to have for each dollar of capital, decimal. */
  readonly targetVolatility: number | null;
  /** The assets are the course's own, as none is named, and others are loaded. */
  readonly isAmongUsual?: true;
  /** Which way it is supposed to have changed, of the days set against the others. */
  readonly changeSupposed?: "rise" | "fall";
}

/** A question as a command, with how sure that is: 0 to 1. */
export interface Reading {
  readonly call: CommandCall;
  readonly confidence: number;
  readonly focus: Focus | null;
  /** What else the reply has to say first, of a message with several questions. */
  readonly alsoAsked?: readonly Focus[];
  /** Words of the question that the call does not hold: the reply says so. */
  readonly leftOut: readonly string[];
  /** What was taken from the call before, in words: "JPM, since 2010". */
  readonly kept: readonly string[];
  /** What the chapter says elsewhere, and the question does not: "JPM, as in exercise 2". */
  readonly assumed?: string;
}

/** The call that a question follows, with what was asked of it. */
export interface EarlierCall {
  readonly call: CommandCall;
  readonly focus: Focus | null;
  /** The entry that has explained its answer since; null where none has. */
  readonly explained: string | null;
}

/** What was made of a question. `others`, best first, are offered and never run by themselves. */
export type Understanding =
  | { readonly kind: "confident"; readonly reading: Reading; readonly alternatives: readonly Reading[] }
  /** `words`: those of the course in it, in the order of the alphabet, for counting; "" where there are none. */
  | {
      readonly kind: "unsure";
      readonly alternatives: readonly Reading[];
      readonly words: string;
      /** It is of a short position, for which there is no command. */
      readonly isOfShort?: true;
    }
  /** A request for investment advice or a forecast, of which there is none. */
  | { readonly kind: "no-advice"; readonly alternatives: readonly Reading[] }
  /** Work that is graded, or instructions to the program itself. */
  | { readonly kind: "declined"; readonly reason: "graded-work" | "instructions" }
  /** Dates, rooms, rules: what only the course's staff know. */
  | { readonly kind: "course-fact"; readonly matter: CourseMatter | null; readonly words: string }
  | { readonly kind: "distress" }
  /** How a file or a ticker of one's own comes in. */
  | { readonly kind: "own-data" }
  | { readonly kind: "smalltalk"; readonly of: "greeting" | "thanks" };
