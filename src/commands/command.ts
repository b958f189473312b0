import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Answer, Reply } from "../render/reply.ts";
import type { Option, RawOption } from "./options/option.ts";
import type { Asker, ChapterPart, Place, AppContext } from "./app-context.ts";

/** A question as a command receives it: its options read and valid. */
export interface Question<Options> extends AppContext {
  readonly options: Options;
  readonly asker: Asker;
  readonly place: Place;
  /** Names the interaction: the same one delivered twice has the same id. */
  readonly id: string;
}

export interface Command {
  /** "beta", or with its subcommand "data list": as it is typed after the slash. */
  readonly name: string;
  readonly description: string;
  readonly options: Readonly<Record<string, Option<unknown>>>;
  /** instructors: who manages the server, and the course's own role; managers: the former alone. */
  readonly audience: "everyone" | "instructors" | "managers";
  /** The part of the chapter it belongs to, for /help. */
  readonly part: ChapterPart;
  /** Its entry in the menu of a message, and the option that the message's text becomes. */
  readonly menu: { readonly name: string; readonly option: string } | null;
  /** false: reached through buttons and forms only, not registered as a slash command. */
  readonly listed: boolean;
  /** Its answer may be a form, which Discord takes only as the first response: no announcement may come before it. */
  readonly opensForm: boolean;
  /** Validate → one pure call → one reply. `raw` is what was typed, by option name. */
  answer(
    raw: Readonly<Record<string, RawOption>>,
    question: Omit<Question<unknown>, "options">,
  ): Promise<Outcome<Answer, Problem>>;
}

type OptionValues<Options> = { readonly [Name in keyof Options]: Options[Name] extends Option<infer T> ? T : never };

/** A form comes only from who says so. */
type CommandOutcome<OpensForm extends boolean> = Outcome<OpensForm extends true ? Answer : Reply, Problem>;

/** One literal whose option types flow into `run`. */
export function defineCommand<const Options extends Readonly<Record<string, Option<unknown>>>, OpensForm extends boolean = false>(definition: {
  readonly name: string;
  readonly description: string;
  readonly options: Options;
  readonly audience?: Command["audience"];
  readonly part: ChapterPart;
  readonly menu?: Command["menu"];
  readonly listed?: boolean;
  readonly opensForm?: OpensForm;
  run(question: Question<OptionValues<Options>>): CommandOutcome<OpensForm> | Promise<CommandOutcome<OpensForm>>;
}): Command {
  return {
    name: definition.name,
    description: definition.description,
    options: definition.options,
    audience: definition.audience ?? "everyone",
    part: definition.part,
    menu: definition.menu ?? null,
    listed: definition.listed ?? true,
    opensForm: definition.opensForm ?? false,
    async answer(raw, question) {
      const read = readOptions(definition.name, definition.options, raw, question);
      return read.ok ? definition.run({ ...question, options: read.value }) : read;
    },
  };
}

function readOptions<Options extends Readonly<Record<string, Option<unknown>>>>(
  command: string,
  options: Options,
  raw: Readonly<Record<string, RawOption>>,
  context: AppContext,
): Outcome<OptionValues<Options>, Problem> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(options, name)) {
      return failure({ kind: "unknown-option", command, option: name, known: Object.keys(options) });
    }
  }
  for (const [name, option] of Object.entries(options)) {
    const rawValue = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (rawValue === undefined || rawValue === "") {
      if (option.required) return failure({ kind: "missing-option", command, option: name });
      values[name] = option.defaultValue;
      continue;
    }
    const read = option.read(rawValue, name, context);
    if (!read.ok) return read;
    values[name] = read.value;
  }
  return success(values as OptionValues<Options>);
}
