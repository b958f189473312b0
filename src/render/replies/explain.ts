import type { APIEmbed } from "discord-api-types/v10";
import type { FactorFit } from "../../engine/factor-fit.ts";
import type { TemplatePart } from "../../figures/template.ts";
import type { Lesson } from "../../glossary/lesson.ts";
import { capitalized } from "../capitalized.ts";
import { templateText } from "../figure-text.ts";
import { escaped } from "../plain.ts";
import { recipeLine, type SeriesProvenance } from "../recipe.ts";
import { reply, type CommandCall, type NextStep, type Reply } from "../reply.ts";

/** An entry with its formula filled, and the regression its numbers come from. */
export interface ExplainedLesson {
  readonly lesson: Lesson;
  readonly filled: readonly TemplatePart[] | null;
  readonly from: { readonly fit: FactorFit; readonly sources: readonly SeriesProvenance[] } | null;
}

/** One entry: the line, the paragraph, the formula with an asset's numbers, the common mistakes. */
export function explainReply(
  explained: ExplainedLesson,
  links: {
    readonly prerequisites: readonly Lesson[];
    /** The commands that show it, as they are typed and as they are called. */
    readonly commands: readonly (CommandCall & { readonly typed: string })[];
  },
): Reply {
  const { lesson, from } = explained;
  const ticker: Record<string, string> = from ? { ticker: from.fit.asset } : {};
  const steps: readonly NextStep[] = [
    ...links.commands.map(({ typed, command, options }): NextStep => ({ label: typed, command, options, style: "primary" })),
    ...(lesson.exercise === null ? [] : [{ label: "Practise it", command: "practice", options: { exercise: lesson.exercise } }]),
    ...links.prerequisites.map(({ id, name }) => ({
      label: `First: ${name}`,
      command: "explain",
      options: { topic: id, ...ticker },
    })),
  ];
  return reply({
    embed: {
      title: titleOf(lesson),
      description: [...textOf(explained), ...mistakesOf(lesson)].join("\n\n"),
      color: blue,
      footer: footerOf([explained]),
    },
    nextSteps: steps.slice(0, 5),
    result: { lesson, filled: explained.filled },
  });
}

/** Entries side by side: on a phone, one under the other. */
export function versusReply(entries: readonly ExplainedLesson[]): Reply {
  return reply({
    embed: {
      title: entries.map(({ lesson }) => titleOf(lesson)).join(" · "),
      description: entries.map((entry) => [`__${titleOf(entry.lesson)}__`, ...textOf(entry)].join("\n")).join("\n\n"),
      color: blue,
      footer: footerOf(entries),
    },
    nextSteps: entries.map(({ lesson }) => ({
      label: `More on ${lesson.name}`,
      command: "explain",
      options: { topic: lesson.id },
    })),
    result: { lessons: entries.map(({ lesson }) => lesson) },
  });
}

function textOf({ lesson, filled }: ExplainedLesson): readonly string[] {
  const formulas = [lesson.formula, filled && templateText(filled)].filter((text) => text !== null);
  return [
    `**${escaped(lesson.line)}**`,
    escaped(lesson.paragraph),
    ...(formulas.length > 0 ? [formulas.map((text) => `> ${escaped(text)}`).join("\n")] : []),
  ];
}

const mistakesOf = ({ mistakes }: Lesson): readonly string[] =>
  mistakes.length === 0 ? [] : [`Easily mistaken:\n${mistakes.map((mistake) => `- ${escaped(mistake)}`).join("\n")}`];

function footerOf(entries: readonly ExplainedLesson[]): NonNullable<APIEmbed["footer"]> {
  const sections = [...new Set(entries.map(({ lesson }) => lesson.section))];
  const chapter = `Chapter ${sections.join(" and ")}`;
  const from = entries.find(({ filled }) => filled !== null)?.from;
  if (!from) return { text: chapter };
  const { fit, sources } = from;
  const formula = `${fit.asset} ~ ${fit.factors.join(" + ")}`;
  return { text: `${chapter} · ${recipeLine({ formula, sample: fit.sample, estimator: "OLS", sources })}` };
}

const titleOf = ({ name }: Lesson): string => escaped(capitalized(name));

const blue = 0x0072b2;
