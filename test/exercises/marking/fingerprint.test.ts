import { describe, expect, it } from "vitest";
import { readForm } from "../../../src/exercises/answer/read-answer.ts";
import { fingerprintOf } from "../../../src/exercises/marking/fingerprint.ts";
import type { Quantity } from "../../../src/exercises/quantities/quantity.ts";
import { madeUp } from "./made-up-quantity.ts";

const quantities: readonly Quantity[] = [
  madeUp("alpha", 0.12, { unit: "return" }),
  madeUp("beta", 1.4),
  { kind: "choice", guessable: false, id: "sign", choices: [{ id: "more", words: ["more"] }, { id: "less", words: ["less"] }], key: () => "more" },
];

const fingerprint = (alpha: string, beta: string, sign: string): string => fingerprintOf(quantities, readForm(quantities, { alpha, beta, sign }).answers);

describe("fingerprintOf", () => {
  it("is one for forms that mean the same, in whatever notation", () => {
    const same = fingerprint("12%", "1.4", "more");
    expect(fingerprint("0.12", "1.40", "it is more")).toBe(same);
    expect(fingerprint("1200 bps", "7/5", "More")).toBe(same);
    expect(fingerprint("0.1200000001", "1.4", "more")).toBe(same);
  });

  it("is another one for another number, another choice, a blank, or the same numbers in other fields", () => {
    const forms = [fingerprint("12%", "1.4", "more"), fingerprint("12.1%", "1.4", "more"), fingerprint("12%", "1.4", "less"), fingerprint("12%", "", "more"), fingerprint("", "12%", "more"), fingerprint("12%", "1.4", ""), fingerprint("0.120001", "1.4", "more")];
    expect(new Set(forms).size).toBe(forms.length);
  });

  it("is kept in the database, so its form stays", () => {
    expect(fingerprint("12%", "", "less")).toBe("alpha:0.12;beta:;sign:less");
  });
});
