import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, expectTypeOf, test } from "vitest";
import { all, attempt, attemptAsync, failure, success, type Outcome } from "../src/outcome.ts";

interface Odd {
  readonly kind: "odd";
  readonly n: number;
}
interface Negative {
  readonly kind: "negative";
}

const half = (n: number): Outcome<number, Odd> => (n % 2 === 0 ? success(n / 2) : failure({ kind: "odd", n }));
const root = (n: number): Outcome<number, Negative> => (n < 0 ? failure({ kind: "negative" }) : success(Math.sqrt(n)));

// Plain, as a failure's iterator never ends and toEqual would walk it.
const succeeded = (value: unknown) => ({ ok: true, value });
const failed = (problem: unknown) => ({ ok: false, problem });

test("attempt gives what its steps return, and its problems are the union of the steps'", () => {
  const outcome = attempt(function* () {
    return String(yield* root(yield* half(32)));
  });
  expectTypeOf(outcome).toEqualTypeOf<Outcome<string, Odd | Negative>>();
  expect(outcome).toEqual(succeeded("4"));
});

test("attempt stops at the first problem", () => {
  let reached = false;
  const outcome = attempt(function* () {
    const value = yield* half(3);
    reached = true;
    return yield* root(value);
  });
  expect(outcome).toEqual(failed({ kind: "odd", n: 3 }));
  expect(reached).toBe(false);
});

test("an error thrown in a step is thrown, not made a problem", () => {
  expect(() =>
    attempt(function* () {
      yield* half(2);
      throw new RangeError("our bug");
    }),
  ).toThrow("our bug");
});

test("attemptAsync waits for its steps, with the same types", async () => {
  const steps = (n: number) =>
    attemptAsync(async function* () {
      return yield* root(yield* await Promise.resolve(half(n)));
    });
  expectTypeOf(steps).returns.resolves.toEqualTypeOf<Outcome<number, Odd | Negative>>();
  expect(await steps(8)).toEqual(succeeded(2));
  expect(await steps(-8)).toEqual(failed({ kind: "negative" }));
  expect(await steps(7)).toEqual(failed({ kind: "odd", n: 7 }));
});

test("all keeps the order of the values, or gives the first problem", () => {
  const halves = all([half(2), half(6)]);
  expectTypeOf(halves).toEqualTypeOf<Outcome<readonly number[], Odd>>();
  expect(halves).toEqual(succeeded([1, 3]));
  expect(all([half(2), half(5), half(7)])).toEqual(failed({ kind: "odd", n: 5 }));
  expect(all([])).toEqual(succeeded([]));
});

test("the value of an outcome can be read only where it succeeded", () => {
  const outcome = half(2);
  // @ts-expect-error it may be a failure, which has no value
  expect(outcome.value).toBe(1);
});

test("the docstring's examples give what they say", () => {
  const text = readFileSync(new URL("../src/outcome.ts", import.meta.url), "utf8");
  const lines = (/```ts\n([\s\S]*?)```/u.exec(text)?.[1] ?? "").split("\n").map((line) => line.replace(/^ \* ?/u, "").trim());
  const examples = lines.filter((line) => line.includes("// →")).map((line) => line.split("// →"));
  expect(examples.length).toBe(2);
  const setup = lines.filter((line) => !line.includes("// →")).join("\n");
  const scope = { success, failure, attempt };
  const run = (code: string): unknown => {
    const script = ts.transpile(`${setup}\nreturn ${code}`, { target: ts.ScriptTarget.ES2023 });
    return (Reflect.construct(Function, [...Object.keys(scope), script]) as (...values: unknown[]) => unknown)(...Object.values(scope));
  };
  for (const [code = "", result = ""] of examples) expect({ ...(run(code) as object) }).toEqual({ ...(run(result) as object) });
});
