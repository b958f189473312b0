import { failure, success, type Outcome } from "../../outcome.ts";
import type { OptionProblem } from "../problem.ts";

type Unused = Extract<OptionProblem, { kind: "option-without-use" }>;

/** What only a question of one's own has. */
const ownOptions = ["question", "choices", "key", "about", "ticker", "factor", "from", "to", "budget", "share", "wrong", "message"] as const;
/** What only a quantity for a ticker has. */
const subjectOptions = ["ticker", "factor", "from", "to", "budget", "share"] as const;

/** Options as they were typed; what was left out is not there. */
type Typed = Readonly<Record<string, string>>;

/**
 * Refuses what would be dropped without a word: an instructor who typed it believes that it holds. Errors:
 * `option-without-use`, which says beside what.
 */
export function allUsed(command: string, typed: Typed, about: { readonly isOpen: boolean; readonly attempts: number | null }): Outcome<null, Unused> {
  const first = [...rulesOf(typed, about)].map(({ beside, options }) => ({ beside, options: options.filter((name) => says(typed, name)) })).find(({ options }) => options.length > 0);
  return first === undefined ? success(null) : failure({ kind: "option-without-use", command, ...first });
}

interface Rule {
  readonly beside: Unused["beside"];
  readonly options: readonly string[];
}

function* rulesOf(typed: Typed, { isOpen, attempts }: { readonly isOpen: boolean; readonly attempts: number | null }): Iterable<Rule> {
  const asNumbers = typed["as"]?.toLowerCase() === "numbers";
  if (says(typed, "exercise")) {
    yield { beside: "exercise", options: ownOptions };
    if (isOpen) yield { beside: "open-question", options: ["variants", "tolerance", "credit"] };
    if (asNumbers) yield { beside: "numbers", options: ["quantity", "why"] };
  } else {
    yield { beside: "own-question", options: ["variants", "quantity"] };
    const isTruth = /^\s*(?:true|false)\s*$/iu.test(typed["key"] ?? "");
    if (says(typed, "choices") || isTruth) yield { beside: "choices", options: [...subjectOptions, "tolerance", ...(asNumbers ? ["as"] : [])] };
  }
  const credits = typed["credit"]?.split(/[\s,;/]+/u).filter((part) => part !== "").length ?? 0;
  if (attempts !== null && credits > attempts) yield { beside: "attempts", options: ["credit"] };
}

/** A "false" is what it would be anyway. */
const says = (typed: Typed, name: string): boolean => typed[name] !== undefined && typed[name] !== "" && !(name === "variants" && /^false$/iu.test(typed[name]));
