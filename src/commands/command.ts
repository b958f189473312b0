import type { Problem } from "../render/problem.ts";
import { success, type Outcome } from "../outcome.ts";
import { recordingPrints } from "../render/prints.ts";
import type { DataSeries } from "../datasets/datasets.ts";
import type { Answer, CommandCall, DeclaredReply, Reply } from "../render/reply.ts";
import type { Option, RawOption } from "./options/option.ts";
import type { Asking } from "../asking/askable-command.ts";
import type { Asker, ChapterPart, Instead, Place, AppContext } from "./app-context.ts";
import { type OptionsOf, readLeniently } from "./read-options.ts";
import { textsOf } from "./texts-of.ts";

/** A question as a command receives it: its options read and valid. */
export interface Question<Options> extends AppContext {
  readonly options: Options;
  /** The same as they were typed, by name; files and what was left out have none. */
  readonly typed: CommandCall["options"];
  readonly asker: Asker;
  readonly place: Place;
  /** Names the interaction: the same one delivered twice has the same id. */
  readonly id: string;
}

/** What is true of a command however it is answered; nothing of it stands anywhere else. */
export interface CommandFacts {
  /** "beta", or with its subcommand "data list": as it is typed after the slash. */
  readonly name: string;
  readonly description: string;
  /** The part of the chapter it belongs to, for /help. */
  readonly part: ChapterPart;
  /** instructors: who manages the server, and the course's own role; managers: the former alone. */
  readonly audience?: "everyone" | "instructors" | "managers";
  /** Its entry in the menu of a message, and the option that the message's text becomes. */
  readonly menu?: { readonly name: string; readonly option: string } | null;
  /** false: reached through buttons and forms only, not registered as a slash command. */
  readonly listed?: boolean;
  /** Adds to what a course keeps: refused once the course is closed. */
  readonly adds?: boolean;
  /** Takes a tenth of a second and more of the one thread that everybody shares. */
  readonly heavy?: boolean;
  /** Its reply depends on its options and the data alone, and is remembered (`cached-command.ts`). */
  readonly cached?: boolean;
  /** A first thing to try, as it is typed. */
  readonly example?: string | null;
  /** Its place among the few that a newcomer is offered first, from 1; null for the others. */
  readonly firstOffered?: number | null;
  /** A call that prepares what its first answer needs, made before anybody asks. */
  readonly warmUp?: string | null;
  /** What it does where other commands have an option, by the option's name. */
  readonly instead?: Readonly<Record<string, Instead>>;
  /** How people ask for it in free text; null: they don't. */
  readonly asking?: Asking | null;
}

export interface Command extends Required<CommandFacts> {
  readonly options: Readonly<Record<string, Option<unknown>>>;
  /** Its answer may be a form, which Discord takes only as the first response: no announcement may come before it. */
  readonly opensForm: boolean;
  /** Validate → one pure call → one reply. `raw` is what was typed, by option name. */
  answer(
    raw: Readonly<Record<string, RawOption>>,
    question: Omit<Question<unknown>, "options" | "typed">,
  ): Promise<Outcome<Answer, Problem>>;
}

/** Whether one of the options is a series, or several. */
type TakesSeries<Values> = true extends { [Name in keyof Values]: NonNullable<Values[Name]> extends DataSeries | readonly DataSeries[] ? true : never }[keyof Values] ? true : false;

/** A form comes only from a command that declares it; a command that takes series says what its figures are of. */
type AnswerOf<Values, OpensForm extends boolean> = OpensForm extends true ? Answer : TakesSeries<Values> extends true ? DeclaredReply : Reply;

type Promised<T> = T | Promise<T>;

interface Definition<Values extends object, Result extends Answer> extends CommandFacts {
  readonly options: OptionsOf<Values>;
  readonly run: (question: Question<Values>) => Promised<Outcome<Result, Problem>>;
}

/** One literal whose option types flow into `run`. */
export function defineCommand<Values extends object, OpensForm extends boolean = false>(
  definition: Definition<Values, AnswerOf<Values, OpensForm>> & { readonly opensForm?: OpensForm },
): Command {
  return commandOf<Values>(definition);
}

/** A command, whatever its replies declare: `defineCommand` and `defineAnalysis` see to it that they do. */
export function commandOf<Values extends object>(definition: Definition<Values, Answer> & { readonly opensForm?: boolean }): Command {
  const { opensForm, run, ...facts } = definition;
  // No prototype: what is typed as an option's name, like "constructor" or "__proto__", is never one of Object's own.
  const options: OptionsOf<Values> = Object.assign(Object.create(null) as object, definition.options);
  return {
    ...defaultFacts,
    ...facts,
    options,
    opensForm: opensForm ?? false,
    async answer(raw, question) {
      const read = readLeniently(definition.name, options, raw, question);
      if (!read.ok) return read;
      const { values, placed } = read.value;
      const { written, numbers } = await recordingPrints(() => run({ ...question, options: values, typed: textsOf(placed) }));
      if (!written.ok || written.value.kind === "form") return written;
      const typed = numbersTyped(values);
      return success({
        ...written.value,
        prints: [...(written.value.prints ?? []), ...numbers.filter((value) => !typed.has(value))],
        ...(facts.asking ? { call: { command: definition.name, options: textsOf(placed) } } : {}),
      });
    },
  };
}

const defaultFacts = { audience: "everyone", menu: null, listed: true, adds: false, heavy: false, cached: false, example: null, firstOffered: null, warmUp: null, instead: {}, asking: null } as const;

/** Numbers that a person typed are no news to them; were they among what a reply of no series prints, one that is withheld would confirm a guess. */
const numbersTyped = (values: object): ReadonlySet<number> => new Set(Object.values(values).filter((value) => typeof value === "number"));
