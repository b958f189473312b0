import type { Lesson } from "../../glossary/lesson.ts";
import { failure, success } from "../../outcome.ts";
import { nearestIds } from "../../datasets/nearest-ids.ts";
import { asText, matching } from "./kinds.ts";
import type { Option } from "./option.ts";

/** An entry of the glossary by its id, name or any other name, however it is spelled. */
export function topic(description: string): Option<Lesson> {
  return {
    type: "string",
    description,
    required: true,
    rest: "prose",
    absent: undefined as never,
    suggest: (typed, { lessons }) => {
      const choices = lessons.all.flatMap((lesson) =>
        [lesson.name, ...lesson.otherNames].map((name) => ({ name: named(lesson, name), value: lesson.id })),
      );
      return matching(choices, typed);
    },
    read(given, _option, { lessons }) {
      const asked = asText(given).trim();
      const lesson = lessons.find(asked);
      if (lesson) return success(lesson);
      const nearest = nearestIds(asked, lessons.all.map(({ id, name }) => ({ id, name })));
      return failure({ kind: "unknown-topic", asked, nearest, available: lessons.all.length });
    },
  };
}

const named = (lesson: Lesson, name: string): string => (name === lesson.name ? name : `${name} (${lesson.name})`);
