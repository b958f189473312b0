import { escaped } from "../plain.ts";
import { reply, type Form, type Reply } from "../reply.ts";

/** A question as the class sees it. */
interface ClassQuestion {
  readonly id: string;
  readonly text: string;
  readonly answeredAt: number | null;
  readonly pinnedAt: number | null;
}

/** Said before anything is written: who will see what. `text` is the question so far. */
export function staffQuestionNotice(text: string): Reply {
  return reply({
    embed: {
      title: "Ask the class staff",
      description: [
        "Your question will be posted in this channel **without your name**.",
        "The class can't see who asked. The course staff can: they have a button for it, and each look is recorded.",
        "Nothing is posted before you send the form that the button opens.",
        ...(text === "" ? [] : [`> ${escaped(text).replaceAll("\n", "\n> ")}`]),
      ].join("\n\n"),
      color: blue,
    },
    nextSteps: [{ label: "Write it", command: "staff-question write", options: { text }, style: "primary" }],
    audience: "asker",
    result: { text },
  });
}

export function staffQuestionForm(text: string, maxLength: number): Form {
  return {
    kind: "form",
    title: "Ask the class staff",
    fields: [
      {
        option: "text",
        label: "The class sees no name, the staff can",
        placeholder: "Your question, as it will be posted",
        ...(text === "" ? {} : { value: text }),
        required: true,
        long: true,
        maxLength,
      },
    ],
    submit: { command: "staff-question post", options: {} },
    result: {},
  };
}

export function staffQuestionPosted(): Reply {
  return reply({
    embed: { title: "Posted without your name", description: "The staff's answer will be in this channel.", color: green },
    audience: "asker",
    result: {},
  });
}

/** The question in the channel; its buttons are the staff's. */
export function classQuestionReply({ id, text, answeredAt, pinnedAt }: ClassQuestion): Reply {
  const isAnswered = answeredAt !== null;
  return reply({
    embed: {
      title: isAnswered ? "✓ Answered: a question for the class staff" : "A question for the class staff",
      description: escaped(text),
      color: isAnswered ? green : blue,
      footer: { text: "Asked without a name. The buttons are the staff's." },
    },
    nextSteps: [
      ...(isAnswered ? [] : [{ label: "Answered", command: "staff-question answered", options: { question: id }, style: "success" as const }]),
      ...(pinnedAt === null ? [{ label: "Pin", command: "staff-question pin", options: { question: id } }] : []),
      { label: "Who asked", command: "staff-question asker", options: { question: id } },
    ],
    result: { question: id },
  });
}

export function whoAskedReply(person: string): Reply {
  return reply({
    embed: { title: "Who asked", description: `<@${person}>\n\nThat you looked is in the course's record.`, color: blue },
    audience: "asker",
    result: { person },
  });
}

const blue = 0x0072b2;
const green = 0x009e73;
