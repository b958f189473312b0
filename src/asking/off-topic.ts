/** What no reading is for, whatever else it names: keys and grades, prices and news, other people's instructions. */
const offTopicPatterns: readonly RegExp[] = [
  /\b(?:answers?|keys?|solutions?)\b.*\b(?:check|exercise|quiz|exam|homework|assignment|test|midterm|final|problem set|question \d)\b|\b(?:answer|solution) keys?\b/u,
  /\b(?:ignore|disregard|forget)\b.*\b(?:instructions?|prompts?|rules?|above)\b|\bdeveloper mode\b|\bsystem prompt\b|\bjailbreak\b|\bpretend (?:to be|you)\b|\byou are now\b|\btokens?\b|\bpasswords?\b|\bapi keys?\b/u,
  /\bp ?\/ ?e\b|\bprice[ -](?:to|earnings|target)\b|\b(?:share|stock|current|closing|opening|market) price\b|\bprice of\b|\bmarket cap\w*\b|\bdividends?\b|\bearnings\b|\brevenues?\b|\bceo\b|\bemployees?\b|\bheadquarters\b|\bnews\b|\bbalance sheet\b|\bbook value\b|\bvolume\b|\bticker symbol\b|\bfounded\b/u,
  /\brecommend\w*\b.*\b(?:restaurants?|ramen|food|places?|movies?|films?|songs?|music|laptops?|hotels?|bars?|caf[eé]s?|coffee|gyms?|doctors?|games?|podcasts?)\b/u,
  /\bbitcoin\b|\bcrypto\w*\b|\byield curve\b|\binterest rates?\b(?=.*\b(?:fed|today|now|doing)\b)|\bblack[ -]?scholes\b|\b(?:call|put) options?\b|\bimplied vol\w*|\b(?:atm|otm|itm)\b|\bstrike price\b|\binflation\b|\bweather\b|\brecipe for\b|\bwebaddress\b/u,
];

/** Requests for what to do with one's money, or for what will happen. */
const advicePatterns: readonly RegExp[] = [
  /\b(?:should|shall|would|could|ought|can|do|must) (?:i|we|you|one|my \w+)\b[^?]*?\b(?:buy|sell|invest|own|trade|go long|go short|put (?:my|in|money|all)|bet|dump|get (?:in|out)|keep (?:my|the)|hold (?:on|my|the|onto)|hold thisasset|short (?:thisasset|the|some|stocks?))\b/u,
  /\b(?:should (?:i|we)|(?:i|we) should) (?:be )?(?:buy|sell|put|hold|short|long|load|get|go|switch|move)\b/u,
  /\bwhere (?:is|are|do you see)\b.*\b(?:headed|heading|going)\b|\byour (?:own )?money\b|\bwould you (?:buy|sell|pick|choose|hold|own|invest|put|bet)\b/u,
  /\b(?:good|bad|great|best|better|smart|safe|worthwhile|solid|right|wise) (?:\w+ )?(?:investments?|buy|buys|pick|picks|stocks?|time to|entry|deal|purchase)\b|\bworth (?:buying|investing|holding|owning)\b|\b(?:a|strong) (?:buy|sell)\b(?! (?:signal|order))|\bto invest in\b|\binvest(?:ing)? my\b/u,
  /\bwill\b(?=.*\b(?:thisasset|stocks?|markets?|shares?|prices?)\b).*\b(?:go (?:up|down)|rise|fall|crash|drop|rally|recover|outperform|underperform|beat|double|moon|increase|decrease|do well|be worth|have the|still|stay|remain|continue|be (?:positive|negative|higher|lower|above|below|better|worse))\b|\bgoing (?:to (?:go|rise|fall|crash|drop|rally|recover|moon|beat)|up|down)\b(?! when)/u,
  /^(?!.*\b(?:exams?|quiz|midterm|final|tests?|class|homework|assignment|due)\b)(?=.*\b(?:thisasset|stocks?|markets?|shares?|prices?|returns?|alphas?|betas?|buy|sell|invest\w*|money)\b).*\b(?:tomorrow|next (?:week|month|year|quarter|decade)|this (?:week|month|quarter)|in the future|coming (?:week|month|year|months|years))\b|\bright now\b.*\b(?:buy|sell|invest\w*|stocks?)\b/u,
  /\b(?:predict|forecast|prediction|price target|recommend(?:ation)?s?|advice|advise|tips?)\b|\bretirement\b|\bsavings\b|\b(?:which|what) (?:stocks?|shares?|companies|company)\b.*\b(?:should|will|best|pick|buy|recommend|next)\b|\bportfolio should i\b|\bget rich\b|\bmake money\b/u,
];

/** A budget or a hedge makes "how much should I hold" a calculation, not advice. */
const calculationPattern = /\b(?:premium|prem|rf|risk[- ]free)\b.*\b(?:expected|required) (?:\w+ )?returns?\b|\bif (?:i|you|we|one|someone|somebody) (?:had )?(?:bought|invested|put)\b(?=.*\b(?:now|today|would|worth|be|have)\b)|\d ?(?:%|percent|pct) (?:\w+ )?(?:vol|volatility)\b|\bhow (?:much|many)(?: of)? (?:of )?thisasset (?:can|could|may) (?:i|you|we|one) (?:buy|hold|invest|own|take)\b|\bhow much (?:can|could|may) (?:i|you|we|one) (?:buy|hold|invest|own|put)\b.*\bthisasset\b|\bgo(?:ing)? flat\b|\bhow (?:much|many|big)\b[^?.]*\b(?:market|factors?|dollars|spy)\b|\btake (?:\S+ )*?out\b|\bremov\w+\b|\borthogonal\b|\boffset\w*\b|\bcancel\w*\b|\bstrip\w*\b|\bget rid\b|\bhow much of the\b|\bneutral\b|\bthismoney\b|\bbudget\b|\bper dollar\b|\bfor (?:each|every|one|a) dollar\b|\bhow many dollars\b|\bhedg|\b(?:expected|required) (?:\w+ )?returns?\b.*(?:\b(?:premium|prem|rf|risk[- ]free|capm|alpha)\b)|\b(?:given|from|by|with) (?:its|the|their) (?:beta|alpha)\b/u;

/** What past rows say of a move, or of which had the most, is no advice either, unless what to do is asked. */
const ofPastRows = /\b(?:if|when|suppose|assum\w+|should)\b.*\b(?:market|mkt|s&p|index|factor|thisasset)\b.*\d ?(?:%|percent|pct)|\b(?:best|worst|top) (?:stocks?|assets?|compan(?:y|ies)) (?:by|on|in terms of) \w+|\b(?:has|had) the (?:highest|lowest|largest|smallest|biggest)\b/u;
export const asksWhatToDo = /\b(?:should|shall|ought|must|would|could) (?:i|we|you|one|my)\b|\b(?:i|we) (?:should|shall|ought)\b|\bnext (?:week|month|year|quarter|decade)\b|\bwill\b.*\b(?:be|have|beat|outperform)\b|\brecommend\w*|\b(?:buy|sell|pick)\b/u;

/** What is recommended there is nobody's investment. */
const recommendsOther = /^(?!.*\b(?:thisasset|stocks?|shares?|funds?|etfs?|portfolios?|invest\w*|buy|sell)\b).*\brecommend\w*\b.*\b(?:restaurants?|ramen|food|places?|books?|movies?|films?|songs?|music|laptops?|hotels?|bars?|caf[eé]s?|coffee|gyms?|doctors?|games?|podcasts?|courses?|class(?:es)?)\b/u;

export const isOffTopic = (text: string): boolean => offTopicPatterns.some((pattern) => pattern.test(text));

export const wantsAdvice = (text: string): boolean => !recommendsOther.test(text) && advicePatterns.some((pattern) => pattern.test(text)) && !calculationPattern.test(text) && (!ofPastRows.test(text) || asksWhatToDo.test(text));
