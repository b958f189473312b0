/**
 * When an exercise is due again. Spacing is by FSRS, the free spaced repetition scheduler (Ye, Su and Cao 2022), with
 * ts-fsrs and its default parameters: an exercise is the item, a variant that came to its end is a review, and what it
 * took is the grade. It is due when the chance to recall it has fallen to 90%, and after two weeks at the latest: a term
 * is short, and in a made-up one (`npm run simulate:term`) longer pauses left time unused and less known at its end.
 *
 * Time is counted in days of the person's calendar: what is due on a day is due from its midnight on.
 */
import { fsrs, Rating, type FSRSState } from "ts-fsrs";
import type { Help, Review } from "./practice-reviews.ts";

/** mastered: right without help on two variants on two days, and not failed since. */
type Standing = "new" | "learning" | "mastered";

/** How well an exercise is known, and when it comes back. */
export interface Memory {
  readonly standing: Standing;
  /** Day number; null while it is new. */
  readonly dueOn: number | null;
  /** The chance to recall it today; null while it is new. */
  readonly recall: number | null;
}

const longestDays = 14;

const scheduler = fsrs({ request_retention: 0.9, maximum_interval: longestDays, enable_fuzz: false, enable_short_term: true, learning_steps: [], relearning_steps: [] });

const grades = { none: Rating.Good, tries: Rating.Hard, hints: Rating.Hard, "last-hint": Rating.Again, solution: Rating.Again } as const satisfies Record<Help, Rating>;

/** A review that did not come from memory: the exercise stays due until one does. */
const isFailed = ({ help }: Pick<Review, "help">): boolean => grades[help] === Rating.Again;

/** The memory of one exercise from its reviews, oldest first; `dayOf` gives the day number of a moment. */
export function memoryOf(reviews: readonly Review[], today: number, dayOf: (at: number) => number): Memory {
  const last = reviews.at(-1);
  if (last === undefined) return { standing: "new", dueOn: null, recall: null };
  const { state, day } = reviews.reduce<Reviewed>((before, review) => {
    const on = dayOf(review.at);
    return { state: scheduler.next_state(before.state, Math.max(0, on - before.day), grades[review.help]), day: on };
  }, { state: null, day: dayOf(last.at) });
  const stability = state?.stability ?? 0;
  return {
    standing: isMastered(reviews, dayOf) ? "mastered" : "learning",
    dueOn: isFailed(last) ? day : day + scheduler.next_interval(stability, 0),
    recall: scheduler.forgetting_curve(Math.max(0, today - day), stability),
  };
}

interface Reviewed {
  readonly state: FSRSState | null;
  readonly day: number;
}

function isMastered(reviews: readonly Review[], dayOf: (at: number) => number): boolean {
  const sinceFailure = reviews.slice(reviews.findLastIndex(isFailed) + 1);
  return new Set(sinceFailure.filter(({ help }) => help === "none").map(({ at }) => dayOf(at))).size >= 2;
}
