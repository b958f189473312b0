import type { Reading } from "../asking/understanding.ts";
import { success } from "../outcome.ts";
import { customId } from "../render/custom-id.ts";
import { noAdviceReply, readAsReply, unsureReply } from "../render/replies/ask.ts";
import { problemReply } from "../render/problem.ts";
import type { NextStep, Reply } from "../render/reply.ts";
import { defineCommand } from "./command.ts";
import { text, yesOrNo } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { readerOf } from "./read-question.ts";
import type { Caller, AppContext } from "./app-context.ts";

export const ask = defineCommand({
  name: "ask",
  description: "A question in your own words, about the chapter or its data",
  part: "Questions",
  // It may lead to any command.
  heavy: true,
  warmUp: "/ask what is beta?",
  menu: { name: "Ask Factor TA", option: "question" },
  options: {
    question: { ...text("What do you want to know?", 2000), rest: "prose" },
    private: optional(yesOrNo("true: only you see the answer; false: everybody does, even where I'm not sure")),
  },
  async run({ options, ...context }) {
    const understanding = readerOf(context)(options.question);
    const isListed = ({ call }: Reading): boolean => context.commandList.some(({ name }) => name === call.command);
    const others = understanding.alternatives.filter(isListed).map(({ call }) => call);
    const audience = options.private === false ? "everyone" : "asker";
    if (understanding.kind === "no-advice") return success(noAdviceReply({ others, audience }));
    if (understanding.kind === "unsure" || !isListed(understanding.reading)) {
      return success(unsureReply({ question: options.question, others, staff: staffStep(options.question, context), audience }));
    }
    const { call } = understanding.reading;
    const hasPrivateOption = "private" in (context.commandList.find(({ name }) => name === call.command)?.options ?? {});
    const privateCall = options.private && hasPrivateOption ? { ...call, options: { ...call.options, private: "true" } } : call;
    const answered = await answerOf(privateCall, audience, context);
    return success(readAsReply(answered, { call, others, isPrivate: options.private === true }));
  },
});

/** The command's own answer; its problem in words, as the reading that led to it has to be said with it. */
async function answerOf(call: Reading["call"], audience: "everyone" | "asker", context: AppContext & Caller): Promise<Reply> {
  const { asker, place, id } = context;
  const answered = await context.run(call, { asker, place, id });
  if (!answered.ok) return { ...problemReply(answered.problem), audience, result: { problem: answered.problem } };
  if (answered.value.kind === "form") throw new Error(`/${call.command} is listed and opens a form: /ask can't lead to it`);
  return answered.value;
}

/** The way to the class staff, with the question where it fits; none outside a server, where no class reads it. */
function staffStep(question: string, { place }: Caller): NextStep | null {
  if (place.guildId === null) return null;
  const step = { label: "Ask the class staff", command: "staff-question", options: { text: question }, style: "primary" } as const;
  return customId(step) === null ? { ...step, options: {} } : step;
}
