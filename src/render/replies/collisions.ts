import type { APIEmbed } from "discord-api-types/v10";
import { count } from "../numbers.ts";
import { escaped } from "../plain.ts";
import { noNumbers, type TextFile } from "../reply.ts";

/** The result of trying every mistake on every variant, before a check opens. */
export interface Collisions {
  readonly variants: number;
  /** Every key passes and no mistake is taken for it. */
  readonly sound: boolean;
  /** Variants on which a key does not pass its own marking. */
  readonly failing: readonly string[];
  /** Mistakes that would be marked correct. */
  readonly hidden: readonly Omit<Collision, "separatedBy">[];
  /** Mistakes that are marked correct here as well, and known to be: the report is sound with them. */
  readonly declared: readonly Omit<Collision, "separatedBy">[];
  readonly inseparable: readonly Collision[];
  /** The number of (variant, mistake) pairs whose value differs from all others. */
  readonly separate: number;
  readonly pairs: number;
}

export interface Collision {
  readonly quantity: string;
  /** Each completes "if …". */
  readonly mistakes: readonly string[];
  readonly variants: number;
  /** A further quantity that would distinguish them. */
  readonly separatedBy: readonly string[];
}

const maxShown = 4;
/** All that one exercise has on one variant. */
const maxDeclared = 6;

/** The collision report: for the instructor alone. */
export function collisionEmbed(collisions: Collisions): APIEmbed {
  const lines = [
    collisions.failing.length === 0
      ? `✓ The key passes on ${variants(collisions.variants)}.`
      : `✗ The key does not pass on ${collisions.failing.join(", ")}.`,
    ...(collisions.hidden.length === 0
      ? [collisions.declared.length === 0 ? "✓ No mistake is within tolerance of the key." : "✓ No mistake but those listed as taken as right here is within tolerance of the key."]
      : collisions.hidden.slice(0, maxShown).map((collision) => `✗ Taken as right: ${escaped(collisionWords(collision, collisions.variants))}`)),
    ...collisions.declared.slice(0, maxDeclared).map((one) => `- Taken as right here: ${escaped(collisionWords(one, collisions.variants))}`),
    ...(collisions.declared.length > maxDeclared ? [`…and ${count(collisions.declared.length - maxDeclared)} more, in the file.`] : []),
    ...(collisions.pairs === 0 ? [] : [`${count(collisions.separate)} of ${count(collisions.pairs)} mistakes can be told from everything else.`]),
    ...collisions.inseparable.slice(0, maxShown).map((one) => `- Not to be told apart: ${escaped(collisionWords(one, collisions.variants))}`),
    ...(collisions.inseparable.length > maxShown ? [`…and ${count(collisions.inseparable.length - maxShown)} more, in the file.`] : []),
  ];
  return {
    title: collisions.sound ? "Collision report: sound" : "Collision report: not sound",
    description: lines.join("\n"),
    color: collisions.sound ? 0x009e73 : 0xd55e00,
  };
}

/** All of it as a file, where it does not fit. */
export function collisionFiles(collisions: Collisions): readonly TextFile[] {
  const isShort = collisions.declared.length <= maxDeclared && [collisions.hidden, collisions.inseparable].every(({ length }) => length <= maxShown);
  if (isShort) return [];
  const lines = [
    ...collisions.hidden.map((one) => `Taken as right: ${collisionWords(one, collisions.variants)}`),
    ...collisions.declared.map((one) => `Taken as right here: ${collisionWords(one, collisions.variants)}`),
    ...collisions.inseparable.map((one) => `Not to be told apart: ${collisionWords(one, collisions.variants)}`),
  ];
  return [{ filename: "collisions.txt", parts: [`${lines.join("\n")}\n`], numbers: noNumbers, description: "Mistakes that can't be told apart, all of them" }];
}

function collisionWords(collision: Omit<Collision, "separatedBy"> & Partial<Collision>, of: number): string {
  const { quantity, mistakes, separatedBy = [] } = collision;
  const where = of === 1 ? "" : ` (${count(collision.variants)} of ${count(of)} variants)`;
  const also = separatedBy.length === 0 ? "" : `; ask for ${separatedBy.join(" or ")} too`;
  return `${quantity}${where}: ${mistakes.map((mistake) => `if ${mistake}`).join("; or ")}${also}`;
}

const variants = (n: number): string => (n === 1 ? "the one variant" : `all ${count(n)} variants`);
