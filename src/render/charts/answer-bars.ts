import type { AnswerBar } from "../../exercises/instructors/answer-histogram.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { shortName } from "../chart/short-name.ts";
import { count, number } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** The answers to one quantity, in the order of answer over key. */
export interface QuantityBars {
  readonly label: string;
  readonly bars: readonly AnswerBar[];
}

/** What the class answered, a panel a quantity, each bar labelled by what it was taken for. */
export function answerBars(title: string, quantities: readonly QuantityBars[]): Picture {
  return { filename: "answers.png", spec: answerSpec(title, quantities), description: answerWords(title, quantities) };
}

export function answerSpec(title: string, quantities: readonly QuantityBars[]): ChartSpec {
  const rows = Math.ceil(quantities.length / 2);
  return {
    width: 1000,
    height: quantities.length > 2 ? 420 * rows : 560,
    title: shortName(title, 60),
    panels: quantities.map((quantity) => panelOf(quantity, quantities.length)),
    ...(quantities.length > 2 ? { columns: 2 } : {}),
  };
}

function panelOf({ label, bars }: QuantityBars, panels: number): Panel {
  const most = Math.max(1, ...bars.map(({ people }) => people));
  const room = Math.floor((panels === 1 ? 90 : 44) / Math.max(1, bars.length));
  const heights = (wanted: (bar: AnswerBar) => boolean): readonly number[] => bars.map((bar) => (wanted(bar) ? bar.people : 0));
  const texts = (wanted: (bar: AnswerBar) => boolean): readonly string[] =>
    bars.map((bar) => (!wanted(bar) ? "" : bar.people === 0 ? "< 5" : count(bar.people)));
  const layer = (name: string, role: "hedged" | "idiosyncratic" | "riskFree", wanted: (bar: AnswerBar) => boolean) =>
    ({ type: "bars", label: name, role, values: heights(wanted), texts: texts(wanted), stack: name }) as const;
  return {
    ...(panels > 1 ? { title: shortName(label, 40) } : {}),
    x: { label: panels > 1 ? "" : label, format: "category", categories: bars.map((bar) => shortName(barName(bar), Math.max(9, room))) },
    y: { label: "People", format: "number", min: 0, max: most * 1.2 },
    layers: [
      layer("Right", "hedged", ({ kind }) => kind === "right"),
      layer("A known mistake", "idiosyncratic", ({ kind }) => kind === "mistakes"),
      layer("Not recognised", "riskFree", ({ kind }) => kind === "unmatched" || kind === "others"),
    ],
  };
}

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
  const each = quantities.map(({ label, bars }) => `${label}: ${bars.map(barWords).join(", ")}`);
  return `Bars of the first answers to ${title}, by what they were taken for. ${each.join(". ")}.`;
}

export function barWords(bar: AnswerBar): string {
  const people = bar.people === 0 ? "fewer than 5 people" : bar.people === 1 ? "1 person" : `${count(bar.people)} people`;
  const ratio = bar.ratio === null || bar.kind === "right" ? "" : ` (${number(bar.ratio, 3)} × the key)`;
  return `${barName(bar)} ${people}${ratio}`;
}
