/**
 * A result that can fail in ways a person can cause, with the ways in its type.
 *
 * A problem carries facts and no prose: each module owns its kinds in a file `problem.ts`, and `render/problems`
 * words each kind once, in tables that do not compile while a kind has no words. A bug of ours is never a problem: it
 * throws, and is caught once in `discord/dispatch`.
 */
export type Outcome<T, P> = Success<T> | Failure<P>;

/** Iterable so that `yield*` inside `attempt` gives the value, or ends there with the problem. */
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
  [Symbol.iterator](): Iterator<never, T, unknown>;
}

export interface Failure<P> {
  readonly ok: false;
  readonly problem: P;
  [Symbol.iterator](): Iterator<P, never, unknown>;
}

export const success = <T>(value: T): Success<T> => new SuccessOutcome(value);

export const failure = <const P>(problem: P): Failure<P> => new FailureOutcome(problem);

/**
 * Steps of which each may fail; the first problem ends them and is the outcome. Its type is the union of all steps' problems.
 *
 * @example
 * ```ts
 * const half = (n: number) => (n % 2 === 0 ? success(n / 2) : failure({ kind: "odd", n }));
 * attempt(function* () { return (yield* half(12)) + (yield* half(6)); }); // → success(9)
 * attempt(function* () { return yield* half(yield* half(6)); }); // → failure({ kind: "odd", n: 3 })
 * ```
 */
export function attempt<T, P>(steps: () => Generator<P, T, never>): Outcome<T, P> {
  const first = steps().next();
  return first.done ? success(first.value) : failure(first.value);
}

/** The same for steps that wait: `yield* await …`. */
export async function attemptAsync<T, P>(steps: () => AsyncGenerator<P, T, never>): Promise<Outcome<T, P>> {
  const running = steps();
  const first = await running.next();
  if (first.done) return success(first.value);
  return failure(first.value);
}

/** The values of outcomes that all succeeded, in order, or the first problem. */
export function all<T, P>(outcomes: Iterable<Outcome<T, P>>): Outcome<readonly T[], P> {
  const values: T[] = [];
  for (const outcome of outcomes) {
    if (!outcome.ok) return outcome;
    values.push(outcome.value);
  }
  return success(values);
}

/**
 * A problem on its way through code that knows only exceptions, as a database's driver and its query builder. It is caught
 * where a call is answered, and is a problem again from there on.
 */
export class ProblemError<P> extends Error {
  readonly problem: P;

  constructor(problem: P, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

class SuccessOutcome<T> implements Success<T> {
  readonly ok = true;
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }

  [Symbol.iterator](): Iterator<never, T, unknown> {
    return { next: () => ({ done: true, value: this.value }) };
  }
}

class FailureOutcome<P> implements Failure<P> {
  readonly ok = false;
  readonly problem: P;

  constructor(problem: P) {
    this.problem = problem;
  }

  // `attempt` stops at the problem and never resumes the step, so nothing reads what the iterator returns.
  *[Symbol.iterator](): Generator<P, never, unknown> {
    yield this.problem;
    return undefined as never;
  }
}
