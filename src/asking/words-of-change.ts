/** Verbs of going up and of going down, as parts of patterns. */
export const rises = "(?:ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ow|ows|ew|own|owing)|improv(?:e|es|ed|ing)|jump(?:s|ed)?|climb(?:s|ed)?|go(?:ne|es|ing)? up|went up|(?:get|gets|got|gotten|become|becomes|became) (?:higher|bigger|larger|riskier|better|stronger))";
export const falls = "(?:fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr(?:ink|inks|ank|unk)|worsen(?:s|ed)?|disappear(?:s|ed)?|vanish(?:es|ed)?|fad(?:e|es|ed)|go(?:ne|es|ing)? down|went down|(?:get|gets|got|gotten|become|becomes|became) (?:lower|smaller|safer|worse|weaker))";
export const moving = new RegExp(String.raw`\b(?:${rises}|${falls})\b`, "u");
