import type { PostProblem } from "../../commands/problem.ts";
import { plain } from "../plain.ts";
import { problemWords } from "../problem.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";

interface NamedCheck {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
}

/** Told to the staff: what was to be in a channel, and is not. */
export function neverPostedReply({ title, channel }: NamedCheck, what: "check" | "results"): Reply {
  const subject = what === "check" ? "The check" : "The results of the check";
  return reply({
    embed: {
      title: `Not posted: ${plain(title)}`,
      description: `${subject} could not be posted in <#${channel}>: Discord took no message for five minutes. ${what === "check" ? "It is taken back and counts for nobody. Post it again when Discord answers." : "`/check results` shows them, with a button that posts them."}`,
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** Told to the staff: a check that was to open now, and why it is not in its channel. */
export function notOpenedReply({ title }: NamedCheck, problem: PostProblem): Reply {
  const { cause, next } = problemWords(problem);
  return reply({
    embed: { title: `Not posted: ${plain(title)}`, description: `It was to open now. ${cause} It is taken back and counts for nobody.\n\n${next} Then post it again.`, color: 0xd55e00 },
    audience: "asker",
    result: {},
  });
}

/** Told to the staff: results that the class does not see, and why. */
export function undeliveredReply({ id, title }: NamedCheck, problem: PostProblem): Reply {
  const { cause, next } = problemWords(problem);
  return reply({
    embed: { title: `Closed, results not posted: ${plain(title)}`, description: `${cause}\n\n${next}`, color: 0xd55e00 },
    nextSteps: [{ label: "See the results", command: "check results", options: { check: id } }],
    audience: "asker",
    result: {},
  });
}

/** Told to the staff: results that stand in a channel though their check is open again, or a student has more time. */
export function standingResultsReply({ title, channel }: NamedCheck, problem: PostProblem): Reply {
  return reply({
    embed: {
      title: `Still public: the results of ${plain(title)}`,
      description: `They stand in <#${channel}> with the solution, and I can't change them. ${problemWords(problem).cause} Delete that message.`,
      color: 0xd55e00,
    },
    audience: "asker",
    result: {},
  });
}

/** Before a question is posted whose key is hidden by nothing, although it names series. */
export const hidesNothingReply = (named: readonly string[], nextSteps: readonly NextStep[]): Reply =>
  reply({
    embed: {
      title: "Nothing would be hidden",
      description: [
        `The question names **${named.join(", ")}**, and its key was typed: it belongs to no series. While it is open, every student could ask what the analyses say of ${named.length === 1 ? "it" : "them"}.`,
        "Nothing has happened yet. Press a button, or type the command again with `about:` and what is to be hidden, or `about:nothing`.",
      ].join("\n\n"),
      color: 0xd55e00,
    },
    nextSteps,
    audience: "asker",
    result: {},
  });

/** Where the class finds a message. */
export const messageLink = (guild: string, channel: string, message: string): string => `https://discord.com/channels/${guild}/${channel}/${message}`;
