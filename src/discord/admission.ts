/** Who is let in when many ask at once, and whose turn it is. */
export interface Admission {
  /** Questions that were let in and are not answered yet. */
  readonly inProgress: number;
  /** A place in the queue, or how long to wait before asking again. */
  admit(person: string, question: QuestionWeight): Admitted | Rejected;
}

export interface QuestionWeight {
  /** Holds everybody up for a tenth of a second and more: each person may ask a few. */
  readonly isHeavy: boolean;
  /** Costs next to nothing: does not wait behind those who asked before. */
  readonly isShort: boolean;
}

export interface Admitted {
  readonly admitted: true;
  /** Resolves when a round of the event loop is this question's, for its next piece of work. */
  waitForTurn(): Promise<void>;
  /** To be called once the reply is sent, or has failed. */
  release(): void;
}

export interface Rejected {
  readonly admitted: false;
  /** Whether the person has too much under way, or everybody together. */
  readonly reason: "person" | "everybody" | "heavy";
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

const defaultLimits: AdmissionLimits = { person: 5, everybody: 600, heavy: { atOnce: 4, secondsEach: 3 } };

/**
 * One turn each round of the event loop, so that what else the loop has to do (acknowledgements, heartbeats) comes
 * between two. What was begun goes on before anything else is begun. People begin in rotation: somebody's second
 * question waits for everybody's first. `now` is in milliseconds.
 */
export function admission(limits: AdmissionLimits = defaultLimits, now: () => number = () => performance.now()): Admission {
  const waiting = new Map<string, (() => void)[]>();
  const started: (() => void)[] = [];
  const inProgressByPerson = new Map<string, number>();
  const heavyUntil = new Map<string, number>();
  const pace = completionRate(now);
  let total = 0;
  let isDraining = false;

  function nextTurn(): void {
    const turn = started.shift() ?? nextToStart();
    isDraining = turn !== undefined;
    if (!turn) return;
    turn();
    setImmediate(nextTurn);
  }

  function nextToStart(): (() => void) | undefined {
    const [person, turns = []] = waiting.entries().next().value ?? [];
    if (person === undefined) return undefined;
    waiting.delete(person);
    const [first, ...rest] = turns;
    if (rest.length > 0) waiting.set(person, rest);
    return first;
  }

  function startDraining(): void {
    if (isDraining) return;
    isDraining = true;
    setImmediate(nextTurn);
  }

  /** 0 where a heavy question may be asked now, which it then counts as; else the seconds until then. */
  function heavyWait(person: string): number {
    const { atOnce, secondsEach } = limits.heavy;
    const moment = now();
    if (heavyUntil.size > 10_000) for (const [key, until] of heavyUntil) if (until <= moment) heavyUntil.delete(key);
    const until = Math.max(moment, heavyUntil.get(person) ?? 0) + secondsEach * 1000;
    const excess = until - moment - atOnce * secondsEach * 1000;
    if (excess > 0) return excess / 1000;
    heavyUntil.set(person, until);
    return 0;
  }

  return {
    get inProgress() {
      return total;
    },
    admit(person, { isHeavy, isShort }) {
      const ownInProgress = inProgressByPerson.get(person) ?? 0;
      if (total >= limits.everybody) return rejected("everybody", pace.secondsFor(total / 2));
      if (ownInProgress >= limits.person) return rejected("person", pace.secondsFor(ownInProgress));
      const wait = isHeavy ? heavyWait(person) : 0;
      if (wait > 0) return rejected("heavy", wait);
      total++;
      inProgressByPerson.set(person, ownInProgress + 1);
      let isReleased = false;
      let isStarted = isShort;
      return {
        admitted: true,
        waitForTurn: () =>
          new Promise((resolve) => {
            if (isStarted) started.push(resolve);
            else waiting.set(person, [...(waiting.get(person) ?? []), resolve]);
            isStarted = true;
            startDraining();
          }),
        release() {
          if (isReleased) return;
          isReleased = true;
          total--;
          const remaining = (inProgressByPerson.get(person) ?? 1) - 1;
          if (remaining > 0) inProgressByPerson.set(person, remaining);
          else inProgressByPerson.delete(person);
          pace.finished();
        },
      };
    },
  };
}

const rejected = (reason: Rejected["reason"], seconds: number): Rejected => ({
  admitted: false,
  reason,
  waitSeconds: Math.min(60, Math.max(1, Math.ceil(seconds))),
});

/** How fast questions have been finished lately. */
function completionRate(now: () => number): { finished(): void; secondsFor(questions: number): number } {
  const finishTimes: number[] = [];
  return {
    finished() {
      finishTimes.push(now());
      if (finishTimes.length > 64) finishTimes.shift();
    },
    secondsFor(questions) {
      const [first] = finishTimes;
      return first === undefined ? 5 : ((now() - first) / 1000 / finishTimes.length) * questions;
    },
  };
}
