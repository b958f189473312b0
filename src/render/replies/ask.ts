import { cut } from "../message.ts";
import { plain } from "../plain.ts";
import { spokenCommand } from "../spoken-command.ts";
import { reply, type CommandCall, type NextStep, type Reply } from "../reply.ts";

/** The answer of the command that a question was read as, with how it was read and what else it could have meant. */
export function readAsReply(
  commandReply: Reply,
  { call, others, isPrivate, first = null, leftOut = [], kept = [], assumed = null, words = spokenCommand, askedOf = null }: {
    readonly call: CommandCall;
    readonly others: readonly CommandCall[];
    readonly isPrivate: boolean;
    /** The answer to what was asked, in one sentence; null where the reply's own first line is it. */
    readonly first?: string | null;
    /** Conditions of the question that the call does not hold. */
    readonly leftOut?: readonly string[];
    /** What was taken from the call before. */
    readonly kept?: readonly string[];
    /** What the chapter says elsewhere, and the question does not. */
    readonly assumed?: string | null;
    readonly words?: CallWords;
    /** The machine whose language model helped to choose; null where none was asked. */
    readonly askedOf?: string | null;
  },
): Reply {
  const { withoutFigures } = commandReply;
  return {
    ...commandReply,
    ...(withoutFigures && { withoutFigures: readAsReply(withoutFigures, { call, others, isPrivate, leftOut, kept, assumed, words, askedOf }) }),
    content: cut(
      [
        ...(leftOut.length > 0 ? [`⚠️ Left out, as I can't do it: ${leftOut.map((words) => `“${plain(words)}”`).join(", ")}.`] : []),
        ...(first === null ? [] : [`**${first}**`]),
        `${isTyped(call, words) ? `I read this as ${codeOf(call)}` : ""}${kept.length > 0 ? ` (from your last question: ${plain(kept.join(", "))})` : ""}${assumed === null ? "" : ` (${plain(assumed)})`}`.trim(),
        ...(askedOf === null ? [] : [askedLine(askedOf)]),
        ...(commandReply.content === undefined ? [] : [commandReply.content]),
      ]
        .filter((line) => line !== "")
        .join("\n"),
      2000,
    ),
    nextSteps: [...commandReply.nextSteps, ...others.map((other) => offer("Or", other, words))],
    audience: isPrivate ? "asker" : commandReply.audience,
    result: { ...commandReply.result, reading: call, others },
  };
}

/** What is said below the confidence at which a reading is run. */
export function unsureReply(asked: {
  readonly question: string;
  readonly others: readonly CommandCall[];
  readonly staff: NextStep | null;
  readonly audience: Reply["audience"];
  readonly words?: CallWords;
  /** The question is of a short position. */
  readonly isOfShort?: boolean;
  /** The machine whose language model was asked as well; null where none was. */
  readonly askedOf?: string | null;
}): Reply {
  const { others, staff, words, isOfShort = false, askedOf = null } = asked;
  return reply({
    embed: {
      title: isOfShort ? "I compute positions that are held, not short ones" : "I'm not sure what you mean",
      description: [
        isOfShort ? "Ask of the position as if you held it. You gain what its holder loses, and lose what its holder gains; what a holder sells of the factor to hedge, you buy, in the same amount." : null,
        others.length > 0 ? `Perhaps ${others.map((other) => codeOf(other, words)).join(", ")}?` : null,
        "I answer questions about the chapter and its data, such as:",
        examples.map((example) => `• ${example}`).join("\n"),
        staff ? "If it is for a person: **Ask the class staff** posts your question here without your name." : null,
        askedOf === null ? null : askedLine(askedOf),
      ]
        .filter((line) => line !== null)
        .join("\n\n"),
      color: orange,
    },
    nextSteps: [...others.map((other) => offer("", other, words)), ...(staff ? [staff] : []), { label: "What can I ask?", command: "help", options: {} }],
    audience: asked.audience,
    result: { reading: null, others },
  });
}

/** Whoever asks learns that their question was sent, to whom, and what came of it. */
const askedLine = (host: string): string => `-# I wasn't sure, so I asked a language model at ${plain(host)} which of my replies fits. It gets the question, not who asked; nothing it writes is shown.`;

/** What is said to a request for advice or a forecast. */
export function noAdviceReply({ others, audience }: { readonly others: readonly CommandCall[]; readonly audience: Reply["audience"] }): Reply {
  return reply({
    embed: {
      title: "I give no investment advice",
      description: [
        "I don't say what to buy, sell or hold, and I forecast nothing.",
        "What I can say is what past returns and the chapter's model show, with its uncertainty: how an asset moved with the market, what α was left, how much of its risk was its own.",
      ].join("\n\n"),
      color: orange,
    },
    nextSteps: others.map((other) => offer("", other)),
    audience,
    result: { reading: null, others },
  });
}

/** Work that is graded, and instructions to the program. */
export function declinedReply({ reason, audience }: { readonly reason: "graded-work" | "instructions"; readonly audience: Reply["audience"] }): Reply {
  const isWork = reason === "graded-work";
  return reply({
    embed: {
      title: isWork ? "That work is yours" : "I only answer questions about the chapter",
      description: isWork
        ? "I don't write what is graded, nor give the key of a check: it would be my work and not yours. I'll explain any step, compute an example on other numbers, check your own number (“I got 1.31 for JPM's β, why?”), and let you practise with hints."
        : "What I say comes from the chapter and its data, and I can't be told to be something else. Nobody's questions, answers or scores are shown to others.",
      color: orange,
    },
    nextSteps: isWork ? [{ label: "Practise", command: "practice", options: {} }, whatCanIAsk] : [whatCanIAsk],
    audience,
    result: { reading: null, declined: reason },
  });
}

/** The ways that exist for a file or a ticker of one's own; `staff` null where nobody can be asked. */
export function ownDataReply({ staff, audience }: { readonly staff: NextStep | null; readonly audience: Reply["audience"] }): Reply {
  return reply({
    embed: {
      title: "Instructors load data, for everybody in the server",
      description: [
        "`/data add` with a file attached (CSV, Excel or zip, with prices or returns) shows an instructor what it understood before anything is kept; `/data fetch` brings tickers by name. Whoever runs the bot can use a terminal: `npm run data:import -- prices.csv`.",
        staff ? "Are you a student? **Ask the class staff** posts your question here without your name." : "Are you a student? Ask your instructor.",
        "What is loaded can be combined without a file: `/beta 0.6*JPM+0.4*WMT`.",
      ].join("\n\n"),
      color: 0x0072b2,
    },
    nextSteps: [{ label: "What is loaded?", command: "data list", options: {} }, ...(staff ? [staff] : []), whatCanIAsk],
    audience,
    result: { reading: null, ownData: true },
  });
}

/** To somebody who is not well: short and kind, for them alone, and never the anonymous post, which nobody could answer. */
export function distressReply(help: string | null): Reply {
  return reply({
    embed: {
      title: "That sounds really hard",
      description: [
        "I'm sorry. I'm a program and can't help with this, but people can, and this course matters less than you do.",
        "Please talk to somebody today: your instructor or a friend for the course, your university's counselling service for how you feel.",
        ...(help === null ? [] : [help]),
        "If you, or somebody you know, might be in danger: call your local emergency number now (112 in Europe, 911 in North America; 988 is the crisis line in the US and Canada, 116 123 in the UK and much of Europe).",
      ].join("\n\n"),
      color: 0x0072b2,
    },
    audience: "asker",
    result: { reading: null, distress: true },
  });
}

export function smalltalkReply({ of, audience }: { readonly of: "greeting" | "thanks"; readonly audience: Reply["audience"] }): Reply {
  return reply({
    embed: {
      title: of === "greeting" ? "Hello!" : "You're welcome!",
      description: of === "greeting" ? `Ask me anything about factor models. For example:\n${examples.map((example) => `• ${example}`).join("\n")}` : "Ask on whenever you like: “and for WMT?” or “same but monthly” is enough.",
      color: 0x0072b2,
    },
    nextSteps: of === "greeting" ? [whatCanIAsk] : [],
    audience,
    result: { reading: null, smalltalk: of },
  });
}

/** Dates, rooms and rules of the course: nothing of them is in the chapter. */
export function courseFactReply({ staff, audience }: { readonly staff: NextStep | null; readonly audience: Reply["audience"] }): Reply {
  return reply({
    embed: {
      title: "That is for the course's staff to say",
      description: `I know the chapter and its data, not dates, rooms, grades or rules of your course. The syllabus has them${staff ? ", or **Ask the class staff** posts your question here without your name" : ", or your instructor"}.`,
      color: orange,
    },
    nextSteps: [...(staff ? [staff] : []), whatCanIAsk],
    audience,
    result: { reading: null, courseFact: true },
  });
}

const whatCanIAsk: NextStep = { label: "What can I ask?", command: "help", options: {} };

const orange = 0xd55e00;

const examples = [
  "what is JPM's hedged Sharpe since 2010?",
  "how much WMT can I hold with 2m a year?",
  "what is the difference between Sharpe and appraisal?",
  "I got 1.31 for JPM's beta, why?",
];

/** A call in words: a statement or an error by what it says, every other as it is typed. */
type CallWords = (call: CommandCall) => string;

/** What has words of its own is never typed: the title of its reply says them. */
const isTyped = (call: CommandCall, words: CallWords): boolean => words(call) === spokenCommand(call);

const codeOf = (call: CommandCall, words: CallWords = spokenCommand): string => (isTyped(call, words) ? `\`${spokenCommand(call).replaceAll("`", "'")}\`` : `“${plain(words(call))}”`);

const offer = (word: string, call: CommandCall, words: CallWords = spokenCommand): NextStep => ({ label: `${word} ${words(call)}`.trim(), ...call });
