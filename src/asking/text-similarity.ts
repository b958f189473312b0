import { wordForm } from "./word-form.ts";

/** A text's id and how like a question it is: 0 to 1. */
interface SimilarText {
  readonly id: string;
  readonly score: number;
}

/**
 * How like each of some texts a question is, best first: the cosine of their words' forms and neighbouring pairs, each
 * weighed by how few of the texts have it (Salton & Buckley 1988).
 */
export function textSimilarity(documents: readonly { readonly id: string; readonly texts: readonly string[] }[]): (question: string) => readonly SimilarText[] {
  const counts = documents.map(({ id, texts }) => {
    const terms = new Map<string, number>();
    for (const text of texts) for (const term of new Set(termsOf(text))) terms.set(term, (terms.get(term) ?? 0) + 1);
    return { id, terms };
  });
  const frequency = new Map<string, number>();
  for (const { terms } of counts) for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const rarity = (term: string): number => Math.log(1 + documents.length / (frequency.get(term) ?? 0.5));
  const weighed = counts.map(({ id, terms }) => {
    const weights = new Map([...terms].map(([term, count]) => [term, Math.sqrt(count) * rarity(term)]));
    return { id, weights, length: Math.hypot(...weights.values()) };
  });
  return (question) => {
    const terms = [...new Set(termsOf(question))];
    const length = Math.hypot(...terms.map(rarity));
    return weighed
      .map(({ id, weights, length: own }) => ({ id, score: terms.reduce((sum, term) => sum + (weights.get(term) ?? 0) * rarity(term), 0) / (own * length || 1) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
  };
}

function termsOf(text: string): readonly string[] {
  const forms = (text.toLowerCase().normalize("NFKC").match(/\p{L}+|\d+(?:[.,]\d+)*/gu) ?? []).filter((word) => !word.startsWith("this")).map(wordForm);
  return [...forms, ...forms.slice(1).map((form, index) => `${forms[index] ?? ""} ${form}`)];
}
