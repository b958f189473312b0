import type { Quantity } from "./asked-quantity.ts";
import type { ParsedQuestion } from "./parsed-question.ts";

/** A command as the reader of free text knows it: everything here stands in the command's own literal. */
export interface AskableCommand {
  readonly name: string;
  readonly options: Readonly<Record<string, AskableOption>>;
  readonly asking: Asking | null;
}

export interface AskableOption {
  readonly required: boolean;
  /** The loaded series that its value names, and how many: assets, or the factors of a model. */
  readonly series?: { readonly as: "series" | "model"; readonly min: number; readonly max: number };
}

/** How people ask for a command. What it is about says how a question becomes its call. */
export type Asking = AssetAsking | CourseAsking | ExerciseAsking | { readonly about: "lesson" | "own-number" };

/** The quantities that a command's reply has, by what they are asked of. */
export interface AnsweredQuantities {
  /** Of one asset on one factor; also where nothing else fits. */
  readonly one?: readonly Quantity[];
  /** Of several assets side by side. */
  readonly several?: readonly Quantity[];
  /** Of one asset on several factors. */
  readonly multiple?: readonly Quantity[];
  /** Of one asset on both sides of a day: "has it changed since …". */
  readonly change?: readonly Quantity[];
  /** Of two assets, whether one's is more than the other's: tested, not only set side by side. */
  readonly difference?: readonly Quantity[];
  /** Of a factor or a rate itself. */
  readonly factor?: readonly Quantity[];
}

interface AssetAsking {
  readonly about: "assets";
  readonly answers: AnsweredQuantities;
  /** What its reply says first: what "why?" and "is that significant?" after it are about. */
  readonly headline: Quantity;
  /** What the question says for the command's further options. */
  readonly furtherOptions?: (question: ParsedQuestion) => Readonly<Record<string, string>>;
  /** It sets several assets side by side: one alone is no question for it. */
  readonly sideBySide?: boolean;
  /** Factors that are named are not its own. */
  readonly ignoresFactors?: boolean;
  /** Whether "weekly" or "monthly" is about its returns. */
  readonly takesFrequency?: (question: ParsedQuestion) => boolean;
  /** Offered for an asset when nothing else was understood. */
  readonly startingPoint?: boolean;
  /** The commands that answer what is asked next. */
  readonly next: readonly string[];
}

/** About the course itself: no options, and words that vote for it beside the classifier. */
interface CourseAsking {
  readonly about: "course";
  readonly words: RegExp;
}

interface ExerciseAsking {
  readonly about: "exercise";
  readonly words: RegExp;
}

type AskableAbout<About extends Asking["about"]> = AskableCommand & { readonly asking: Extract<Asking, { readonly about: About }> };

export const isAbout =
  <About extends Asking["about"]>(about: About) =>
  (command: AskableCommand): command is AskableAbout<About> =>
    command.asking?.about === about;

export type AssetCommand = AskableAbout<"assets">;

/** The only command about lessons, or about a number of the asker's own. */
export function commandAbout(commands: readonly AskableCommand[], about: "lesson" | "own-number"): string {
  const command = commands.find(isAbout(about));
  if (!command) throw new RangeError(`no command is about a ${about}`);
  return command.name;
}

/** The option that names the assets which a command is about; undefined where it is about none. */
export const subjectOption = ({ options }: AskableCommand): (AskableOption & { readonly name: string }) | undefined =>
  Object.entries(options)
    .map(([name, option]) => ({ name, ...option }))
    .find(({ series }) => series?.as === "series");
