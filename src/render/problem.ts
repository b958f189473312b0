import { plain, unescaped } from "./plain.ts";
import type { CourseProblem, OptionProblem, PostProblem } from "../commands/problem.ts";
import type { FileProblem, PortfolioProblem } from "../datasets/problem.ts";
import type { DiscordProblem } from "../discord/problem.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { FaultyTextsProblem, UnreadableAnswer, UnreadableCheck } from "../exercises/problem.ts";
import type { ExerciseProblem } from "../grading/problem.ts";
import type { PortProblem } from "../hosting/problem.ts";
import type { AnswerProblem, StoreProblem } from "../store/problem.ts";
import { answerProblemWords } from "./problems/answer-problem.ts";
import { courseProblemWords } from "./problems/course-problem.ts";
import { discordProblemWords } from "./problems/discord-problem.ts";
import { engineProblemWords } from "./problems/engine-problem.ts";
import { exerciseProblemWords } from "./problems/exercise-problem.ts";
import { fileProblemWords } from "./problems/file-problem.ts";
import { optionProblemWords } from "./problems/option-problem.ts";
import { portfolioProblemWords } from "./problems/portfolio-problem.ts";
import { postProblemWords } from "./problems/post-problem.ts";
import type { ProblemWords } from "./problems/problem-words.ts";
import { seriesProblemWords } from "./problems/series-problem.ts";
import { storeProblemWords } from "./problems/store-problem.ts";
import { unreadableAnswerWords } from "./problems/unreadable-answer.ts";
import { reply, type NextStep, type Reply } from "./reply.ts";

/** Whatever a person can cause. The union is closed: a new kind needs its words before it compiles. */
export type Problem =
  | SeriesProblem
  | EngineProblem
  | OptionProblem
  | CourseProblem
  | PostProblem
  | FileProblem
  | PortfolioProblem
  | ExerciseProblem
  | StoreProblem
  | AnswerProblem
  | UnreadableAnswer
  | UnreadableCheck
  | FaultyTextsProblem
  | PortProblem
  | DiscordProblem;

type Kind = Problem["kind"];
type ProblemOf = { readonly [P in Problem as P["kind"]]: P };

/** Every kind of problem, worded once. What a person typed is repeated plainly, without its formatting. */
const words: { readonly [K in Kind]: (problem: ProblemOf[K]) => ProblemWords } = {
  ...seriesProblemWords,
  ...engineProblemWords,
  ...optionProblemWords,
  ...courseProblemWords,
  ...postProblemWords,
  ...exerciseProblemWords,
  ...answerProblemWords,
  ...storeProblemWords,
  ...discordProblemWords,
  "bad-file": (problem) => fileProblemWords(problem),
  "unreadable-portfolio": portfolioProblemWords,
  "unreadable-answer": unreadableAnswerWords,
  "port-taken": ({ port, setting }) =>
    setting === "PORT"
      ? { cause: `Port ${String(port)} is taken: another program is using it, perhaps a course server that is still open.`, next: `Choose another one: PORT=${String(port + 1)} npm start` }
      : { cause: `Port ${String(port)} is taken: another program, or another of this bot's processes, is using it.`, next: `Choose another one with ${setting}.` },
  "cannot-listen": ({ host, port, detail }) => ({
    cause: `No port can be opened at ${plain(host)}:${String(port)} (${plain(detail)}): it is no address of this machine, or the port takes more rights.`,
    next: "Correct HEALTH_HOST (127.0.0.1, or 0.0.0.0 for all of this machine's) or HEALTH_PORT (from 1024), for projector pages SCREEN_HOST or SCREEN_PORT.",
  }),
};

export const problemWords = <K extends Kind>(problem: ProblemOf[K] & { readonly kind: K }): ProblemWords => words[problem.kind](problem);

/** The same for a terminal, a log or the doctor, where Discord's escapes would be read and searched for as they stand. */
export function terminalWords<K extends Kind>(problem: ProblemOf[K] & { readonly kind: K }): ProblemWords {
  const { cause, next } = words[problem.kind](problem);
  return { cause: unescaped(cause), next: unescaped(next) };
}

/** The reply to a question that cannot be answered: the cause and the next step, visible to the asker alone. */
export function problemReply(problem: Problem, nextSteps: readonly NextStep[] = []): Reply {
  const { cause, next } = problemWords(problem);
  return reply({
    embed: { title: "I can't answer that yet", description: `${cause}\n\n${next}`, color: 0xd55e00 },
    audience: "asker",
    nextSteps,
    result: {},
  });
}
