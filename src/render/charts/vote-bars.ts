import type { ChartSpec, Panel } from "../chart/chart-spec.ts";
import { shortName } from "../chart/short-name.ts";
import { count } from "../numbers.ts";
import type { Picture } from "../reply.ts";
import { peopleAxis } from "./people-axis.ts";

/** What people voted for, in words, with their number by round; null: folded. */
interface VoteBar {
  /** Below its bars: "B 2.41". */
  readonly name: string;
  /** What it comes from, for the text; left out or null: nothing is to be said of it. */
  readonly note?: string | null;
  readonly isRight: boolean;
  readonly people: readonly (number | null)[];
}

/** From one answer to another. */
export interface ChangeBar {
  readonly name: string;
  readonly became: "right" | "wrong" | "other";
  readonly people: number | null;
}

export interface VoteQuantity {
  readonly label: string;
  readonly bars: readonly VoteBar[];
}

/** The votes before and after the discussion beside each other, and below them who changed to what. */
export function voteBars(title: string, quantities: readonly VoteQuantity[], changes: readonly ChangeBar[]): Picture {
  return { filename: "votes.png", spec: voteSpec(title, quantities, changes), description: voteWords(title, quantities, changes) };
}

function voteSpec(title: string, quantities: readonly VoteQuantity[], changes: readonly ChangeBar[]): ChartSpec {
  const drawn = quantities.map(({ label, bars }) => ({ label, bars: mostOf(bars, (rest): VoteBar => ({ name: "others", isRight: false, people: (rest[0]?.people ?? []).map((_, round) => sumOf(rest.map(({ people }) => people[round] ?? null))) })) }));
  const drawnChanges = mostOf(changes, (rest): ChangeBar => ({ name: "other changes", became: "other", people: sumOf(rest.map(({ people }) => people)) }));
  const panels = [...drawn.map((quantity, index) => quantityPanel(quantity, index, tallestOf(drawn))), ...(drawnChanges.length === 0 ? [] : [changesPanel(drawnChanges)])];
  return { width: 1000, height: Math.max(560, 400 * panels.length), title: shortName(title, 60), panels, columns: 1 };
}

/** So many bars have names that can be read beside each other on a phone. */
const mostBars = 5;

/** The first ones, and what follows them as one: the text has them all. */
const mostOf = <B>(bars: readonly B[], together: (rest: readonly B[]) => B): readonly B[] =>
  bars.length <= mostBars ? bars : [...bars.slice(0, mostBars - 1), together(bars.slice(mostBars - 1))];

/** Folded where one of them is. */
const sumOf = (people: readonly (number | null)[]): number | null => (people.includes(null) ? null : people.reduce<number>((sum, one) => sum + (one ?? 0), 0));

function quantityPanel({ label, bars }: VoteQuantity, index: number, tallest: number): Panel {
  const rounds = Math.max(...bars.map(({ people }) => people.length));
  const layer = (round: number, name: string, role: "riskFree" | "market") =>
    ({
      type: "bars",
      label: index === 0 ? name : "",
      role,
      values: bars.map(({ people }) => people[round] ?? 0),
      texts: bars.map(({ people }) => (people[round] === null ? "folded" : peopleText(people[round]))),
    }) as const;
  return {
    title: shortName(label, 60),
    x: { label: "", format: "category", categories: bars.map(nameWords) },
    y: peopleAxis(tallest),
    layers: rounds < 2 ? [layer(0, "Votes", "market")] : [layer(0, "First vote", "riskFree"), layer(1, "After the discussion", "market")],
  };
}

function changesPanel(changes: readonly ChangeBar[]): Panel {
  const layer = (name: string, role: "hedged" | "fit" | "third", became: ChangeBar["became"]) =>
    ({
      type: "bars",
      label: name,
      role,
      stack: "changes",
      values: changes.map((change) => (change.became === became ? (change.people ?? 0) : 0)),
      texts: changes.map((change) => (change.became === became ? peopleText(change.people) : "")),
    }) as const;
  const layers = [layer("Became right", "hedged", "right"), layer("Became wrong", "fit", "wrong"), layer("Other changes", "third", "other")] as const;
  return {
    title: "Who changed to what",
    x: { label: "", format: "category", categories: changes.map(({ name, people }) => (people === null ? `${name} (<5)` : name)) },
    y: peopleAxis(Math.max(4, ...changes.map(({ people }) => people ?? 0))),
    layers: layers.filter((_, index) => changes.some(({ became }) => became === (["right", "wrong", "other"] as const)[index])),
  };
}

const peopleText = (people: number | null | undefined): string => (people === null ? "< 5" : people === undefined ? "" : count(people));

/** One scale for all quantities, with room for the numbers above the bars. */
const tallestOf = (quantities: readonly VoteQuantity[]): number =>
  1.25 * Math.max(4, ...quantities.flatMap(({ bars }) => bars.flatMap(({ people }) => people.map((one) => one ?? 0))));

function voteWords(title: string, quantities: readonly VoteQuantity[], changes: readonly ChangeBar[]): string {
  const described = quantities.map(({ label, bars }) => `${label}: ${bars.map((bar) => `${nameWords(bar)}: ${peopleWords(bar.people)}`).join("; ")}`);
  const changed = changes.length === 0 ? "" : ` Who changed: ${changes.map(({ name, people }) => `${name} ${people === null ? "fewer than 5" : count(people)}`).join(", ")}.`;
  return `Bars of the votes on ${title}${quantities.some(({ bars }) => bars.some(({ people }) => people.length > 1)) ? ", before and after the discussion" : ""}. ${described.join(". ")}.${changed}`;
}

const nameWords = ({ name, isRight }: Pick<VoteBar, "name" | "isRight">): string => (isRight && name !== "right" ? `${name} (right)` : name);

/** "12, then 4"; "folded". */
export const peopleWords = (people: readonly (number | null)[]): string =>
  people.map((one) => (one === null ? "folded" : count(one))).join(", then ");

/** Whether there is more to see than that a few voted. */
export const votesWorthDrawing = (quantities: readonly VoteQuantity[]): boolean => quantities.some(({ bars }) => bars.some(({ people }) => people.some((one) => (one ?? 0) > 0)));
