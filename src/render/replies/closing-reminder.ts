import { plain } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import { stateWords, type ShownCheck } from "./check.ts";

/**
 * Tells a class in its channel that a check closes soon, with the check's own buttons; it names nobody. Like the check's
 * message it is brought up to date with the check: more time, closed, withdrawn.
 */
export function closingReminderReply(check: ShownCheck, link: string | null, steps: readonly NextStep[]): Reply {
  const isOpen = check.closedAt === null && !check.voided;
  return reply({
    embed: {
      title: `Reminder: ${plain(check.title)}`,
      description: [stateWords(check), ...(link === null ? [] : [`The question: ${link}`])].join("\n\n"),
      color: isOpen ? 0xe69f00 : 0x8a8f98,
      footer: { text: `check ${check.id}` },
    },
    nextSteps: isOpen ? steps : [],
    audience: "everyone",
    result: {},
  });
}
