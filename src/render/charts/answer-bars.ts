import type { AnswerBar } from "../../grading/answer-histogram.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { shortName } from "../chart/short-name.ts";
import { count, number } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** The answers to one quantity, in the order of answer over key. */
export interface QuantityBars {
  readonly label: string;
  readonly bars: readonly AnswerBar[];
}

/** The class's answers, one panel per quantity, each bar labelled with its diagnosis. */
export function answerBars(title: string, quantities: readonly QuantityBars[]): Picture {
  return { filename: "answers.png", spec: answerSpec(title, quantities), description: answerWords(title, quantities) };
}

export function answerSpec(title: string, quantities: readonly QuantityBars[]): ChartSpec {
  return {
    width: 1000,
    height: Math.max(560, 340 * quantities.length),
    title: shortName(title, 60),
    panels: quantities.map(panelOf),
    columns: 1,
  };
}

/** One panel per row, so that the names of mistakes fit; the first one has the legend of all. */
function panelOf({ label, bars }: QuantityBars, index: number): Panel {
  const tallest = Math.max(4, ...bars.map(({ people }) => people));
  const labelLength = Math.max(9, Math.floor(88 / Math.max(1, bars.length)));
  const layer = (name: string, role: "hedged" | "idiosyncratic" | "riskFree", includes: (bar: AnswerBar) => boolean) =>
    ({
      type: "bars",
      label: index === 0 ? name : "",
      role,
      stack: "answers",
      values: bars.map((bar) => (includes(bar) ? bar.people : 0)),
      texts: bars.map((bar) => (includes(bar) && bar.people > 0 ? count(bar.people) : "")),
    }) as const;
  return {
    title: shortName(label, 60),
    x: { label: "", format: "category", categories: bars.map((bar) => shortName(columnName(bar), labelLength)) },
    y: { label: "People", format: "number", min: 0, max: Math.ceil(tallest / 5) * 5 },
    layers: [
      layer("Right", "hedged", ({ kind }) => kind === "right"),
      layer("A known mistake", "idiosyncratic", ({ kind }) => kind === "mistakes"),
      layer("Not recognised", "riskFree", ({ kind }) => kind === "unmatched" || kind === "others"),
    ],
  };
}

/** Where even the folded answers are few, only their presence is stated. */
const columnName = (bar: AnswerBar): string => (bar.people === 0 ? `${barName(bar)} (< 5)` : barName(bar));

/** A bar's diagnosis in few words: "right", "correlation for beta", "others". */
export function barName({ kind, diagnoses }: AnswerBar): string {
  switch (kind) {
    case "right":
      return "right";
    case "mistakes":
      return diagnoses.map((id) => (id.startsWith("own-") ? "as you named" : id.replaceAll("-", " "))).join(" / ");
    case "unmatched":
      return "not recognised";
    case "others":
      return "others";
  }
}

function answerWords(title: string, quantities: readonly QuantityBars[]): string {
  const descriptions = quantities.map(({ label, bars }) => `${label}: ${bars.map(barWords).join(", ")}`);
  return `Bars of the first answers to ${title}, by what they were taken for. ${descriptions.join(". ")}.`;
}

export function barWords(bar: AnswerBar): string {
  const people = bar.people === 0 ? "fewer than 5 people" : bar.people === 1 ? "1 person" : `${count(bar.people)} people`;
  const ratio = bar.ratio === null || bar.kind === "right" ? "" : ` (${number(bar.ratio, 3)} × the key)`;
  return `${barName(bar)} ${people}${ratio}`;
}
