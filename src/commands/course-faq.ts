import { courseMatters } from "../asking/course-matters.ts";
import { attemptAsync, failure } from "../outcome.ts";
import { attachedReply, attachReply, courseFactsReply, factRemovedReply, factSavedReply, unansweredReply } from "../render/replies/course-faq.ts";
import { defineCommand } from "./command.ts";
import { choice, text, yesOrNo } from "./options/kinds.ts";
import { matterNames } from "./staff-answers.ts";
import { optional, withDefault } from "./options/option.ts";
import { topic } from "./options/topic.ts";

const shared = { part: "Course", audience: "instructors" } as const;
const longestAnswer = 1000;
const mostListed = 10;
const mostChoices = 25;

const matterIds = courseMatters.map(({ id }) => id);

/** What only the course's staff know, answered once for all. */
export const courseFaq = defineCommand({
  ...shared,
  name: "course faq",
  description: "What /ask says of the exam, office hours, late work and the like; without a topic: all of it",
  options: {
    topic: optional(choice("The matter", matterIds)),
    answer: optional(text("What to say, as you would write it to the class; left out: shows it", longestAnswer)),
    remove: withDefault(yesOrNo("true: takes the answer away"), false),
  },
  run: ({ options, asker, place, now, store: openStore }) =>
    attemptAsync(async function* () {
      const { courseFacts } = yield* await openStore();
      const guild = place.guildId ?? "";
      const attribution = { by: asker.id, at: now() };
      if (options.topic === null) {
        if (options.answer !== null || options.remove) yield* failure({ kind: "missing-option", command: "course faq", option: "topic" });
        return courseFactsReply(await courseFacts.list(guild), matterNames);
      }
      const name = matterNames.get(options.topic) ?? options.topic;
      if (options.remove) return factRemovedReply(name, await courseFacts.remove(guild, options.topic, attribution));
      if (options.answer === null || options.answer === "") {
        const fact = await courseFacts.find(guild, options.topic);
        return courseFactsReply(fact === null ? [] : [fact], matterNames);
      }
      await courseFacts.set(guild, options.topic, options.answer, attribution);
      return factSavedReply(name, options.answer, options.topic === "crisis");
    }),
});

/** Questions that /ask did not understand; a press on one leads to what it can be attached to. */
export const courseUnanswered = defineCommand({
  ...shared,
  name: "course unanswered",
  description: "What /ask was asked and did not understand, most often first; attach a lesson or an answer to it",
  options: {},
  run: ({ place, store: openStore }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      const guild = place.guildId ?? "";
      const { keepQuestions } = await store.courses.settings(guild);
      return unansweredReply(await store.unclearQuestions.list(guild, mostListed), keepQuestions);
    }),
});

/** What a question can be attached to: the answers of the course and the entries nearest to its words. */
export const courseAttach = defineCommand({
  ...shared,
  name: "course attach",
  description: "Attaches an entry or an answer to a question that was not understood",
  listed: false,
  options: {
    question: text("The question", 30),
    choice: optional(text("lesson: or faq: with its name", 100)),
  },
  run: ({ options, asker, place, now, lessons, ...context }) =>
    attemptAsync(async function* () {
      const store = yield* await context.store();
      const guild = place.guildId ?? "";
      const question = (await store.unclearQuestions.find(guild, options.question)) ?? (yield* failure({ kind: "unknown-question", asked: options.question }));
      const facts = await store.courseFacts.list(guild);
      if (options.choice === null) {
        const near = nearestTopics(question.words, { ...context, lessons, now });
        const rest = lessons.all.map(({ id }) => id).filter((id) => !near.includes(id));
        const shown = [...near, ...rest].slice(0, mostChoices - facts.length);
        return attachReply(question, [
          ...facts.map(({ topic: matter, answer }) => ({ value: `faq:${matter}`, label: matterNames.get(matter) ?? matter, description: answer })),
          ...shown.flatMap((id) => lessons.find(id) ?? []).map(({ id, name, line }) => ({ value: `lesson:${id}`, label: name, description: line })),
        ]);
      }
      const [kind = "", id = ""] = options.choice.split(":");
      const name = kind === "lesson" ? lessons.find(id)?.name : facts.some((fact) => fact.topic === id) ? matterNames.get(id) : undefined;
      if (name === undefined) yield* failure({ kind: "not-a-choice", option: "choice", text: options.choice, choices: [] });
      await store.unclearQuestions.attach(guild, question.id, options.choice, { by: asker.id, at: now() });
      return attachedReply(question, name ?? id);
    }),
});

const topics = topic("");

/** Entries whose names hold a word of the question, those with the most first. */
function nearestTopics(words: string, context: Parameters<NonNullable<typeof topics.suggest>>[1]): readonly string[] {
  const found = new Map<string, number>();
  for (const word of words.split(" ")) for (const { value } of word === "" ? [] : (topics.suggest?.(word, context) ?? [])) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found].sort(([, one], [, other]) => other - one).map(([id]) => id);
}
