/** Conditions on the rows of a calculation that are no window: weekdays, regimes, thresholds, the worst days. */
interface FoundRows {
  /** As they were written. */
  readonly conditions: readonly string[];
  /** The question without them: what they name is not what is asked about. */
  readonly rest: string;
}

const months = "(?:january|february|march|april|june|july|august|september|october|november|december)";
/** "May" is a month where nothing else can stand. */
const monthOrMay = `(?:${months}|may)`;
const weekday = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?";
const rowUnit = "(?:days?|months?|weeks?|quarters?|rows?|returns?|observations?|obs)";
const leaveOut = "(?:drop\\w*|exclud\\w*|excl\\.?|without|w/o|remov\\w*|ignor\\w*|skip\\w*|leav(?:e|es|ing) out|left out|not includ(?:e|ing)|except(?: for)?|not counting|minus|omit\\w*|trimm?(?:ing|ed)?|cut(?:ting)? out|throw(?:ing)? (?:out|away))";
const rank = "(?:worst|best|largest|biggest|smallest|top|bottom|most \\w+|extreme|outl(?:ier|ying))";
const count = "(?:\\d+%?|one|two|three|five|ten|twenty|hundred|a few|few)";
const regime = "(?:bull|bear|volatile|calm|quiet|turbulent|stress(?:ed|ful)?|crash|recession(?:ary|s)?|expansions?|booms?|high[- ]vol(?:atility)?|low[- ]vol(?:atility)?|high[- ]volume|good|bad|normal|downturns?|upturns?|sell-?offs?|rall(?:y|ies))";
const moved = "(?:fell|falls|fall|dropped|drops|lost|loses|rose|rises|rise|gained|gains|crashed|crashes|rallied|jumped|went (?:up|down)|(?:was|were|is|are) (?:up|down|positive|negative|red|green|high|low|open|closed))";
const preposition = "(?:on|in|during|for|over|using|with|at|around|near|through|across|from|of)";
const endOfClause = "[^,.?;!]*";

/** What a window or a named episode is looked for in: those words are left alone. */
const isDated = /(?:19|20)\d\d|'\d\d|\b(?:great|global|financial|covid|corona|dot-?com|pandemic|gfc)\b|\d ?(?:years?|yrs?)\b/iu;
/** "The crash of 1987" and "the tech selloff in 2022" are spans of time, which a window or an exclusion is of. */
const hasDateBehind = /^ ?(?:of|in|from|during|around|before|after|since|between|de|del|von|di|do)? ?(?:the |das |la )?(?:year )?(?:[a-z]{3,9} )?(?:19|20)\d\d/iu;
const isPlainUnit = new RegExp(`^${leaveOut} (?:the |all |its |any )*(?:trading )?${rowUnit}$`, "iu");
const isMove = /\d ?(?:%|percent|pct)/iu;
const isThreshold = /\b(?:more|less|greater|bigger|larger|smaller|worse|better) than\b|\bat (?:least|most)\b|\b(?:over|above|below|under|beyond|exceed\w*)\b|[<>]/iu;

const patterns: readonly RegExp[] = [
  // Days, months … that are described: "for days when SPY falls more than 2%".
  `(?:${preposition} )?(?:only |just |the |those |all )*${rowUnit} (?:when|where|on which|in which|that|with|after|before|around|following)\\b${endOfClause}`,
  // "Drop the 10 worst days", "without the best month", "the five largest returns removed".
  `${leaveOut} (?:the |its |all |my )*(?:${count} )?(?:${rank} )?(?:${count} )?(?:trading |market )?(?:days?|months?|weeks?|returns?|observations?|moves?|swings?|outliers?|crash(?:es)?|jumps?|spikes?|weekends?|holidays?)\\b`,
  `(?:the )?(?:${count} )?${rank} (?:${count} )?(?:trading )?(?:days?|months?|weeks?|returns?|observations?) (?:removed|excluded|dropped|left out|only|alone|omitted)`,
  `\\boutliers? (?:removed|excluded|dropped|left out)|\\bwithout outliers?`,
  `(?:on|in|over|using|for) (?:only )?(?:the |its )?(?:${count} )?${rank} (?:${count} |\\d+% (?:of )?)?(?:trading |market )?(?:days?|months?|weeks?)\\b`,
  // "On days SPY fell more than 1%", with no word between.
  `(?:${preposition} )?(?:only |just |the |those |all )*${rowUnit} (?:(?:the|its|our) )?(?:\\w+ ){1,3}?${moved}\\b${endOfClause}`,
  `${leaveOut} (?:the )?(?:months? of )?${months}s?\\b(?! ?,? ?(?:of )?(?:19|20)?\\d\\d)`,
  // Weekdays and months of any year.
  `(?:(?:${preposition}|only|just|every|each|all|excluding|without|except|ex) )*${weekday}(?: (?:and|or|to) ${weekday})*(?: only| alone)?`,
  `(?:${preposition} )?(?:(?:only|just|every|each|all|any) )+(?:the )?(?:months? of )?${monthOrMay}s?\\b(?! ?,? ?(?:of )?(?:19|20)?\\d\\d)`,
  `(?:${preposition} )?(?:the )?(?:months? of )?${monthOrMay}s?(?: (?:and|or) ${monthOrMay}s?)? (?:only|alone|returns?|months?|each year|every year|of (?:each|every|any) year)\\b`,
  `(?:in|during) (?:the )?(?:months? of )?${months}s?\\b(?! ?,? ?(?:of )?(?:19|20|')?\\d| (?:to|until|through|-|and) )`,
  `(?:${preposition} |only )+(?:the )?(?:summer|winter|spring|autumn|fall)(?: months)?\\b(?! ?(?:of )?(?:19|20)\\d\\d)`,
  // Regimes.
  `(?:(?:${preposition}|only|just|excluding|without) )+(?:the |all |only )*${regime}(?: ${regime})? ?(?:days?|months?|markets?|years?|weeks?|times?|periods?|regimes?|quarters?|phases?)?(?: only| alone)?\\b`,
  // The calendar and the clock.
  `(?:(?:${preposition}|after|before|only|excluding|without) )+(?:the |all )*(?:\\w+[- ])?(?:announcement|earnings|fomc|fed|cpi|jobs|election|ex-?dividend|dividend|expiry|expiration|holiday|month[- ]end|quarter[- ]end|year[- ]end|turn[- ]of[- ]the[- ]month|options?|news) ?(?:days?|dates?|weeks?|announcements?|reports?|seasons?|meetings?)\\b`,
  `\\b(?:overnight|intraday|at (?:noon|midday|the open)|after[- ]hours|pre[- ]market)\\b(?: (?:only|returns?))?|(?:in|during) the (?:mornings?|afternoons?|first hour|last hour)`,
  `(?:every|each) (?:second|third|other|\\d+(?:th|nd|rd)) ${rowUnit}`,
  `(?:the )?(?:even|odd) (?:days?|months?|years?)(?: only)?`,
].map((written) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${written})`, "giu"));

/** Only half of the days, those on which the market rose or fell, have a β of their own in the reply. */
const signedDays = /(?<![\p{L}\p{N}])(?:(?:on|in|during|for|using|over|only) )+(?:the |only |just )*(?:up|down|positive|negative|rising|falling|green|red)[- ]?(?:market|side)? ?(?:days?|months?|markets?|weeks?|returns?)(?: only| alone)?\b/giu;
const whenClause = /(?<![\p{L}\p{N}])(?:only )?(?:when(?:ever)?|while|as long as|given that|conditional on|conditioned on)\b(?! (?:is|was|were|are|did|do|does|should|will|would|can|could|i|you|we)\b)[^,.?;!]*/giu;
const signedClause = /\b(?:market|mkt|spy|s&p|index|factor|mkt-rf|it|returns?)\b(?:'s)?(?: (?:is|was|has|had|are|went|goes|going|return is))* ?(?:up|down|ris(?:es?|ing)|rose|fall(?:s|ing)?|fell|drop(?:s|ped|ping)?|gain(?:s|ed)?|declin\w+|positive|negative|los\w+|crash\w*|rall\w+)\s*$/iu;
/** What a row can be told by: how something moved, or stood. */
const isOfRows = /\b(?:market|mkt|spy|s&p|index|vix|volatility|vol|rates?|returns?|inflation|falls?|fell|falling|ris(?:es?|ing)|rose|down|up|drops?|dropped|gains?|los(?:es?|t|ing)|crash\w*|recession\w*|negative|positive|above|below|trading|volume|earnings|panic\w*|stress\w*)\b|[<>]/iu;
const explains = /^\W*(?:why|how come|explain|define|what does|what do|teach|is it|should i|do i|so if|if)\b/iu;

/** Finds them in a question as it was written. `hasSignedBeta`: whether up and down betas are what is asked for anyway. */
export function findRows(question: string): FoundRows {
  if (explains.test(question)) return { conditions: [], rest: question };
  const asksBeta = /\b(?:betas?|sensitiv\w*|slopes?|(?:market )?exposures?|loadings?)\b|β/iu.test(question);
  const conditions: string[] = [];
  let rest = question;
  const take = (pattern: RegExp, isKept: (found: string) => boolean = () => false, isCut: (found: string) => boolean = () => true): void => {
    rest = rest.replaceAll(pattern, (found: string, ...further: readonly (string | number | undefined)[]) => {
      const end = found.length + Number(further.find((one) => typeof one === "number"));
      if (isDated.test(found) || isKept(found) || ((isPlainUnit.test(found) || !/\b(?:days?|months?|weeks?|returns?)$/iu.test(found)) && hasDateBehind.test(rest.slice(end)))) return found;
      conditions.push(found.trim());
      return isCut(found) ? " " : found;
    });
  };
  take(whenClause, (found) => !isOfRows.test(found) || (isMove.test(found) && !isThreshold.test(found)) || (asksBeta && signedClause.test(found)), (found) => isThreshold.test(found) || /\b[A-Z]{2,5}\b/u.test(found));
  for (const pattern of patterns) take(pattern, (found) => asksBeta && !isMove.test(found) && signedClause.test(found));
  take(signedDays, () => asksBeta);
  return { conditions, rest: conditions.length === 0 ? question : rest.replaceAll(/\s+/gu, " ").replaceAll(/ ([,?.!])/gu, "$1").trim() };
}
