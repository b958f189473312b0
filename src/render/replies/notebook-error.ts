import type { Lesson } from "../../glossary/lesson.ts";
import { capitalized } from "../capitalized.ts";
import { escaped } from "../plain.ts";
import { reply, type Reply } from "../reply.ts";

/** An error with its cause and the corrected lines. */
interface ExplainedError {
  readonly id: string;
  readonly title: string;
  readonly cause: string;
  readonly corrected: readonly string[];
}

/** Why the error comes, then lines to put in the place of the failing ones. */
export function notebookErrorReply({ error, lesson }: { readonly error: ExplainedError; readonly lesson: Lesson | null }): Reply {
  return reply({
    embed: {
      title: titleOf(error.title),
      description: [escaped(error.cause), `\`\`\`py\n${error.corrected.join("\n")}\n\`\`\``, "-# If the message is another one, ask again with its last line."].join("\n"),
      color: 0x0072b2,
    },
    nextSteps: lesson === null ? [] : [{ label: `Explain: ${lesson.name}`, command: "explain", options: { topic: lesson.id } }],
    result: { error: error.id },
  });
}

/** A name of Python stays as it is: `x` and `X` are two variables, and `get_factors` is no sentence's first word. */
const titleOf = (title: string): string => (/^(?:[b-z]|\w*[_\d]\w*|\w+[.(]\S*)(?= )/u.test(title) ? title : capitalized(title));
