import type { ClassifierFile } from "../../src/asking/linear-classifier.ts";
import { featureCount } from "../../src/asking/question-features.ts";

export interface Example {
  readonly label: string;
  readonly features: readonly number[];
  /** How often it counts. */
  readonly weight: number;
}

const passes = 10;
const learningRate = 0.5;
const shrinkage = 1e-6;
/** Weights below this are left out of the file. */
const smallest = 0.15;

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan & Singer 2011), examples in a fixed shuffled order. Uses
 * sums, products, quotients and roots alone, which every machine rounds alike (IEEE 754), and an exponential made of
 * them: the weights are the same on every version of Node.
 */
export function trainClassifier(examples: readonly Example[], sharpness: number): ClassifierFile {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const labelIndex = new Map(labels.map((label, index) => [label, index]));
  const width = labels.length;
  const weights = new Float32Array(featureCount * width);
  const squares = new Float32Array(featureCount * width).fill(0.1);
  const order = shuffled(examples.length);
  const scores = new Float64Array(width);
  for (let pass = 0; pass < passes; pass++) {
    for (const index of order) {
      const example = examples[index];
      if (!example) continue;
      const { features } = example;
      const value = 1 / Math.sqrt(Math.max(1, features.length));
      scores.fill(0);
      for (const feature of features) {
        const start = feature * width;
        for (let label = 0; label < width; label++) scores[label]! += weights[start + label]! * value;
      }
      let top = -Infinity;
      for (let label = 0; label < width; label++) if (scores[label]! > top) top = scores[label]!;
      let total = 0;
      for (let label = 0; label < width; label++) total += scores[label] = exponential(scores[label]! - top);
      const target = labelIndex.get(example.label) ?? 0;
      const active: number[] = [];
      for (let label = 0; label < width; label++) {
        scores[label] = ((scores[label]! / total) - (label === target ? 1 : 0)) * example.weight;
        if (Math.abs(scores[label]!) > 5e-4) active.push(label);
      }
      for (const feature of features) {
        const start = feature * width;
        for (const label of active) {
          const at = start + label;
          const gradient = scores[label]! * value + shrinkage * weights[at]!;
          squares[at]! += gradient * gradient;
          weights[at]! -= (learningRate * gradient) / Math.sqrt(squares[at]!);
        }
      }
    }
  }
  return packed(labels, weights, sharpness);
}

/** e^x for x ≤ 0 by halving the exponent until a short series is exact enough, then squaring back. */
function exponential(x: number): number {
  if (x < -40) return 0;
  const small = x / 1024;
  let sum = 1 + small * (1 + small * (0.5 + small * (1 / 6 + small / 24)));
  for (let index = 0; index < 10; index++) sum *= sum;
  return sum;
}

function shuffled(count: number): readonly number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  let state = 20_26;
  for (let index = count - 1; index > 0; index--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (index + 1);
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}

function packed(labels: readonly string[], weights: Float32Array, sharpness: number): ClassifierFile {
  const width = labels.length;
  const scales = labels.map((_, label) => {
    let largest = 0;
    for (let feature = 0; feature < featureCount; feature++) largest = Math.max(largest, Math.abs(weights[feature * width + label]!));
    return Math.max(largest, 1e-6) / 127;
  });
  const gaps: number[] = [];
  const counts: number[] = [];
  const columns: number[] = [];
  const values: number[] = [];
  let last = 0;
  for (let feature = 0; feature < featureCount; feature++) {
    let count = 0;
    for (let label = 0; label < width; label++) {
      const weight = weights[feature * width + label]!;
      const whole = Math.abs(weight) < smallest ? 0 : Math.round(weight / scales[label]!);
      if (whole === 0) continue;
      columns.push(label);
      values.push(whole);
      count++;
    }
    if (count === 0) continue;
    gaps.push(feature - last);
    counts.push(count);
    last = feature;
  }
  const base64 = (bytes: ArrayBufferLike): string => Buffer.from(bytes).toString("base64");
  return {
    labels: [...labels],
    sharpness,
    scales: scales.map((scale) => Number(scale.toPrecision(6))),
    features: base64(varints(gaps).buffer),
    counts: base64(varints(counts).buffer),
    columns: base64(Uint16Array.from(columns).buffer),
    weights: base64(Int8Array.from(values).buffer),
  };
}

function varints(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let number of numbers) {
    while (number >= 0x80) {
      bytes.push((number & 0x7f) | 0x80);
      number = Math.floor(number / 128);
    }
    bytes.push(number);
  }
  return Uint8Array.from(bytes);
}
