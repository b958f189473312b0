import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Whether a suite goes through all cases of a kind, or through some of them (`vitest.config.ts`). */
    readonly cases: "all" | "some";
  }
}

/** Every so-manieth case, the first among them, in `npm test`; each in `npm run test:all`, where the same file runs once more. */
export const someOf = <T>(cases: readonly T[], one: number): readonly T[] => (inject("cases") === "all" ? cases : cases.filter((_, index) => index % one === 0));
