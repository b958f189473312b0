import { selfTest, type SelfTestInputs } from "../glossary/self-test.ts";
import { success } from "../outcome.ts";
import { selfTestReply } from "../render/replies/self-test.ts";
import { defineCommand } from "./command.ts";
import { lessonInputs } from "./lesson-inputs.ts";
import type { AppContext } from "./app-context.ts";

export const selftest = defineCommand({
  name: "selftest",
  part: "Questions",
  description: "Every figure printed in the chapter: printed, computed from the loaded data, and whether they agree",
  heavy: true,
  asking: {
    about: "course",
    words:
      /\bself[ -]?test\b|\b(?:reproduce|replicate|match|matches|verify|check|recover|agree|same)\b.*\b(?:chapter|book|printed|textbook)\b|\bcheck yourself\b|\bprinted (?:figures|numbers|results)\b|\bare your (?:numbers|figures|results)\b/u,
  },
  cached: true,
  options: {},
  run: (context) =>
    success(
      selfTestReply(
        selfTest(context.printedFigures, selfTestInputs(context)),
        ["SPY", "MSFT", "Mkt-RF"].flatMap((id) => {
          const found = context.datasets.find(id);
          return found.ok ? [{ ...found.value.provenance, earlier: found.value.earlier }] : [];
        }),
      ),
    ),
});

function selfTestInputs({ datasets }: AppContext): SelfTestInputs {
  const spy = datasets.find("SPY", "daily");
  const course = spy.ok ? datasets.series.filter(({ provenance: source }) => source.sha256 === spy.value.provenance.sha256) : [];
  return {
    pair(asset, factor) {
      const pair = [datasets.find(asset, "daily"), datasets.find(factor, "daily")] as const;
      if (!pair[0].ok || !pair[1].ok) return null;
      const inputs = lessonInputs(pair[0].value, pair[1].value, datasets);
      return inputs.ok ? inputs.value : null;
    },
    spy: spy.ok ? spy.value : null,
    isLoaded: (id) => datasets.find(id, "daily").ok,
    file: spy.ok ? { ...spy.value.calendar, tickers: course.map(({ id }) => id) } : null,
  };
}
