import { cut } from "../message.ts";
import { counted } from "../numbers.ts";
import { escaped } from "../plain.ts";
import { reply, type Form, type NextStep, type Reply } from "../reply.ts";
import type { ClassQuestion } from "./class-question.ts";

/** A question to the staff before it is sent. */
export interface QuestionDraft {
  readonly text: string;
  /** It was too long for a button and is no longer known. */
  readonly isLost: boolean;
  /** The characters that the form has no room for. */
  readonly tooMany: number;
}

/** Said before anything is written: who will see what. `write` opens the form. */
export function staffQuestionNotice(draft: QuestionDraft, hasStaffChannel: boolean, write: NextStep): Reply {
  const { text } = draft;
  const note = draftNote(draft);
  return reply({
    embed: {
      title: "Ask the class staff",
      description: [
        hasStaffChannel
          ? "Your question goes to the course staff's own channel **without your name**, and their answer comes to you in a direct message."
          : "Your question will be posted in this channel **without your name**.",
        "The class can't see who asked. The course staff can: they have a button for it, and each look is recorded.",
        "Nothing is posted before you send the form that the button opens.",
        ...(note === null ? [] : [note]),
        ...(text === "" ? [] : [`> ${escaped(text).replaceAll("\n", "\n> ")}`]),
      ].join("\n\n"),
      color: blue,
    },
    nextSteps: [write],
    audience: "asker",
    result: { text },
  });
}

/** What the form will not open with; null where it opens with the whole question. */
function draftNote({ isLost, tooMany }: QuestionDraft): string | null {
  if (isLost) return "I no longer have your question: the form opens empty.";
  return tooMany === 0 ? null : `Your question is ${counted(tooMany, "character")} longer than a question to the staff may be: its end is cut off.`;
}

export function staffQuestionForm(draft: QuestionDraft, maxLength: number): Form {
  const { text } = draft;
  const note = draftNote(draft);
  return {
    kind: "form",
    title: "Ask the class staff",
    ...(note === null ? {} : { text: note }),
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

export function staffQuestionPosted(staffChannel: string | null): Reply {
  return reply({
    embed: {
      title: staffChannel === null ? "Posted without your name" : "Sent to the staff without your name",
      description:
        staffChannel === null
          ? "The staff's answer will be in this channel. I tell you in a direct message when it is marked as answered."
          : "Their answer comes to you in a direct message; if you take none from this server, they may post it to the class, without your name.",
      color: green,
    },
    audience: "asker",
    result: {},
  });
}

/** A thread's name, which Discord cuts at 100 characters. */
export const threadTitle = (text: string): string => cut(text.replaceAll(/\s+/gu, " ").trim(), 100);

const answerFields = (placeholder: string, maxLength: number): Form["fields"] => [
  { option: "text", label: "Your answer", placeholder, required: true, long: true, maxLength },
];

export const staffAnswerForm = ({ id }: Pick<ClassQuestion, "id">, maxLength: number): Form => ({
  kind: "form",
  title: "Answer the student",
  fields: answerFields("It goes to the student in a direct message, from the course staff", maxLength),
  submit: { command: "staff-question send", options: { question: id } },
  result: {},
});

export const staffPublishForm = ({ id }: Pick<ClassQuestion, "id">, maxLength: number): Form => ({
  kind: "form",
  title: "Post question and answer",
  fields: answerFields("The class reads the question, without a name, and this", maxLength),
  submit: { command: "staff-question published", options: { question: id } },
  result: {},
});

export const staffAnswerSent = ({ id, text }: Pick<ClassQuestion, "id" | "text">, answer: string, wasTold: boolean): Reply =>
  reply({
    embed: {
      title: wasTold ? "The student has your answer" : "The student takes no direct messages",
      description: [`> ${escaped(text).replaceAll("\n", "\n> ")}`, escaped(answer), ...(wasTold ? [] : ["Nothing could be delivered. **Post to the class** reaches them without a name."])].join("\n\n"),
      color: wasTold ? green : 0xe69f00,
    },
    nextSteps: [{ label: "Post to the class", command: "staff-question publish", options: { question: id } }],
    audience: "asker",
    result: {},
  });

export const staffAnswerPublished = (channel: string): Reply =>
  reply({ embed: { title: "Posted to the class", description: `Question and answer are in <#${channel}>.`, color: green }, audience: "asker", result: {} });

/** Question and answer before the class. */
export const answeredQuestionReply = ({ text }: Pick<ClassQuestion, "text">, answer: string): Reply =>
  reply({
    embed: { title: "A question to the class staff, and their answer", description: `> ${escaped(text).replaceAll("\n", "\n> ")}\n\n${escaped(answer)}`, color: green },
    result: {},
  });

/** What the asker reads, in a direct message. */
export const toldAskerReply = ({ text, channel }: Pick<ClassQuestion, "text"> & { readonly channel: string }, answer: string | null): Reply =>
  reply({
    embed: {
      title: "Your question to the class staff was answered",
      description: [`> ${escaped(text).replaceAll("\n", "\n> ")}`, answer === null ? `The staff marked it as answered; you asked it in <#${channel}>.` : escaped(answer)].join("\n\n"),
      color: green,
      footer: { text: "Nobody in the class sees who asked." },
    },
    result: {},
  });

export function whoAskedReply(person: string): Reply {
  return reply({
    embed: { title: "Who asked", description: `<@${person}>\n\nThat you looked is in the course's record.`, color: blue },
    audience: "asker",
    result: { person },
  });
}

const blue = 0x0072b2;
const green = 0x009e73;
