import * as v from "valibot";
import { featureCount } from "./question-features.ts";

const file = v.strictObject({
  labels: v.pipe(v.array(v.string()), v.nonEmpty()),
  /** The multiplier of scores that makes the chances honest. */
  sharpness: v.pipe(v.number(), v.gtValue(0)),
  /** Of each weight's whole number, per label. */
  scales: v.array(v.number()),
  /** Features with weights, ascending, as differences from the one before. */
  features: v.string(),
  /** How many labels each has. */
  counts: v.string(),
  /** The labels' numbers, two bytes each, and the weights, one byte each: base64. */
  columns: v.string(),
  weights: v.string(),
});

export type ClassifierFile = v.InferOutput<typeof file>;

/** The chance of every label, in the order of `labels`; they add up to one. */
export interface LinearClassifier {
  readonly labels: readonly string[];
  chances(features: readonly number[]): Float64Array;
}

/**
 * A linear classifier over hashed features with a softmax (McFadden 1974): one whole-numbered weight per feature and
 * label, nothing stored where it is 0. A question's features count equally and its length does not. Throws where the
 * file is not one of ours.
 */
export function readClassifier(content: unknown): LinearClassifier {
  const { labels, sharpness, scales, ...packed } = v.parse(file, content);
  const gaps = varintsIn(packed.features);
  const counts = varintsIn(packed.counts);
  const columns = new Uint16Array(bytesOf(packed.columns).slice().buffer);
  const weights = new Int8Array(bytesOf(packed.weights).slice().buffer);
  // Where each feature's weights begin; a feature without any begins where the next one does.
  const starts = new Uint32Array(featureCount + 1);
  let feature = 0;
  let end = 0;
  gaps.forEach((gap, index) => {
    feature += gap;
    const count = counts[index] ?? 0;
    starts[feature + 1] = count;
    end += count;
  });
  if (end !== weights.length || end !== columns.length || scales.length !== labels.length) throw new Error("the classifier's weights are incomplete");
  for (let index = 0; index < featureCount; index++) starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
  return {
    labels,
    chances(features) {
      const scores = new Float64Array(labels.length);
      for (const one of features) {
        const last = starts[one + 1] ?? 0;
        for (let at = starts[one] ?? 0; at < last; at++) {
          const label = columns[at] ?? 0;
          scores[label] = (scores[label] ?? 0) + (weights[at] ?? 0) * (scales[label] ?? 0);
        }
      }
      const norm = sharpness / Math.sqrt(Math.max(1, features.length));
      let top = -Infinity;
      for (const score of scores) top = Math.max(top, score * norm);
      let total = 0;
      for (let label = 0; label < scores.length; label++) {
        scores[label] = Math.exp((scores[label] ?? 0) * norm - top);
        total += scores[label] ?? 0;
      }
      return scores.map((score) => score / total);
    },
  };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(Buffer.from(base64, "base64"));

function varintsIn(base64: string): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const byte of bytesOf(base64)) {
    value += (byte & 0x7f) * 2 ** shift;
    shift += 7;
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
      shift = 0;
    }
  }
  return numbers;
}
