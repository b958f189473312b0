import { plain } from "../plain.ts";
import { reply, type CommandCall, type NextStep, type Reply } from "../reply.ts";
import { spokenCommand } from "../spoken-command.ts";

/** Why a number can't be traced: amounts of money are nobody's β, and everything near them rounds to 0 and 1. */
export function withoutDigitsReply({ text, reason, asset, audience }: {
  readonly text: string;
  readonly reason: "money" | "zero" | "one";
  readonly asset: string | null;
  readonly audience: Reply["audience"];
}): Reply {
  const { title, description, steps } = answers[reason](plain(text), asset ?? "JPM");
  return reply({ embed: { title, description, color: blue }, nextSteps: steps, audience, result: { reason } });
}

const blue = 0x0072b2;

type Words = (typed: string, asset: string) => { readonly title: string; readonly description: string; readonly steps: readonly NextStep[] };

const step = (call: CommandCall): NextStep => ({ label: spokenCommand(call), ...call });

const answers: Readonly<Record<"money" | "zero" | "one", Words>> = {
  money: (typed, asset) => ({
    title: `${typed} is an amount of money`,
    description: "I trace β, α, R², volatilities and ratios, which have no dollars. Amounts depend on the position: /hedge gives those of a hedge, /size those of a risk budget.",
    steps: [step({ command: "hedge", options: { ticker: asset } }), step({ command: "size", options: { ticker: asset } })],
  }),
  zero: (typed, asset) => ({
    title: `${typed} has no digits to match`,
    description: `Everything small rounds to 0. If you ask whether a number differs from 0, that is a test: /beta prints the interval and the p-value of ${asset}'s α and β. If your program printed 0, have it print more digits.`,
    steps: [step({ command: "beta", options: { ticker: asset } })],
  }),
  one: (typed, asset) => ({
    title: `${typed} has no digits to match`,
    description: `Everything near 1 rounds to it. If you ask whether a β differs from 1, that is a test: /beta says whether ${asset}'s can be told apart from 1. If your program printed 1, have it print more digits.`,
    steps: [step({ command: "beta", options: { ticker: asset } })],
  }),
};
