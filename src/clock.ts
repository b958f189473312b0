/** Time as a parameter: what waits or measures takes a clock, so that a test can let minutes pass at once. */
export interface Clock {
  /** Milliseconds since some moment, by a clock that nobody sets back: a stopwatch, not the time of day. */
  readonly now: () => number;
  /** Runs `task` after so many milliseconds; the function returned cancels it. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
};

export const pause = (clock: Clock, milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(milliseconds, resolve);
  });
