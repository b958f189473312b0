export type Extreme = "highest" | "lowest";

/** What a question wants of several values, or supposes of one. */
interface Aims {
  readonly extreme: Extreme | null;
  /** Whether the extreme is looked for among years: "which year did …". */
  readonly isOverTime: boolean;
  readonly supposedAlpha: number | null;
  readonly targetVolatility: number | null;
}

const most = /\b(?:highest|largest|biggest|greatest|most|best|top|maximum|max|strongest|riskiest|higher|bigger|larger|peak(?:ed)?)\b/u;
const least = /\b(?:lowest|smallest|least|worst|minimum|weakest|safest|fewest|lower|smaller|bottom)\b/u;
const choice = /\b(?:which|who|whose|what|rank(?:ed|ing)?|order(?:ed)?|sort(?:ed)?|of the|among|between|best|riskiest|safest|when)\b/u;
const years = /\b(?:which|what) (?:calendar )?(?:years?|decade|period|window)\b|\bwhen (?:was|were|did|is)\b/u;
/** "The worst day", "the best month" are rows of one series. */
const ofRows = /\b(?:highest|largest|biggest|best|worst|lowest) (?:single )?(?:days?|months?|weeks?|returns?)\b|\b(?:max(?:imum)?|largest|biggest|worst|deepest|greatest) (?:draw ?-?downs?|dd|loss|gain)\b(?!.*\b(?:which|who|whose|rank)\b)|\bat (?:most|least)\b|\bmost (?:of|likely|recent)\b|\bhighest r2 mean\b/u;

const percentage = "(\\d+(?:\\.\\d+)?) ?(?:%|percent|pct)";
const alphaSupposed = new RegExp(`\\b(?:if|suppose|assum\\w+|imagine|say|were|was|with an?|had an?)\\b.{0,40}\\balpha\\b.{0,25}?${percentage}|\\b(?:with|had|of) an? (?:annual |yearly )?alpha of ${percentage}|\\b${percentage}(?: (?:annual|yearly|a year))? alpha\\b`, "u");
const volatilityWanted = new RegExp(`${percentage} (?:annual |yearly |annualised |annualized |a year )?(?:target )?(?:vol|volatility|risk)\\b(?! ?(?:share|budget))|\\b(?:target|vol|volatility)(?: target)?(?: of| at| is| to be|:)? ${percentage}`, "u");
const positionWanted = /\b(?:how much|how many|how big|size|hold|buy|position|weight|per dollar|invest\w*|leverage)\b/u;

/** Reads them in a text in lower case whose assets, dates and amounts are words already. */
export function findAims(text: string): Aims {
  const isRanked = choice.test(text) && !ofRows.test(text);
  const extreme = !isRanked ? (/\brank(?:ed|ing)?\b|\bsort(?:ed)? by\b/u.test(text) ? "highest" : null) : least.test(text) ? "lowest" : most.test(text) ? "highest" : /\brank(?:ed|ing)?\b|\b(?:order|sort)(?:ed)? (?:them )?by\b/u.test(text) ? "highest" : null;
  const volatility = positionWanted.test(text) && !/\b(?:share|variance|ci|interval|confidence)\b/u.test(text) ? volatilityWanted.exec(text) : null;
  return {
    extreme,
    isOverTime: extreme !== null && years.test(text),
    supposedAlpha: /\byears?\b|\bhow long\b/u.test(text) ? percentIn(alphaSupposed.exec(text)) : null,
    targetVolatility: percentIn(volatility),
  };
}

function percentIn(match: RegExpExecArray | null): number | null {
  const digits = match?.slice(1).find((part: string | undefined) => part !== undefined);
  return digits === undefined ? null : Number(digits) / 100;
}
