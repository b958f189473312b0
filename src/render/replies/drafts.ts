import { count, counted } from "../numbers.ts";
import { plain } from "../plain.ts";
import { noNumbers, reply, type NextStep, type Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";

interface ShownDraft {
  readonly id: string;
  readonly title: string;
  readonly at: number;
}

const mostListed = 25;
const mostButtons = 5;

/** The drafts of a course, the newest first, with buttons that post them. */
export function draftsReply(drafts: readonly ShownDraft[]): Reply {
  const lines = drafts.slice(0, mostListed).map(({ id, title, at }) => `\`${id}\` **${plain(title)}** · kept ${timestamp(at)}`);
  return reply({
    embed: {
      title: "Drafts",
      description: [
        ...(lines.length === 0 ? ["No draft yet. `/check post` and `/check vote` keep one with `draft:true`, and `/check import` takes a set of them."] : lines),
        ...(drafts.length > mostListed ? [`…and ${count(drafts.length - mostListed)} more: the list of \`/check copy\` has them.`] : []),
      ].join("\n"),
      color: 0x0072b2,
    },
    nextSteps: drafts.slice(0, mostButtons).map(postStep),
    audience: "asker",
    result: {},
  });
}

const postStep = ({ id, title }: Pick<ShownDraft, "id" | "title">): NextStep => ({ label: `Post ${title}`, command: "check copy", options: { from: id } });

/** A set of checks as a file. */
export function checkSetReply(text: string, { checks, drafts }: { readonly checks: number; readonly drafts: number }): Reply {
  return reply({
    embed: {
      title: "Checks as a file",
      description: `${counted(checks, "check")} and ${counted(drafts, "draft")}, with their keys, and without times and answers. \`/check import\` keeps them as drafts, in this course or another.`,
      color: 0x009e73,
    },
    files: [{ filename: "checks.json", parts: [text], numbers: noNumbers, description: "A set of checks, with their keys" }],
    audience: "asker",
    result: { checks, drafts },
  });
}

/** The drafts that a file became. */
export function takenSetReply(kept: readonly Pick<ShownDraft, "id" | "title">[]): Reply {
  return reply({
    embed: {
      title: `Kept: ${counted(kept.length, "draft")}`,
      description: [...kept.slice(0, mostListed).map(({ id, title }) => `\`${id}\` **${plain(title)}**`), ...(kept.length > mostListed ? [`…and ${count(kept.length - mostListed)} more.`] : []), "", "Nothing is posted. `/check drafts` lists them; `/check copy` posts one, now or when it opens."].join("\n"),
      color: 0x009e73,
    },
    nextSteps: kept.slice(0, mostButtons).map(postStep),
    audience: "asker",
    result: {},
  });
}
