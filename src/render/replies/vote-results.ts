import type { VoteResults } from "../../grading/vote-results.ts";
import { peopleWords, voteBars, votesWorthDrawing, type ChangeBar, type VoteQuantity } from "../charts/vote-bars.ts";
import { count, counted, share } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import { correctionLines, type ShownCorrection } from "./correction-words.ts";
import { waitingWords, type WaitingResults } from "./results.ts";

/** The votes on a check in words: its answers by name, the explanation of each that is a known mistake. */
export interface ShownVoteResults {
  readonly check: string;
  readonly title: string;
  readonly results: VoteResults;
  /** The question's choices; null where numbers are typed. */
  readonly choices: readonly { readonly letter: string; readonly text: string; readonly isRight: boolean; /** Of what is right by either key none. */ readonly mistake: string | null }[] | null;
  readonly quantities: readonly VoteQuantity[];
  readonly changes: readonly ChangeBar[];
  readonly why: string | null;
  /** What was corrected since it was posted; reasons as the class may read them. */
  readonly corrections: readonly ShownCorrection[];
  readonly waiting: WaitingResults | null;
  /** Whether small groups are counted too, for the staff. */
  readonly exact: boolean;
}

/** For the class: no names, no group of fewer than five. */
export function classVoteReply(shown: ShownVoteResults): Reply {
  const { check, title, results, quantities, changes, waiting } = shown;
  const [first] = results.rounds;
  const bars = waiting === null ? quantities : unmarked(shown);
  const drawn = votesWorthDrawing(bars);
  return reply({
    embed: {
      title: `Results: ${plain(title)}`,
      description: (first === undefined || first.voters === 0) && (results.rounds[1]?.voters ?? 0) === 0 ? "Nobody voted." : linesOf(shown).join("\n"),
      color: 0x0072b2,
      footer: { text: `check ${check} · groups of fewer than 5 people are folded` },
    },
    ...(drawn ? { picture: voteBars(title, bars, waiting === null ? changes : changes.map((change) => ({ ...change, became: "other" }))) } : {}),
    nextSteps: [{ label: "My answer", command: "check mine", options: { check } }],
    result: { results },
  });
}

/** The same for the staff, with every count. */
export function staffVoteReply(shown: ShownVoteResults, nextSteps: readonly NextStep[]): Reply {
  const forClass = classVoteReply(shown);
  const [embed] = forClass.embeds;
  return { ...forClass, embeds: [{ ...embed, footer: { text: `check ${shown.check} · every count, for you alone` } }], nextSteps, audience: "asker" };
}

function linesOf(shown: ShownVoteResults): readonly string[] {
  const { results, waiting } = shown;
  const votes = votersLine(results);
  const corrected = shown.corrections.length === 0 ? [] : ["", ...correctionLines(shown.corrections, waiting === null)];
  if (waiting !== null) return [votes, ...unmarkedLines(shown), "", waitingWords(waiting, unmarked(shown).length === 0 ? undefined : "The right choice and its reason"), ...corrected];
  return [votes, ...rightLines(results, shown.exact), ...answerLines(shown), ...changeLines(shown.changes), ...(shown.why === null ? [] : ["", `**Why** ${shown.why}`]), ...corrected];
}

const countsChoices = (waiting: WaitingResults | null): boolean => (waiting?.why === "later" ? waiting.countsChoices : waiting?.why === "same-data" && waiting.titles.length > 0);

/**
 * What a vote on choices came to while its marks wait: how many chose each, as the question has them, and nothing of right or
 * wrong. None where numbers are typed, since how many typed one is as good as a mark, none while a student may still vote, and none where another server's check is open.
 */
const unmarked = ({ waiting, choices, quantities }: ShownVoteResults): readonly VoteQuantity[] =>
  !countsChoices(waiting) || choices === null ? [] : quantities.map(({ label, bars }) => ({ label, bars: bars.map(({ name, people }) => ({ name, isRight: false, people })) }));

function unmarkedLines(shown: ShownVoteResults): readonly string[] {
  const [votes] = unmarked(shown);
  if (votes === undefined || shown.choices === null) return [];
  return ["", ...shown.choices.map(({ letter, text }, index) => `- ${letter} · ${plain(text, 150)}: ${peopleWords(votes.bars[index]?.people ?? [])}`), ...changeLines(shown.changes)];
}

function votersLine({ rounds: [first, second], both }: VoteResults): string {
  const one = `**${count(first?.voters ?? 0)}** voted`;
  return second === undefined || both === null ? one : `${one} first, **${count(second.voters)}** after the discussion, ${count(both.voters)} both times`;
}

/** How many were right, and what the discussion changed of it. */
function rightLines({ rounds, both, quantities }: VoteResults, exact: boolean): readonly string[] {
  const [only, further] = quantities;
  const [first, second] = rounds.map(({ voters, correct, kept }, round) => {
    if (voters === 0) return "nobody";
    // What is folded below may not stand here, nor what is left of it.
    const cell = only !== undefined && further === undefined ? only.groups.find(({ isRight }) => isRight)?.people[round] : undefined;
    const isSmall = [correct, voters - correct].some((people) => people > 0 && people < 5);
    if (!exact && (cell === null || (cell === undefined && isSmall))) return "folded";
    const right = correct === 0 ? "nobody" : `${count(correct)} (${share(correct / voters)})`;
    // Of those who voted the same, some may have after the correction.
    const isTold = exact || (kept >= 5 && (only === undefined || further !== undefined || only.groups.every(({ isEarlier, people }) => !isEarlier || people[round] === kept)));
    return kept === 0 ? right : `${right} as corrected and ${isTold ? count(kept) : "others"} by an earlier key`;
  });
  const kept = rounds.some((round) => round.kept > 0) ? ["Who was right by an earlier key keeps that mark."] : [];
  if (second === undefined || both === null) return [`Right: ${first ?? "nobody"}`, ...kept];
  return [`Right: ${first ?? "nobody"} before, ${second} after`, ...kept, changedLine(both, exact)];
}

/** "12 went from wrong to right, 7 from right to wrong: the discussion made 5 more right"; without numbers where one is small. */
function changedLine({ voters, wrongToRight, rightToWrong }: NonNullable<VoteResults["both"]>, exact: boolean): string {
  if (voters === 0) return "Nobody voted both times.";
  const gained = wrongToRight - rightToWrong;
  if (!exact && [wrongToRight, rightToWrong].some((people) => people > 0 && people < 5)) {
    if (Math.abs(gained) < 5) return "Few changed from wrong to right or back.";
    return gained > 0 ? "More went from wrong to right than the other way." : "More went from right to wrong than the other way.";
  }
  const outcome = Math.abs(gained) < 5 ? "." : gained > 0 ? `: the discussion made ${count(gained)} more right.` : `: after the discussion ${count(-gained)} fewer were right.`;
  return `${capital(peopleOrNobody(wrongToRight))} went from wrong to right, ${peopleOrNobody(rightToWrong)} from right to wrong${outcome}`;
}

const peopleOrNobody = (people: number): string => (people === 0 ? "nobody" : count(people));
const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

function answerLines({ choices, quantities }: ShownVoteResults): readonly string[] {
  if (choices === null) {
    return quantities.flatMap(({ label, bars }) => ["", `__${escaped(label)}__`, ...bars.map(({ name, note = null, isRight, people }) => `- ${isRight ? `**${escaped(name)}** ✓` : escaped(name)}: ${peopleWords(people)}${note === null ? "" : `. *${escaped(capital(note))}.*`}`)]);
  }
  const bars = quantities[0]?.bars ?? [];
  return [
    "",
    ...choices.map(({ letter, text, isRight, mistake }, index) => {
      const people = peopleWords(bars[index]?.people ?? []);
      const words = `${letter} · ${plain(text, 150)}`;
      const note = bars[index]?.note ?? (mistake === null ? null : `That is what you get if ${mistake}`);
      return `- ${isRight ? `**${words}** ✓` : words}: ${people}${note === null ? "" : `. *${escaped(capital(note))}.*`}`;
    }),
  ];
}

/** So many are listed. */
const listedChanges = 10;

function changeLines(changes: readonly ChangeBar[]): readonly string[] {
  if (changes.length === 0) return [];
  const list = changes.map(({ name, people }) => `${escaped(name)} ${people === null ? "fewer than 5" : counted(people, "person", "people")}`);
  const further = list.length - listedChanges;
  return ["", `**Who changed** ${list.slice(0, listedChanges).join(", ")}${further > 0 ? `, and ${counted(further, "smaller change", "smaller changes")}` : ""}`];
}
