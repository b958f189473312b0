import { courseMatters } from "../asking/course-matters.ts";
import type { Understanding } from "../asking/understanding.ts";
import { commandAbout } from "../asking/askable-command.ts";
import { plainReading } from "../asking/command-readings.ts";
import { ProblemError } from "../outcome.ts";
import type { CourseFact } from "../store/course-facts.ts";
import type { Store } from "../store/store.ts";
import type { AppContext, Caller } from "./app-context.ts";

/** The matters that a course can answer, by their names for people. */
export const matterNames: ReadonlyMap<string, string> = new Map(courseMatters.map(({ id, name }) => [id, name]));

interface StaffAnswers {
  readonly understanding: Understanding;
  /** What the staff say of the matter that is asked about. */
  readonly fact: CourseFact | null;
  /** What they say to whoever is not well. */
  readonly help: string | null;
}

const longestText = 300;

/**
 * What the course's staff have said about a question that nothing else answers: of its matter, or by attaching an entry to
 * its words. What they have not is counted for them. A store that fails costs no answer.
 */
export async function staffAnswers(understanding: Understanding, question: string, context: AppContext & Caller): Promise<StaffAnswers> {
  const nothing: StaffAnswers = { understanding, fact: null, help: null };
  const guild = context.place.guildId;
  if (guild === null || (understanding.kind !== "unsure" && understanding.kind !== "course-fact" && understanding.kind !== "distress")) return nothing;
  const opened = await context.store();
  if (!opened.ok) return nothing;
  try {
    return await answersIn(opened.value, guild, understanding, question, context);
  } catch (error) {
    if (error instanceof ProblemError) return nothing;
    throw error;
  }
}

async function answersIn(store: Store, guild: string, understanding: Extract<Understanding, { readonly kind: "unsure" | "course-fact" | "distress" }>, question: string, context: AppContext): Promise<StaffAnswers> {
  const { courseFacts, unclearQuestions, courses, terms } = store;
  if (understanding.kind === "distress") return { understanding, fact: null, help: (await courseFacts.find(guild, "crisis"))?.answer ?? null };
  const matter = understanding.kind === "course-fact" ? understanding.matter : null;
  const said = matter === null ? null : await courseFacts.find(guild, matter);
  if (said !== null) return { understanding, fact: said, help: null };
  const { words } = understanding;
  const attached = words === "" ? null : await unclearQuestions.attachedTo(guild, words);
  const [kind = "", id = ""] = attached?.split(":") ?? [];
  if (kind === "faq") {
    const fact = await courseFacts.find(guild, id);
    if (fact !== null) return { understanding, fact, help: null };
  }
  if (kind === "lesson" && context.lessons.find(id) !== null) {
    const reading = plainReading({ command: commandAbout(context.commandList, "lesson"), options: { topic: id } }, 1);
    return { understanding: { kind: "confident", reading: { ...reading, assumed: "as your course's staff say" }, alternatives: [] }, fact: null, help: null };
  }
  if ((await terms.closedAt(guild)) === null) {
    const { keepQuestions } = await courses.settings(guild);
    await unclearQuestions.count(guild, { words, text: keepQuestions ? [...question].slice(0, longestText).join("") : null, at: context.now() });
  }
  return { understanding, fact: null, help: null };
}
