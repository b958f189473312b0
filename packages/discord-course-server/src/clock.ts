/** The clock of the course server. Tests inject one that passes fifteen minutes at once. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs `task` after so many milliseconds; the function returned cancels it. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
