/** Who is let in when many ask at once, and whose turn it is. */
export interface Admission {
  /** Questions that were let in and are not answered yet. */
  readonly underway: number;
  /** A place in the queue, or how long to wait before asking again. */
  enter(person: string, question: Weight): Admitted | TurnedAway;
}

export interface Weight {
  /** Holds everybody up for a tenth of a second and more: each person may ask a few. */
  readonly isHeavy: boolean;
  /** Costs next to nothing: does not wait behind those who asked before. */
  readonly isShort: boolean;
}

export interface Admitted {
  readonly admitted: true;
  /** Resolves when a round of the event loop is this question's, for its next piece of work. */
  turn(): Promise<void>;
  /** To be called once the reply is sent, or has failed. */
  leave(): void;
}

export interface TurnedAway {
  readonly admitted: false;
  /** Whether the person has too much under way, or everybody together. */
  readonly because: "person" | "everybody" | "heavy";
  readonly waitSeconds: number;
}

export interface AdmissionLimits {
  /** Questions of one person that are under way. */
  readonly person: number;
  /** Questions of everybody that are under way. */
  readonly everybody: number;
  /** Heavy questions that one person may ask at once, and the seconds until another one is earned. */
  readonly heavy: { readonly atOnce: number; readonly secondsEach: number };
}

const usual: AdmissionLimits = { person: 5, everybody: 600, heavy: { atOnce: 4, secondsEach: 3 } };

/**
 * One turn each round of the event loop, so that what else the loop has to do (acknowledgements, heartbeats) comes
 * between two. What was begun goes on before anything else is begun. People begin in rotation: somebody's second
 * question waits for everybody's first. `now` is in milliseconds.
 */
export function admission(limits: AdmissionLimits = usual, now: () => number = () => performance.now()): Admission {
  const waiting = new Map<string, (() => void)[]>();
  const begun: (() => void)[] = [];
  const inHand = new Map<string, number>();
  const heavyUntil = new Map<string, number>();
  const pace = paceOf(now);
  let all = 0;
  let isTurning = false;

  function nextTurn(): void {
    const turn = begun.shift() ?? nextToBegin();
    isTurning = turn !== undefined;
    if (!turn) return;
    turn();
    setImmediate(nextTurn);
  }

  function nextToBegin(): (() => void) | undefined {
    const [person, turns = []] = waiting.entries().next().value ?? [];
    if (person === undefined) return undefined;
    waiting.delete(person);
    const [first, ...rest] = turns;
    if (rest.length > 0) waiting.set(person, rest);
    return first;
  }

  function startTurning(): void {
    if (isTurning) return;
    isTurning = true;
    setImmediate(nextTurn);
  }

  /** 0 where a heavy question may be asked now, which it then counts as; else the seconds until then. */
  function heavyWait(person: string): number {
    const { atOnce, secondsEach } = limits.heavy;
    const moment = now();
    if (heavyUntil.size > 10_000) for (const [one, until] of heavyUntil) if (until <= moment) heavyUntil.delete(one);
    const until = Math.max(moment, heavyUntil.get(person) ?? 0) + secondsEach * 1000;
    const over = until - moment - atOnce * secondsEach * 1000;
    if (over > 0) return over / 1000;
    heavyUntil.set(person, until);
    return 0;
  }

  return {
    get underway() {
      return all;
    },
    enter(person, { isHeavy, isShort }) {
      const mine = inHand.get(person) ?? 0;
      if (all >= limits.everybody) return turnedAway("everybody", pace.secondsFor(all / 2));
      if (mine >= limits.person) return turnedAway("person", pace.secondsFor(mine));
      const wait = isHeavy ? heavyWait(person) : 0;
      if (wait > 0) return turnedAway("heavy", wait);
      all++;
      inHand.set(person, mine + 1);
      let left = false;
      let isBegun = isShort;
      return {
        admitted: true,
        turn: () =>
          new Promise((resolve) => {
            if (isBegun) begun.push(resolve);
            else waiting.set(person, [...(waiting.get(person) ?? []), resolve]);
            isBegun = true;
            startTurning();
          }),
        leave() {
          if (left) return;
          left = true;
          all--;
          const remaining = (inHand.get(person) ?? 1) - 1;
          if (remaining > 0) inHand.set(person, remaining);
          else inHand.delete(person);
          pace.finished();
        },
      };
    },
  };
}

const turnedAway = (because: TurnedAway["because"], seconds: number): TurnedAway => ({
  admitted: false,
  because,
  waitSeconds: Math.min(60, Math.max(1, Math.ceil(seconds))),
});

/** How fast questions have been finished lately. */
function paceOf(now: () => number): { finished(): void; secondsFor(questions: number): number } {
  const moments: number[] = [];
  return {
    finished() {
      moments.push(now());
      if (moments.length > 64) moments.shift();
    },
    secondsFor(questions) {
      const [first] = moments;
      return first === undefined ? 5 : ((now() - first) / 1000 / moments.length) * questions;
    },
  };
}
