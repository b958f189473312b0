import { isAbout, subjectOption, type AssetCommand } from "./askable-command.ts";
import { comparedAssets, subjectAssets } from "./asked-assets.ts";
import { factorOptions } from "./asked-factors.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { unknownWords } from "./question-parser.ts";
import { explanationPattern } from "./question-patterns.ts";
import type { Topics } from "./topic-index.ts";
import type { Knowledge, Reading } from "./understanding.ts";

/** What each word that nothing accounts for takes off a reading's confidence. */
const unknownWordPenalty = 0.04;
/** What it takes off a command that the question asks to understand a thing, not to compute it. */
const explanationPenalty = 0.3;

/** The questions about assets: every command that a word of the question points at. */
export function commandReadings(question: ParsedQuestion, knowledge: Knowledge, topics: Topics): readonly Reading[] {
  const { text, assets } = question;
  if (assets.length === 0) return [];
  const assetCommands = knowledge.commands.filter(isAbout("assets"));
  const penalty = explanationPattern.test(text) ? explanationPenalty : 0;
  const cueMatches = assetCommands.flatMap(({ name, asking }) =>
    asking.cues.flatMap(({ confidence, words }) => {
      const match = words.exec(text);
      if (!match) return [];
      const unknownCount = unknownWords(question.words.filter((word) => !match[0].includes(word)), topics).length;
      return [{ command: asking.instead?.(question) ?? name, confidence: confidence - unknownWordPenalty * unknownCount - penalty }];
    }),
  );
  const context = {
    question,
    compared: comparedAssets(question, knowledge),
    matches: cueMatches,
    penalty: unknownWordPenalty * unknownWords(question.words, topics).length + penalty,
  };
  const evidence = assetCommands.flatMap(({ name, asking }) => {
    const confidence = asking.evidence?.(context) ?? null;
    return confidence === null ? [] : [{ command: name, confidence }];
  });
  return [...cueMatches, ...evidence].flatMap(({ command, confidence }) => {
    const known = assetCommands.find(({ name }) => name === command);
    return known ? readingsOf(known, confidence, question, knowledge) : [];
  });
}

/** The readings of a question as one command, whatever made it that command; more than one where several assets are named. */
export function readingsOf(command: AssetCommand, confidence: number, question: ParsedQuestion, knowledge: Knowledge): readonly Reading[] {
  const subject = subjectOption(command);
  if (!subject?.series) return [];
  const { name, required, series: { max } } = subject;
  const others = otherOptions(command, question, knowledge);
  const readingOn = (assets: readonly string[], ownConfidence: number): Reading =>
    readingOf(command.name, { [name]: assets.join(" "), ...others }, ownConfidence);
  if (command.asking.sideBySide) {
    const compared = comparedAssets(question, knowledge);
    if (compared.length > 1) return [readingOn(compared.slice(0, max), confidence)];
    return required ? [] : [readingOn([], confidence)];
  }
  const assets = subjectAssets(question, knowledge);
  if (max > 1) return [readingOn(assets, confidence)];
  // One command answers for one asset: which of several is meant is the asker's to say.
  const cappedConfidence = assets.length > 1 ? Math.min(confidence, 0.55) : confidence;
  return assets.map((asset, index) => readingOn([asset], cappedConfidence - index / 100));
}

/** Everything but the assets, as far as the command has an option for it. */
function otherOptions(command: AssetCommand, question: ParsedQuestion, knowledge: Knowledge): Readonly<Record<string, string>> {
  const { furtherOptions, ignoresFactors, takesFrequency } = command.asking;
  const { settings } = question;
  const options = {
    ...furtherOptions?.(question),
    ...(ignoresFactors ? {} : factorOptions(command, question, knowledge)),
    ...sharedOptions(question),
    ...(settings.frequency === "monthly" && (takesFrequency?.(question) ?? true) ? { frequency: "monthly" } : {}),
  };
  return Object.fromEntries(Object.entries(options).filter(([name]) => name in command.options));
}

function sharedOptions({ from, to, settings }: ParsedQuestion): Readonly<Record<string, string>> {
  return {
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(settings.errors === null ? {} : { errors: settings.errors }),
    ...(settings.errors === null || settings.lags === null ? {} : { lags: String(settings.lags) }),
    ...(settings.wantsCode ? { show: "code" } : {}),
    ...(settings.isPrivate ? { private: "true" } : {}),
  };
}

function readingOf(command: string, options: Readonly<Record<string, string>>, confidence: number): Reading {
  const nonEmptyOptions = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ""));
  return { call: { command, options: nonEmptyOptions }, confidence };
}
