import { listItems } from "../series-list.ts";
import { commandAbout } from "./askable-command.ts";
import { assetCommands, commandOfQuantity } from "./asked-command.ts";
import type { Quantity } from "./asked-quantity.ts";
import { focusOf, plainReading, readingsOf } from "./command-readings.ts";
import { namesModel } from "./asked-factors.ts";
import { findGiven } from "./find-given.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import type { EarlierCall, Focus, Knowledge, Reading, Understanding } from "./understanding.ts";
import { type Changes, changesOf, earnsOnIt, isSizing, scaledBy } from "./earlier-changes.ts";

/** Words with which a question leans on the one before. */
const connective = /^(?:(?:ok(?:ay)?|hm+|thx|thanks?|thank you|good|danke|sorry|nah|no|ah|oh|cool|great|great thanks|so)[ ,.:;-]+)*(?:and|n|nd|but|same|now|then|also|plus|what (?:about|if)|how about|with|without|w|make|use|per|only|vs|versus|compare|instead|by|in|hedged|monthly|daily|since|until|drop|as|for|from|on|could you do|is that|is it|was it|so|which|show me|that|the|what happened|it|no wait|wait|i meant|e|y|und|et|does|shorter|longer|like|over)\b|^\S{1,12}\??$|^(?:19|20)\d\d|^\d+\??$/u;

/** With which a whole question still leans on the one before: "and the β of JPM?", but not "the β of JPM". */
const joins = /^(?:(?:ok(?:ay)?|hm+|thx|thanks?|thank you|good|danke|sorry|nah|no|ah|oh|cool|great|so)[ ,.:;-]+)*(?:and|n|nd|but|same|now|then|also|plus|what (?:about|if)|how about|with|compare|vs|versus|instead|wait|no wait|i meant|e|y|und|et)\b/u;
/** Words for the question or the answer before. */
const pointsBack = /\b(?:same|too|instead|also|it|its|that|this|those|these|one|ones|again|there|you|your)\b/u;
/** A sentence of its own, as against "JPM?" or "for JPM since 2010". */
const isSentence = /^(?:(?:ok(?:ay)?|hm+|so)[ ,.:;-]+)*(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|what|which|how|who|whose|when|where|why)\b/u;

/** What a question without any slot of its own asks of the answer before. */
const asksWhy = /\b(?:why|how come)\b/u;
const asksSimpler = /\b(?:simpl\w*|again|eli5|don'?t (?:get|understand)|do not (?:get|understand)|idk|what (?:does|do) (?:that|this|it) mean|mean(?:s|ing)?|explain|in words|plain)\b/u;
const asksSource = /\b(?:source|believe|sure|where (?:is|does|do)|recipe|how did you|check)\b/u;
const asksScale = /\b(?:annual\w*|daily|yearly|per (?:year|day|month)|monthly)\b.*\bor\b/u;
const asksCode = /\bcode\b|\bpython\b/u;

/** The entry that explains what was asked before. */
const lessonOf: Readonly<Partial<Record<Quantity, string>>> = {
  beta: "beta", alpha: "alpha", "alpha-annual": "annualising", "t-alpha": "t-statistic", "p-alpha": "p-value", "se-alpha": "standard-error", "ci-alpha": "confidence-interval",
  "t-beta": "t-statistic", "p-beta": "p-value", "se-beta": "standard-error", "ci-beta": "confidence-interval", loading: "negative-loading", "r-squared": "r-squared",
  "durbin-watson": "durbin-watson", normality: "jarque-bera", sharpe: "sharpe-ratio", "hedged-sharpe": "hedging-may-not-help", appraisal: "appraisal-ratio", drawdown: "drawdown",
  "years-needed": "years-to-two", "up-down-beta": "up-down-beta", timing: "up-down-beta", capture: "up-down-beta", treynor: "treynor-ratio", volatility: "volatility", "residual-volatility": "tracking-error", "factor-share": "factor-share", "idiosyncratic-share": "idiosyncratic-share",
  "expected-return": "expected-return", tracking: "tracking-portfolio", "hedge-amount": "hedge-ratio", "position-size": "position-size", "expected-pnl": "expected-pnl", correlation: "correlation",
};

/** The question completed by the call before it, where it leans on that; null where it stands by itself. */
export function followUpReading(said: ParsedQuestion, earlier: EarlierCall, knowledge: Knowledge, alone: Understanding): Reading | null {
  const parsed = withReplaced(said, earlier);
  const { text, words } = parsed;
  if (words.length > 22 || alone.kind === "distress" || alone.kind === "declined") return null;
  const lean = connective.test(text) || /\b(?:same|then|redo|instead|too|added)\b/u.test(text);
  const isComplete = parsed.assets.length > 0 && parsed.quantity !== null;
  const changes = changesOf(parsed, earlier, knowledge);
  const pointsToIt = joins.test(text) || pointsBack.test(text);
  if (isComplete && !pointsToIt) return null;
  // It names whom it is about and says something of it that no quantity here is: the one before is not what it asks for.
  if (parsed.assets.length > 0 && parsed.quantity === null && isSentence.test(text) && words.length > 5 && !pointsToIt) return null;
  // "But with a 3% premium", behind an expected return.
  const given = earlier.focus?.quantity === "expected-return" ? findGiven(`${text} expected return`).given : { rf: null, premium: null };
  if ((given.rf !== null || given.premium !== null) && parsed.assets.length === 0) {
    const options = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === null ? [] : [[name, `${String(Math.round(value * 1e6) / 1e4)}%`]])));
    return { ...plainReading({ ...earlier.call, options: { ...earlier.call.options, ...options } }, 1), focus: earlier.focus, kept: subjectText(earlier) };
  }
  const reweighted = withOtherWeights(parsed, earlier);
  if (reweighted !== null) return reweighted;
  // "Why is it above 1?" asks for the reason, and not for the test.
  // "Why is my beta different from yahoo's" stands by itself, and is understood so.
  const standsAlone = alone.kind === "confident" && words.length > 6 && !pointsToIt && !lean;
  if (asksWhy.test(text) && !hasOwnSlots(parsed)) return standsAlone ? null : aboutTheAnswer(parsed, earlier, knowledge, alone);
  // Its reply has both: a row's and a year's.
  if (inAnotherUnit.test(text) && assetsOf(earlier.call.options).length > 0) return { ...plainReading(earlier.call, 1), focus: inYears(earlier.focus, text), kept: subjectText(earlier) };
  const newQuantity = quantityChanged(parsed, earlier.focus);
  const command = earlierCommand(parsed, earlier, knowledge);
  if (newQuantity !== null && changes === null && command !== undefined) return merged({ ...parsed, quantity: newQuantity }, { options: {}, focus: {} }, command, earlier, knowledge);
  if (changes !== null && command !== undefined && (lean || words.length <= 7 || (words.length <= 14 && parsed.assets.length === 0))) return merged(parsed, changes, command, earlier, knowledge);
  return lean || words.length <= 10 ? aboutTheAnswer(parsed, earlier, knowledge, alone) : null;
}

/** "PG instead of Pepsi", behind two assets: the other one stays. */
function withReplaced(parsed: ParsedQuestion, { call }: EarlierCall): ParsedQuestion {
  const before = assetsOf(call.options);
  const [own] = parsed.assets;
  if (own === undefined || parsed.assets.length > 1 || before.length < 2 || !before.some((id) => parsed.refused.includes(id))) return parsed;
  return { ...parsed, assets: before.map((id) => (parsed.refused.includes(id) ? own : id)) };
}

/** Whether it names anything that a call is made of, a test apart. */
const hasOwnSlots = ({ assets, factors, from, to, without, firstMonths, dollars, move, settings }: ParsedQuestion): boolean =>
  assets.length > 0 || factors.length > 0 || from !== null || to !== null || without.length > 0 || firstMonths !== null || dollars !== null || move !== null || settings.frequency !== null || settings.errors !== null || settings.model !== null;

/** "And in % per year?", "annualised?" */
const inAnotherUnit = /^\W*(?:(?:and|ok|now|so|but|n|what is (?:it|that|this)|what about|make (?:it|that)|can you|show (?:it|that))[ ,]+)*(?:in )?(?:(?:%|percent|pct) ?)?(?:(?:per|a|each) (?:year|yr|annum)|annuali[sz]e(?:d|s)?(?: (?:it|that|this|please|pls))?|yearly|annually|in annual terms|p\.?a\.?)(?:,? (?:i mean|i meant|please|pls|then))?\W*$/u;
const inYears = (focus: Focus | null, text: string): Focus | null => (focus?.quantity === "alpha" && inAnotherUnit.test(text) ? { ...focus, quantity: "alpha-annual" } : focus);

/** "Make it 80/20" behind "0.5*JPM+0.5*WMT". */
function withOtherWeights({ text, assets }: ParsedQuestion, { call, focus }: EarlierCall): Reading | null {
  const [name, mix] = Object.entries(call.options).find(([option]) => option === "ticker" || option === "tickers") ?? [];
  const held = [...(mix ?? "").matchAll(/^(\d*\.?\d+)\*([^+ ]+)\+(\d*\.?\d+)\*([^+ ]+)$/gu)][0];
  const [, one, other] = /(?<![\d.])(\d{1,3}) ?(?:\/|-|and|:) ?(\d{1,3})(?![\d.])/u.exec(text) ?? [];
  if (name === undefined || held === undefined || one === undefined || assets.length > 0 || Number(one) + Number(other) !== 100) return null;
  return { ...plainReading({ ...call, options: { ...call.options, [name]: `${String(Number(one) / 100)}*${held[2] ?? ""}+${String(Number(other) / 100)}*${held[4] ?? ""}` } }, 1), focus, kept: [`${held[2] ?? ""} and ${held[4] ?? ""}`] };
}

function aboutTheAnswer({ text }: ParsedQuestion, earlier: EarlierCall, { commands, lessons }: Knowledge, alone: Understanding): Reading | null {
  // The reply says it, or said it: once more the same.
  if (/\bwhen was\b|\bby how much\b|\bbuy or sell\b|\bwhich (?:one|day|month|way)\b|\bhow much (?:more|less)\b/u.test(text) && earlier.call.command !== commandAbout(commands, "lesson")) return { ...plainReading(earlier.call, 1), focus: earlier.focus, kept: subjectText(earlier) };
  const lesson = commandAbout(commands, "lesson");
  const kept = subjectText(earlier);
  // An entry has neither code nor a recipe.
  const isOfData = earlier.call.command !== lesson;
  if (isOfData && asksCode.test(text)) return { ...plainReading({ ...earlier.call, options: { ...earlier.call.options, show: "code" } }, 1), kept };
  if (asksScale.test(text)) return { ...plainReading({ command: lesson, options: { topic: "annualising" } }, 1), kept };
  if (isOfData && asksSource.test(text) && alone.kind !== "confident") return { ...plainReading({ ...earlier.call, options: { ...earlier.call.options, show: "recipe" } }, 1), kept };
  if (!asksWhy.test(text) && !asksSimpler.test(text)) return null;
  const topic = earlier.explained ?? (earlier.call.command === lesson ? (earlier.call.options["topic"] ?? "beta") : earlier.focus === null ? earlier.call.command : (lessonOf[earlier.focus.quantity] ?? "beta"));
  const [ticker] = earlier.call.command === lesson ? [earlier.call.options["ticker"]] : kept;
  return lessons.find(topic) === null ? null : { ...plainReading({ command: lesson, options: { topic, ...(ticker === undefined ? {} : { ticker }), ...windowOf(earlier) } }, 1), kept, ...numbersOfAllRows(earlier) };
}

/** The days of the answer are those of the entry that explains it. */
const windowOf = ({ call: { options } }: EarlierCall): Readonly<Record<string, string>> => Object.fromEntries(["from", "to"].flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));

/** An entry's numbers are those of all daily rows of its window, whatever else the answer that it explains was of. */
function numbersOfAllRows({ call: { options } }: EarlierCall): Pick<Reading, "assumed"> {
  const narrowed = ["without", "frequency"].some((name) => options[name] !== undefined && options[name] !== "daily");
  return narrowed ? { assumed: "numbers in this entry are of all daily rows, not of that answer's rows" } : {};
}

/** "If β is measured over the last 90 days": what it is measured for stays. */
const measuresBeta = /\b(?:betas?|it|that)\b.{0,12}\b(?:measured|estimated|computed|calculated|taken|based)\b|\b(?:use|using|with|take)\b.{0,12}\bbetas? (?:from|of|over|for|since)\b/u;
const keepsPosition = ({ text, quantity }: ParsedQuestion, { options }: EarlierCall["call"]): boolean => quantity === "beta" && measuresBeta.test(text) && ["amount", "budget", "move"].some((name) => name in options);

/** The command of the quantity that is newly asked for, else the one before. */
function earlierCommand(parsed: ParsedQuestion, { call, focus }: EarlierCall, knowledge: Knowledge) {
  const commands = assetCommands(knowledge);
  const earlierAssets = assetsOf(call.options);
  const assets = parsed.assets.length > 0 ? parsed.assets : earlierAssets;
  const hasModel = namesModel(parsed) || parsed.factors.length > 0;
  const own = isSizing(focus) && (hasModel || parsed.quantity === "residual") ? null : parsed.quantity;
  if ((parsed.dollars !== null && call.options["amount"] !== undefined) || keepsPosition(parsed, call) || (isSizing(focus) && earnsOnIt.test(parsed.text))) return commands.find((command) => command.name === call.command);
  const quantity = quantityChanged(parsed, focus) ?? own ?? focus?.quantity ?? explainedQuantity(call) ?? null;
  const name = quantity === null || assets.length === 0 ? call.command : (commandOfQuantity({ ...parsed, assets, quantity }, knowledge) ?? call.command);
  const isNewQuantity = quantity !== null && quantity !== focus?.quantity;
  const wanted = isNewQuantity || focus === null || namesModel(parsed) || parsed.factors.length > 0 || assets.length > 1 || earlierAssets.length > 1 ? name : call.command;
  return commands.find((command) => command.name === wanted) ?? commands.find((command) => command.name === name);
}

/** "residual one" behind a correlation, "hedged?" behind a Sharpe ratio. */
function quantityChanged({ text }: ParsedQuestion, focus: Focus | null): Quantity | null {
  if (/\bresidual/u.test(text) && focus?.quantity === "correlation") return "residual-correlation";
  const estimated = /alpha/u.test(focus?.quantity ?? "") ? "alpha" : /beta/u.test(focus?.quantity ?? "") ? "beta" : null;
  const [asked] = inferenceWords.find(([, pattern]) => pattern.test(text)) ?? [];
  return estimated === null || asked === undefined || asksMeaning.test(text) ? null : `${asked}-${estimated}`;
}

/** What is asked about the estimate that was just given: "and its t stat?" */
const inferenceWords: readonly (readonly ["t" | "p" | "se" | "ci", RegExp])[] = [
  ["t", /\bt[- ]?(?:stats?|statistics?|values?|ratios?)\b/u],
  ["p", /\bp[- ]?val(?:ue)?s?\b/u],
  ["se", /\b(?:s\.?e\.?|std\.? ?err\w*|standard errors?)(?= |$|[?!,.])/u],
  ["ci", /\b(?:ci|confidence intervals?|intervals?|error bars?)\b/u],
];
const asksMeaning = /\b(?:mean(?:s|ing)?|explain|why|how come|define|what is an?|difference)\b/u;

/** The number that belongs to the entry which was explained. */
function explainedQuantity({ options }: EarlierCall["call"]): Quantity | null {
  const topic = options["topic"];
  if (topic === undefined) return null;
  if (/^(?:smb|hml|rmw|cma|mom)$/u.test(topic)) return "loading";
  const found = Object.entries(lessonOf).find(([, lesson]) => lesson === topic)?.[0];
  return (found as Quantity | undefined) ?? null;
}

const assetsOf = (options: Readonly<Record<string, string>>): readonly string[] => listItems(options["tickers"] ?? options["ticker"] ?? options["series"] ?? "");

function merged(parsed: ParsedQuestion, changes: Changes, command: ReturnType<typeof assetCommands>[number], earlier: EarlierCall, knowledge: Knowledge): Reading | null {
  const before = assetsOf(earlier.call.options);
  const adds = /\b(?:compare|add|vs|versus|against|and both|as well)\b/u.test(parsed.text) && parsed.assets.length === 1;
  const swapped = factorSwapped(parsed, before, knowledge);
  const assets = parsed.assets.length === 0 || swapped !== null ? before : adds ? [...new Set([...before, ...parsed.assets])] : parsed.assets;
  const quantity = changes.focus.quantity ?? quantityChanged(parsed, earlier.focus) ?? ((isSizing(earlier.focus) && command.name === earlier.call.command) || keepsPosition(parsed, earlier.call) ? null : parsed.quantity) ?? earlier.focus?.quantity ?? explainedQuantity(earlier.call);
  const wanted = adds && quantity !== null ? (assetCommands(knowledge).find(({ name }) => name === commandOfQuantity({ ...parsed, assets, quantity, text: `${parsed.text} compare` }, knowledge)) ?? command) : command;
  const [own] = readingsOf(wanted, 1, { ...parsed, assets, quantity, text: adds ? `${parsed.text} compare` : parsed.text }, knowledge);
  if (!own) return null;
  const carried = Object.fromEntries(
    Object.entries(earlier.call.options).filter(([name]) => name in wanted.options && !subjectNames.has(name) && !["show", "private"].includes(name) && !(name in own.call.options)),
  );
  const setsWindow = "from" in own.call.options || "to" in own.call.options || "from" in changes.options || "to" in changes.options;
  const swap: Readonly<Record<string, string>> = swapped === null ? {} : "factor" in wanted.options ? { factor: swapped } : "model" in wanted.options ? { model: swapped } : {};
  const setsModel = swapped !== null || "factor" in own.call.options || "model" in own.call.options;
  const kept = Object.fromEntries(Object.entries(carried).filter(([name]) => !(setsWindow && (name === "from" || name === "to")) && !(setsModel && (name === "factor" || name === "model"))));
  const renamed = modelRenamed(earlier.call.options, wanted.options, setsModel || parsed.assets.length > 0);
  const topic = earlier.call.options["topic"]?.toUpperCase() ?? "";
  const topicModel = quantity === "loading" && /^(?:SMB|HML|RMW|CMA|MOM)$/u.test(topic) && "model" in wanted.options ? { model: topic === "MOM" ? "ff6" : /RMW|CMA/u.test(topic) ? "ff5" : "ff3" } : {};
  // "Use it": the errors that the entry before is about.
  const topicErrors = "errors" in wanted.options && /\b(?:use|using|with|apply|same with|redo)\b.{0,12}\b(?:it|that|them|those|these)\b/u.test(parsed.text) ? errorsOfEntry[earlier.call.options["topic"] ?? ""] : undefined;
  const options = { ...topicModel, ...(topicErrors === undefined ? {} : { errors: topicErrors }), ...renamed, ...own.call.options, ...kept, ...withMomentum(parsed, earlier.call.options, wanted.options), ...swap, ...changes.options };
  const focus = focusOf({ ...parsed, quantity });
  return {
    call: { command: wanted.name, options: Object.fromEntries(Object.entries(options).filter(([name, value]) => name in wanted.options && !(name === "errors" && value === "classical") && !(name === "frequency" && value === "daily"))) },
    confidence: 1,
    focus: focus === null ? null : { ...focus, level: earlier.focus?.level ?? null, hypothesis: focus.hypothesis ?? testKept(earlier.focus, focus, parsed), ...changes.focus },
    leftOut: own.leftOut.filter((words) => (scaledBy(parsed.text) === null || scaledBy(words) === null) && !(changes.options["without"] !== undefined && monthName.test(words)) && !(changes.options["move"] !== undefined && parsed.unheld.includes(words))),
    kept: [...(parsed.assets.length === 0 ? before : []), ...Object.entries(kept).map(([name, value]) => `${name} ${value}`)],
  };
}

/** A test that was asked for is asked of other rows and errors too; one against another asset, of no third. */
function testKept(before: Focus | null, { quantity }: Focus, { assets, quantity: named }: ParsedQuestion): Focus["hypothesis"] {
  const hypothesis = before?.hypothesis ?? null;
  const isSame = named === null || named === before?.quantity;
  return !isSame || quantity !== before?.quantity || (hypothesis?.value === null && assets.length > 0) ? null : hypothesis;
}

/** "SPY instead of the market": the fund takes the factor's place and not the asset's. */
function factorSwapped({ assets, text }: ParsedQuestion, before: readonly string[], { series }: Knowledge): string | null {
  const [fund] = assets;
  const isFund = assets.length === 1 && series.some(({ usualFactor }) => usualFactor === fund);
  if (fund === undefined || !isFund || before.includes(fund) || before.length === 0) return null;
  return /\binstead of (?:the )?(?:mkt|market)\b|\b(?:on|against|using|use|with) (?:the )?thisasset(?: instead)?\W*$/u.test(text) ? fund : null;
}

const errorsOfEntry: Readonly<Record<string, string>> = { "newey-west": "hac", "robust-errors": "hc1" };
const monthName = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/iu;

/** "plus momentum": the factors before and MOM. */
function withMomentum({ text }: ParsedQuestion, before: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  if (!/\b(?:plus|add\w*|with|and)\b.{0,12}\b(?:momentum|mom|umd)\b|\bmomentum added\b/u.test(text)) return {};
  const model = before["model"] ?? before["factor"] ?? "capm";
  const factors = { capm: "Mkt-RF MOM", ff3: "Mkt-RF SMB HML MOM", ff5: "ff6" }[model] ?? `${model} MOM`;
  return "model" in options ? { model: factors } : "factor" in options ? { factor: factors } : {};
}

const subjectNames: ReadonlySet<string> = new Set(["ticker", "tickers", "series"]);

/** The factors of the call before, under the name that this command has for them. */
function modelRenamed(before: Readonly<Record<string, string>>, options: Readonly<Record<string, unknown>>, isReplaced: boolean): Readonly<Record<string, string>> {
  const model = before["model"] ?? before["factor"];
  if (model === undefined || (isReplaced && !/^ff|^capm/u.test(model))) return {};
  return "model" in options ? { model } : "factor" in options ? { factor: model } : {};
}

const subjectText = ({ call }: EarlierCall): readonly string[] => assetsOf(call.options);
