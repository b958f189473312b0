import { isComplete } from "../figures/template.ts";
import { writtenNumbers } from "../glossary/written-numbers.ts";
import { success } from "../outcome.ts";
import { claimReply } from "../render/replies/claim.ts";
import { defineCommand } from "./command.ts";
import { describedIn, explainerFor } from "./explain.ts";
import { named } from "./options/named.ts";

/** The verdict on a statement about the chapter's matter; reached through /ask and its buttons. */
export const claim = defineCommand({
  name: "claim",
  part: "Questions",
  description: "Whether something that is said about the chapter holds, and why",
  listed: false,
  cached: true,
  options: { claim: named("The statement", ({ askingTexts }) => askingTexts().claims) },
  run({ options, ...context }) {
    const { claim: stated } = options;
    const lesson = context.lessons.find(stated.lesson);
    const { fill, from } = explainerFor(stated.asset, context);
    const reply = claimReply({ claim: stated, lesson, why: stated.why.map((line) => fill(line)).filter(isComplete), from });
    const words = [stated.claim, ...stated.why];
    return success({ ...reply, written: writtenNumbers(words), result: { ...reply.result, described: describedIn(words, context) } });
  },
});
