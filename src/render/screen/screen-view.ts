import { count } from "../numbers.ts";
import { plain } from "../plain.ts";
import type { Reply } from "../reply.ts";
import type { ShownCheck, ShownVote } from "../replies/check.ts";
import { unmarkedText } from "../terminal.ts";

/** What a projector shows of one check: text without marks, times in epoch milliseconds. */
export type ScreenView =
  | {
      readonly kind: "open";
      readonly title: string;
      readonly question: string;
      readonly choices: readonly { readonly letter: string; readonly text: string }[];
      /** What to do now. */
      readonly stage: string;
      readonly answered: string;
      readonly closesAt: number | null;
    }
  | {
      readonly kind: "results";
      readonly title: string;
      readonly lines: readonly string[];
      /** The picture's alternative text; null where there is none. */
      readonly picture: string | null;
    };

/** While it is open: the question, and how many have answered; nothing of what they answered. */
export function openScreen({ title, question, labels, vote = null, closesAt, answered = 0 }: ShownCheck): ScreenView {
  return {
    kind: "open",
    title: titleText(title),
    question: question === null ? "Everybody has their own ticker and years: My question shows yours." : [unmarkedText(question), ...(vote?.choices ? [] : labels.map((label) => `• ${label}`))].join("\n"),
    choices: vote?.choices ?? [],
    stage: stageOf(vote),
    answered: vote?.stage === "discussion" ? "" : `${count(answered)} ${answered === 1 ? "has" : "have"} ${vote ? "voted" : "answered"}`,
    closesAt,
  };
}

/** A list's mark as a dot, and no stars around what is set in italics. */
const shownLine = (line: string): string => line.replace(/^- /u, "• ").replaceAll(/(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])/gu, "$1");

/** As the message has it, without the marks that keep it from being Markdown. */
const titleText = (title: string): string => unmarkedText(plain(title));

function stageOf(vote: ShownVote | null): string {
  if (vote === null) return "Answer in Discord";
  if (vote.stage === "discussion") return "Discuss: convince somebody who voted otherwise";
  if (vote.rounds === 1) return "Vote in Discord";
  return vote.stage === "first" ? "First vote: decide alone" : "Second vote: vote again";
}

/** Once it has closed: what its class reads in the channel. */
export function resultsScreen(title: string, { embeds, pictures }: Reply): ScreenView {
  const [embed] = embeds;
  return {
    kind: "results",
    title: titleText(title),
    lines: unmarkedText(embed?.description ?? "").split("\n").filter((line) => line !== "").map(shownLine),
    picture: pictures[0]?.description ?? null,
  };
}
