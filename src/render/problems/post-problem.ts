import type { PostProblem } from "../../commands/problem.ts";
import type { ProblemWords, WordsOf } from "./problem-words.ts";

/** A message that could not be written. */
export const postProblemWords: WordsOf<PostProblem> = {
  "cannot-post": cannotPostWords,
  "post-uncertain": (problem) => ({
    cause: `Discord did not confirm my message in <#${problem.channel}>.`,
    next: "I go on trying: within five minutes it is there once, or it is taken back and the course staff are told. Don't ask again until then.",
  }),
};

function cannotPostWords({ channel, why }: Extract<PostProblem, { kind: "cannot-post" }>): ProblemWords {
  switch (why) {
    case "gone":
      return { cause: `<#${channel}> is not there any more.`, next: "Choose another channel." };
    case "locked":
      return { cause: `<#${channel}> is a closed thread.`, next: "Open it again, or choose another channel." };
    case "forbidden":
      return {
        cause: `I can't write in <#${channel}>.`,
        next: "Give me the right to see that channel, to send messages and to attach files there, or choose another channel.",
      };
  }
}
