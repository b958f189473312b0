import type { FactorFit } from "../../engine/factor-fit.ts";
import type { Lesson } from "../../glossary/lesson.ts";
import type { TemplatePart } from "../../figures/template.ts";
import { templateText } from "../figure-text.ts";
import { escaped } from "../plain.ts";
import { recipeLine, type SeriesProvenance } from "../recipe.ts";
import { reply, type Reply } from "../reply.ts";

/** A statement with its verdict, as the reply needs it. */
interface StatedClaim {
  readonly id: string;
  readonly claim: string;
  readonly verdict: "yes" | "no" | "depends";
  readonly asset: string;
}

const verdictWords = { yes: "Yes", no: "No", depends: "It depends" } as const;

/** The verdict first, then two lines why, with the class's own numbers; without the lines whose numbers are not loaded. */
export function claimReply({ claim, lesson, why, from }: {
  readonly claim: StatedClaim;
  readonly lesson: Lesson | null;
  readonly why: readonly (readonly TemplatePart[])[];
  readonly from: { readonly fit: FactorFit; readonly sources: readonly SeriesProvenance[] } | null;
}): Reply {
  const lines = why.map((parts) => escaped(templateText(parts)));
  const hasNumbers = why.some((parts) => parts.some((part) => typeof part !== "string"));
  const ticker = from === null ? {} : { ticker: from.fit.asset };
  return reply({
    embed: {
      title: verdictWords[claim.verdict],
      description: [`“${escaped(claim.claim)}”: **${verdictWords[claim.verdict].toLowerCase()}.**`, lines.join("\n")].join("\n\n"),
      color: blue,
      ...(from === null || !hasNumbers
        ? {}
        : { footer: { text: recipeLine({ formula: `${from.fit.asset} ~ ${from.fit.factors.join(" + ")}`, sample: from.fit.sample, estimator: "OLS", sources: from.sources }) } }),
    },
    nextSteps: lesson === null ? [] : [{ label: `More on ${lesson.name}`, command: "explain", options: { topic: lesson.id, ...ticker } }],
    // What its numbers are of: an open check on it hides them.
    result: { claim: claim.id, verdict: claim.verdict, ...(from !== null && hasNumbers ? { fit: from.fit } : {}) },
  });
}

const blue = 0x0072b2;
