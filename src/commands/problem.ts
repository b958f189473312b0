import type { OutOfRange } from "../engine/problem.ts";
import type { NotAChoice } from "../exercises/problem.ts";
import type { StoreProblem } from "../store/problem.ts";
import type { NamedAssignmentProblem, SeveralAssignments } from "../grading/named-assignments.ts";

type StoreBusyReason = Extract<StoreProblem, { kind: "store-busy" }>["reason"];

/** What was typed into an option. `option` is the option's name. */
export type OptionProblem =
  | {
      readonly kind: "unknown-topic";
      readonly asked: string;
      readonly nearest: readonly string[];
      /** How many entries the glossary has. */
      readonly available: number;
    }
  | { readonly kind: "unknown-command"; readonly asked: string; readonly nearest: readonly string[] }
  | {
      readonly kind: "unknown-option";
      /** Options that it may be a slip of, best first. */
      readonly nearest: readonly string[];
      readonly command: string;
      readonly option: string;
      readonly known: readonly string[];
      readonly value: string;
      /** The call without it. */
      readonly rest: Readonly<Record<string, string>>;
    }
  | { readonly kind: "missing-option"; readonly command: string; readonly option: string; /** Another option that does in its place. */ readonly or?: string }
  /** A model of several factors where the command takes one. */
  | { readonly kind: "takes-one-factor"; readonly command: string; readonly word: string }
  /** A list of assets where the command takes one; with what stood beside the list, and the options that were read. */
  | { readonly kind: "several-assets"; readonly command: string; readonly assets: readonly string[]; readonly rest: string; readonly others: Readonly<Record<string, string>>; /** Whether one may be the other's factor. */ readonly takesFactor: boolean }
  /** How often returns could be measured, and are not here. */
  | { readonly kind: "no-such-frequency"; readonly word: string; readonly has: readonly string[]; /** A command whose reply has it, and what that does. */ readonly elsewhere: { readonly command: string; readonly does: string } | null }
  | { readonly kind: "too-many-words"; readonly command: string; readonly word: string; readonly known: readonly string[]; /** The call without it. */ readonly rest: Readonly<Record<string, string>> }
  /** A word that no option of this command takes, and options of others do. */
  | {
      readonly kind: "option-elsewhere";
      readonly command: string;
      readonly word: string;
      /** What this command does where others have the option; null where nothing of the kind. */
      readonly does: string | null;
      /** The calls that take it, each with the option that does. */
      readonly takers: readonly { readonly command: string; readonly option: string; readonly value: string; readonly assets: readonly string[]; readonly options: Readonly<Record<string, string>> }[];
      /** The call without the word. */
      readonly rest: Readonly<Record<string, string>>;
    }
  /** An option's name alone, of this command or another one that has it. */
  | { readonly kind: "option-without-value"; readonly command: string; readonly option: string; readonly choices: readonly string[]; readonly rest: Readonly<Record<string, string>> }
  /** Two values for one option: "monthly weekly". */
  | { readonly kind: "given-twice"; readonly command: string; readonly option: string; readonly first: string; readonly second: string; readonly rest: Readonly<Record<string, string>> }
  | {
      readonly kind: "unreadable-option";
      readonly option: string;
      readonly text: string;
      readonly expected: "date" | "whole number" | "number" | "true or false" | "money" | "share" | "file" | "moment" | "mention" | "credit" | "lags";
    }
  | {
      /** A list of series that names too few, or too many, different ones. */
      readonly kind: "series-count";
      readonly option: string;
      readonly found: number;
      readonly min: number;
      readonly max: number;
      /** Those that it names, where it takes one. */
      readonly series?: readonly string[];
    }
  /** Choices of an instructor's own: too few or many, two alike, or one too long. */
  | { readonly kind: "bad-choices"; readonly found: number; readonly reason: "count" | "alike" | "long" }
  | { readonly kind: "text-too-long"; readonly option: string; readonly length: number; readonly max: number }
  /** A closing time that has passed already. */
  | { readonly kind: "past-moment"; readonly option: string; readonly at: number }
  /** A span of more than a year. */
  | { readonly kind: "far-moment"; readonly option: string; readonly text: string; readonly at: number }
  /** A time that can be one of several: 11/12, next Friday. */
  | { readonly kind: "unclear-moment"; readonly option: string; readonly text: string; readonly readings: readonly { readonly at: number; readonly words: string }[] }
  /** Times that a clock shows, in a course that has not said whose. */
  | { readonly kind: "no-time-zone"; readonly times: readonly { readonly option: string; readonly text: string }[] }
  /** A closing time that comes before the opening; `later`: the next one of that name, in words too. */
  | { readonly kind: "closes-before-opens"; readonly text: string; readonly opensAt: number; readonly later: number; readonly words: string }
  /** The number of a key that can be another one, or stands among words. */
  | { readonly kind: "unclear-number"; readonly option: string; readonly text: string; readonly readings: readonly string[] }
  /** One number as the key of a check whose students each have a variant, with a key of its own. */
  | { readonly kind: "one-key-for-variants"; readonly part: string; readonly text: string; readonly variants: number }
  /** Options that would be dropped, and what they are beside. */
  | { readonly kind: "option-without-use"; readonly command: string; readonly options: readonly string[]; readonly beside: "exercise" | "own-question" | "open-question" | "choices" | "numbers" | "attempts" | "opens" }
  | OutOfRange
  | NotAChoice;

/** What a course does not allow, or does not have. */
export type CourseProblem =
  | { readonly kind: "not-allowed"; readonly command: string; readonly needs: "instructor" | "manager" }
  /** A name that a portfolio can't have. */
  /** No loaded file has so many portfolios; how many those have that are loaded. */
  | { readonly kind: "no-portfolio-set"; readonly asked: number; readonly has: readonly number[] }
  | { readonly kind: "unusable-name"; readonly name: string; readonly reason: "unreadable" | "taken" }
  /** Series from files whose terms may not let the bot hand them out. */
  | { readonly kind: "data-not-shared"; readonly series: readonly string[] }
  /** The course's term is over; epoch milliseconds. */
  | { readonly kind: "course-closed"; readonly closedAt: number }
  /** It belongs to a course, and was asked in a direct message. */
  | { readonly kind: "needs-server"; readonly command: string }
  /** A question to the class staff that was withdrawn, or that nobody asked here. */
  | { readonly kind: "unknown-question"; readonly asked: string }
  | { readonly kind: "check-still-open"; readonly check: string; readonly people: number; readonly closesAt: number | null }
  /** Several checks that a command could mean, none of them named. */
  | { readonly kind: "which-check"; readonly checks: readonly { readonly id: string; readonly title: string }[] }
  | SameDataElsewhere
  | { readonly kind: "unknown-student"; readonly asked: string }
  /** Canvas has several assignments that a check's scores could go to, or what was said of them can't be used. */
  | SeveralAssignments
  | NamedAssignmentProblem
  /** A code of the roster that claims no row. */
  | { readonly kind: "claim-refused"; readonly reason: "unknown-code" | "taken" | "other-row" }
  /** A role or channel that a course can't use. */
  | { readonly kind: "unusable-setting"; readonly option: string; readonly reason: "everyone" | "no-channel" | "no-time-zone"; readonly asked: string }
  /** The store was lost while a check was created: it may be there, and is then posted by itself. `check`: its id where it is known to be stored. */
  | { readonly kind: "check-uncertain"; readonly check: string | null }
  /** The same of a question to the staff; the same words again are the same question. */
  | { readonly kind: "question-uncertain" }
  /** The store was lost before it had taken a check or a question: there is none, and nothing was posted. */
  | { readonly kind: "not-stored"; readonly what: "check" | "question"; readonly reason: StoreBusyReason }
  /** More questions to the staff than a person may ask in a while. */
  | { readonly kind: "too-many-questions"; readonly nextAt: number };

/** A message that the bot may not write, or has no channel for. */
export type PostProblem =
  | { readonly kind: "cannot-post"; readonly channel: string; /** gone: the channel or the message; locked: a thread that takes nothing more. */ readonly why: "forbidden" | "gone" | "locked" }
  /** Discord did not confirm it: it may be there or not. */
  | { readonly kind: "post-uncertain"; readonly channel: string };

/** A check on the data of one that is open on another server, whose student the caller is; `until` in epoch milliseconds. */
export interface SameDataElsewhere {
  readonly kind: "same-data-elsewhere";
  readonly title: string;
  readonly until: number | null;
}
