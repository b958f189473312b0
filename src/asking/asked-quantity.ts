/** The number that a question asks for, by its name in the course. */
export const quantities = [
  "beta",
  "alpha",
  "alpha-annual",
  "t-alpha",
  "p-alpha",
  "se-alpha",
  "ci-alpha",
  "t-beta",
  "p-beta",
  "se-beta",
  "ci-beta",
  "loading",
  "r-squared",
  "adjusted-r-squared",
  "f-statistic",
  "durbin-watson",
  "normality",
  "skewness",
  "kurtosis",
  "autocorrelation",
  "residual",
  "residual-correlation",
  "residual-volatility",
  "factor-share",
  "idiosyncratic-share",
  "variance",
  "regression",
  "observations",
  "rolling",
  "sharpe",
  "hedged-sharpe",
  "appraisal",
  "information-ratio",
  "treynor",
  "timing",
  "capture",
  "drawdown",
  "lowest-return",
  "highest-return",
  "years-needed",
  "up-down-beta",
  "cumulative-return",
  "tracking-error",
  "volatility",
  "mean-return",
  "correlation",
  "covariance",
  "expected-return",
  "tracking",
  "hedge-amount",
  "position-size",
  "expected-pnl",
  "dollar-volatility",
  "what-if",
  "holding-pnl",
  "hedged-moments",
  "hedged-correlation",
  "hedged-beta",
  "hedged-factor-share",
  "beaten-tracking",
  "needed-budget",
  "frequencies",
  "joint-alpha",
  "returns-file",
] as const;

export type Quantity = (typeof quantities)[number];

const style = "(?:smb|hml|rmw|cma|mom|umd|momentum|value|size|profitability|investment)";
const alphaWord = "(?:alphas?|intercepts?|const(?:ant)?|mispricing)";
const betaWord = "(?:betas?|slopes?|sensitivit(?:y|ies))";
const near = (one: string, other: string): string => `(?:${one}\\b.{0,40}\\b${other}|${other}\\b.{0,40}\\b${one})`;
const residualWord = "(?:resid(?:ual)?s?|idio(?:syncratic)?|specific|hedged|epsilon|unexplained|non-market|leftover)";
const volWord = "(?:vols?|volatilit(?:y|ies)|volatile|standard deviation|std(?:ev| dev)?|sd|sigma|swings?|risk)";

/** The most specific first: a t statistic of α is no α, a residual's volatility no volatility. */
const patterns: readonly (readonly [Quantity, string])[] = [
  ["returns-file", "(?<!\\b(?:put|paste|type|copy|upload\\w*|import\\w*|add|load)\\b.*)(?:\\bdownload\\w*\\b(?!.*\\b(?:error|fails?|failed)\\b)|\\b(?:as|in|into|to|a|the|an|get|want|need|export|send|give me)(?: an?| the)? (?:csv|excel|xlsx|spreadsheet)\\b(?!.*\\b(?:error|fails?|failed|upload\\w*|import\\w*|my own)\\b)|\\b(?:csv|excel|spreadsheet)(?: file)? (?:of|for|with)\\b|\\b(?:raw|actual|underlying) (?:data|returns|numbers|rows) (?:of|for|behind|that)\\b|\\bexport (?:the |all )?(?:data|returns|series)\\b)"],
  ["years-needed", "\\b(?:how (?:many|much) (?:more )?(?:years|yrs|time|data|history)|how long|years? (?:of data )?(?:until|before|to|needed|required|for|it takes)|# ?(?:of )?years|number of years)\\b.*\\b(?:alpha|signific\\w*|sig|t ?(?:= ?\\d|of|stat|> ?\\d|reaches)|skill|detect|prove|know|wait|believe|tell)\\b|\\b(?:wait|years)\\b.*\\bsignific\\w+"],
  ["rolling", "\\broll(?:ing|ed)?\\b|\\bmoving[- ]window|\\b(?:beta|alpha)\\b.*\\b(?:through|over) time\\b|\\btime[- ]varying\\b|\\bplot\\b.*\\bbeta\\b.*\\bover\\b"],
  ["up-down-beta", `\\b${betaWord}\\b.{0,50}\\bdays? (?:that |which )?(?:the )?(?:market|mkt|index|thisasset|s&p) (?:is |was |has |had |goes |went )?(?:up|down|ris\\w+|rose|fall\\w*|fell|drop\\w*|gain\\w*|lost|loses)\\b|\\b${betaWord}\\b.{0,40}\\b(?:when(?:ever)?|while|if)\\b.{0,25}\\b(?:up|down|ris\\w+|rose|fall\\w*|fell|drop\\w*|positive|negative|crash\\w*|gain\\w*)\\b|\\b(?:up|down|bull|bear|upside|downside)[- ]?(?:and[- ]down|/ ?down|vs\\.? ?down)?[- ]?(?:market|side|days?)?[- ]${betaWord}\\b|\\b${betaWord}\\b.{0,60}\\b(?:up|down|falling|rising|negative|positive|crash|bear|bull)[- ](?:days?|markets?|months?)\\b|\\b(?:up|down|falling|rising|bear|bull)[- ](?:days?|markets?|months?)\\b.{0,60}\\b${betaWord}\\b`],
  ["dollar-volatility", "\\bhow volatile\\b.*\\bthismoney\\b|\\b(?:1[- ]?)?(?:sd|sigma|std) (?:loss|move|swing)\\b.*\\bthismoney\\b|\\bthismoney\\b.*\\b(?:1[- ]?)?(?:sd|sigma|std) (?:loss|move|swing)\\b"],
  ["beaten-tracking", "\\b(?:beat|beats|beaten|outperform\\w*|ahead of)\\b.{0,15}\\b(?:tracking|mimicking|replicating|hedging) (?:portfolio|pf)\\b"],
  ["expected-pnl", "\\bthismoney (?:of |in |worth of )*thisasset (?:\\w+ ){0,2}?(?:make|makes|earn|earns|return|returns|gain|gains|bring|yield)\\b|\\b(?:make|earn|gain)\\b.{0,15}\\b(?:on|from|with) (?:my |a )?thismoney (?:of |in )thisasset\\b|\\bp ?& ?l\\b|\\bpnl\\b|\\bprofit (?:and|&) loss\\b"],
  ["position-size", "\\bthismoney (?:of )?(?:\\w+ )?(?:risk|vol(?:atility)?|swings?)\\b.*\\bhow (?:much|many|big|large)\\b(?! (?:is|are|was|does|do i (?:lose|risk)))|\\bhow (?:much|many|big|large)\\b(?! (?:risk|vol)).*\\bthismoney (?:of )?(?:risk|vol(?:atility)?|swings?)\\b|\\bhow (?:much|many)(?: of)?(?: money in)?(?: \\w+){0,4} (?:can|could|may) (?:i|you|we|one) (?:buy|hold|invest|own|take)\\b|\\bvol(?:atility)? (?:limit|target|cap|allowance)\\b|\\bposition[- ]?(?:size|sizing)\\b|\\bpos(?:ition)? ?size|\\bsize (?:of )?(?:the |my |a )?position\\b|\\b(?:vol(?:atility)?|risk)[- ]budget\\b|\\bbudget\\b|\\bhow (?:big|large)\\b.*\\b(?:position|hold|can|could|may)\\b|\\bposition(?:s)?\\b.*\\b(?:how (?:big|large|much)|dollars)\\b|\\b(?:what|which) position\\b"],
  ["hedge-amount", "\\b(?:bring|get|cut|reduce|lower|take)\\b[^?]{0,60}\\bto (?:a )?(?:market )?beta(?: of)? \\.?\\d"],
  ["hedge-amount", "\\bhedg(?:e|es|ing)\\b(?!.*\\b(?:sharpe|fund|volatility|vol|drawdown)\\b).*\\b(?:thismoney|dollars?|how (?:much|many)|amount|\\$|usd|short|sell)\\b|\\b(?:thismoney|dollars?|how (?:much|many)|amount|\\$)\\b.*\\b(?:short|sell|hedge|neutrali[sz]e)\\b|\\bhedg(?:e|ing) ?(?:ratios?|amounts?|legs?)\\b|\\bhedge (?:my |a |the |of |for |out )?(?:thisasset|thismoney|long)|\\b(?:short|sell)\\b.*\\b(?:against|per dollar|to (?:offset|neutrali[sz]e|cancel|hedge|be (?:market|beta)))|\\b(?:beta|market|dollar)[- ]neutral\\b.*\\b(?:short|sell|how)\\b"],
  ["dollar-volatility", `\\b(?:dollar|\\$|usd)[- ]?${volWord}\\b|\\b${volWord}\\b.{0,30}\\b(?:in (?:dollars|usd|\\$)|of (?:a |my )?thismoney)|\\bthismoney\\b.{0,60}\\b(?:vols?|volatility|volatile|standard deviation|swing)\\b`],
  ["tracking", "\\b(?:tracking|mimicking|replicating|mimic\\w*|replicat\\w+) (?:portfolio|pf|port|return|position|amount)|\\btrack\\b(?! record)|\\breplicate\\b|\\bmimic\\b|\\bhedging portfolio\\b"],
  ["hedged-sharpe", "\\bhedg(?:ed?|es|ing)\\b.{0,30}\\bsharpes?\\b|\\bsharpes?\\b.{0,40}\\b(?:hedged|hedging|after hedging)\\b"],
  ["appraisal", "\\bappraisals?\\b|\\baprais\\w+|\\balpha (?:per|over|divided by) (?:unit of )?(?:idio\\w*|residual|specific)"],
  ["information-ratio", "\\binfo(?:rmation)?[- ]?ratios?\\b|\\bir\\b"],
  ["joint-alpha", `\\bjoint(?:ly)?\\b.{0,40}\\b${alphaWord}\\b|\\b${alphaWord}\\b.{0,40}\\bjoint(?:ly)?\\b|\\ball(?: of)?(?: the| these| those| my)? alphas\\b.{0,20}\\b(?:zero|0)\\b|\\balphas\\b.{0,15}\\b(?:all|every one|together)\\b.{0,15}\\b(?:zero|0)\\b|\\bgrs\\b.{0,10}\\b(?:tests?|stat\\w*|p[- ]?val\\w*)\\b`],
  ["beta", "\\bchow(?:'?s)? tests?\\b|\\bstructural (?:break|change)s?\\b"],
  ["regression", "\\borthogonali[sz]\\w*\\b|\\borthogonal (?:factors?|regressors?|smb|hml|rmw|cma|mom|size|value|momentum)\\b"],
  ["timing", "\\btreynor(?: and | & |[ -–])?mazuy\\b|\\bmazuy\\b|\\b(?:market|factor)[- ]timing\\b|\\btiming (?:ability|skills?|coefficient|gamma)\\b|\\btime the market\\b"],
  ["capture", "\\b(?:up|down)[- ]?(?:side|market)?[- ]?captures?\\b|\\bcapture ratios?\\b"],
  ["treynor", "\\btreynor\\b"],
  ["lowest-return", "\\b(?:worst|lowest|largest negative|most negative)(?: single| one| daily| monthly)? (?:days?|months?|returns?|loss(?:es)?)\\b|\\b(?:biggest|largest|maximum|max|greatest|worst)(?: single| one)?[- ]?(?:days?|monthly|daily|months?)? (?:loss|drop|fall|decline)\\b|\\b(?:lost|fell|dropped) (?:the )?most\\b|\\bmost\\b.{0,20}\\b(?:lost|fell|dropped) in (?:a|one)\\b"],
  ["highest-return", "\\b(?:best|highest|largest positive|most positive)(?: single| one| daily| monthly)? (?:days?|months?|returns?|gains?)\\b|\\b(?:biggest|largest|maximum|max|greatest|best)(?: single| one)?[- ]?(?:days?|monthly|daily|months?)? (?:gain|rise|jump|rally)\\b|\\b(?:gained|rose) (?:the )?most\\b"],
  ["drawdown", "\\bdraw ?-?downs?\\b|\\bmax ?dd\\b|\\bdd\\b|\\bpeak[- ]to[- ]trough\\b"],
  ["sharpe", "\\bsharpes?\\b|\\bsharp ratio\\b|\\breward[- ]to[- ](?:risk|variability)\\b"],
  ["autocorrelation", "\\bauto-?corr\\w*\\b(?![ -](?:robust|consistent))|\\bserial(?:ly)? corr\\w*"],
  ["residual-correlation", `\\bcorr\\w*\\b.*\\bresid\\w*|\\bresid\\w*\\b.*\\bcorr\\w*|\\b(?:cov|covariance)\\b.*\\bresid\\w*`],
  ["durbin-watson", "\\bdurbin\\b|\\bdw\\b"],
  ["autocorrelation", "\\bauto-?corr\\w*\\b(?![ -](?:robust|consistent))|\\bserial(?:ly)? corr\\w*"],
  ["skewness", "\\bskew\\w*"],
  ["kurtosis", "\\bkurt\\w*|\\bfat tails?\\b"],
  ["normality", "\\bjarque\\b|\\bjb\\b|\\bnormal(?:ly|ity)?\\b(?! (?:beta|alpha|that|to|if|for|errors?|se|ols))(?=.*\\b(?:resid\\w*|test|distribut\\w*|returns?)\\b|$|\\W*$)|\\bresid\\w*\\b.*\\bnormal\\w*|\\bgaussian\\b"],
  ["adjusted-r-squared", "\\badj(?:usted|\\.)? ?r"],
  ["f-statistic", "\\bf[- ](?:stat\\w*|test)\\b|\\bjoint(?:ly)? signific"],
  ["idiosyncratic-share", `\\b(?:idio\\w*|specific|residual|own|unexplained)[- ](?:risk |variance )?(?:share|fraction|percent|portion|part)|\\b1 ?[-−] ?r ?(?:2|\\^2|sq)|\\b(?:share|fraction|percent\\w*|portion|how much|part)\\b.{0,40}\\b(?:idio\\w*|specific|unexplained|diversifiable)\\b`],
  ["factor-share", "\\b(?:factor|systematic|market)(?:[- ]risk)? or (?:idio\\w*|specific|its own|own|unsystematic|residual)\\b|\\b(?:idio\\w*|specific|unsystematic|residual)(?:[- ]risk)? or (?:factor|systematic|market)\\b|\\b(?:more|bigger|larger|higher|greater|mostly|mainly)\\b.{0,40}\\b(?:factor|systematic|market)(?:[- ]risk)?\\b.{0,15}\\b(?:or|than|vs|versus)\\b.{0,15}\\b(?:idio\\w*|specific|unsystematic)"],
  ["factor-share", `\\b(?:factor|systematic|market)[- ](?:risk |variance )?(?:share|fraction|percent|portion|part|contribution)|\\b(?:share|fraction|percent\\w*|portion|how much|part|what part)\\b.{0,40}\\b(?:systematic|factor risk|market risk|due to|explained|comes? from|is market|driven)\\b|\\bhow much\\b.*\\bvariance\\b`],
  ["residual-volatility", `\\b${residualWord}[- ]?${volWord}\\b|\\b${volWord}\\b.{0,25}\\b(?:of|for|in) (?:the |its )?(?:${residualWord})\\b|\\b(?:sigma|sd|std|vol) ?\\(?(?:of )?(?:e|eps|epsilon|residuals?)\\b|\\bresid\\w*\\b.{0,25}\\b(?:std|sd|vol|volatility|standard deviation|variance)\\b|\\b${volWord}\\b.{0,40}\\bhedged\\b|\\bhedged\\b.{0,30}\\b(?:vol|volatility)\\b|\\bhow volatile\\b.*\\bhedged\\b`],
  ["tracking-error", "\\btracking errors?\\b|\\bte\\b"],
  ["covariance", "\\bcov(?:ar\\w*)?\\b|\\bcov\\b"],
  ["loading", `\\b${style}[- ](?:factor )?(?:loadings?|exposures?|betas?|coef\\w*|tilt|slope|load)|\\b(?:loadings?|exposures?|betas?|coef\\w*|tilt|loads?)\\b.{0,30}\\b(?:on|to|for|of|onto|towards)? ?(?:the )?${style}\\b|\\bloadings?\\b|\\b${style}\\b.{0,25}\\b(?:loading|coef|exposure|t[- ]?stat)`],
  ["correlation", "\\bcorr(?:el\\w*)?\\b|\\bcorel\\w*|\\brho\\b"],
  ["t-alpha", near(alphaWord, "\\bt[- ]?(?:stats?|statistics?|values?|ratios?)\\b") + `|\\bt ?\\( ?alpha|\\b${alphaWord}\\b.{0,30}\\b(?:signific\\w*|sig)\\b|\\b(?:signific\\w*|sig)\\b.{0,30}\\b${alphaWord}\\b|\\btstat\\b.{0,20}${alphaWord}`],
  ["p-alpha", near(alphaWord, "p[- ]?val(?:ue)?s?|" + alphaWord + "\\b.{0,30}\\bpval")],
  ["ci-alpha", near(alphaWord, "(?:ci|confidence|interval|conf)")],
  ["se-alpha", near(alphaWord, "(?:s\\.?e\\.?|ses|std\\.? ?err\\w*|standard errors?)")],
  ["alpha-annual", near(alphaWord, "(?:annual\\w*|yearly|per (?:year|yr|annum)|a year|p\\.?a\\.?|ann\\.?|pct per yr|×252|x252|in percent)")],
  ["t-beta", near(betaWord, "t[- ]?(?:stats?|statistics?|values?|ratios?)")],
  ["p-beta", near(betaWord, "p[- ]?val(?:ue)?s?")],
  ["ci-beta", near(betaWord, "(?:ci|confidence|interval|conf|error ?bars?)")],
  ["se-beta", near(betaWord, "(?:s\\.?e\\.?|ses|std\\.? ?err\\w*|standard errors?)")],
  ["residual", "\\b(?:average|mean|avg|sum|total)(?: of)?(?: the| all| its)? resid\\w*\\b|\\bresid\\w*\\b.{0,12}\\b(?:average|mean|sum)\\b"],
  ["r-squared", "\\br ?(?:\\^ ?)?2\\b|\\br²|\\br[ -]?sq(?:uared?|r)?\\b|\\brsquared?\\b|\\bcoefficient of determination\\b"],
  ["regression", "\\brun\\b.{0,20}\\bthisasset\\b.{0,20}\\bon (?:the )?(?:ff ?\\d|capm|carhart|thisasset|mkt|market|smb|three|five|fama)|\\bregress\\w*\\b(?!.*\\b(?:alpha|beta)\\b)|\\b(?:regression|summary|ols) (?:table|output|results?)\\b|\\bfull (?:table|summary|output)\\b"],
  ["expected-return", "\\be ?[\\[(] ?r|\\b(?:expected|required|predicted|fair) (?:excess |annual |yearly )?(?:returns?|ret)\\b|\\bexp(?:ected)? ret\\w*|\\bcapm[- ](?:return|implied)"],
  ["cumulative-return", "\\b(?:how much|what|wat)\\b.{0,30}\\b(?:thismoney|1 dollar|\\$ ?1|a dollar|1 usd)\\b.{0,30}\\b(?:become|became|grow|grown|grew|turn(?:ed)? into|worth|be now|end up)\\b|\\b(?:thismoney|\\$ ?1|a dollar)\\b.{0,25}\\b(?:become|became|grow|grown|grew|turn(?:ed)? into)\\b|\\b(?:did|would|has) (?:\\$ ?1|a dollar|1 dollar|thismoney) (?:in|of) thisasset (?:become|grow|turn|make)\\b|\\bif (?:i|you|we|one|someone|somebody) (?:had )?(?:bought|invested|put)\\b(?=.*\\b(?:now|today|worth|would)\\b)|\\bcum(?:ulative)?\\b|\\bgrowth of\\b|\\bcompounded return|\\b(?:total|overall) gain\\b"],
  ["observations", "\\b(?:how many|number of|hw many|n(?:umber)? ?(?:of|=)?) ?(?:obs\\w*|rows|data points|days are)\\b|\\bn[ -]?obs\\b|\\bhow many (?:obs|observations|days|rows)\\b"],
  ["alpha", `\\b${alphaWord}\\b|\\boutperform\\w*|\\babnormal return`],
  ["beta", `\\b${betaWord}\\b|\\bsensitiv\\w*|\\bmarket exposure\\b|\\bexpos(?:ed|ure) to (?:the )?market\\b`],
  ["mean-return", "\\b(?:risk[- ]?free(?: rate)?|t-?bill rate|rf)(?: rate)? (?:(?:in|of|for|during) )?(?:the )?thisdate|\\b(?:mean|average|avg|median)\\b|\\b(?:premium|premia)\\b|\\breturns? (?:of|for|in|on|was|did)\\b|\\bwhat (?:was|did|is) .{0,40}\\breturns?\\b|\\bannual(?:ised|ized)? returns?\\b"],
  ["volatility", `\\b(?:vols?|volatilit(?:y|ies)|volatile|standard deviations?|std(?:ev| dev)?|sd|sigma|riskier|annvol)\\b`],
  ["variance", "\\bvariances?\\b|\\bvar\\b|\\brisk decomposition\\b|\\bdecompos\\w+"],
  ["residual", "\\bresid(?:ual)?s?\\b|\\bepsilon\\b"],
];

const compiled = patterns.map(([quantity, written]) => ({ quantity, pattern: new RegExp(written, "u") }));

const neededBudget = /\b(?:how (?:big|large|much|high)(?: of)?(?: an?| the| my| of an?)?(?: \w+){0,3} (?:budget|risk limit|vol(?:atility)? limit)\b|what (?:\w+ ){0,3}budget (?:do|does|would|is|must|should|lets|allows)\b|how (?:big|large|high) (?:must|should|does|would|has|need\w*)\b.{0,20}\bbudget\b|budget (?:do i |would i |is )?(?:need|needed|required|necessary)\b)/u;

/** A position whose factor was taken out. */
const hedgedThing = /\bhedged (?:\w+ )?(?:thisasset|portfolio|position|returns?|strategy|pf|version|stock)\b|\bthisasset,? (?:is |when |once |if |after being |fully )?hedged\b|\bhedge(?:d)? portfolio\b|\b(?:after|once|when|if) (?:i |we |you |it is |they are |fully )?hedg\w+\b/u;
/** What a word asks for of a hedged position, where that is another number than the asset's. */
const hedgedQuantities: Readonly<Partial<Record<Quantity, Quantity>>> = {
  correlation: "hedged-correlation",
  beta: "hedged-beta",
  loading: "hedged-beta",
  "r-squared": "hedged-factor-share",
  "factor-share": "hedged-factor-share",
  sharpe: "hedged-sharpe",
  volatility: "hedged-moments",
  "mean-return": "hedged-moments",
};

/** What a question in lower case asks for; null where no number of the course is named. */
export function askedQuantity(text: string, { hasMove, hasAmount, hasTargetVolatility = false, hasSupposedAlpha = false }: { readonly hasMove: boolean; readonly hasAmount: boolean; readonly hasTargetVolatility?: boolean; readonly hasSupposedAlpha?: boolean }): Quantity | null {
  return quantityIn(text.replaceAll(meaning, " ").replaceAll(unhedged, " ").replaceAll(withoutIntercept, " "), { hasMove, hasAmount, hasTargetVolatility, hasSupposedAlpha });
}

/** What something means is no mean. */
const meaning = /\b(?:what|wat) (?:does|do|would|did) (?:that|this|it|those|these)(?: \w+){0,3}? (?:even |really |actually )?mean\b|\bi mean\b/gu;

/** Who leaves the intercept out does not ask for it. */
const withoutIntercept = /\b(?:no|without(?: an?| the)?|w\/o(?: an?| the)?|ignor\w+(?: the)?|omit\w*(?: the)?|drop\w*(?: the)?|leav\w+ out(?: the)?|excluding(?: the)?) (?:intercept|const(?:ant)?)\b/gu;

/** What is not hedged asks for nothing of a hedge. */
const unhedged = /\b(?:no|without(?: (?:any|an?|the))?|not|un)[ -]hedg(?:e|es|ed|ing)\b/gu;

function quantityIn(text: string, { hasMove, hasAmount, hasTargetVolatility, hasSupposedAlpha }: { readonly hasMove: boolean; readonly hasAmount: boolean; readonly hasTargetVolatility: boolean; readonly hasSupposedAlpha: boolean }): Quantity | null {
  // Its size and its price for risk are asked for, and no test.
  if (/\beconomic(?:al(?:ly)?)? (?:and statistical(?:ly)? )?signific\w+/u.test(text)) return null;
  if (hasMove && !/\bbudget\b/u.test(text)) return "what-if";
  if (hasTargetVolatility) return "position-size";
  if (hasSupposedAlpha) return "years-needed";
  // The amount is what is held: the budget is what is looked for.
  if (hasAmount && neededBudget.test(text)) return "needed-budget";
  // An amount that a hedge is for is no budget.
  if (hasAmount && /\bhedg(?:e|es|ing)\b/u.test(text) && !/\b(?:budget|limit|vol(?:atility)?|sharpe)\b/u.test(text)) return "hedge-amount";
  if (hasAmount && /\bhow (?:much|many)\b(?: of)? (?:thisasset|(?:the )?(?:market|mkt|index))\b.{0,40}\b(?:against|for|vs|versus) (?:my |a |an )?thismoney\b/u.test(text)) return "hedge-amount";
  const quantity = compiled.find(({ pattern }) => pattern.test(text))?.quantity ?? null;
  const ofHedged = quantity !== null && hedgedThing.test(text) ? hedgedQuantities[quantity] : undefined;
  if (ofHedged !== undefined) return ofHedged;
  // The same word asks for another number of a hedged position, of a holding, of the residuals.
  if ((quantity === "volatility" || quantity === "mean-return" || (quantity === "residual-volatility" && /\bmeans?\b|\baverage\b/u.test(text))) && /\bhedged\b/u.test(text)) return "hedged-moments";
  if (quantity === "expected-pnl" && hasAmount && !/\bbudget\b|\blimit\b/u.test(text)) return "holding-pnl";
  if ((quantity === "skewness" || quantity === "kurtosis") && /\bresid/u.test(text)) return "normality";
  if (/\bdimson\b/u.test(text) && !/\blag|\byesterday/u.test(text)) return "frequencies";
  if (quantity === "beta" && [/\bmonthly\b/u, /\bweekly\b/u, /\bdaily\b/u].filter((frequency) => frequency.test(text)).length > 1) return "frequencies";
  return quantity;
}
