/**
 * Which of several classes a text belongs to, learnt from examples: multinomial naive Bayes (McCallum & Nigam 1998)
 * with equal priors, so that a class with many examples is no likelier, and with every count raised by a little, so
 * that a feature which a class never showed is unlikely there and not impossible. Features are far from independent
 * (a word brings its pairs along), so the logarithms are tempered before they become probabilities.
 */
export interface Example {
  readonly label: string;
  readonly features: readonly string[];
}

/** The probability of each label; they add up to one. */
export type TextClassifier = (features: readonly string[]) => ReadonlyMap<string, number>;

const smoothing = 0.1;
const temperature = 0.5;

export function trainClassifier(examples: readonly Example[]): TextClassifier {
  const seen = new Set(examples.flatMap(({ features }) => features));
  const counts = new Map<string, Map<string, number>>();
  for (const { label, features } of examples) {
    const labelCounts = counts.get(label) ?? new Map<string, number>();
    counts.set(label, labelCounts);
    for (const feature of new Set(features)) labelCounts.set(feature, (labelCounts.get(feature) ?? 0) + 1);
  }
  const classes = [...counts].map(([label, own]) => {
    const total = [...own.values()].reduce((sum, count) => sum + count, 0) + smoothing * seen.size;
    return { label, logProbability: (one: string) => Math.log(((own.get(one) ?? 0) + smoothing) / total) };
  });
  return (features) => {
    const known = [...new Set(features)].filter((one) => seen.has(one));
    const scores = classes.map(({ logProbability }) => temperature * known.reduce((sum, one) => sum + logProbability(one), 0));
    const top = Math.max(...scores);
    const unnormalized = scores.map((score) => Math.exp(score - top));
    const total = unnormalized.reduce((sum, power) => sum + power, 0);
    return new Map(classes.map(({ label }, index) => [label, unnormalized[index]! / total]));
  };
}
