import { selfTest, type SelfTestInputs } from "../glossary/self-test.ts";
import { success } from "../outcome.ts";
import { selfTestReply } from "../render/replies/self-test.ts";
import { defineCommand } from "./command.ts";
import { lessonMaterial } from "./lesson-material.ts";
import type { World } from "./world.ts";

export const selftest = defineCommand({
  name: "selftest",
  part: "Questions",
  description: "Every figure printed in the chapter: printed, computed from the loaded data, and whether they agree",
  options: {},
  run: (world) =>
    success(
      selfTestReply(
        selfTest(world.printedFigures, materialOf(world)),
        ["SPY", "MSFT", "Mkt-RF"].flatMap((id) => {
          const found = world.datasets.find(id);
          return found.ok ? [found.value.provenance] : [];
        }),
      ),
    ),
});

function materialOf({ datasets }: World): SelfTestInputs {
  const spy = datasets.find("SPY", "daily");
  const course = spy.ok ? datasets.series.filter(({ provenance: source }) => source.sha256 === spy.value.provenance.sha256) : [];
  return {
    pair(asset, factor) {
      const found = [datasets.find(asset, "daily"), datasets.find(factor, "daily")] as const;
      if (!found[0].ok || !found[1].ok) return null;
      const material = lessonMaterial(found[0].value, found[1].value, datasets);
      return material.ok ? material.value : null;
    },
    spy: spy.ok ? spy.value : null,
    file: spy.ok ? { ...spy.value.calendar, tickers: course.map(({ id }) => id) } : null,
  };
}
