import * as v from "valibot";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const terms = v.array(v.strictObject({ term: text, written: v.pipe(v.array(text), v.nonEmpty()) }));

/** The course's terms in other languages: each with the English words that it stands for. */
export type Terms = v.InferOutput<typeof terms>;

/** Throws, as the file is part of the program: no word may stand for two terms. */
export function readTerms(content: unknown): Terms {
  const read = v.parse(terms, content);
  const owners = new Map<string, string>();
  for (const { term, written } of read) {
    for (const word of written) {
      if (owners.has(word)) throw new Error(`terms.json: "${word}" stands for ${owners.get(word) ?? ""} and for ${term}`);
      owners.set(word, term);
    }
  }
  return read;
}

/** Words of Latin letters that are English words too: they count only where the question is in another language. */
const alsoEnglish: ReadonlySet<string> = new Set("sin con com per du sale mars mai media oder medio anno ano fallen vero et dal action juli juni juin null mil mit sans von y entre prova para bilancio es est ist is mi mon de no baja monte nos sem cae action data datos tage das die der hola salut salvo right merci e sube".split(" "));
/** Spans of time that have a name. */
const episodeTerms: ReadonlySet<string> = new Set(["crisis", "financial crisis", "pandemic", "recession"]);
/** What only another language writes. */
const foreignSign = /[¿¡àáâãäçèéêëíîïñòóôõöùúûüßœæ]|[\u0370-\u03ff]{3,}|[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]|\b(?:der|die|das|ist|wie|que|los|las|une|est|nicht|warum|porque|qual|quanto|il|della|wenn|dass|stimmt|oder|quem|explica|calcul\w*|perco|les|mercado|cuanto)\b/iu;

/**
 * The question with the course's terms in English. The order of words stays, which is enough for a grammar of slots;
 * scripts without blanks get them around each term.
 */
export function termTranslator(terms: Terms): (question: string) => string {
  const rows = terms
    .flatMap(({ term, written }) => written.map((word) => ({ term, word: word.normalize("NFKC").toLowerCase() })))
    .sort((one, other) => other.word.length - one.word.length);
  const latin = rows.filter(({ word }) => /^[\p{Script=Latin}\p{Script=Common}]+$/u.test(word));
  const others = rows.filter(({ word }) => !latin.some((row) => row.word === word));
  const termOf = new Map(rows.map(({ term, word }) => [word, term]));
  const patternOf = (list: readonly { readonly word: string }[]): string => list.map(({ word }) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|");
  const latinPattern = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${patternOf(latin)})(?![\\p{Script=Latin}\\p{N}])`, "giu");
  const leavingOut = new RegExp(`(?<![\\p{L}\\p{N}])(${patternOf(latin.filter(({ term }) => term === "without" || term === "excluding"))})(?=(?:[ ']+[\\p{L}'-]+){0,4}[ ']+(?:(?:19|20)\\d\\d|${patternOf(latin.filter(({ term }) => episodeTerms.has(term)))}))`, "giu");
  const otherPattern = new RegExp(patternOf(others), "giu");
  return (question) => {
    const isEnglish = (word: string): boolean => alsoEnglish.has(word) && !foreignSign.test(question) && !/[¿¡áâãçéêíñóôõúäöüßèà]/u.test(question.toLowerCase()) && !/\b(?:der|die|das|ist|wie|que|los|las|une|est|warum|qual|il|wenn|stimmt|quem|perco|se o|mercado|cuanto)\b/iu.test(question);
    return question
      .replaceAll(/(\d{4})年(\d{1,2})月/gu, (_, year: string, month: string) => ` ${year}-${month.padStart(2, "0")}年`)
      .replaceAll(/([\d-]{4,7}) ?年?(?:から|से) ?([\d-]{4,7}) ?年?(?:まで|तक)?/gu, " from $1 to $2 ")
      .replaceAll(/([\d-]{4,7}) ?年?(?:以来|以降|から|起|以后|से)/gu, " since $1 ")
      .replaceAll(/([\d-]{4,7})年/gu, " $1 ")
      .replaceAll(/(\d+)万/gu, "$10000 ")
      .replaceAll(/(?<=[\u0600-\u06ff] )و(?=\d)/gu, "and ")
      .replaceAll(/(?<=\d )و(?=\d)/gu, "and ")
      .replaceAll(otherPattern, (word) => ` ${termOf.get(word.normalize("NFKC").toLowerCase()) ?? word} `)
      // Between English letters too: "beta de JPM sin 2008" would otherwise be of 2008 alone.
      .replaceAll(leavingOut, (_whole, word: string) => termOf.get(word.toLowerCase()) ?? word)
      .replaceAll(latinPattern, (word) => (isEnglish(word.toLowerCase()) ? word : (termOf.get(word.normalize("NFKC").toLowerCase()) ?? word)));
  };
}
