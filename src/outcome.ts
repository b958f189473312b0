/**
 * The one leaf that every room may import: a result that can fail in ways a person can cause.
 *
 * A Problem carries facts and no prose: `render/problem.ts` words each kind once, in an exhaustive
 * switch. A bug of ours is never a Problem: it throws, and is caught once in `discord/dispatch`.
 */

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const failure = (problem: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem,
});

/** What a person can cause, by room. The union is closed: a new kind needs its words before it compiles. */
export type Problem = SeriesProblem | EngineProblem | OptionProblem | FileProblem | StoreProblem | AnswerProblem | UnreadableAnswer | PortProblem;

/** A name or a window that the loaded data cannot serve. */
export type SeriesProblem =
  | {
      readonly kind: "unknown-series";
      readonly asked: string;
      /** The most similar ids, best first; empty where nothing is near. */
      readonly nearest: readonly string[];
      /** How many series are loaded in all. */
      readonly available: number;
    }
  | {
      readonly kind: "no-overlap";
      readonly ranges: readonly { readonly series: string; readonly first: string; readonly last: string }[];
    }
  | { readonly kind: "reversed-window"; readonly from: string; readonly to: string }
  | {
      readonly kind: "wrong-frequency";
      readonly series: string;
      readonly has: string;
      readonly asked: string;
    };

/** What the mathematics refuses before it computes. */
export type EngineProblem =
  | {
      readonly kind: "too-few-rows";
      readonly rows: number;
      readonly needed: number;
      readonly series: readonly string[];
    }
  | {
      /** A total return where an excess return is needed, or the risk-free rate about to be taken off twice. */
      readonly kind: "wrong-return-kind";
      readonly series: string;
      readonly has: "excess" | "total" | "rate";
      readonly needs: "excess" | "total" | "rate";
    }
  | { readonly kind: "constant-series"; readonly series: string; readonly value: number }
  | {
      readonly kind: "collinear";
      /** The series that form an exact (to working precision) linear combination. */
      readonly series: readonly string[];
      readonly conditionNumber: number;
    }
  | { readonly kind: "ill-conditioned"; readonly conditionNumber: number; readonly digitsLeft: number }
  | { readonly kind: "not-finite"; readonly series: string; readonly date: string; readonly value: number }
  | { readonly kind: "factor-is-asset"; readonly series: string }
  /** The asset is a combination of the factors: no risk is left of its own to size, or to be paid for. */
  | { readonly kind: "exact-fit"; readonly asset: string; readonly factors: readonly string[] }
  | {
      readonly kind: "gaps-in-dates";
      readonly gaps: number;
      readonly first: { readonly after: string; readonly before: string };
    };

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
      readonly command: string;
      readonly option: string;
      readonly known: readonly string[];
    }
  | { readonly kind: "missing-option"; readonly command: string; readonly option: string }
  | { readonly kind: "too-many-words"; readonly command: string; readonly word: string }
  | {
      readonly kind: "unreadable-option";
      readonly option: string;
      readonly text: string;
      readonly expected: "date" | "whole number" | "number" | "true or false" | "money" | "share" | "file" | "moment" | "mention";
    }
  | {
      readonly kind: "not-a-choice";
      readonly option: string;
      readonly text: string;
      readonly choices: readonly string[];
    }
  | {
      readonly kind: "out-of-range";
      readonly option: string;
      readonly value: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      /** A list of series that names too few, or too many, different ones. */
      readonly kind: "series-count";
      readonly option: string;
      readonly found: number;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: "text-too-long"; readonly option: string; readonly length: number; readonly max: number }
  | { readonly kind: "not-allowed"; readonly command: string; readonly needs: "instructor" | "manager" }
  /** It belongs to a course, and was asked in a direct message. */
  | { readonly kind: "needs-server"; readonly command: string }
  /** A question to the class staff that was withdrawn, or that nobody asked here. */
  | { readonly kind: "unknown-question"; readonly asked: string }
  | { readonly kind: "unknown-exercise"; readonly asked: string; readonly nearest: readonly string[] }
  /** None of an exercise's variants makes a sound question of the loaded data. */
  | { readonly kind: "no-variant"; readonly exercise: string }
  | { readonly kind: "check-still-open"; readonly check: string; readonly people: number; readonly closesAt: number | null }
  | { readonly kind: "unknown-student"; readonly asked: string }
  /** A closing time that has passed already. */
  | { readonly kind: "past-moment"; readonly option: string; readonly at: number }
  | { readonly kind: "cannot-post"; readonly channel: string };

/** What is wrong with a data file: always the file, the line and the column where they are known. */
export type FileProblem = {
  readonly kind: "bad-file";
  readonly file: string;
  /** 1 is the file's first line; null where the fault is the whole file's. */
  readonly line: number | null;
  /** The column's name or 1-based number; null where the fault is the whole line's. */
  readonly column: string | null;
  readonly fault:
    | "missing"
    | "empty"
    | "too-large"
    | "wrong-delimiter"
    | "decimal-comma"
    | "day-first-date"
    | "unreadable-date"
    | "repeated-date"
    | "unsorted"
    | "not-a-number"
    | "no-series"
    | "not-a-price"
    | "wrong-width"
    | "bad-name"
    | "repeated-name"
    | "no-header"
    | "no-rows"
    | "bad-quotes"
    | "binary"
    | "bad-archive"
    | "not-finite"
    | "not-a-return"
    | "in-percent"
    | "unknown-kind"
    | "unknown-frequency"
    | "not-a-file"
    | "unreadable"
    | "changed-since-import"
    | "unwritable"
    | "offline"
    | "not-found"
    | "cut-short"
    | "too-slow";
  /** The offending text, cut short. */
  readonly found: string;
};

/** Why the store cannot be opened, saved or restored. `where` is a file, or host:port/database: never a password. */
export type StoreProblem =
  | {
      readonly kind: "store-unreachable";
      readonly where: string;
      readonly reason:
        | "cannot-open"
        | "read-only"
        | "busy"
        | "bad-address"
        | "refused"
        | "no-such-host"
        | "not-authorised"
        | "no-such-database"
        | "timed-out"
        | "other";
      /** What the database or the system said. */
      readonly detail: string;
    }
  | {
      readonly kind: "store-damaged";
      readonly where: string;
      /** not-ours: a sound database, but of another program. */
      readonly fault: "not-a-database" | "damaged" | "not-ours";
      readonly detail: string;
    }
  | {
      /** Made by a newer version of this program: the first migration unknown here, and the last one known. */
      readonly kind: "store-newer";
      readonly where: string;
      readonly found: string;
      readonly known: string;
    }
  | { readonly kind: "store-not-empty"; readonly where: string; readonly table: string }
  | { readonly kind: "backup-exists"; readonly where: string }
  | {
      readonly kind: "bad-dump";
      /** 1 is the dump's first line. */
      readonly line: number;
      readonly fault: "not-a-dump" | "not-a-row" | "does-not-fit" | "cut-short";
      readonly detail: string;
    };

/** Why a field of a form can't be understood. It costs no attempt. */
export interface UnreadableAnswer {
  readonly kind: "unreadable-answer";
  readonly text: string;
  readonly reason: UnreadableReason;
  /** What can be chosen, where the answer is a choice. */
  readonly choices: readonly string[];
}

export type UnreadableReason =
  | "empty"
  | "no-number"
  | "several-numbers"
  /** "1,234": a thousand, or a decimal comma. */
  | "ambiguous-comma"
  | "misplaced-separator"
  | "brackets"
  /** "< 0.001": a bound, not a number. */
  | "bound"
  | "other-currency"
  | "percent-of-dollars"
  | "scaled-fraction"
  | "division-by-zero"
  | "too-large"
  | "too-long"
  | "no-choice"
  | "several-choices";

/** Why an answer is not taken. Times are epoch milliseconds. */
export type AnswerProblem =
  | { readonly kind: "unknown-check"; readonly asked: string }
  | { readonly kind: "check-not-open"; readonly check: string; readonly opensAt: number }
  | { readonly kind: "check-closed"; readonly check: string; readonly closedAt: number; readonly voided: boolean }
  | { readonly kind: "no-attempts-left"; readonly attempts: number }
  | {
      /** The attempts refill over time; a right answer never waits for one. */
      readonly kind: "too-soon";
      readonly nextAt: number;
    };

/** The course server cannot listen where it was told to. */
export interface PortProblem {
  readonly kind: "port-taken";
  readonly port: number;
}
