import type { Problem } from "../render/problem.ts";
import type { AskableCommand } from "../asking/askable-command.ts";
import type { EarlierCall } from "../asking/understanding.ts";
import type { AskingTexts } from "../asking/asking-texts.ts";
import type { Company } from "../datasets/companies.ts";
import type { Datasets } from "../datasets/datasets.ts";
import type { Exercises } from "../exercises/exercises.ts";
import type { Lessons } from "../glossary/lessons.ts";
import type { PrintedFigure } from "../glossary/printed-figures.ts";
import type { HostedModel } from "../hosted/hosted-model.ts";
import type { Outcome } from "../outcome.ts";
import type { Answer, CommandCall } from "../render/reply.ts";
import type { Store } from "../store/store.ts";
import type { VariantCache } from "../grading/variant-cache.ts";
import type { Calculations } from "./calculations/calculations.ts";
import type { DataService } from "./data-service.ts";
import type { Recent } from "./recent.ts";
import type { SideEffects } from "./side-effects.ts";

/** Who asks: facts from Discord (or the terminal's flags); commands decide what they allow. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly roleIds: readonly string[];
  /** Has Discord's permission to manage the server. */
  readonly managesServer: boolean;
}

/** Where it was asked; null outside a server. */
export interface Place {
  readonly guildId: string | null;
  readonly channelId: string | null;
}

/** Who asks, where, and by which interaction. */
export interface Caller {
  readonly asker: Asker;
  readonly place: Place;
  readonly id: string;
}

/** The parts of the chapter, in its order, and what else the bot is for: the headings of /help. */
export const chapterParts = [
  "Co-movement",
  "Expected returns",
  "Tracking and hedging",
  "Risk budgets",
  "Performance",
  "Variance",
  "Frequency and time",
  "Exercises",
  "Questions",
  "Course",
] as const;

export type ChapterPart = (typeof chapterParts)[number];

/** A command as other commands know it: /help lists it, /ask leads to it. */
interface CommandListing extends AskableCommand {
  readonly description: string;
  readonly part: ChapterPart;
  readonly audience: "everyone" | "instructors" | "managers";
  readonly adds: boolean;
  readonly example: string | null;
  readonly instead: Readonly<Record<string, Instead>>;
  readonly options: Readonly<Record<string, ListedOption>>;
}

/** An option as other commands know it: what it takes, as in `Option`. */
type ListedOption = AskableCommand["options"][string] & {
  readonly description: string;
  readonly choices?: readonly { readonly value: string }[];
  readonly claims?: (words: string, frequency: "daily" | "weekly" | "monthly") => string | null;
  read(raw: string, name: string, context: AppContext): Outcome<unknown, Problem>;
};

/** What a command does where others have an option to choose by, and for which values. */
export interface Instead {
  /** After the command's name, as in "compares …". */
  readonly does: string;
  readonly values: readonly string[];
}

/** What the whole program has and every command may use. */
export interface AppContext {
  /** Each server's data; `datasets` and `variantCache` are those of the server where it is asked. */
  readonly data: DataService;
  readonly datasets: Datasets;
  readonly lessons: Lessons;
  /** How people ask for what, what they claim, what fails in their notebooks: for questions in free text. */
  readonly askingTexts: () => AskingTexts;
  /** Whether what was fetched is fetched again every week. */
  readonly refreshesData: boolean;
  /** Whether imported returns may be handed out as files; the sample always may. */
  readonly sharesImportedData: boolean;
  /** Companies by ticker, name and other spellings, with returns or without. */
  readonly companies: readonly Company[];
  readonly exercises: Exercises;
  /** Variants with their numbers, each solved once. */
  readonly variantCache: VariantCache;
  /** What the chapter prints, for the self-test. */
  readonly printedFigures: readonly PrintedFigure[];
  /** What survives a restart. The bot opens it before its first question, the terminal at its first use. */
  readonly store: () => Promise<Outcome<Store, Problem>>;
  /** The last call of each person in each channel that a question can go on from: the command alone, no word of anybody. */
  readonly lastCalls: Recent<EarlierCall>;
  /** What was typed into a form of which something could not be read, by person and variant. */
  readonly unreadableForms: Recent<Readonly<Record<string, string>>>;
  /** Days after which what a course has kept is deleted; null: never. */
  readonly retentionDays: number | null;
  /** May help to read a question that the reader is unsure of; null unless the host set one up. */
  readonly hostedModel: HostedModel | null;
  /** Where a browser finds the projector's pages, ending in "/"; null where the host has none. */
  readonly screenUrl: string | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** HMAC-SHA-256 of a text, in hexadecimal. */
  readonly keyedHash: (secret: string, text: string) => string;
  /** Calculations too long for the thread that answers. */
  readonly calculate: Calculations;
  /** What reaches beyond the reply: the server's channels, its members, uploaded files. */
  readonly sideEffects: SideEffects;
  /** Every listed command, in order. */
  readonly commandList: readonly CommandListing[];
  /** A typed command as a call, by the list of all commands. */
  readonly parse: (typed: string) => Outcome<CommandCall, Problem>;
  /** Another command's answer, for a command that stands for it. */
  readonly run: (call: CommandCall, caller: Caller) => Promise<Outcome<Answer, Problem>>;
}
