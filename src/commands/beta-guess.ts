import { success } from "../outcome.ts";
import { guessForm } from "../render/replies/guess.ts";
import { defineCommand } from "./command.ts";
import { text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

/** Reached from a picture without its line: the slope is typed into a form, and /beta answers. */
export const betaGuess = defineCommand({
  name: "beta guess",
  part: "Co-movement",
  description: "Opens the form for a guess at a slope",
  listed: false,
  opensForm: true,
  options: {
    ticker: text("The asset", 100),
    factor: text("The factor", 100),
    from: optional(text("The first day", 20)),
    to: optional(text("The last day", 20)),
    frequency: optional(text("How often returns are measured", 20)),
    without: optional(text("Days that are left out", 100)),
    private: optional(text("true: only the asker sees the answer", 10)),
  },
  run: ({ options: { ticker, factor, ...rows } }) =>
    success(guessForm({ ticker, factor, ...Object.fromEntries(Object.entries(rows).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))) })),
});
