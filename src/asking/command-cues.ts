/**
 * What words make a question about an asset a command, and how sure they make it (0 to 1). Where several fit, the
 * surest wins, the earlier one between equals. The text is in lower case, with `thisasset`, `thisdate` and `thismoney`
 * in the places of what they stand for.
 */
export interface CommandCue {
  readonly command: string;
  readonly confidence: number;
  readonly words: RegExp;
}

export const commandCues: readonly CommandCue[] = [
  cue("frequency", 0.96, /\b(?:daily|day) (?:vs|and|versus|or|against|compared (?:to|with)|to|with|instead of) (?:weekly (?:and|or|vs|versus) )?(?:the )?month(?:ly)?\b|\bmonthly (?:vs|and|versus|or|against|compared (?:to|with)|to|with|instead of) (?:the )?dai?ly\b/u),
  cue("frequency", 0.95, /\bmonthly\b.*\bdaily\b|\bdaily\b.*\bmonthly\b|\b(?:horizon|interval) (?:effect|matters?)\b|\b(?:same|differ\w*|chang\w*|matters?)\b.*\b(?:monthly|daily|months?|days) (?:data|returns?|instead)\b|(?<!\b(?:monthly|daily|at|same) )\bfrequenc(?:y|ies)\b|\bwhat scales\b|\bscales? with\b|\bsampling interval\b|\b(?:weekly|daily|monthly) data (?:instead|change)/u),
  cue("alphas", 0.97, /\b(?:average|mean|expected) returns? (?:against|vs|versus|on) betas?\b|\balphas jointly\b|\bgrs\b|\bgibbons\b|\bsecurity market line\b|\bsml\b|\b(?:alphas|all (?:the )?alphas?)\b.*\b(?:zero|0|jointly|together)\b|\bjoint(?:ly)? (?:test|zero)\b|\bevery alpha\b|\b(?:both|all|each|every|either|jointly|together)\b.*\b(?:zero|0) alphas?\b|\balphas? of (?:both|all|zero)\b|\bcapm\b.*\b(?:hold|holds|work|works|true|false|reject\w*|fail\w*|test\w*)\b|\b(?:test|reject)\w*\b.*\bcapm\b|\bjoint\w*\b.*\bintercepts?\b|\b(?:none|any|all|each) of (?:the|these|them|our) ?(?:stocks|assets|tickers|companies|names)?\b.*\balphas?\b/u),
  cue("residuals", 0.95, /\bresiduals?\b|\bresids?\b|\bleftovers?\b|\b(?:is|was|what) left (?:over|of|after|once|when)\b|\bunexplained\b|\berror terms?\b|\b(?:model|line|regression|market|factor)\b.*\b(?:miss(?:es|ed)?|fails?|not explain|cannot explain|leaves? out)\b/u),
  cue("performance", 0.95, /\bsharpe?s?\b|\bappraisal\b|\binformation ratio\b|\btreynor\b|\bdraw ?downs?\b|\bpeak to trough\b|\btracking error\b|\bte\b|\bactive (?:return|risk)\b/u),
  cue("performance", 0.93, /\b(?:up|upside|bull|up market)(?: and|,| or| vs| versus)? ?(?:the )?(?:down|downside|bear|beta)\b|\bdown(?:side)? (?:market )?betas?\b|\b(?:how (?:many years|long|much (?:time|data|longer))|years? (?:until|before|to|needed))\b.*\b(?:significant|significance|t ?= ?2|t of (?:2|two)|detect|prove)\b/u),
  cue("performance", 0.96, /\b(?:alpha|return|reward)\b.*\b(?:per|for each|relative to|unit of)\b.*\b(?:risk|volatility|error)\b|\bworth\b.*\brisk\b/u),
  cue("performance", 0.94, /\b(?:reward|return|compensation|paid|pay|bang)\b.*\b(?:per|for|given|relative to|unit of)\b.*\b(?:risk|volatility|buck)\b|\b(?:deepest|worst|biggest|largest|steepest)\b.*\b(?:hole|slump|stretch|fell|fallen|lost|crash|loss|decline|drop|dip)\b|\b(?:peak|top)\b.*\b(?:bottom|trough|low)\b|\b(?:how long|how many years|how much (?:data|history|time))\b.*\b(?:alpha|trust|sure|certain|believe|confident|convinc\w+|real|prove|tell)\b|\b(?:skill|luck)\b/u),
  cue("performance", 0.9, /\bperform(?:s|ed|ance|ing)?\b|\bgrowth of\b|\breturn per unit\b|\brisk[ -]adjusted (?:return|performance)\b|\b(?:worst|biggest|largest|deepest) (?:loss|fall|drop|decline)\b|\bworth the risk\b|\bhow (?:good|well|bad|badly)\b|\btrack record\b|\breward[ -]to[ -]/u),
  cue("performance", 0.95, /\b(?:up|rises?|rising|good|bull\w*|rall\w+)\b.*\b(?:down|falls?|falling|bad|bear\w*|crash\w*)\b(?! and)|\b(?:down|falls?|falling|bad|bear)\b.*\b(?:up|rises?|rising|good|bull)\b/u),
  cue("rolling", 0.94, /\brolling\b|\bmoving (?:window|beta|average)\b|\b(?:over|through|across|with|in) time\b|\bover the (?:years|decades|sample)\b|\btime[ -]varying\b|\bhistory of\b.*\b(?:beta|alpha)|\bbetas? (?:history|path|drift)/u),
  cue("rolling", 0.94, /\bthrough(?:out)? the (?:years|decades)\b|\bused to (?:be|have)\b|\b(?:same|different|higher|lower)\b.*\b(?:as it is |than it is |than |as )?(?:now|today|nowadays|these days|back then|earlier|before)\b|\byear (?:by|to|after) year\b|\bover (?:the )?(?:different|various) (?:periods|years|decades)\b|\btrajectory\b|\bpath of\b|\bwhen\b.*\b(?:betas?|alphas?|exposure)\b.*\b(?:highest|lowest|largest|smallest|biggest|peak\w*|rise|fall|above|below|jump\w*)\b|\bhistor(?:y|ically)\b.*\b(?:beta|exposure|sensitivity)\b|\b(?:beta|exposure|sensitivity)\b.*\bhistor(?:y|ically)\b/u),
  cue("rolling", 0.92, /\b(?:beta|alpha|exposure|loading|sensitivity|it)\b.*\b(?:chang(?:e|ed|ing|es)|stable|stability|constant|drift(?:ed|ing|s)?|evolv(?:e|ed|es|ing)|var(?:y|ied|ies)|moved around|shift(?:ed|s)?|wander(?:ed|s)?)\b|\b(?:stable|stability|evolution|changes?|changing)\b.*\b(?:beta|alpha)\b/u),
  cue("track", 0.93, /\btracking[ -](?:portfolio|return|position)\b|\b(?:mimic|mimics|mimick(?:s|ing|ed)?|replicat(?:e|es|ing|ion)|imitat(?:e|es|ing))\b|\bcop(?:y|ies|ied|ying)\b|\bfactor twin\b|\b(?:behav\w+|acts?|moves?|looks?) (?:\w+ ){0,2}like\b|\b(?:stand[ -]?in|substitute|proxy|shadow|synthetic|combination of|mix of)\b|\b(?:beta )?twin\b/u),
  cue("track", 0.85, /\btrack(?:s|ing|ed)? (?:thisasset|it)\b/u),
  cue("hedge", 0.94, /\bhedge\b(?! (?:fund|sharpe))|\bbeta[ -]neutral\b|\b(?:market|factor)[ -]neutral\b|\bneutrali[sz]e\b|\bhedg(?:ing|es) (?:thisasset|out|away|it)\b|\bhedge[ -]ratio\b/u),
  cue("hedge", 0.95, /\b(?:cut|reduce|lower|limit|keep|leave|leaves|bring|only|at most)\b.*\b\d{1,2}(?:\.\d+)? ?(?:%|percent|per cent)/u),
  cue("hedge", 0.94, /\b(?:neutral|immun\w+|insulat\w+|protect\w*|shield\w*|offset\w*|market-free)\b|\b(?:how (?:much|many)|amount)\b.*\b(?:short|sell)\b/u),
  cue("hedge", 0.93, /\b(?:short|sell)\b.*\b(?:per|for (?:each|every|a|one)|against|to (?:offset|cancel|hedge|remove|neutral))\b|\b(?:offset|cancel|remove|strip|take out|get rid of|eliminate|take)\b.*\b(?:market|factor|beta|systematic|exposure)\b(?: risk)?(?: out| away| off)?|\bwithout (?:the |any )?(?:market|factor|systematic)\b|\bdollars short\b/u),
  cue("hedge", 0.88, /\bhedged (?:portfolio|position|return|returns|version|strategy|volatility|vol)\b|\bhedged?\b|\bhedging\b/u),
  cue("size", 0.96, /\bthismoney\b/u),
  cue("size", 0.93, /\b(?:largest|biggest|maximum|max|maximal) (?:\w+ )?(?:position|holding|trade|stake|bet|exposure)\b|\bposition siz(?:e|es|ing)\b|\bsize (?:of )?(?:a |the |my )?(?:hedged |unhedged )?(?:position|thisasset)\b|\b(?:risk|vol|volatility) (?:budget|limit|cap)\b|\bbudget\b|\bhow (?:much|big|large|many (?:dollars|shares))\b.*\b(?:hold|carry|own|position|take on)\b/u),
  cue("size", 0.9, /\bp ?(?:&|and|n)? ?l\b|\bpnl\b|\bexpected (?:annual |total )?profits?\b/u),
  cue("expected", 0.94, /\b(?:model|capm|beta|factor)\b.*\b(?:says?|predicts?|impl(?:y|ies)|suggests?|justif(?:y|ies))\b.*\b(?:return|returns|earn)\b|\b(?:average|mean|fair|normal|reasonable) returns?\b.*\b(?:should|would|have had|have earned|for)\b|\bshould (?:\w+ )?have (?:had|earned|returned|made)\b|\bwhere (?:does|do|did) .*returns? come from\b/u),
  cue("expected", 0.93, /\bexpected? (?:[a-z]+ )?(?:excess )?returns?\b|\be ?[[(]r[\])]|\breturns? (?:should|would|can|could|do|to) (?:i|we|one|you|be)? ?expect(?:ed)?\b|\brequired return\b|\bcost of (?:equity|capital)\b|\bshould (?:\w+ )?(?:earn|return|yield)\b|\bbeta premium\b|\bfactor premium\b|\brisk premium\b/u),
  cue("expected", 0.92, /\b(?:earns?|earned|paid|compensat(?:ed|ion)|rewarded|reward)\b(?!.*\b(?:beyond|besides|above|more than|excess of|on top)\b).*\b(?:factor|exposure|beta|market)\b|\b(?:break|split|decompos)\w*\b.*\b(?:return|mean return|average return)\b/u),
  cue("variance", 0.91, /\bvariances?\b(?! inflation)|\bfactor[ -]share\b|\bidiosyncratic\b|\bidio\b|\bsystematic\b|\b(?:firm|asset|stock|company)?[ -]?specific risk\b|\bshares? of (?:the |its )?(?:risk|variance|volatility)\b|\brisk (?:breakdown|decomposition|split|shares?)\b|\b(?:split|decompose|break|break ?down|breakdown|divide|separate)\b.*\b(?:risk|volatility|swings|variability)\b|\bdiversifiable\b/u),
  cue("variance", 0.92, /\b(?:how much|what|which|most|half|bulk|majority|mostly|mainly|part|portion|share|fraction|percent\w*)\b.*\b(?:risk|volatility|vol|swings?|ups and downs|variation|fluctuations?|movements?|moves|variability)\b.*\b(?:own|market|factor|specific|systematic|common|explain\w*|due|caused?|driven|because|itself)\b|\brisk\b.*\b(?:its own|specific|firm)\b.*\bmarket\b|\brisk\b.*\bmarket\b.*\bits own\b/u),
  cue("variance", 0.9, /\b(?:how much of|what (?:percent|percentage|share|fraction|part|portion|proportion)|which (?:share|part)|percent|percentage|fraction|proportion)\b.*\b(?:risk|volatility|vol|swings?|movements?|moves?|variation|fluctuations?)\b/u),
  cue("regress", 0.92, /\bregress(?:ed|ing)?\b|\b(?:regression|ols)\b.*\b(?:table|output|summary|result|results)\b|\bdurbin\b|\bbreusch\b|\bjarque\b|\bomnibus\b|\bf[ -]?stat(?:istic)?\b|\badj(?:usted|\.)? r\b|\baic\b|\bbic\b|\bcondition number\b|\bautocorrelat\w+|\bheterosk\w+|\bdiagnostics?\b|\bnormally distributed\b/u),
  cue("regress", 0.9, /\b(?:control(?:ling|led)?|account(?:ing|ed)?|adjust(?:ing|ed)?) for\b|\bprintout\b|\b(?:add|adding|include|including)\b.*\bfactors?\b|\bregressions?\b|\bols\b|\bnewey\b|\brobust (?:standard )?errors?\b|\b(?:load|loads|loaded|loading|loadings|tilt|tilts|tilted)\b|\bmulti[ -]?factor\b|\bfull table\b|\bcoefficients?\b/u),
  cue("beta", 0.82, /\bbetas?\b|\bsensitiv\w*\b|\bdefensive\b|\baggressive\b|\bcyclical\b/u),
  cue("beta", 0.81, /\b(?:beyond|above|on top of|in excess of|over and above|outperform\w*|beat|beats|beaten)\b.*\b(?:market|exposure|beta|factor|explain)\b|\b(?:strongly|hard|closely|much)\b.*\bmarket\b|\b(?:amplif\w+|dampen\w*|magnif\w+)\b|\bmarket\b.*\b(?:up|down|rises?|falls?|drops?|gains?|loses?|moves?|crash\w*)\b|\b1 ?(?:%|percent\b).*\bmarket\b|\bmarket\b.*\b1 ?(?:%|percent\b)/u),
  cue("beta", 0.8, /\brisk(?:y|ier)\b.*\bmarket\b|\balphas?\b|\bintercept\b|\bslope\b|\br ?(?:\^ ?)?2\b|\br[ -]?squared?\b|\bt[ -]?(?:stat(?:istic)?|value|ratio)s?\b|\bp[ -]?values?\b|\bstandard errors?\b|\bconfidence (?:interval|band)\b|\bsignificant(?:ly)?\b|\bsignificance\b/u),
  cue("beta", 0.66, /\b(?:the |overall |stock |broad )?market\b/u),
  cue("beta", 0.74, /\bcorrelat(?:ed|ion|e|es)\b|\bmarket exposure\b|\bexpos(?:ed|ure) to (?:the )?market\b|\b(?:moves?|moved|rises?|falls?|reacts?|respond(?:s)?|swings?)\b.*\b(?:with|when|if|than|to|as much as)\b.*\bmarket\b|\bscatter(?: ?plot)?\b|\bco-?move\w*\b/u),
];

/** Words that set two to four assets side by side. */
export const comparisonPattern = /\bcompar(?:e|es|ed|ing|ison)\b|\bvs\b|\bversus\b|\bor\b|\bthan\b|\bside by side\b|\bdiffer(?:s|ence)?\b|\bbetween\b|\bwhich\b|\bwho\b|\bboth\b|\band\b|\bmore\b|\bagainst\b/u;

/** A question that wants to understand, and not a number of an asset. */
export const explanationPattern = /^(?:(?:so|ok|okay|and|but|hey|hi|please|pls|can you|could you|can someone|quick question|question)[ ,:-]+)*(?:explain|define|why|how come|what (?:is|are) (?:meant|the (?:meaning|definition|point|idea|intuition|difference|formula))|what does .* (?:mean|tell|say|measure)|what do .* mean|(?:do|must|should|can) (?:i|we|you) (?:have|need|subtract|use|always|ever|add|compound|multiply|divide|annuali)|how (?:do|does|should|would|can) (?:i|we|you|one) (?:interpret|read|understand|annuali[sz]e|know|tell)|meaning of|definition of|formula|is it (?:ok|okay|fine|right|correct|wrong|true)|tell me about|teach|remind me|intuition|difference between|when (?:do|should|would) (?:i|we|you|one)|is there a difference)\b|\b(?:mean|means|meaning)\??$/u;

function cue(command: string, confidence: number, words: RegExp): CommandCue {
  return { command, confidence, words };
}
