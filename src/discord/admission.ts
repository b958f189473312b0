/** Admission control: limits the calls in progress and shares the event loop between people. */
export interface Admission {
  /** Calls that were admitted and are not answered yet. */
  readonly inProgress: number;
  /** A turn in the queue, or how long to wait before trying again. */
  admit(person: string, question: QuestionWeight): Admitted | Rejected;
}

export interface QuestionWeight {
  /** Takes a tenth of a second or more of the shared thread: limited per person. */
  readonly isHeavy: boolean;
  /** Costs almost nothing: does not wait behind earlier calls. */
  readonly isShort: boolean;
}

interface Admitted {
  readonly admitted: true;
  /** Resolves when this call may use a round of the event loop for its next piece of work. */
  waitForTurn(): Promise<void>;
  /** Must be called once the reply is sent, or has failed. */
  release(): void;
}

interface Rejected {
  readonly admitted: false;
  /** Which limit was reached: the person's calls, everybody's, or the person's heavy ones. */
  readonly reason: "person" | "everybody" | "heavy";
  readonly waitSeconds: number;
}

export interface AdmissionLimits {
  /** Maximum number of calls in progress per person. */
  readonly person: number;
  /** Maximum number of calls in progress in total. */
  readonly everybody: number;
  /** Heavy calls that one person may make at once, and the seconds until one refills. */
  readonly heavy: { readonly atOnce: number; readonly secondsEach: number };
}

const defaultLimits: AdmissionLimits = { person: 5, everybody: 600, heavy: { atOnce: 4, secondsEach: 3 } };

/**
 * Grants one turn per round of the event loop, so that other work (acknowledgements, heartbeats) runs between two turns.
 * Started calls have priority over new ones. People take turns: a person's second call waits for everybody's first.
 * `now` is in milliseconds.
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

  /** 0 if a heavy call is allowed now, which is then counted; else the seconds until it is. */
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

/** The recent rate of finished calls. */
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
