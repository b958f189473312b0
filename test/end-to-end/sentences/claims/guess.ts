import type { Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { deviation } from "../statistics.ts";
import { kindOf } from "./common.ts";

const only = ["beta"];
const slope = (of: Case): number => of.fit().coefficients[1]!;
const guess = (of: Case): number => Number(/guess:(\S+)/u.exec(of.said.typed)?.[1]);
const ends = (of: Case): readonly [number, number] => [of.shown(of.fit(), 1).low, of.shown(of.fit(), 1).high];
const inside = (of: Case): boolean => guess(of) >= ends(of)[0] && guess(of) <= ends(of)[1];
const axis = (of: Case): number => Math.sign(slope(of)) * (deviation(of.fit().y) / deviation(of.column(of.factor)));

function off(far: string, side: string, of: Case, check: Check): void {
  check.number(far, Math.abs(guess(of) - slope(of)), "distance");
  check.that((side === "above") === guess(of) > slope(of), `β = ${slope(of)}`);
  check.that(!inside(of) && guess(of) * slope(of) >= 0, "it lies in the interval, or on the other side of 0");
}

export const guessClaims: readonly Claim[] = [
  teaching("@ vs @: what do you see?"),
  claim("Each square is a ⟨day‖week‖month⟩: @'s … return across, @'s up.", ([, kind = ""], of, check) => check.that(kind === kindOf(of), `they are ${kindOf(of)}`)),
  teaching("When @ moves 1%, by how many % does @ move on average?"),
  teaching("Picture the line through the cloud and say its slope."),
  teaching("Your guess is answered for you alone, with both lines."),
  claim("@ on @: you saw #, β = #", ([, , seen = "", value = ""], of, check) => {
    check.number(seen, guess(of), "guess");
    check.number(value, slope(of), "β");
  }, only),
  claim("Well seen: your slope lies in the interval, so these rows can't tell it from β.", (_, of, check) => check.that(inside(of), `the interval is ${ends(of).join(" to ")}`), only),
  claim("Close: # ⟨above‖below⟩ β.", ([far = ""], of, check) => {
    off(far, of.said.description.includes("above β") ? "above" : "below", of, check);
    check.that(Math.abs(guess(of) - slope(of)) <= 0.1 * Math.abs(slope(of)), `β = ${slope(of)}`);
  }, only),
  claim("Too steep: # ⟨above‖below⟩ β.", ([far = ""], of, check) => {
    off(far, of.said.description.includes("above β") ? "above" : "below", of, check);
    check.that(Math.abs(guess(of)) > 1.1 * Math.abs(slope(of)), `β = ${slope(of)}`);
  }, only),
  claim("Too flat: # ⟨above‖below⟩ β.", ([far = ""], of, check) => {
    off(far, of.said.description.includes("above β") ? "above" : "below", of, check);
    check.that(Math.abs(guess(of)) < 0.9 * Math.abs(slope(of)), `β = ${slope(of)}`);
  }, only),
  claim("The other way: your line ⟨falls‖rises⟩ and the fitted one ⟨falls‖rises⟩.", (_, of, check) => {
    check.that(!inside(of) && guess(of) * slope(of) < 0, `β = ${slope(of)}`);
    check.that(of.said.description.includes("your line falls") === guess(of) < 0, "the words for the two are swapped");
  }, only),
  claim("β = # · ≈.", ([value = "", interval = ""], of, check) => {
    check.number(value, slope(of), "β");
    check.interval(interval, of.shown(of.fit(), 1));
  }, only),
  claim("Of a 1% move of @ your line makes # of @, the fitted one #.", ([, seen = "", , value = ""], of, check) => {
    check.number(seen.replace("%", ""), guess(of), "guess");
    check.number(value.replace("%", ""), slope(of), "β");
  }, only),
  claim("Your slope is nearer to σ(@)/σ(@) = #, the cloud's long axis.", ([, , value = ""], of, check) => {
    check.number(value, axis(of), "ratio of the volatilities");
    check.that(Math.abs(guess(of) - axis(of)) < Math.abs(guess(of) - slope(of)), `β = ${slope(of)}`);
  }, only),
  claim("A regression's line is flatter than that by the correlation, #: it answers what @ does on average, given @.", ([value = ""], of, check) => {
    check.number(value, Math.sqrt(of.fit().rSquared), "correlation");
    check.that(Math.abs(slope(of)) < Math.abs(axis(of)), "it is not flatter");
  }, only),
  claim("Scatter: @ up, @ across, n = #.", ([, , n = ""], of, check) => check.number(n, of.rows().dates.length, "n"), only),
  claim("Two lines through the means: dashed yours, with a slope of #; the fitted one, β = #.", ([seen = "", value = ""], of, check) => {
    check.number(seen, guess(of), "guess");
    check.number(value, slope(of), "β");
  }, only),
  claim("Who moves more with @: …?", () => undefined, ["compare"]),
  claim("Each square is a ⟨day‖week‖month⟩: @'s … return across, the asset's up, on the same axes.", ([, kind = ""], of, check) => check.that(kind === kindOf(of), `they are ${kindOf(of)}`)),
  teaching("Which cloud is the steepest, and which is the tightest?"),
  teaching("Steepness is β, tightness the correlation: not the same thing."),
  claim("# scatters against @ without their lines, the same axes in each: ….", ([count = "", , list = ""], of, check) => {
    check.number(count, of.recipe.assets.length, "scatters");
    check.that(list.replaceAll(/\.$/gu, "") === of.recipe.assets.join(", "), "other assets, or another order");
  }, ["compare"]),
];
