import { count, share } from "../numbers.ts";
import { plain } from "../plain.ts";
import type { NextStep, Reply } from "../reply.ts";

interface RegradeResult {
  readonly check: string;
  readonly title: string;
  readonly changed: readonly { readonly person: string; readonly before: number; readonly after: number }[];
  readonly unchanged: number;
}

const maxShown = 30;

/** The people whose mark rose by a correction; no mark falls. For instructors alone. */
export function regradeReply({ check, title, changed, unchanged }: RegradeResult, nextSteps: readonly NextStep[] = []): Reply {
  const lines = changed.slice(0, maxShown).map(({ person, before, after }) => `- <@${person}>: ${share(before)} → ${share(after)}`);
  return {
    kind: "reply",
    embeds: [
      {
        title: `Marked again: ${plain(title)}`,
        description: [
          `**${count(changed.length)}** gained, ${count(unchanged)} keep the mark they had. Nobody lost: the better of the two counts.`,
          ...lines,
          ...(changed.length > maxShown ? [`…and ${count(changed.length - maxShown)} more.`] : []),
        ].join("\n"),
        color: 0x009e73,
        footer: { text: `check ${check}` },
      },
    ],
    pictures: [],
    files: [],
    nextSteps,
    audience: "asker",
    result: { changed, unchanged },
  };
}

/** A correction that is none: nothing is marked again, and nobody reads of it. */
export const unchangedReply = ({ id, title }: { readonly id: string; readonly title: string }): Reply => ({
  kind: "reply",
  embeds: [{ title: `Nothing changes: ${plain(title)}`, description: "Its key and its tolerance are that already. Nobody was marked again, and the class reads nothing.", color: 0x009e73, footer: { text: `check ${id}` } }],
  pictures: [],
  files: [],
  nextSteps: [],
  audience: "asker",
  result: {},
});
