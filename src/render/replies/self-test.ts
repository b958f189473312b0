import type { CheckedFigure, SelfTest } from "../../glossary/self-test.ts";
import { csv } from "../../csv.ts";
import { asPrinted } from "../as-printed.ts";
import { cut } from "../message.ts";
import { count, number } from "../numbers.ts";
import { provenanceWords, type LayeredProvenance } from "../recipe.ts";
import { numbersIn, reply, type Reply } from "../reply.ts";

/** Each printed figure and the computed one, with a tick or the reason; the whole list as a file. */
export function selfTestReply({ figures, selfRegression: onItself, regressions }: SelfTest, sources: readonly LayeredProvenance[]): Reply {
  const checked = figures.map((figure) => ({ ...figure, ...outcomeOf(figure) }));
  const reproducedCount = checked.filter(({ reproduced }) => reproduced).length;
  const different = checked.filter(({ reproduced }) => !reproduced);
  // The chapter prints some figures more than once.
  const differences = [...new Set(different.map((figure) => `✗ ${figure.section} ${figure.label}: printed ${figure.printed}, ${figure.reason}`))];
  const sections = [...new Set(checked.map(({ section }) => section))];
  const imported = sources.some(({ origin }) => origin === "imported");
  return reply({
    embed: {
      title: `${count(reproducedCount)} of ${count(checked.length)} printed figures reproduced`,
      description: cut(
        [
          ...sections.map((section) => sectionLine(section, checked)),
          onItself === null
            ? "✗ β(SPY, SPY): SPY is not loaded"
            : `${onItself.beta === 1 && onItself.alpha === 0 ? "✓" : "✗"} β(SPY, SPY) = ${number(onItself.beta)}, α = ${number(onItself.alpha)}, R² = ${number(onItself.rSquared)}`,
          ...differences.slice(0, 20),
          ...(differences.length > 20 ? [`… and ${count(differences.length - 20)} more, in the file.`] : []),
          ...(imported && different.length > 0
            ? ["", "The chapter's MSFT came from CRSP; other vendors and later vintages differ from about the third digit on."]
            : []),
        ].join("\n"),
        4096,
      ),
      color: different.length === 0 ? 0x009e73 : 0xe69f00,
      footer: { text: cut(`data: ${provenanceWords(sources)}`, 2048) },
    },
    files: [
      {
        filename: "selftest.csv",
        parts: [figureTable(checked)],
        numbers: () => numbersIn(checked.map(({ computed }) => [computed])),
        description: "Every printed figure: section, label, printed, computed, whether it is reproduced",
      },
    ],
    result: { figures: checked, onItself, regressions },
  });
}

interface FigureCheck extends CheckedFigure {
  readonly reproduced: boolean;
  /** As the chapter's code would print it; empty where there is nothing to compute from. */
  readonly shown: string;
  readonly reason: string;
}

function outcomeOf({ computed, isLoaded, format, printed }: CheckedFigure): Pick<FigureCheck, "reproduced" | "shown" | "reason"> {
  if (computed === null) return { reproduced: false, shown: "", reason: isLoaded ? "loaded, but not together: no risk-free rate of the same data, or no days in common" : "its series are not loaded" };
  const shown = asPrinted(computed, format);
  return { reproduced: shown === printed, shown, reason: `computed ${shown}` };
}

function sectionLine(section: string, checked: readonly FigureCheck[]): string {
  const ofSection = checked.filter((figure) => figure.section === section);
  const reproducedCount = ofSection.filter(({ reproduced }) => reproduced).length;
  return `${reproducedCount === ofSection.length ? "✓" : "✗"} ${section}: ${count(reproducedCount)} of ${count(ofSection.length)}`;
}

const figureTable = (checked: readonly FigureCheck[]): string =>
  csv(
    ["section", "label", "printed", "computed as printed", "computed", "reproduced"],
    checked.map(({ section, label, printed, computed, shown, reproduced }) => [section, label, printed, shown, computed, String(reproduced)]),
  );
