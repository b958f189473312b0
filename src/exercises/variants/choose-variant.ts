import type { Variant } from "./variant.ts";

/** A keyed hash of a text, as hexadecimal digits of one length: HMAC-SHA-256 with the course's secret. */
type KeyedHash = (text: string) => string;

/**
 * The variant of one person at one exercise: the one with the highest hash of person, exercise and variant
 * (rendezvous hashing: Thaler and Ravishankar 1998). Nobody can work it out without the key, the same person
 * always gets the same one, and a variant that leaves the list changes nothing for those who had another.
 */
export function chooseVariant(
  variants: readonly Variant[],
  person: string,
  exercise: string,
  keyedHash: KeyedHash,
): Variant | null {
  const draws = variants.map((variant) => ({
    variant,
    draw: keyedHash(JSON.stringify([person, exercise, variant.id])),
  }));
  return draws.reduce<(typeof draws)[number] | null>(
    (best, candidate) => (best === null || candidate.draw > best.draw ? candidate : best),
    null,
  )?.variant ?? null;
}
