import type { Reading, Understanding } from "../asking/understanding.ts";
import { success } from "../outcome.ts";
import { answerFirst } from "./answer-first.ts";
import { factReply } from "../render/replies/course-faq.ts";
import { courseFactReply, declinedReply, distressReply, noAdviceReply, ownDataReply, readAsReply, smalltalkReply, unsureReply } from "../render/replies/ask.ts";
import { problemReply } from "../render/problem.ts";
import { spokenCommand } from "../render/spoken-command.ts";
import type { CommandCall, NextStep, Reply } from "../render/reply.ts";
import { defineCommand } from "./command.ts";
import { lastCallKey } from "./last-call-key.ts";
import { fetchSteps } from "./fetch-steps.ts";
import { text, yesOrNo } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { questionStep } from "./long-questions.ts";
import { readerOf } from "./read-question.ts";
import { continuedBy } from "../asking/earlier-call.ts";
import { withModelChoice } from "./model-choice.ts";
import { matterNames, staffAnswers } from "./staff-answers.ts";
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
    const earlier = context.lastCalls.last(lastCallKey(context), context.now());
    const read = readerOf(context)(options.question, earlier);
    const audience = options.private === false ? "everyone" : "asker";
    const answers = await staffAnswers(read, options.question, context);
    const { fact, help } = answers;
    if (fact !== null) return success(factReply(fact, matterNames, { staff: staffStep(options.question, context), audience }));
    // What the chapter's reader or the staff know goes nowhere else.
    const { understanding, askedOf } = await withModelChoice(answers.understanding, options.question, context);
    const manners = mannersReply(understanding, options.question, audience, help, context);
    if (manners !== null) return success(manners);
    if (understanding.kind !== "confident") {
      const others = "alternatives" in understanding ? callsOf(understanding.alternatives) : [];
      return success(unsureReply({ question: options.question, others, staff: staffStep(options.question, context), audience, words: wordsIn(context), isOfShort: understanding.kind === "unsure" && understanding.isOfShort === true, askedOf }));
    }
    const { reading, alternatives } = understanding;
    const others = callsOf(alternatives);
    const { call, focus } = reading;
    const hasPrivateOption = "private" in (context.commandList.find(({ name }) => name === call.command)?.options ?? {});
    const privateCall = options.private && hasPrivateOption ? { ...call, options: { ...call.options, private: "true" } } : call;
    const answered = await answerOf(privateCall, audience, context);
    context.lastCalls.remember(lastCallKey(context), continuedBy(call, focus, earlier, context.commandList), context.now());
    const { figures } = answered;
    // Under a first line that answers it, what was left out of the question would be overlooked.
    const firstOf = (asked: NonNullable<typeof focus>): string | null => (figures === undefined ? null : answerFirst(asked, figures));
    const first = focus === null || reading.leftOut.length > 0 || figures === undefined || call.options["show"] !== undefined ? null : [focus, ...(reading.alsoAsked ?? [])].flatMap((asked) => firstOf(asked) ?? []).join("**\n**") || null;
    return success(readAsReply(answered, { call, others, isPrivate: options.private === true, first, leftOut: reading.leftOut, kept: reading.kept, assumed: reading.assumed ?? null, words: wordsIn(context), askedOf }));
  },
});

/** A statement by what it says, an error and a question to think about by its title: nobody sees an id. */
const wordsIn =
  ({ askingTexts, lessons }: AppContext) =>
  (call: CommandCall): string =>
    promptName(call, lessons) ??
    askingTexts().claims.find(({ id }) => id === call.options["claim"])?.claim ?? askingTexts().errors.find(({ id }) => id === call.options["error"])?.title ?? spokenCommand(call);

function promptName({ options: { topic, versus } }: CommandCall, lessons: AppContext["lessons"]): string | null {
  const lesson = topic === undefined || versus !== undefined ? null : lessons.find(topic);
  return lesson?.kind === "prompt" ? lesson.name : null;
}

const callsOf = (readings: readonly Reading[]): readonly CommandCall[] => readings.map(({ call }) => call);

/** The reply to what wants no answer from the chapter; null for a question. */
function mannersReply(understanding: Understanding, question: string, audience: "everyone" | "asker", help: string | null, context: AppContext & Caller): Reply | null {
  switch (understanding.kind) {
    case "no-advice":
      return noAdviceReply({ others: callsOf(understanding.alternatives), audience });
    case "declined":
      return declinedReply({ reason: understanding.reason, audience });
    case "distress":
      return distressReply(help);
    case "own-data":
      return ownDataReply({ staff: staffStep(question, context), audience });
    case "smalltalk":
      return smalltalkReply({ of: understanding.of, audience });
    case "course-fact":
      return courseFactReply({ staff: staffStep(question, context), audience });
    case "confident":
    case "unsure":
      return null;
  }
}

/** The command's own answer; its problem in words, as the reading that led to it has to be said with it. */
async function answerOf(call: Reading["call"], audience: "everyone" | "asker", context: AppContext & Caller): Promise<Reply> {
  const { asker, place, id } = context;
  const answered = await context.run(call, { asker, place, id });
  // What the question was read as is remembered here, with what it asked for.
  if (!answered.ok) return { ...problemReply(answered.problem, await fetchSteps(answered.problem, context)), audience, result: { problem: answered.problem } };
  if (answered.value.kind === "form") throw new Error(`/${call.command} is listed and opens a form: /ask can't lead to it`);
  const { call: _placed, ...reply } = answered.value;
  return reply;
}

/** The way to the class staff, with the question; none outside a server, where no class reads it. */
const staffStep = (question: string, context: AppContext & Caller): NextStep | null =>
  context.place.guildId === null ? null : questionStep({ label: "Ask the class staff", command: "staff-question", style: "primary" }, question, context, context.now());
