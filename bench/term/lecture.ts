/**
 * A lecture's vote in two rounds: the real choices (the key and its likeliest wrong numbers, `makeChoices`), the real
 * counting (`voteResults`), made-up voters. The discussion is an assumption, with its numbers below: groups of four, in
 * which whoever is wrong beside somebody who is right is convinced three times in four. Crouch and Mazur (2001, American
 * Journal of Physics 69) report of a term that of those who were wrong first about two thirds were right after, and of
 * those who were right about one in nine was not; Smith et al. (2009, Science 323) that groups in which nobody was right
 * gain too, which is the one in four.
 */
import { chapterVariant } from "../../src/exercises/variants/variant.ts";
import type { SolvedVariant } from "../../src/exercises/variants/solved-variant.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { choiceQuantity, choiceQuantityId, makeChoices, shuffled, type ChoiceKey } from "../../src/grading/choice-question.ts";
import { voteResults, type VoteResults } from "../../src/grading/vote-results.ts";
import { figureText } from "../../src/render/figure-text.ts";
import type { Answer } from "../../src/store/answer-records.ts";
import type { Learner } from "./learner.ts";

const groupSize = 4;
const convincedBesideRight = 0.75;
const convincedAmongWrong = 0.25;
/** Of right ones, at a table where all others are wrong; in proportion where some are. */
const talkedOut = 0.2;

export interface Question {
  readonly exercise: string;
  readonly key: ChoiceKey;
}

/** The vote that an instructor gets for an exercise, on the chapter's data; null where its numbers make no choices. */
export function questionOf(exercise: Exercise, solve: (variant: ReturnType<typeof chapterVariant>) => SolvedVariant): Question | null {
  const solved = solve(chapterVariant(exercise.plan));
  for (const quantity of exercise.quantities) {
    if (quantity.kind !== "number") continue;
    const made = makeChoices(quantity, solved, new Map(), (value) => figureText(value, quantity.unit));
    if (made === null) continue;
    const ordered = shuffled(made, exercise.id, (text) => text);
    return { exercise: exercise.id, key: { kind: "choice", choices: ordered.map(({ isKey, ...stored }) => stored), right: ordered.findIndex(({ isKey }) => isKey), why: null, of: null } };
  }
  return null;
}

/** Two votes of a class with its discussion between them; what it learns by them is kept. */
export function holdVote({ exercise, key }: Question, people: readonly Learner[], day: number, random: () => number): VoteResults {
  const wrongOnes = key.choices.map((_, index) => index).filter((index) => index !== key.right);
  const anyWrong = (): number => wrongOnes[Math.floor(random() * wrongOnes.length)] ?? 0;
  const chosen = ({ right, mistake }: ReturnType<Learner["vote"]>): number => {
    if (right) return key.right;
    const made = key.choices.findIndex((choice) => choice.mistake !== null && choice.mistake === mistake);
    return made < 0 ? anyWrong() : made;
  };
  const first = people.map((person) => chosen(person.vote(exercise, day)));
  const seats = people.map((_, seat) => ({ seat, place: random() })).sort((a, b) => a.place - b.place);
  const second = [...first];
  for (let start = 0; start < seats.length; start += groupSize) {
    const group = seats.slice(start, start + groupSize).map(({ seat }) => seat);
    const right = group.filter((seat) => first[seat] === key.right).length;
    for (const seat of group) {
      const others = group.length - 1;
      if (first[seat] !== key.right) {
        if (random() < (right > 0 ? convincedBesideRight : convincedAmongWrong)) second[seat] = key.right;
      } else if (others > 0 && random() < (talkedOut * (group.length - right)) / others) second[seat] = anyWrong();
    }
  }
  people.forEach((person, seat) => person.discuss(exercise, day, second[seat] === key.right));
  return voteResults([first, second].flatMap((round, at) => round.map((choice, seat) => voteOf(key, choice, seat, at + 1))), [choiceQuantity(key)]);
}

function voteOf(key: ChoiceKey, choice: number, seat: number, round: number): Answer {
  const right = choice === key.right;
  const id = `${String(round)}/${String(seat)}`;
  const mistake = key.choices[choice]?.mistake ?? null;
  const part = { quantity: choiceQuantityId, text: String(choice), value: choice, expected: key.right, verdict: right ? "correct" : "incorrect", diagnoses: right || mistake === null ? [] : [mistake] } as const;
  return { id, item: { kind: "check", check: "lecture" }, guild: "school", person: String(seat), interaction: id, variant: "chapter", at: 0, parts: [part], verdict: part.verdict, score: 0, fingerprint: id, revision: 0, attempt: round, hints: 0, original: null };
}
