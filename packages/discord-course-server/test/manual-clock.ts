import type { Clock } from "../src/clock.ts";

/** Time that passes when the test says so. */
export class ManualClock implements Clock {
  private time = Date.UTC(2026, 8, 1, 12);
  private tasks: { readonly at: number; readonly run: () => void }[] = [];

  readonly now = (): number => this.time;

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const task = { at: this.time + milliseconds, run };
    this.tasks.push(task);
    return () => {
      this.tasks = this.tasks.filter((each) => each !== task);
    };
  };

  pass(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.tasks.filter(({ at }) => at <= this.time);
    this.tasks = this.tasks.filter(({ at }) => at > this.time);
    for (const { run } of due) run();
  }
}
