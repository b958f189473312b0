import { spokenCommand } from "../spoken-command.ts";
import { reply, type CommandCall, type NextStep, type Reply } from "../reply.ts";

/** The answer of the command that a question was read as, with how it was read and what else it could have meant. */
export function readAsReply(
  commandReply: Reply,
  { call, others, isPrivate }: { readonly call: CommandCall; readonly others: readonly CommandCall[]; readonly isPrivate: boolean },
): Reply {
  return {
    ...commandReply,
    content: [`I read this as ${codeOf(call)}`, ...(commandReply.content === undefined ? [] : [commandReply.content])].join("\n"),
    nextSteps: [...commandReply.nextSteps, ...others.map((other) => offer("Or", other))],
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
}): Reply {
  const { others, staff } = asked;
  return reply({
    embed: {
      title: "I'm not sure what you mean",
      description: [
        others.length > 0 ? `Perhaps ${others.map(codeOf).join(", ")}?` : null,
        "I answer questions about the chapter and its data, such as:",
        examples.map((example) => `• ${example}`).join("\n"),
        staff ? "If it is for a person: **Ask the class staff** posts your question here without your name." : null,
      ]
        .filter((line) => line !== null)
        .join("\n\n"),
      color: orange,
    },
    nextSteps: [...others.map((other) => offer("", other)), ...(staff ? [staff] : []), { label: "What can I ask?", command: "help", options: {} }],
    audience: asked.audience,
    result: { reading: null, others },
  });
}

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

const orange = 0xd55e00;

const examples = [
  "what is JPM's hedged Sharpe since 2010?",
  "how much WMT can I hold with 2m a year?",
  "what is the difference between Sharpe and appraisal?",
  "I got 1.31 for JPM's beta, why?",
];

const codeOf = (call: CommandCall): string => `\`${spokenCommand(call).replaceAll("`", "'")}\``;

const offer = (word: string, call: CommandCall): NextStep => ({ label: `${word} ${spokenCommand(call)}`.trim(), ...call });
