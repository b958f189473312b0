import type { APIEmbed } from "discord-api-types/v10";
import { count } from "../numbers.ts";
import { escaped } from "../plain.ts";
import type { TextFile } from "../reply.ts";

/** What the engine found by trying every mistake on every variant, before a check opens. */
export interface Collisions {
  readonly variants: number;
  /** Every key passes and no mistake is taken for it. */
  readonly sound: boolean;
  /** Variants on which a key does not pass its own marking. */
  readonly failing: readonly string[];
  /** Mistakes that would be taken as right. */
  readonly hidden: readonly Omit<Collision, "separatedBy">[];
  readonly inseparable: readonly Collision[];
  /** Of all (variant, mistake) pairs, those that an answer tells from everything else. */
  readonly separate: number;
  readonly pairs: number;
}

export interface Collision {
  readonly quantity: string;
  /** Each completes "if …". */
  readonly mistakes: readonly string[];
  readonly variants: number;
  /** What to ask for too, so that they can be told apart. */
  readonly separatedBy: readonly string[];
}

const shown = 4;

/** The collision report: for the instructor alone. */
export function collisionEmbed(found: Collisions): APIEmbed {
  const lines = [
    found.failing.length === 0
      ? `✓ The key passes on ${variants(found.variants)}.`
      : `✗ The key does not pass on ${found.failing.join(", ")}.`,
    ...(found.hidden.length === 0
      ? ["✓ No mistake is within tolerance of the key."]
      : found.hidden.slice(0, shown).map((one) => `✗ Taken as right: ${escaped(words(one, found.variants))}`)),
    ...(found.pairs === 0 ? [] : [`${count(found.separate)} of ${count(found.pairs)} mistakes can be told from everything else.`]),
    ...found.inseparable.slice(0, shown).map((one) => `- Not to be told apart: ${escaped(words(one, found.variants))}`),
    ...(found.inseparable.length > shown ? [`…and ${count(found.inseparable.length - shown)} more, in the file.`] : []),
  ];
  return {
    title: found.sound ? "Collision report: sound" : "Collision report: not sound",
    description: lines.join("\n"),
    color: found.sound ? 0x009e73 : 0xd55e00,
  };
}

/** All of it as a file, where it does not fit. */
export function collisionFiles(found: Collisions): readonly TextFile[] {
  if (found.inseparable.length <= shown && found.hidden.length <= shown) return [];
  const lines = [
    ...found.hidden.map((one) => `Taken as right: ${words(one, found.variants)}`),
    ...found.inseparable.map((one) => `Not to be told apart: ${words(one, found.variants)}`),
  ];
  return [{ filename: "collisions.txt", parts: [`${lines.join("\n")}\n`], description: "Mistakes that can't be told apart, all of them" }];
}

function words(collision: Omit<Collision, "separatedBy"> & Partial<Collision>, of: number): string {
  const { quantity, mistakes, separatedBy = [] } = collision;
  const where = of === 1 ? "" : ` (${count(collision.variants)} of ${count(of)} variants)`;
  const also = separatedBy.length === 0 ? "" : `; ask for ${separatedBy.join(" or ")} too`;
  return `${quantity}${where}: ${mistakes.map((mistake) => `if ${mistake}`).join("; or ")}${also}`;
}

const variants = (n: number): string => (n === 1 ? "the one variant" : `all ${count(n)} variants`);
