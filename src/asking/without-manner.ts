/** How an explanation is wanted, or whom it is for: no part of what is to be explained. */
const manners: readonly RegExp[] = [
  /(?<=\b(?:explain\w*|describe\w*|teach|define|clarify|understand)\b.*)\b(?:like|as if|as though) (?:(?:i|im|you|they|it)\b(?: (?:am|is|was|were))?|to) [^,.:;?!]{1,40}/giu,
  /^(?:can you |could you |please |pls )*explain (?:like|as if) (?:i|im)\b(?: (?:am|was|were))? [^,.:;?!]{1,40}[,:] /giu,
  /\b(?:in|with|using) (?:very |some )?(?:simple|simpler|plain|easy|normal|lay|layman'?s?|everyday|human) (?:words?|english|terms|language|numbers)\b/giu,
  /\bwith an analogy from [^,.:;?!]{1,40}?(?= what\b|[,.:;?!]|$)/giu,
];

/** Said before or after the question, for company: apologies, wishes of the day, how late it is. */
const courtesies = /^(?:sorry|excuse me|good (?:morning|afternoon|evening|night|day)|hello|hi|hey|dear|please be patient|stupid question|dumb question|quick question|thanks?|thank you|many thanks|thx|just out of curiosity|it is (?:past|almost|nearly) midnight)\b[^.?!:]{0,60}$/iu;

const longestCourtesy = 7;

/** Of the asker's own life, beside a question that stands by itself: no number of it is a condition. */
const asides = /^(?:i|we|my|our|at my|in our|at our|it is|its) (?:(?:also|just|still|always|never) )?(?:(?:remember|recall|come|work|worked|studied|struggle|know nothing|gave up|checked|compare|have to (?:explain|present|decide)|(?:was|am)(?: an?| in| the)?|ve|have an?|had an?)\b|(?:work|job|background|boss|friend|exam|bank|team)\b(?: is| was)?|too late\b)[^?]*$/iu;
/** What a condition is written with, beside years. */
const conditions = /[$€%]|\d(?! ?(?:am|pm)\b)|\b(?:if|when|suppose|assume|hold|own|long|short|got|get|result)\b/iu;

/** The question without the words for how it is to be answered, and without sentences of courtesy; all of it where nothing else stands. */
export function withoutManner(cleaned: string): string {
  const plain = manners.reduce((text, pattern) => text.replaceAll(pattern, (found) => (found.endsWith(": ") || found.endsWith(", ") ? "explain " : " ")), cleaned);
  const sentences = plain.split(/(?<=[.!?])\s+(?=\p{L})/u);
  const asked = sentences.filter((sentence) => !courtesies.test(sentence.replace(/[.!?]+$/u, "").trim()) || sentence.split(" ").length > longestCourtesy || /\bmean(?:t|s)?\b/iu.test(sentence));
  const withoutAsides = asked.filter((sentence) => !asides.test(sentence) || conditions.test(sentence.replaceAll(/\b(?:19|20)\d\d\b/gu, " ")));
  const said = withoutAsides.some((sentence) => sentence.split(" ").length > 3) ? withoutAsides : asked;
  const rest = (said.length === 0 ? plain : said.join(" ")).replaceAll(/\s+/gu, " ").trim();
  return rest === "" ? cleaned : rest;
}
