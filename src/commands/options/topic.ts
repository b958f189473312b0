import type { Lesson } from "../../glossary/lesson.ts";
import { failure, success } from "../../outcome.ts";
import { nearestIds } from "../../datasets/nearest-ids.ts";
import { matchingChoices, textUpTo } from "./kinds.ts";
import type { Option } from "./option.ts";

/** Every name is compared with what was typed: of a page of text that would take half a second. */
const longestTyped = 300;

/** An entry of the glossary by its id, name or any other name, however it is spelled. */
export function topic(description: string): Option<Lesson> {
  return {
    type: "string",
    description,
    required: true,
    rest: "prose",
    defaultValue: undefined as never,
    suggest: (typed, { lessons }) => {
      const choices = lessons.all.flatMap((lesson) =>
        [lesson.name, ...lesson.otherNames].map((name) => ({ name: hasName(lesson, name), value: lesson.id })),
      );
      return matchingChoices(choices, typed);
    },
    read(raw, option, { lessons }) {
      const typed = textUpTo(longestTyped, raw, option);
      if (!typed.ok) return typed;
      const typedText = typed.value;
      const lesson = lessons.find(typedText) ?? lessons.find(withoutQuestion(typedText));
      if (lesson) return success(lesson);
      const nearest = nearestIds(typedText, lessons.all.map(({ id, name }) => ({ id, name })));
      return failure({ kind: "unknown-topic", asked: typedText, nearest, available: lessons.all.length });
    },
  };
}

/** "what is the beta?" is beta; "r^2" is R². */
const withoutQuestion = (typed: string): string =>
  typed
    .replace(/^(?:please |pls )?(?:what(?:'s|\u2019s| is| are| does| do)|explain|define|tell me about|(?:the )?meaning of)\s+(?:(?:an?|the)\s+)?/iu, "")
    .replace(/(?:\s+(?:mean|stand for|again))?\s*[?.!]*$/iu, "")
    .replaceAll("^", "");

const hasName = (lesson: Lesson, name: string): string => (name === lesson.name ? name : `${name} (${lesson.name})`);
