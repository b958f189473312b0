import { checkAssignment } from "../grading/check-assignment.ts";
import { isClosed } from "../grading/find-check.ts";
import { taskOf } from "../grading/check-task.ts";
import { choicesOf } from "../grading/choices-of.ts";
import { markAnswers } from "../grading/mark-answers.ts";
import { choiceQuantityId } from "../grading/choice-question.ts";
import { attemptAsync, failure } from "../outcome.ts";
import { plain } from "../render/plain.ts";
import { problemWords } from "../render/problem.ts";
import { doneReply } from "../render/replies/check.ts";
import { lateVoteReply, voteAdvice, votedReply } from "../render/replies/vote.ts";
import type { CommandCall, NextStep } from "../render/reply.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { voteStage, type VoteStage } from "../check-stage.ts";
import { refreshMessage } from "./checks/announce.ts";
import { voteSteps } from "./checks/check-steps.ts";
import { undoSteps } from "./checks/confirming.ts";
import { checkOption, findCheckHere, findFitting } from "./checks/find-check-here.ts";
import { postProposed, previewOf, proposeCheck } from "./checks/proposed-check.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { submittedForm } from "./checks/submitted-form.ts";
import { voteDraftOf, voteOptions } from "./checks/vote-draft.ts";
import { timesOf } from "./checks/draft-call.ts";
import type { Draft } from "./checks/check-draft.ts";
import { defineCommand } from "./command.ts";
import { text, wholeNumber, yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkVote = defineCommand({
  ...sharedFields,
  name: "check vote",
  adds: true,
  description: "Asks the class to vote, discuss and vote again; choices are your own or made of known mistakes",
  heavy: true,
  options: {
    ...voteOptions,
    preview: withDefault(yesOrNo("true: shown to you alone, nothing is posted"), false),
    anyway: withDefault(yesOrNo("true: even where the collision report is not sound"), false),
    again: withDefault(yesOrNo("true: although the same was posted here a moment ago"), false),
    draft: withDefault(yesOrNo("true: kept, and not posted; /check drafts lists them"), false),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const guild = question.place.guildId ?? "";
      const { timeZone } = await store.courses.settings(guild);
      const secret = await store.secret();
      const hash = (words: string): string => question.keyedHash(secret, `${guild}/${words}`);
      const draft = yield* voteDraftOf(options, { timeZone, hash, made: await mistakesMade(guild, store) }, question);
      const call = voteCall(draft, question.typed);
      const proposed = yield* await proposeCheck(draft, call, store, question);
      if (options.preview && !options.draft) return await previewOf(proposed, "Post it", store, question);
      const unsaid = options.closes === null ? " You gave no closing time, so it has 2 hours; `/check extend` changes that." : "";
      const preview = { ...call, options: { ...call.options, preview: "true" } };
      return yield* await postProposed(proposed, { options, preview, words: { sound: "", unsaid }, first: (check) => discussSteps(draft, check) }, store, question);
    }),
});

/** The call that posts what was typed. */
function voteCall(draft: Draft, typed: CommandCall["options"]): CommandCall {
  const { preview: _preview, draft: _kept, again: _again, ...same } = typed;
  return { command: "check vote", options: { ...same, ...timesOf(draft, typed) } };
}

/** Ends the first vote of a check in two rounds that is open already. */
const discussSteps = (draft: Draft, check: Check): readonly NextStep[] =>
  draft.vote?.rounds === 2 && draft.opensAt === null ? [{ label: "End the first vote: discuss", command: "check discuss", options: { check: check.id }, style: "primary" }] : [];

/** How many people of the course made each mistake, in checks and in practice. */
async function mistakesMade(guild: string, store: Store): Promise<ReadonlyMap<string, number>> {
  const people = new Map<string, Set<string>>();
  for (const { person, diagnoses } of await store.results.mistakes(guild)) {
    for (const id of diagnoses) people.set(id, (people.get(id) ?? new Set<string>()).add(person));
  }
  return new Map([...people].map(([id, { size }]) => [id, size]));
}

const isInTwoRounds = (check: Check): boolean => check.vote?.rounds === 2;

/** Whether a check is at a stage of its two rounds, and open. */
const isAt =
  (stage: VoteStage, now: number) =>
  (check: Check): boolean =>
    check.message !== null && isInTwoRounds(check) && !isClosed(check, now) && voteStage(check) === stage;

export const checkDiscuss = defineCommand({
  ...sharedFields,
  name: "check discuss",
  description: "Ends the first vote: the class discusses, and nobody sees counts by choice yet",
  options: { check: checkOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findFitting(options.check, { fits: [isAt("first", question.now())], asks: false, about: isInTwoRounds }, question);
      // What share is right would confirm the key of a check that is open elsewhere.
      yield* await notHeldElsewhere(check, question, store);
      const ended = yield* await store.checks.endFirstVote(check.id, { by: question.asker.id, at: question.now() });
      await refreshMessage(ended, question);
      const votes = (await store.answers.ofItem({ kind: "check", check: check.id })).filter(({ attempt }) => attempt === 1);
      const correct = votes.filter(({ parts }) => parts.length > 0 && parts.every(({ verdict }) => verdict === "correct")).length;
      return doneReply(`Discuss: ${plain(ended.title)}`, voteAdvice(votes.length, correct), [
        { label: "Open the second vote", command: "check revote", options: { check: check.id }, style: "primary" },
        { label: "Close it", command: "check close", options: { check: check.id }, style: "danger" },
        ...(await undoSteps(ended, store)),
      ]);
    }),
});

export const checkRevote = defineCommand({
  ...sharedFields,
  name: "check revote",
  description: "Opens the second vote after the discussion",
  options: { check: checkOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findFitting(options.check, { fits: [isAt("discussion", question.now())], asks: false, about: isInTwoRounds }, question);
      const opened = yield* await store.checks.beginSecondVote(check.id, { by: question.asker.id, at: question.now() });
      await refreshMessage(opened, question);
      return doneReply(`Second vote: ${plain(opened.title)}`, ["It is open. Closing it posts the results: both votes, and who changed to what."], [
        { label: "Close it", command: "check close", options: { check: check.id }, style: "danger" },
        ...(await undoSteps(opened, store)),
      ]);
    }),
});

/** One press on a choice: a vote. */
export const checkPick = defineCommand({
  part: "Exercises",
  listed: false,
  name: "check pick",
  adds: true,
  description: "Votes for a choice of a check",
  options: { check: text("The check", 20), round: wholeNumber("1 is the first vote", 1, 2), choice: text("The choice's letter", 5) },
  run: ({ options: { check: id, round, choice }, ...question }) =>
    attemptAsync(async function* () {
      for (;;) {
        const { store, check } = yield* await findCheckHere(id, question);
        const task = yield* taskOf(check, question);
        const choices = choicesOf(task);
        const chosen = choices?.find(({ letter }) => letter === choice.toUpperCase());
        if (task.kind !== "marked" || choices === null) return yield* failure({ kind: "unknown-check", asked: id });
        if (chosen === undefined) return yield* failure({ kind: "not-a-choice", option: "choice", text: choice, choices: choices.map(({ letter }) => letter) });
        const assignment = yield* await checkAssignment(check, task, question.asker.id, store, question);
        const marked = await markAnswers(assignment, { [choiceQuantityId]: chosen.letter }, { ...submittedForm(question), round }, store);
        if (!marked.ok && marked.problem.kind === "vote-over") {
          const { cause, next } = problemWords(marked.problem);
          // The channel's message may not have been brought up to date: who is late votes from here.
          const steps = marked.problem.stage === "discussion" ? [] : voteSteps(check, task);
          return lateVoteReply(check.title, [cause, steps.length === 0 ? next : "Vote in the one that is open:"], steps);
        }
        const submission = yield* marked;
        // The key was corrected between the reading and the storing.
        if (submission.kind !== "marked") continue;
        return votedReply({ title: check.title, letter: chosen.letter, text: chosen.text, rounds: check.vote?.rounds ?? 1, stage: voteStage(check), until: check.closesAt });
      }
    }),
});
