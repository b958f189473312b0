import { count } from "../numbers.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";
import { doneReply } from "./check.ts";

/** A person's own record, as a file. */
export function recordReply(record: { readonly answers: readonly unknown[]; readonly questions: readonly unknown[] }): Reply {
  return reply({
    embed: {
      title: "What is kept about you",
      description: `${counted(record.answers.length, "answer")} and ${counted(record.questions.length, "question")} to the staff; the file has everything, as JSON.`,
      color: 0x0072b2,
    },
    files: [{ filename: "my-record.json", parts: [`${JSON.stringify(record, null, 2)}\n`], numbers: noNumbers, description: "Everything that is kept about you" }],
    nextSteps: [{ label: "Delete it", command: "privacy delete", options: {} }],
    audience: "asker",
    result: { record },
  });
}

export function deleteQuestionReply(): Reply {
  return reply({
    embed: {
      title: "Delete your record?",
      description: [
        "Your name comes off everything you answered and asked, and what you wrote in your own words is emptied. The numbers stay as nobody's, so that the class's counts still hold.",
        "**A grade stays**: your best score at each check and how many attempts it took are kept for the gradebook, without your name here. Deleting gives no new attempts.",
        "Answers to a check that is still open stay yours until it closes, and follow by themselves then.",
      ].join("\n\n"),
      color: 0xd55e00,
    },
    nextSteps: [
      { label: "Yes, delete my record", command: "privacy delete", options: { confirm: "true" }, style: "danger" },
      { label: "Show it to me first", command: "privacy export", options: {} },
    ],
    audience: "asker",
    result: {},
  });
}

export const forgottenReply = ({ answers, questions, waiting }: { readonly answers: number; readonly questions: number; readonly waiting: readonly string[] }): Reply =>
  doneReply("Your record is nobody's now", [
    `${counted(answers, "answer")} and ${counted(questions, "question")} no longer lead to you.`,
    ...(waiting.length === 0 ? [] : [`Your answers to ${counted(waiting.length, "open check")} follow by themselves at closing: ${waiting.map((check) => `\`${check}\``).join(", ")}.`]),
    "If you answer again, a new record begins.",
  ]);

const counted = (n: number, thing: string): string => (n === 1 ? `1 ${thing}` : `${count(n)} ${thing}s`);
