/** One thing to fill in on a form. */
export interface Field {
  readonly name: string;
  readonly node: HTMLElement;
  /** The line for what is wrong with it. */
  readonly fault: HTMLElement;
  value(): string | readonly string[];
  /** Says what is wrong on the line; true where nothing is. */
  check(): boolean;
  focus(): void;
}
