import { chapterSections, type ChapterSection } from "../figures/chapter-sections.ts";
import { lessonOfMistake } from "../exercises/diagnosis-words.ts";
import { isClosed } from "../grading/find-check.ts";
import { itemStatistics } from "../grading/item-statistics.ts";
import { misconceptions, type Misconception } from "../grading/misconceptions.ts";
import { placeholdersIn } from "../figures/template.ts";
import { attemptAsync } from "../outcome.ts";
import { misconceptionsReply, statisticsReply, type ShownMisconceptions } from "../render/replies/statistics.ts";
import type { AppContext } from "./app-context.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { defineCommand } from "./command.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;
const mostChecks = 500;

export const gradebookStatistics = defineCommand({
  ...sharedFields,
  name: "gradebook statistics",
  description: "How the closed checks did as questions: difficulty, discrimination, first tries, time",
  options: {},
  run: (question) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const now = question.now();
      const checks = (await store.checks.list(question.place.guildId ?? "", mostChecks)).filter((check) => isClosed(check, now) && check.voidedAt === null && check.message !== null);
      for (const check of checks) yield* await notHeldElsewhere(check, question, store);
      const answered = await Promise.all(checks.map(async (check) => ({ check, answers: await store.answers.ofItem({ kind: "check", check: check.id }) })));
      return statisticsReply(itemStatistics(answered));
    }),
});

export const gradebookMisconceptions = defineCommand({
  ...sharedFields,
  name: "gradebook misconceptions",
  description: "What the course gets wrong, by section of the chapter, with the lesson that addresses each",
  options: {},
  run: (question) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const guild = question.place.guildId ?? "";
      const now = question.now();
      // Like their results, what open checks were answered with is hidden from everybody.
      const open = new Set((await store.checks.listOpen(guild, now)).map(({ id }) => id));
      const made = (await store.results.mistakes(guild)).filter(({ item }) => item.kind !== "check" || !open.has(item.check));
      const sectionOf = new Map((await store.roster.entries(guild)).flatMap(({ person, section }) => (person === null || section === "" ? [] : [[person, section] as const])));
      const { shown, ...rest } = misconceptions(made, (person) => sectionOf.get(person) ?? null);
      return misconceptionsReply({ ...rest, chapters: byChapter(shown, question) });
    }),
});

const ownQuestions = "Own questions";

function byChapter(shown: readonly Misconception[], context: AppContext): ShownMisconceptions["chapters"] {
  const groups = new Map<string, ShownMisconceptions["chapters"][number]["mistakes"]>();
  for (const { mistake, quantity, people, sections } of shown) {
    const lesson = lessonIn(context, lessonOfMistake(context.exercises.diagnoses, mistake, quantity));
    const heading = lesson === null ? ownQuestions : headingOf(lesson.section);
    groups.set(heading, [...(groups.get(heading) ?? []), { words: mistakeWords(mistake, context), people, sections, lesson }]);
  }
  const order = [...Object.keys(chapterSections).map((section) => headingOf(section as ChapterSection)), ownQuestions];
  return order.flatMap((heading) => {
    const mistakes = groups.get(heading);
    return mistakes === undefined ? [] : [{ heading, mistakes }];
  });
}

const headingOf = (section: ChapterSection): string => `${section} ${chapterSections[section]}`;

const lessonIn = ({ lessons }: AppContext, id: string | null) => (id === null ? null : lessons.find(id));

/** Of all stocks together: the names of one variant's data would be another's. */
function mistakeWords(id: string, { exercises: { diagnoses } }: AppContext): string {
  const words = diagnoses.mistakes[id]?.if;
  if (words === undefined) return id.startsWith("named-") || id.startsWith("own-") ? "as an instructor named" : id.replaceAll("-", " ");
  return placeholdersIn(words).length === 0 ? words : words.replaceAll("{asset}", "the stock").replaceAll("{factor}", "the factor").replaceAll("{other}", "the other stock").replaceAll("{first}", "the first day").replaceAll("{last}", "the last day").replaceAll(/\{(\w+)\}/gu, "$1");
}
