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
import type { Caller, World } from "./world.ts";

export const ask = defineCommand({
  name: "ask",
  description: "A question in your own words, about the chapter or its data",
  part: "Questions",
  menu: { name: "Ask Factor TA", option: "question" },
  options: {
    question: { ...text("What do you want to know?", 2000), rest: "prose" },
    private: optional(yesOrNo("true: only you see the answer; false: everybody does, even where I'm not sure")),
  },
  async run({ options, ...world }) {
    const found = readerOf(world)(options.question);
    const known = ({ call }: Reading): boolean => world.commandList.some(({ name }) => name === call.command);
    const others = found.others.filter(known).map(({ call }) => call);
    const audience = options.private === false ? "everyone" : "asker";
    if (found.kind === "no-advice") return success(noAdviceReply({ others, audience }));
    if (found.kind === "unsure" || !known(found.reading)) {
      return success(unsureReply({ question: options.question, others, staff: staffStep(options.question, world), audience }));
    }
    const { call } = found.reading;
    const asked = options.private && takesPrivate(call.command) ? { ...call, options: { ...call.options, private: "true" } } : call;
    const answered = await answerTo(asked, audience, world);
    return success(readAsReply(answered, { call, others, isPrivate: options.private === true }));
  },
});

/** The command's own answer; its problem in words, as the reading that led to it has to be said with it. */
async function answerTo(call: Reading["call"], audience: "everyone" | "asker", world: World & Caller): Promise<Reply> {
  const { asker, place, id } = world;
  const answered = await world.run(call, { asker, place, id });
  if (!answered.ok) return { ...problemReply(answered.problem), audience, result: { problem: answered.problem } };
  if (answered.value.kind === "form") throw new Error(`/${call.command} is listed and opens a form: /ask can't lead to it`);
  return answered.value;
}

const takesPrivate = (command: string): boolean => !["explain", "help", "data list", "practice", "progress", "selftest", "privacy export"].includes(command);

/** The way to the class staff, with the question where it fits; none outside a server, where no class reads it. */
function staffStep(question: string, { place }: Caller): NextStep | null {
  if (place.guildId === null) return null;
  const step = { label: "Ask the class staff", command: "staff-question", options: { text: question }, style: "primary" } as const;
  return customId(step) === null ? { ...step, options: {} } : step;
}
