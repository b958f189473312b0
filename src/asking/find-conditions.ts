/** What a question says of its answer besides window, settings and money, each with the words that say it. */
interface Conditions {
  /** Of an interval or a test, like 0.99. */
  readonly level: number | null;
  /** The value or the asset that it is to be tested against. */
  readonly hypothesis: Hypothesis | null;
  /** The t that years are counted to. */
  readonly tTarget: number | null;
  /** A move of the factor, decimal: −0.03 for "falls 3%". */
  readonly move: number | null;
  /** A supposition, as it was written: "if the premium were 5%". */
  readonly supposed: string | null;
  /** What no option of ours says, as it was written. */
  readonly unsupported: readonly string[];
  /** Of those, what would make any number the answer to another question: measures that no command has, and further suppositions. */
  readonly unanswered: readonly string[];
  readonly rest: string;
}

export interface Hypothesis {
  /** null: it is the other asset's. */
  readonly value: number | null;
  readonly side: "two" | "greater" | "less";
  /**
   * How the question stands to what the test can show, that they differ; absent: it asks just that. "equal" asks for the
   * opposite, "denied" says that it isn't shown, and "open" ("why …", "above or below", a "not" of either meaning) is no
   * question that a yes or a no would answer.
   */
  readonly stance?: "equal" | "denied" | "open";
}

const number = "(-?\\d+(?:[.,]\\d+)?|-?\\.\\d+|zero|one)";
/** "Larger than two": of a comparison, where no "two stocks" can be meant. */
const numberOrWord = `${number.slice(0, -1)}|two|three|four|five)`;
const valueOf = (written: string): number => ({ zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5 })[written] ?? Number(written.replace(",", "."));

const levelPatterns = [
  /\b(?:at|with|on)(?: the| a| an)? (\d{1,2}(?:\.\d+)?) ?(?:%|percent|pct)(?:[ -](?:significance|confidence))?(?:[ -]level)?(?!\w)(?! (?:factor|market|premium))/u,
  /(?<![\d.])(\d{2}(?:\.\d+)?) ?(?:%|percent|pct)?[ -]?(?:ci|cis|conf(?:idence)?(?: ?(?:int(?:erval)?|level|band)s?)?|intervals?|error bars)\b/u,
  /\b(?:ci|confidence|interval|level|significance)\b[^.?]{0,25}?(?<![\d.])(\d{1,2}(?:\.\d+)?) ?(?:%|percent|pct)(?!\w)/u,
  /(?<![\d.])(\d{1,2}) ?(?:%|percent|pct)[ -](?:level|significance)/u,
  /\b(9[059]) ?(?:%|percent|pct)(?!.*\bmarket\b)/u,
];

const movePatterns: readonly (readonly [RegExp, 1 | -1 | 0])[] = [
  [/\b(?:falls?|fell|drops?|dropped|crash(?:es|ed)?|loses?|lost|declines?|dips?|tanks?|goes down|sinks?|plunges?|minus|down|slides?|lower)(?: by| un| um)?(?: about| another| exactly)? ?(-?\d+(?:\.\d+)?) ?(?:%|percent|pct|prozent)/u, -1],
  [/\b(?:rises?|rose|gains?|gained|rall(?:y|ies|ied)|goes up|jumps?|climbs?|up|increases?|plus|returns?|moves?|makes?|higher)(?: by)?(?: about| another)? ?(-?\d+(?:\.\d+)?) ?(?:%|percent|pct|prozent)/u, 1],
  [/(?<![\d.])(\d+(?:\.\d+)?) ?(?:%|percent|pct|prozent)(?: \w+)? (?:drop|fall|decline|crash|loss|correction|down|sell-?off)/u, -1],
  [/(?<![\d.])(\d+(?:\.\d+)?) ?(?:%|percent|pct|prozent)(?: \w+)? (?:rise|gain|rally|increase|jump|up|move)/u, 1],
  [/\b(?:thisasset|market|mkt|mkt-rf|factor|spy|index|smb|hml|rmw|cma|mom)(?: is| has| does| goes| moves)?(?: an?| by| up| down)? ?\+ ?(\d+(?:\.\d+)?) ?(?:%|percent|pct)?/u, 1],
  [/\b(?:thisasset|market|mkt|mkt-rf|factor|spy|index|smb|hml|rmw|cma|mom)(?: is| has| does| goes| moves)?(?: an?| by)? ?[-−] ?(\d+(?:\.\d+)?) ?(?:%|percent|pct| in a day|(?= tomorrow))/u, -1],
  [/\b(?:market|mkt|index|s&p|stocks?)\b(?:(?!\b(?:below|above|under|over|than|less|more)\b)[^,;.?]){0,30}?(?<![\p{L}\p{N}])([-−]\d+(?:\.\d+)?) ?(?:%|percent|pct)/u, 1],
  [/\b(?:thisasset|market|mkt|index|s&p) ([-−]\d{1,2}(?:\.\d+)?)(?= ?(?:[,;?]|$|on|today|tomorrow|in a day))/u, 1],
  [/\b(?:falls?|drops?|crash(?:es)?|loses?|down|declines?)(?: by)? (\d{1,2}(?:\.\d+)?)\b(?! ?(?:years?|months?|days?|million|m\b|k\b|factors?|thou|lags?|thismoney))/u, -1],
  [/\b(?:goes up|rises?|gains?|up)(?: by)? (\d{1,2}(?:\.\d+)?)\b(?! ?(?:years?|months?|days?|million|m\b|k\b|factors?|thou|lags?))/u, 1],
];

const hypothesisPatterns: readonly (readonly [RegExp, Hypothesis["side"]])[] = [
  [new RegExp(`\\b(?:different|differs?|diff|distinct|differ\\w*|apart) (?:from|than|to|frm)(?: the (?:value|number))? ${number}(?! ?(?:years|months|%? of))`, "u"), "two"],
  [new RegExp(`\\b(?:equals?|equal to|is equal to|same as|be|being|of|=|==)(?: exactly)? ${number}(?![\\d.]* ?(?:years|months|days|lags|factors|thismoney|stocks|assets))(?=.*)`, "u"), "two"],
  [new RegExp(`= ?${number}`, "u"), "two"],
  [/\bagainst (0|1|zero|one)\b/u, "two"],
  [new RegExp(`\\b(?:greater|bigger|larger|higher|more|above|over|exceeds?|exceed)(?: than)? ${numberOrWord}(?! ?(?:years|months|factors|stocks|assets|times))\\b`, "u"), "greater"],
  [new RegExp(`\\b(?:less|lower|smaller|below|under)(?: than)? ${numberOrWord}(?! ?(?:years|months|factors|stocks|assets|times))\\b`, "u"), "less"],
  [new RegExp(`[>] ?${number}`, "u"), "greater"],
  [new RegExp(`[<] ?${number}`, "u"), "less"],
  [new RegExp(`\\breject\\b[^.?]{0,50}?${number}`, "u"), "two"],
];

const testWords = /\bt-?stat\w*\b.*\bagainst (?:0|1|zero|one)\b|\b(?:still there|disappear\w*|surviv\w*|go(?:es)? away|vanish\w*)\b|\b(?:could|can|might|may)\b[^?]*\bbe (?:exactly |about |equal to )?-?\.?\d|\b(?:more|less) \w+ than thisasset|= ?(?:0|1|zero|one|\.?\d)|= ?thisasset|\b(?:(?:in)?signific\w*|sig|reject\w*|test|statistically|hypothesis|h0|different|differs?|diff|equal|equals|noise|jointly|null|say|claim|true that|really|greater|bigger|larger|higher|less|lower|smaller|below|above|riskier|changed?|same)\b|[<>]|(?:^| )(?:is|are|was|were|does|did|has|have|can|do)\b.*=/u;
/** "is its alpha positive", "does it have a negative mean", "significantly positive": a test against 0 of that side. */
const signTest = /^(?:is|are|was|were|does|did|do|has|have|had)\b(?!.*\bor\b).*\b(positive|negative)\b|\b(?:signific\w*|statistically|really|truly|test\w*|reject\w*)\b(?!.*\bor\b).*\b(positive|negative)\b/u;
/** "is the alpha of thisasset zero": the words between may be many. */
const isZeroTest = /^(?:is|are|was|were)\b[^?]*\b(?:alpha|beta|mean|average|returns?|sharpe|ratio|loading|exposure|coefficient|slope|tilt)\b[^?]* (zero|0|one|1)(?:\W*$|[?!;,.] | \()/u;

const assetTest = /= ?thisasset|(?:^|[\s=])(?:than|vs\.?|versus|equals?|same as|from|and|as|to|=)\b[^?]{0,25}\bthisasset\b/u;

/** Measures of other courses, which no command has: a figure of this one in their place would read as theirs. */
const otherMeasures: readonly RegExp[] = [
  /\broll(?:ing|ed)?\b.{0,25}\b(?:vol|volatility|sharpe)\b(?!.*\bbetas?\b)/u,
  /\bsortino\b|\bcalmar\b|\bomega ratio\b|\bc?var\b(?= at| of \d|\W*$)|\bc?var (?:\d|9[0-9])|\b9\d ?(?:%|percent) (?:c?var|variance)\b|\bvariance 9\d ?(?:%|percent)|\b9\d ?(?:%|percent) (?:one[- ]day |1[- ]day |daily )?(?:value[- ]at[- ]risk|var)\b|\bvalue[- ]at[- ]risk\b|\bexpected shortfall\b|\bsemi-?(?:deviation|variance)\b|\bdownside (?:deviation|risk|vol\w*)\b|\bimplied vol\w*|\b(?:hit|win) rate\b|\bhow many (?:up|down|positive|negative|losing|winning) (?:days|months)\b|\bhow often\b|\bstreak\b|\b(?:worst|best) (?:weeks?|quarters?|years?|decades?)\b/u,
  /\b(?:optimal(?:ly)?|tangency|maximum[- ]sharpe|max[- ]sharpe) (?:weights?|portfolio|mix|combination)/u,
];

/** What is supposed of a number that the data have another value of. */
const suppositions: readonly RegExp[] = [
  /\b(?:premium|prem|rf|risk[- ]free(?: rate)?)\b(?! (?:is|was) (?:what|how))[^.?]{0,22}?\d+(?:\.\d+)? ?(?:%|percent|pct)|(?<![\d.])\d+(?:\.\d+)? ?(?:%|percent|pct) (?:rf|risk[- ]free|mkt|market|equity)[ -]?(?:prem\w*|rate)?|\bpremium (?:is|of|was|(?:goes|falls|drops|went|fell|dropped) to) (?:zero|0)\b/u,
  /\balpha\b.{0,22}\b(?:is|was|were|be) ?(?:really |actually |truly |in fact )?(?:zero|0)\b(?=.*\b(?:what|how much|would|then)\b)|\b(?:prob\w*|chances?|odds|likelihood)\b(?= (?:that|of|to|it|i|we|msft|thisasset)\b).{0,40}\b(?:los\w+|negative|below|under|down|beats?|above|more)\b/u,
  /\b(?:vols?|volatility|variance|beta|alpha|correlation|r2|premium|mean|risk)\b(?: \w+){0,2} (?:doubles|halves|triples|falls by half)\b/u,
  /(?<![\p{L}\p{N}.%])[-+] ?\d+(?:\.\d+)? ?(?:%|percent|pct)(?= (?:to|in|on|for) \w+.*(?<![\p{L}\p{N}.%])[-+] ?\d+(?:\.\d+)? ?(?:%|percent|pct))/u,
];

const unsupportedPatterns: readonly RegExp[] = [
  /\b(?:per|a|each|every) week\b/u,
  /\bquarterly\b/u,
  /\bthis (?:year|month|quarter)\b/u,
  /\b(?:annual|yearly) (?:returns|data|observations)\b/u,
  /\b(?:total|raw)(?:[- ]returns?)?(?:,? (?:and )?not excess)?\b(?= returns?| not excess|\?|$|,)|\btotal returns?\b|\braw returns?\b|\bnot excess\b|\bnon-excess\b/u,
  /\b(?:no|without|w\/o|ignor\w+|drop\w*|omit\w*|zero|excluding)(?: an?| the)? (?:intercept|const(?:ant)?)\b|\bthrough the origin\b/u,
  /\blagged\b|\bdimson\b(?=.*(?:\blag|\byesterday))|\blag(?:ged)? market\b/u,
  /\bequal(?:ly)?[- ]weight\w*|\b\d{1,2}\/\d{1,2}\b(?! ?20)|\bmix of\b|(?<!\b(?:hedg(?:ed|ing|e)|tracking|replicating|mimicking) )\bportfolio of\b|\b\d{1,3} ?(?:%|percent) (?:in |of )?thisasset\b/u,
  /\bdouble[sd]?\b|\bhalve[sd]?\b|\btwice\b|\btripl\w+|\bhalf of\b|\bhalf (?:the|its|my|a)\b|\bhalf hedge\w*/u,
  /\bmedian\b|\bpercentile\b|\bvalue[- ]at[- ]risk\b|\bvar at\b|\bprobab\w+/u,
  /\b(?:excluding|except(?:ing)?(?: for)?|leaving out|not counting|not including)\b (?!(?:the |an? )?(?:intercept|const\w*|market|factor|rf|risk)\b)[^,.?;]{3,40}/u,
  /\bthisasset and (?:the )?(?:market|mkt)\b(?= together| jointly| both)/u,
  /\b(?:every|each|only) (?:january|february|march|april|may|june|july|august|september|october|november|december|monday|friday)\b/u,
  /\bthisdate each\b|\bseparate(?:ly)?\b|\bin each (?:year|decade)\b|\b(?:each|every|by) (?:year|decade)\b(?= (?:20|19|thisdate|from)|$|,|\?)|\bper decade\b|\bbetas? per year\b|\b(?:for|of) every year\b/u,
  /\b(?:than|compared (?:to|with)|relative to|versus|vs\.?)\b[^?]{0,16}\b(?:before|after(?:wards?)?|earlier|later|previously)\b/u,
  /\bbefore (?:and|vs\.?|versus|or) after\b|\bvs\.? (?:before|after)\b|\bfrom before\b|\bbefore\b.{0,20}\b(?:vs|versus|and)\b.{0,12}\bafter\b|\bchang(?:e|ed)\b(?= (?:after|since|over|at))|\brest of (?:the )?sample\b|\bstructural break\b/u,
  /\b(?:premium|prem|rf|risk[- ]free(?: rate)?)\b[^.?]{0,22}?\d+(?:\.\d+)? ?(?:%|percent|pct)?|\d+(?:\.\d+)? ?(?:%|percent|pct) (?:rf|risk[- ]free|mkt|market|equity)[ -]?(?:prem\w*|rate)?|\bpremium (?:is|of|was) (?:zero|0)\b/u,
  /\balpha\b.{0,22}\b(?:is|was|were|=|be) ?(?:really )?(?:zero|0)\b(?=.*\b(?:what|would|expected|hedg\w*)\b)|\b(?:no|without|ignoring) alpha\b/u,
  /\bto (?:a )?beta (?:of )?\d|\bhedge ratio\b.{0,12}\bwrong\b|\b(?:hedg\w+|short\w*)\b.{0,30}\b(?:instead of|rather than)\b/u,
  /\brolling\b.{0,25}\b(?:r2|r squared|correlation)\b/u,
  /\bjanuary each\b|\bmarket (?:below|above)\b|\bcrash days\b|\bcalendar\b(?= month| year)/u,
  /\bclassical\b.{0,25}\b(?:hc1|hac|newey|robust)\b|\b(?:hc1|hac|robust|newey)\b.{0,20}\b(?:vs|versus|and|or)\b.{0,12}\b(?:classical|normal|ols|hc1|hac|newey)\b/u,
  // A hedge of another size than β, and a mix that is looked for.
  /\b(?:over|under)-?hedg\w*(?: thisasset)?|\bshort(?:ing|ed)? (?:\$ ?)?\d+(?:\.\d+)?(?: dollars?)? (?:of |in )?(?:the )?(?:market|thisasset|factor|index)(?: per (?:dollar|\$ ?1))?/u,
  /\b(?:optimal(?:ly)?|tangency|maximum[- ]sharpe|max[- ]sharpe) (?:weights?|portfolio|mix|combination)|\bcombin(?:e|es|ed|ing) thisasset (?:and|with) [^?,]*/u,
  /\b(?:per|each|every) (?:month|year|quarter)s? before\b|\b(?:beta|alpha)s? (?:from|of|over|using) (?:the )?(?:\d+ )?(?:days|weeks|months|years) before\b[^?]*|\bno(?: peeking| look-?ahead)\b/u,
  /\bwinsor\w*|\btrimm?\w*|\boutliers?\b(?= removed)|\bbootstrap\w*/u,
  // What is taken off returns, or gives rows another weight.
  /\b(?:after|net of|before|less|minus|including|excluding|ignoring|adjusted for|with) (?:an? |all |any |the )?(?:\d+(?:\.\d+)? ?(?:%|percent|pct|bps?) )?(?:\w+ ){0,2}?(?:fees?|costs?|tax(?:es)?|slippage|commissions?|expenses?|inflation)\b/u,
  /\b(?:weight(?:ed|ing)|discount(?:ed|ing)) by (?:the )?\w+|\b(?:exponential|ewma|decay|half-life|recency|value|volume)\w*[- ]weight\w*/u,
  /(?<=\b(?:worst|best|largest|biggest|lowest|highest) (?:day|month|loss|gain|return|drop)s?\b.*)\b(?:after hedging|(?:when|once|if|of|for)? ?hedged)\b|\bhedged\b(?=.*\b(?:worst|best) (?:day|month)s?\b)/u,
  /(?<!(?:thismoney|monthly).*)(?<=\b(?:alphas?|mean|average|returns?)\b[^?]{0,40})\b(?:per|each|every) month\b(?!.*(?:thismoney|monthly|budget))/u,
  /\bbond (?:market|index)\b|\bagainst gold\b|\bindustry (?:factor|index)\b/u,
];

/** Finds them in a text in lower case whose assets, dates and amounts are words already. */
export function findConditions(text: string): Conditions {
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = rest.replace(match[0], " ");
    return match;
  };
  const levelMatch = levelPatterns.map((pattern) => pattern.exec(rest)).find((match) => match !== null && Number(match[1]) > 0 && (/\b(?:ci|conf\w*|interval|level|signific\w*|reject|test|error|bars?|different|differs?)\b/u.test(text) || /^9[059]$/u.test(match[1] ?? "")) && !/\bmarket|factor share|variance\b/u.test(match[0])) ?? null;
  if (levelMatch) rest = rest.replace(levelMatch[0], levelMatch[0].replace(/\d{1,2}(?:\.\d+)? ?(?:%|percent|pct)?/u, " "));
  const percent = levelMatch ? Number(levelMatch[1]) : null;
  const level = percent === null ? null : percent >= 50 ? percent / 100 : 1 - percent / 100;

  const tMatch = take(/\bt(?:[- ]?(?:stat\w*|value))?(?: of alpha| for alpha)? ?(?:=|of|>|at|reach\w*|hits?|above|over|to)(?: about)? ?(\d(?:\.\d+)?|two|three)\b(?! ?(?:%|percent))/u);
  const tTarget = tMatch === null ? null : ({ two: 2, three: 3 }[tMatch[1] ?? ""] ?? Number(tMatch[1]));

  const unmoved = rest;
  rest = inPercent(rest);
  const isWhatIf = /[-+−] ?\d|\b(?:thisasset|market|mkt|s&p|index|factor|stocks?) (?:is |goes |was |were )?(?:up|down)\b|\btanks?\b|\bdamage\b|\bhit\b|\b(?:if|when|suppose|assume|say|what happens|what does|does|happens|imagine|day|tomorrow|tmrw|predict|move|expected|lose|loss|gain|crash\w*|falls?|drops?|rises?|goes|wenn|se o|damage|how much)\b/u.test(text) && /\b(?:market|mkt|thisasset|s&p|index|factor|spy|stocks|smb|hml|mom)\b/u.test(text);
  const moveMatch = !isWhatIf ? null : movePatterns.map(([pattern, sign]) => ({ match: pattern.exec(rest), sign })).find(({ match }) => match !== null) ?? null;
  if (!moveMatch?.match) rest = unmoved;
  if (moveMatch?.match) rest = rest.replace(moveMatch.match[0], moveMatch.match[0].replace(/[-+−]? ?\d+(?:\.\d+)? ?(?:%|percent|pct|prozent)?/u, " "));
  const moved = moveMatch?.match ? Number((moveMatch.match[1] ?? "").replace("−", "-")) : null;
  const move = moved === null ? null : (moved < 0 ? moved : moved * (moveMatch?.sign ?? 1)) / 100;

  // "Equal to 1/1.395" is one number.
  rest = rest.replaceAll(/(?<=\b(?:equals?|equal to|than|from|=|exactly|is) )(\d+(?:\.\d+)?) ?\/ ?(\d+(?:\.\d+)?)(?![\d/])/gu, (whole, top: string, bottom: string) => (Number(bottom) > 0 ? String(Number(top) / Number(bottom)) : whole));
  let hypothesis: Hypothesis | null = null;
  const sign = signTest.exec(text.trim());
  const asked = isZeroTest.exec(text.trim());
  if (sign && move === null && !/\d/u.test(rest)) hypothesis = { value: 0, side: (sign[1] ?? sign[2]) === "negative" ? "less" : "greater" };
  else if (asked && move === null && !/\b(?:than|above|below|over|under|different|from|equal\w*)\b/u.test(rest)) hypothesis = { value: valueOf(asked[1] ?? "zero"), side: "two" };
  else if (testWords.test(text) && move === null) {
    const found = hypothesisPatterns.map(([pattern, side]) => ({ match: pattern.exec(rest), side })).find(({ match }) => match !== null);
    const side = /\b(?:greater|bigger|larger|higher|more|above|over|exceeds?|riskier)\b|>/u.test(rest) ? "greater" : /\b(?:less|lower|smaller|below|under)\b|</u.test(rest) ? "less" : "two";
    if (found?.match) {
      const isPercent = new RegExp(`${(found.match[1] ?? "").replace(".", "\\.")} ?(?:%|percent|pct|bps?)`, "u").exec(rest);
      hypothesis = { value: valueOf(found.match[1] ?? "") / (isPercent === null ? 1 : isPercent[0].includes("bp") ? 10_000 : 100), side: found.side === "two" ? side : found.side };
      rest = rest.replace(found.match[1] ?? "", " ");
    } else if (assetTest.test(text) && /\bthisasset\b.*\bthisasset\b/u.test(text) && /\b(?:more|less) \w+ than thisasset|\b(?:signific\w*|sig|test|equal|equals|same|statistically|noise|greater|bigger|larger|higher|less|lower|smaller|riskier|different|differs?)\b|=/u.test(text)) {
      hypothesis = { value: null, side };
    } else if (/\b(?:(?:in)?signific\w*|sig|jointly zero|reject)\b|\balphas?\b.*\b(?:still there|disappear\w*|surviv\w*|go(?:es)? away|vanish\w*)\b/u.test(text)) {
      hypothesis = { value: 0, side: "two" };
    } else if (/\bup\b.*=.*\bdown\b|\b(?:up|down)\b.*\b(?:=|equal|same|different|differ)|\b(?:changed?|different|differ|break)\b.*\b(?:after|since|before|than|over)\b|\bnormal(?:ly)?\b|\bautocorr\w*/u.test(text)) {
      hypothesis = { value: null, side };
    }
  }
  const stance = hypothesis === null ? null : stanceOf(text);
  if (hypothesis !== null && stance !== null) hypothesis = { ...hypothesis, ...(eitherOr.test(text) ? { side: "two" as const } : {}), stance };
  const supposes = /^(?:\W*(?:ok|so|hmm|and|well)[ ,]+)?(?:what if|suppose|assume|assuming|imagine|let(?:'?s| us)? (?:assume|suppose|say|imagine)|say|if)\b/u.test(text) && move === null && !/\bthismoney\b/u.test(text) && !/^\W*(?:what )?if (?:i|you|we|one) (?:want|wanted|need|have|hold|own|use|used|have to|look|take|took)\b/u.test(text);
  const supposed = supposes ? (/^[^,?;]*/u.exec(text)?.[0].replace(/^\W*(?:ok|so|hmm|and|well)[ ,]+/u, "").trim() ?? text) : null;
  const furtherMove = move === null ? null : movePatterns.map(([pattern]) => pattern.exec(rest)).find((match) => match !== null);
  const further = furtherMove ? [furtherMove[0].trim()] : [];
  const unanswered = [...further, ...foundIn(otherMeasures, text), ...foundIn(suppositions, rest)];
  return { level, hypothesis, tTarget, move, supposed, unsupported: [...unanswered, ...foundIn(unsupportedPatterns, rest)], unanswered, rest };
}

const percentWords: Readonly<Record<string, number>> = { "half a": 0.5, a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50 };

/** "Ten percent" and "200 bp" as what they are in per cent. */
const inPercent = (text: string): string =>
  text
    .replaceAll(new RegExp(`\\b(${Object.keys(percentWords).join("|")}) (?=percent\\b|pct\\b|%)`, "gu"), (_, word: string) => `${String(percentWords[word])} `)
    .replaceAll(/(\d+(?:\.\d+)?) ?(?:bps?|basis points?)\b/gu, (_, points: string) => `${String(Number(points) / 100)}%`);

/** How a question is put to the test that it names. */
function stanceOf(text: string): NonNullable<Hypothesis["stance"]> | null {
  if (asksWhy.test(text) || eitherOr.test(text)) return "open";
  // "Isn't it higher?" asks whether it is.
  const asked = text.replace(/^\W*(?:(?:so|but|and|ok|then|hey)[ ,]+)*(?:is|are|was|were|does|do|did|has|have|had|can|could)(?: (?:it|thisasset))? not\b/u, "").replaceAll(/\bor not\b|\bnot only\b|\bwhy not\b/gu, " ");
  const isDenied = /\b(?:not|no longer|never|insignific\w*|cannot|hardly|without)\b/u.test(asked);
  const isOfDifference = /\bagainst (?:0|1|zero|one)\b|\b(?:still there|surviv\w*|different|differs?|diff|distinct|reject\w*|(?:in)?signific\w*|sig|above|below|over|under|than|positive|negative|exceeds?|changed?)\b|[<>]/u.test(asked);
  const isOfEquality = !isOfDifference && /\b(?:equals?|equal to|same|identical|exactly|be|being|zero|one|is|are|was|were|=|\d)\b|=/u.test(asked);
  if (isOfEquality) return isDenied ? null : "equal";
  if (!isDenied) return null;
  // "Is it not above 1?" can be meant either way; who states it says that the rows don't show it.
  return /^\W*(?:is|are|was|were|does|do|did|has|have|can)\b/u.test(text) && !/\b(?:insignific\w*|no longer)\b/u.test(asked) ? "open" : "denied";
}

const asksWhy = /\b(?:why|how come|how (?:is|are|can|could|does|do|did|was|would)|what (?:makes|made|causes|explains)|reason|explain)\b/u;
const eitherOr = /\b(?:still there\b.*\bor\b.*\b(?:disappear|vanish|go|goes|gone)|(?:more|above|higher|bigger|greater|larger|positive|over) or (?:less|below|lower|smaller|negative|under)|(?:less|below|lower|smaller|negative|under) or (?:more|above|higher|bigger|greater|larger|positive|over))\b/u;

function foundIn(patterns: readonly RegExp[], rest: string): readonly string[] {
  return patterns.flatMap((pattern) => [...rest.matchAll(new RegExp(pattern, "gu"))].map(([found]) => found.trim()));
}
