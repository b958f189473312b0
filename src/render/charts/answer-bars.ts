import type { AnswerBar } from "../../grading/answer-histogram.ts";
import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { shortName } from "../chart/short-name.ts";
import { count, number, share } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { peopleAxis } from "./people-axis.ts";

/** The answers to one quantity, in the order of answer over key. */
export interface QuantityBars {
  readonly label: string;
  readonly bars: readonly AnswerBar[];
  /** A diagnosis in words; left out: its id. */
  readonly nameOf?: (id: string) => string;
}

/** The class's answers, one panel per quantity, each bar labelled with its diagnosis. */
export function answerBars(title: string, quantities: readonly QuantityBars[]): Picture {
  return { filename: "answers.png", spec: answerSpec(title, quantities), description: answerWords(title, quantities) };
}

export function answerSpec(title: string, quantities: readonly QuantityBars[]): ChartSpec {
  return {
    width: 1000,
    // Names of mistakes take up to three lines below their bars.
    height: Math.max(560, 400 * quantities.length),
    title: shortName(title, 60),
    panels: quantities.map((quantity, index) => panelOf(quantity, index, tallestOf(quantities), (kind) => quantities.some(({ bars }) => bars.some((bar) => bar.kind === kind)))),
    columns: 1,
  };
}

/** One panel per row, so that the names of mistakes fit; the first one has the legend of all. */
function panelOf({ label, bars, nameOf }: QuantityBars, index: number, tallest: number, has: (kind: AnswerBar["kind"]) => boolean): Panel {
  const layer = (name: string, role: "hedged" | "asset" | "idiosyncratic" | "riskFree" | "third", includes: (bar: AnswerBar) => boolean) =>
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
    x: { label: "", format: "category", categories: bars.map((bar) => columnName(bar, bars.length, nameOf)) },
    y: peopleAxis(tallest),
    layers: [
      layer("Right", "hedged", ({ kind }) => kind === "correct"),
      ...(has("earlier") ? [layer("Right by an earlier key", "asset", ({ kind }) => kind === "earlier")] : []),
      layer("A known mistake", "idiosyncratic", ({ kind }) => kind === "mistakes"),
      layer("Not recognised", "riskFree", ({ kind }) => kind === "unmatched"),
      ...(has("others") ? [layer("Folded, known or not", "third", ({ kind }) => kind === "others")] : []),
    ],
  };
}

/** Where even the folded answers are few, only their presence is stated. A name that does not fit is read in the text, by its ratio. */
function columnName(bar: AnswerBar, columns: number, nameOf?: QuantityBars["nameOf"]): string {
  // The legend says that nothing recognised it.
  if (bar.kind === "unmatched" && bar.ratio !== null) return `${number(bar.ratio, 3)} × the key`;
  if (bar.kind === "mistakes" && bar.ratio !== null && !fitsBelow(barName(bar, nameOf), columns)) return `${number(bar.ratio, 3)} × the key`;
  return bar.people === 0 ? `${barName(bar, nameOf)} (< 5)` : barName(bar, nameOf);
}

/** Of a panel's width in characters of its axis, and the lines that a name may take there. */
const charactersAcross = 50;
const linesBelow = 3;

/** Whether a name can be read below its bar, broken between words. */
function fitsBelow(name: string, columns: number): boolean {
  const width = Math.floor(charactersAcross / columns);
  let lines = 1;
  let used = 0;
  for (const word of name.split(" ")) {
    const { length } = [...word];
    if (length > width) return false;
    const isNext = used > 0 && used + 1 + length > width;
    lines += isNext ? 1 : 0;
    used = isNext || used === 0 ? length : used + 1 + length;
  }
  return lines <= linesBelow;
}

/** One scale for all panels, so that their bars compare. */
const tallestOf = (quantities: readonly QuantityBars[]): number => Math.max(4, ...quantities.flatMap(({ bars }) => bars.map(({ people }) => people)));

/** Whether there is more to see than that a few answered. */
export const isWorthDrawing = (quantities: readonly QuantityBars[]): boolean => quantities.some(({ bars }) => bars.some(({ kind, people }) => kind !== "others" && people > 0));

/** A bar's diagnosis in few words: "right", "correlation for beta", "others". */
export function barName({ kind, diagnoses, ratio }: AnswerBar, nameOf: (id: string) => string = plainName): string {
  switch (kind) {
    case "correct":
      return "right";
    case "earlier":
      return "right by an earlier key";
    case "mistakes":
      return diagnoses.map(nameOf).join(" / ");
    case "unmatched":
      return ratio === null ? "not recognised" : `not recognised, ${number(ratio, 3)} × the key`;
    case "others":
      return "others";
  }
}

const plainName = (id: string): string => (id.startsWith("own-") ? "as the instructor named" : id.replaceAll("-", " "));

function answerWords(title: string, quantities: readonly QuantityBars[]): string {
  const descriptions = quantities.map(({ label, bars, nameOf }) => `${label}: ${bars.map((bar) => barWords(bar, nameOf)).join(", ")}`);
  return `Bars of the first answers to ${title}, by what they were taken for. ${descriptions.join(". ")}.`;
}

export function barWords(bar: AnswerBar, nameOf: (id: string) => string = plainName, total: number | null = null): string {
  const people = bar.people === 0 ? "fewer than 5 people" : bar.people === 1 ? "1 person" : `${count(bar.people)} people`;
  const ratio = bar.ratio === null || (bar.kind !== "mistakes" && bar.kind !== "earlier") ? [] : [`${number(bar.ratio, 3)} × the key`];
  const portion = total === null || total === 0 || bar.people === 0 ? [] : [share(bar.people / total)];
  const details = [...portion, ...ratio].join(", ");
  return `${barName(bar, nameOf)} ${people}${details === "" ? "" : ` (${details})`}`;
}
