import { escaped } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";

/** A question as the class sees it. */
export interface ClassQuestion {
  readonly id: string;
  readonly text: string;
  readonly answeredAt: number | null;
  readonly pinnedAt: number | null;
}

/** The question in the channel; its buttons are the staff's. */
export function classQuestionReply(question: ClassQuestion): Reply {
  return reply({
    embed: {
      ...heading(question, "question for the class staff"),
      description: escaped(question.text),
      footer: { text: "Asked without a name. The buttons are the staff's." },
    },
    nextSteps: staffSteps(question),
    result: { question: question.id },
  });
}

/** The question where it is posted: in the staff's own channel it has other buttons than before the class. */
export const questionReply = (question: ClassQuestion & { readonly channel: string }, target: string): Reply =>
  target === question.channel ? classQuestionReply(question) : staffThreadReply(question);

/** The question in the staff's own channel. */
function staffThreadReply(question: ClassQuestion): Reply {
  const options = { question: question.id };
  return reply({
    embed: {
      ...heading(question, "student's question"),
      description: escaped(question.text),
      footer: { text: "Asked without a name. Talk it over here; Answer writes to the student privately." },
    },
    nextSteps: [
      { label: question.answeredAt === null ? "Answer" : "Answer again", command: "staff-question reply", options, style: "primary" },
      { label: "Post to the class", command: "staff-question publish", options },
      ...staffSteps(question),
    ],
    result: options,
  });
}

const heading = ({ answeredAt }: ClassQuestion, name: string): { readonly title: string; readonly color: number } =>
  answeredAt === null ? { title: `A ${name}`, color: 0x0072b2 } : { title: `✓ Answered: a ${name}`, color: 0x009e73 };

/** What the staff may do with a question wherever it stands. */
const staffSteps = ({ id, answeredAt, pinnedAt }: ClassQuestion): readonly NextStep[] => [
  ...(answeredAt === null ? [{ label: "Answered", command: "staff-question answered", options: { question: id }, style: "success" as const }] : []),
  ...(pinnedAt === null ? [{ label: "Pin", command: "staff-question pin", options: { question: id } }] : []),
  { label: "Who asked", command: "staff-question asker", options: { question: id } },
];
