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

/** Words that point at a command, and how sure they make it (0 to 1); a placeholder stands for each asset, date and amount. */
export interface Cue {
  readonly confidence: number;
  readonly words: RegExp;
}

/** What points at a command besides its cues. */
export interface EvidenceContext {
  readonly question: ParsedQuestion;
  /** Assets that the words set side by side. */
  readonly compared: readonly string[];
  /** What the cues point at. */
  readonly matches: readonly { readonly command: string; readonly confidence: number }[];
  /** What unknown words, and a question that wants to understand, take off. */
  readonly penalty: number;
}

export interface AssetAsking {
  readonly about: "assets";
  readonly cues: readonly Cue[];
  /** The confidence that something else than a cue gives, or null. */
  readonly evidence?: (context: EvidenceContext) => number | null;
  /** Another command that the question is for although this one's cues match. */
  readonly instead?: (question: ParsedQuestion) => string | null;
  /** What the question says for the command's further options. */
  readonly furtherOptions?: (question: ParsedQuestion) => Readonly<Record<string, string>>;
  /** It sets several assets side by side: one alone is no question for it. */
  readonly sideBySide?: boolean;
  /** Factors that are named are not its own. */
  readonly ignoresFactors?: boolean;
  /** Whether "monthly" is about its returns. */
  readonly takesFrequency?: (question: ParsedQuestion) => boolean;
  /** Offered for an asset when nothing else was understood. */
  readonly startingPoint?: boolean;
  /** The commands that answer what is asked next. */
  readonly next: readonly string[];
}

/** About the course itself: one pattern, no options. */
export interface CourseAsking extends Cue {
  readonly about: "course";
  /** What still points at it where an asset is named: its words, or only its likeness to the examples. */
  readonly besideAsset: "words" | "examples";
}

export interface ExerciseAsking {
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
