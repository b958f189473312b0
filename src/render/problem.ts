import type { OptionProblem, PostProblem } from "../commands/problem.ts";
import type { FileProblem, PortfolioProblem } from "../datasets/problem.ts";
import type { DiscordProblem } from "../discord/problem.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { UnreadableAnswer, UnreadableCheck } from "../exercises/problem.ts";
import type { ExerciseProblem } from "../grading/problem.ts";
import type { PortProblem } from "../hosting/problem.ts";
import type { AnswerProblem, StoreProblem } from "../store/problem.ts";
import { discordProblemWords } from "./discord-problem.ts";
import { fileProblemWords } from "./file-problem.ts";
import { asTyped, count, counted, number } from "./numbers.ts";
import { plain } from "./plain.ts";
import type { ProblemWords } from "./problem-words.ts";
import { reply, type NextStep, type Reply } from "./reply.ts";
import { storeProblemWords } from "./store-problem.ts";
import { timestamp } from "./timestamp.ts";
import { unreadableAnswerWords } from "./unreadable-answer.ts";

/** Whatever a person can cause. The union is closed: a new kind needs its words here before it compiles. */
export type Problem =
  | SeriesProblem
  | EngineProblem
  | OptionProblem
  | PostProblem
  | FileProblem
  | PortfolioProblem
  | ExerciseProblem
  | StoreProblem
  | AnswerProblem
  | UnreadableAnswer
  | UnreadableCheck
  | PortProblem
  | DiscordProblem;

/** A limit or a value as a person would type it: whole numbers without decimals. */
const plainNumber = (value: number): string => (Number.isSafeInteger(value) ? count(value) : asTyped(value));

const withUnit = (value: number, { unit }: { readonly unit?: "dollars" }): string => `${value < 0 ? "−" : ""}${unit === "dollars" ? "$" : ""}${plainNumber(Math.abs(value))}`;

/** The reply to a question that cannot be answered: the cause and the next step, visible to the asker alone. */
export function problemReply(problem: Problem, nextSteps: readonly NextStep[] = []): Reply {
  const { cause, next } = problemWords(problem);
  return reply({
    embed: { title: "I can't answer that yet", description: `${cause}\n\n${next}`, color: 0xd55e00 },
    audience: "asker",
    nextSteps,
    result: {},
  });
}

const claimRefusals = {
  "unknown-code": { cause: "No student of this course has that code.", next: "Type it as it was given to you, like `k7m2p9xq`; ask the course staff for another one." },
  taken: { cause: "That row was claimed already.", next: "Tell the course staff: a row belongs to one person." },
  "other-row": { cause: "You have another row of this roster already.", next: "Tell the course staff: a person has one row." },
} as const;

const unusable = {
  everyone: { cause: (): string => "@everyone: every student would be an instructor", next: "Choose the role that the instructors alone have." },
  "no-channel": { cause: (asked: string): string => `<#${asked}>: I see no text channel or forum there that I may write in`, next: "Choose a text channel, an announcement channel or a forum, and let me see it and write in it." },
  "no-time-zone": { cause: (asked: string): string => `"${asked}"`, next: "Give its name in the time zone database, like `America/New_York` or `Europe/Berlin`." },
} as const;

const undoRefusals = {
  nothing: { cause: "there is no change that could be", next: "Closing, extending, regrading and withdrawing can be taken back for 24 hours." },
  "not-the-newest": { cause: "that change was taken back already, or a newer one came after it", next: "`/check undo` takes back the newest one first." },
  "too-old": { cause: "its newest change is more than 24 hours old", next: "Change it anew: `/check extend`, `/check regrade` or `/check close`." },
  "time-over": { cause: "its own closing time has passed, and it would close again at once", next: "Give it a new time with `/check extend`." },
} as const;

const returnKindWords = {
  excess: "an excess return (over the risk-free rate)",
  total: "a total return (the risk-free rate is still in it)",
  rate: "the risk-free rate itself",
} as const;

function wrongReturnKindWords({
  series,
  has,
  needs,
}: Extract<Problem, { kind: "wrong-return-kind" }>): ProblemWords {
  return {
    cause: `${plain(series)} is ${returnKindWords[has]}; this needs ${returnKindWords[needs]}.`,
    next:
      needs === "total"
        ? "The risk-free rate comes off once: use the series as it is."
        : needs === "excess"
          ? "Subtract the risk-free rate first, or name a series that has it subtracted already."
          : "Name the risk-free rate, RF.",
  };
}

const publishedFactors = new Set(["Mkt-RF", "SMB", "HML", "RF", "SMB5", "RMW", "CMA", "MOM"]);

/** With the one command that brings what is still the sample's: French's factors, or the tickers themselves. */
function mixedOriginsWords({ imported, simulated, frequency }: Extract<Problem, { kind: "mixed-origins" }>): ProblemWords {
  const assets = simulated.filter((id) => !publishedFactors.has(id));
  const command = assets.length === 0 ? "npm run data:fetch" : `npm run data:fetch -- ${assets.join(" ")}`;
  const [are, they] = simulated.length === 1 ? ["is", "it"] : ["are", "they"];
  return {
    cause: `${list(imported)} ${imported.length === 1 ? "is" : "are"} market data, and ${list(simulated)} ${frequency} ${are} simulated: a regression across the two would mean nothing.`,
    next: `The course staff can load ${they === "it" ? "it" : "them"} with \`${command}\`.`,
  };
}

function portfolioCause({ text, reason, at }: PortfolioProblem): string {
  switch (reason) {
    case "unknown-name":
      return `I read "${plain(text)}" as a portfolio, and have no series called ${plain(at)}.`;
    case "unreadable":
      return `I can't read "${plain(text)}" as a portfolio${at === "" || at === text ? "" : `, from "${plain(at)}" on`}.`;
    case "number-alone":
      return `In the portfolio "${plain(text)}", ${plain(at)} multiplies no series.`;
    case "empty":
      return `The portfolio "${plain(text)}" holds nothing: its weights cancel.`;
    case "too-many":
      return `The portfolio "${plain(text)}" has ${plain(at)} holdings, and 10 are the most.`;
    case "rate":
      return `${plain(at)} is the risk-free rate, which is no holding: it is subtracted from every total return already.`;
  }
}

const list = (ids: readonly string[]): string => ids.map((id) => plain(id)).join(", ");

function cannotPostWords({ channel, why }: Extract<Problem, { kind: "cannot-post" }>): ProblemWords {
  switch (why) {
    case "gone":
      return { cause: `<#${channel}> is not there any more.`, next: "Choose another channel." };
    case "locked":
      return { cause: `<#${channel}> is a closed thread.`, next: "Open it again, or choose another channel." };
    case "forbidden":
      return {
        cause: `I can't write in <#${channel}>.`,
        next: "Give me the right to see that channel, to send messages and to attach files there, or choose another channel.",
      };
  }
}

/** Every kind of problem, worded once. What a person typed is repeated plainly, without its formatting. */
export function problemWords(problem: Problem): ProblemWords {
  switch (problem.kind) {
    case "port-taken":
      return {
        cause: `Port ${String(problem.port)} is taken: another program is using it, perhaps a course server that is still open.`,
        next: `Choose another one: PORT=${String(problem.port + 1)} npm start`,
      };
    case "unknown-series":
      return {
        cause: `I have no series called ${plain(problem.asked)}.${didYouMean(problem.nearest)}`,
        next: loadedWords(problem),
      };
    case "data-not-shared":
      return {
        cause: `${list(problem.series)} ${problem.series.length === 1 ? "comes" : "come"} from a file of the course staff, and its terms may not let me hand it out.`,
        next: "Show the code under a reply names the file and the rows. The host decides: `SHARE_IMPORTED_DATA=on`.",
      };
    case "no-overlap":
      return {
        cause: `There is no date on which all of them have a return: ${problem.ranges
          .map(({ series, first, last }) => `${series} ${first} to ${last}`)
          .join("; ")}.`,
        next: "Choose a window inside the range that they share.",
      };
    case "reversed-window":
      return {
        cause: `The window ends before it begins: from ${problem.from} to ${problem.to}.`,
        next: "Give the earlier day as `from` and the later one as `to`.",
      };
    case "wrong-frequency":
      return {
        cause: `${plain(problem.series)} is loaded ${problem.has} only, not ${problem.asked}.`,
        next: `Ask with \`frequency:${problem.has}\`.`,
      };
    case "unreadable-portfolio":
      return { cause: portfolioCause(problem), next: "Write it like `0.6*JPM+0.4*WMT`, `JPM - WMT`, `(JPM+WMT)/2` or `60% JPM 40% WMT`." };
    case "mixed-origins":
      return mixedOriginsWords(problem);
    case "too-few-rows":
      return {
        cause: `Only ${rows(problem.rows)} of ${problem.series.map((name) => plain(name)).join(", ")} in that window; this needs at least ${count(problem.needed)}.`,
        next: "Give it more years with `from:` and `to:`; daily returns have more rows than monthly ones.",
      };
    case "window-too-long":
      return {
        cause: `Only ${rows(problem.rows)} of ${problem.series.map((name) => plain(name)).join(", ")} there, and each window has ${count(problem.window)}.`,
        next: problem.rows >= 20 ? `Choose a shorter one, like \`window:${String(Math.floor(problem.rows / 40) * 10 || 10)}\`, or more years.` : "Give it more years with `from:` and `to:`.",
      };
    case "wrong-return-kind":
      return wrongReturnKindWords(problem);
    case "constant-series":
      return {
        cause: `${plain(problem.series)} is ${number(problem.value)} in every row of that window, so it has no variance to explain or to explain with.`,
        next: "Choose a window in which it moves, or another series.",
      };
    case "collinear":
      return {
        cause: `${problem.series.map((name) => plain(name)).join(", ")} say the same thing: one is a combination of the others, so their betas can't be told apart.`,
        next: "Leave one of them out.",
      };
    case "ill-conditioned":
      return {
        cause: `The factors are so nearly alike (condition number ${number(problem.conditionNumber, 3)}) that about ${number(problem.digitsLeft, 2)} digits of the answer could be trusted.`,
        next: "Leave out a factor, or use one that moves on its own.",
      };
    case "not-finite":
      return {
        cause: `${plain(problem.series)} has a value that is not a finite number on ${problem.date}.`,
        next: "Mend that row in the file and import it again.",
      };
    case "factor-is-asset":
      return {
        cause: `${plain(problem.series)} on itself: its β is 1, its α is 0 and its R² is 1, by construction.`,
        next: "Name another factor, for example `factor:Mkt-RF`.",
      };
    case "exact-fit":
      return {
        cause: `${plain(problem.asset)} is an exact combination of ${problem.factors.map((name) => plain(name)).join(", ")}: once hedged, nothing of it is left.`,
        next: "Name another factor, or another asset.",
      };
    case "gaps-in-dates":
      return {
        cause: `The dates have ${counted(problem.gaps, "gap")} (${problem.gaps === 1 ? "" : "the first "}after ${problem.first.after}, up to ${problem.first.before}), and HAC errors count lags by rows.`,
        next: "Use `errors:hc1`, or a window without gaps.",
      };
    case "unknown-topic":
      return {
        cause: `I have no entry on "${plain(problem.asked)}".${didYouMean(problem.nearest)}`,
        next: `Start typing a word of the chapter and choose from the list of ${count(problem.available)}, or put it as a question to \`/ask\`.`,
      };
    case "unknown-command":
      return {
        cause: `I have no command /${plain(problem.asked)}.${didYouMean(problem.nearest.map((name) => `/${name}`))}`,
        next: "Type / to see all commands.",
      };
    case "unknown-option":
      return {
        cause: `/${problem.command} has no option ${plain(problem.option)}.`,
        next: problem.known.length > 0 ? `It takes: ${problem.known.join(", ")}.` : "It takes none.",
      };
    case "missing-option":
      return {
        cause: `/${problem.command} needs its option ${problem.option}.`,
        next: `Type \`/${problem.command} ${problem.option}:…\`.`,
      };
    case "too-many-words":
      return {
        cause: `I don't know what "${plain(problem.word)}" is for: /${problem.command} has no further option.`,
        next: "Name the option, like `from:2000`, or leave the word out.",
      };
    case "unreadable-option":
      return {
        cause: `I can't read ${problem.option} "${plain(problem.text)}" as ${expectedWords[problem.expected].what}.`,
        next: `Write it like ${expectedWords[problem.expected].example}.`,
      };
    case "not-a-choice":
      return {
        cause: `${problem.option} can't be "${plain(problem.text)}".`,
        // An entry behind an old button, whose id is gone: nobody types ids.
        next: problem.choices.length === 0 ? "It has another name by now: ask your question again." : `Choose one of: ${problem.choices.join(", ")}.`,
      };
    case "out-of-range":
      return {
        cause: `${problem.option} is ${withUnit(problem.value, problem)}.`,
        next: `It must lie between ${withUnit(problem.min, problem)} and ${withUnit(problem.max, problem)}.`,
      };
    case "series-count":
      if (problem.max === 1 && problem.series) return { cause: `${problem.option} takes one series here, and ${problem.series.join(", ")} are ${count(problem.found)}.`, next: "Choose one of them; `/regress`, `/hedge`, `/variance` and others take several." };
      return {
        cause: `${problem.option} names ${count(problem.found)} different series.`,
        next: `Name ${count(problem.min)} to ${count(problem.max)} of them, separated by spaces or commas. \`/data list\` shows them all.`,
      };
    case "text-too-long":
      return {
        cause: `${problem.option} has ${count(problem.length)} characters.`,
        next: `Keep it within ${count(problem.max)}.`,
      };
    case "not-allowed":
      return {
        cause: `/${problem.command} is for ${problem.needs === "manager" ? "those who manage this server" : "the course's instructors"}.`,
        next: "Ask one of them, or try `/help` for what you can do.",
      };
    case "unknown-question":
      return { cause: `There is no question ${plain(problem.asked)} here.`, next: "It may have been deleted at its asker's wish." };
    case "course-closed":
      return {
        cause: `This course was closed ${timestamp(problem.closedAt, "f")}: no checks, answers or questions are accepted here any more.`,
        next: "Numbers and explanations go on as before. Whoever manages the server opens it again with `/course close reopen:true`.",
      };
    case "needs-server":
      return { cause: `/${problem.command} belongs to a course.`, next: "Ask it in a channel of the course's server." };
    case "cannot-post":
      return cannotPostWords(problem);
    case "post-uncertain":
      return {
        cause: `Discord did not confirm my message in <#${problem.channel}>.`,
        next: "I go on trying: within five minutes it is there once, or it is taken back and the course staff are told. Don't ask again until then.",
      };
    case "unknown-exercise":
      return {
        cause: `I have no exercise called ${plain(problem.asked)}.${didYouMean(problem.nearest)}`,
        next: "Choose one from the list that `/practice` offers.",
      };
    case "no-variant":
      return {
        cause: `The loaded data have no rows that make a sound question of the exercise ${plain(problem.exercise)}.`,
        next: "`/data list` shows what is loaded. Choose another exercise meanwhile.",
      };
    case "unreadable-check":
      return {
        cause: `The ${problem.part} of this check can't be read in the store${problem.field === "" ? "" : `, at ${plain(problem.field)}`} (${plain(problem.detail)}). Nothing is marked by it.`,
        next: "Restore the store from a backup, or withdraw the check with `/check void` and post it again.",
      };
    case "check-still-open":
      return {
        cause: `The check ${plain(problem.check)} is open: its results are hidden until it closes. So far ${answeredWords(problem.people)}.`,
        next:
          problem.closesAt === null
            ? `Close it with \`/check close check:${plain(problem.check)}\`.`
            : `It closes ${timestamp(problem.closesAt)}, or at once with \`/check close check:${plain(problem.check)}\`.`,
      };
    case "past-moment":
      return {
        cause: `${problem.option} has passed: ${timestamp(problem.at, "f")}.`,
        next: "Give a time to come, like `20m`, `2h`, `3d`, `Friday 5pm` or `2026-11-25 14:00`.",
      };
    case "claim-refused":
      return claimRefusals[problem.reason];
    case "unusable-setting":
      return { cause: `${problem.option} can't be ${unusable[problem.reason].cause(plain(problem.asked))}.`, next: unusable[problem.reason].next };
    case "too-many-questions":
      return { cause: "You have asked the class staff several questions in a short time.", next: `You can ask the next one ${timestamp(problem.nextAt)}.` };
    case "unknown-student":
      return {
        cause: `The roster has no student ${plain(problem.asked)}.`,
        next: "Import Canvas' own export with `/roster import`, and give the student's Canvas ID.",
      };
    case "discord-token":
    case "discord-intents":
    case "discord-shards":
    case "discord-version":
    case "discord-logins":
    case "discord-unreachable":
    case "discord-ended":
    case "discord-server":
    case "discord-commands":
      return discordProblemWords(problem);
    case "bad-file":
      return fileProblemWords(problem);
    case "store-unreachable":
    case "store-busy":
    case "store-damaged":
    case "store-newer":
    case "store-not-empty":
    case "store-missing":
    case "store-in-use":
    case "backup-exists":
    case "bad-dump":
      return storeProblemWords(problem);
    case "unknown-check":
      return problem.asked === ""
        ? { cause: "There is no check here yet.", next: "`/check preview` shows what one looks like." }
        : { cause: `There is no check called ${plain(problem.asked)} here.`, next: "`/check list` shows them all." };
    case "check-not-open":
      return {
        cause: `The check ${plain(problem.check)} is not open yet.`,
        next: `It opens ${timestamp(problem.opensAt)}.`,
      };
    case "check-closed":
      return problem.voided
        ? { cause: `The check ${plain(problem.check)} was withdrawn.`, next: "Everybody gets full marks for it." }
        : {
            cause: `The check ${plain(problem.check)} closed ${timestamp(problem.closedAt)}.`,
            next: "It takes no more answers. Ask the course staff if you need more time.",
          };
    case "cannot-undo":
      return { cause: `Nothing was taken back of the check ${plain(problem.check)}: ${undoRefusals[problem.reason].cause}.`, next: undoRefusals[problem.reason].next };
    case "no-attempts-left":
      return {
        cause: `You have used all ${count(problem.attempts)} attempts.`,
        next: "The solution is shown when the check closes.",
      };
    case "unreadable-answer":
      return unreadableAnswerWords(problem);
    case "too-soon":
      return {
        cause: "You have used your attempts for now.",
        next: `The next one comes ${timestamp(problem.nextAt)}. Take a look at the hint meanwhile.`,
      };
  }
}

const expectedWords = {
  date: { what: "a date", example: "`2009-12-31`, `2009-12` or `2009`" },
  "whole number": { what: "a whole number", example: "`252`" },
  number: { what: "a number", example: "`0.05`" },
  "true or false": { what: "yes or no", example: "`true` or `false`" },
  money: { what: "an amount of money", example: "`$1,000,000`, `2.5m` or `1e6`" },
  share: { what: "a share", example: "`20%` or `0.2`" },
  moment: { what: "a time", example: "`20m`, `2h`, `3d`, `Friday 5pm`, or `2026-11-25 14:00` (by the course's clocks; `+01:00` behind it for another zone)" },
  credit: { what: "the credit of each attempt", example: "`100% 80% 60%`, the first attempt's first, none above the one before" },
  mention: { what: "somebody or something of this server", example: "a mention, like `@Ada` or `#staff`" },
  file: { what: "a file", example: "an attachment of the message" },
} as const;

const answeredWords = (people: number): string => (people === 1 ? "1 person has answered" : `${count(people)} people have answered`);

const rows = (n: number): string => (n === 1 ? "1 row" : `${count(n)} rows`);

/** What there is, by a few of its names: the whole list is a command of its own. */
function loadedWords({ available, examples }: Extract<Problem, { kind: "unknown-series" }>): string {
  if (available === 0) return "Nothing is loaded yet.";
  const more = available - examples.length;
  return more === 0 ? `I have ${list(examples)}.` : `I have ${list(examples)} and ${count(more)} more: \`/data list\`.`;
}

const didYouMean = (names: readonly string[]): string =>
  names.length === 0 ? "" : ` Did you mean ${names.map((name) => plain(name)).join(" or ")}?`;
