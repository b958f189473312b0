import { withNamesKept } from "./plain.ts";
import type { APIEmbed } from "discord-api-types/v10";
import type { AnalysisFigures } from "./analysis-figures.ts";
import type { Subject } from "../grading/reported-regressions.ts";
import type { ChartSpec } from "./chart/chart-spec.ts";

/** What a command answers with: plain values, so tests compare them and any process can send them. */
export type Answer = Reply | Form;

export interface Reply {
  readonly kind: "reply";
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  /** The first embed shows the first picture. */
  readonly pictures: readonly Picture[];
  readonly files: readonly TextFile[];
  readonly nextSteps: readonly NextStep[];
  /** To choose from, below the buttons. */
  readonly menu?: Menu;
  readonly audience: "everyone" | "asker";
  /** Put in place of the message whose button was pressed, where there is one. */
  readonly replaces?: boolean;
  /** The message whose button was pressed is pinned in its channel. */
  readonly pins?: boolean;
  /** The engine's result objects behind the reply, by name, at full precision. */
  readonly result: Readonly<Record<string, unknown>>;
  /**
   * What its figures of the data are of: while a check is open, a reply on its rows is withheld from students by this.
   * Analyses have it from `defineAnalysis`; any other command that takes series declares it, by its type.
   */
  readonly subjects?: readonly Subject[];
  /** Of an analysis: what a question about it is answered from. */
  readonly figures?: AnalysisFigures;
  /** The numbers that its words and buttons print, as the writers noted them (`prints.ts`); set by `defineCommand`. */
  readonly prints?: readonly number[];
  /** The numbers that stand in its words whatever data are loaded, as the chapter prints them. */
  readonly written?: readonly number[];
  /** Of a command that questions lead to: its call, each word at its option; what "and for WMT?" goes on from. */
  readonly call?: CommandCall;
  /** The same without figures of the data, shown while a check is open whose key they would give away. */
  readonly withoutFigures?: Reply;
}

/** A reply that says what its figures are of. */
export type DeclaredReply = Reply & Required<Pick<Reply, "subjects">>;

/** A form to fill in (a Discord modal). What is entered becomes options of the command it submits to. */
export interface Form {
  readonly kind: "form";
  readonly title: string;
  /** Markdown above the fields. */
  readonly text?: string;
  readonly fields: readonly FormField[];
  readonly submit: CommandCall;
  readonly result: Readonly<Record<string, unknown>>;
}

export interface FormField {
  /** The option of the submitted command that the entry becomes. */
  readonly option: string;
  readonly label: string;
  readonly placeholder?: string;
  /** The field's initial text, or the choice that is made at first. */
  readonly value?: string;
  /** What can be chosen, from two to ten; left out: a text is typed. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly required: boolean;
  readonly long?: boolean;
  readonly maxLength: number;
}

export interface Picture {
  /** "beta.png"; unique in the reply. */
  readonly filename: string;
  readonly spec: ChartSpec;
  /** Alt text, from the data; at most 1,024 characters of which the first 125 are enough. */
  readonly description: string;
}

export interface TextFile {
  readonly filename: string;
  /** Its text in parts; the parts of a long table are generated lazily, so that other replies need not wait for it. */
  readonly parts: Iterable<string>;
  readonly description: string;
  /** The figures of the data that it prints, for hiding the keys of open checks; worked out when they are needed. */
  readonly numbers: () => Iterable<number>;
}

/** Of a file that prints no figure of the data. */
export const noNumbers = (): readonly number[] => [];

/** The numbers in a table's rows. */
export const numbersIn = (rows: readonly (readonly unknown[])[]): readonly number[] => rows.flat().filter((cell) => typeof cell === "number");

/** A file's whole text. */
export const textOf = ({ parts }: TextFile): string => [...parts].join("");

/** A command with its options as text, exactly as a person would type them. */
export interface CommandCall {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** A next step is another command: a button, with nothing of its own in memory. */
export interface NextStep extends CommandCall {
  readonly label: string;
  readonly style?: "primary" | "secondary" | "success" | "danger";
}

/** A list to choose from: the choice becomes the option `choice` of the command. */
export interface Menu extends CommandCall {
  readonly placeholder: string;
  /** At most 25. */
  readonly choices: readonly { readonly value: string; readonly label: string; readonly description: string }[];
}

/** What most replies are: one embed, perhaps with its picture. */
export function reply(parts: {
  readonly embed: APIEmbed;
  readonly picture?: Picture;
  readonly files?: readonly TextFile[];
  readonly nextSteps?: readonly NextStep[];
  readonly menu?: Menu;
  readonly audience?: Reply["audience"];
  readonly replaces?: boolean;
  readonly result: Readonly<Record<string, unknown>>;
}): Reply {
  const { picture } = parts;
  const { title, description } = parts.embed;
  const embed = {
    ...parts.embed,
    ...(title === undefined ? {} : { title: withNamesKept(title) }),
    ...(description === undefined ? {} : { description: withNamesKept(description) }),
  };
  return {
    kind: "reply",
    embeds: [picture ? { ...embed, image: { url: `attachment://${picture.filename}`, description: picture.description } } : embed],
    pictures: picture ? [picture] : [],
    files: parts.files ?? [],
    nextSteps: parts.nextSteps ?? [],
    ...(parts.menu ? { menu: parts.menu } : {}),
    audience: parts.audience ?? "everyone",
    ...(parts.replaces ? { replaces: true } : {}),
    result: parts.result,
  };
}
