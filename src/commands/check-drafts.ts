import { checkSetText, keptOf, readCheckSet, readKept, type KeptCheck } from "../grading/check-content.ts";
import { taskOf } from "../grading/check-task.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import type { Problem } from "../render/problem.ts";
import { problemWords } from "../render/problem.ts";
import { plain } from "../render/plain.ts";
import { doneReply } from "../render/replies/check.ts";
import { postedReply } from "../render/replies/check-preview.ts";
import { checkSetReply, draftsReply, takenSetReply } from "../render/replies/drafts.ts";
import type { Store } from "../store/store.ts";
import type { AppContext, Caller } from "./app-context.ts";
import { dealDraft } from "./checks/deal-draft.ts";
import { endSteps } from "./checks/check-steps.ts";
import { findCheckHere } from "./checks/find-check-here.ts";
import { hidesNothing, unhiddenQuestion } from "./checks/hides-nothing.ts";
import { keySteps, unnamedFactorWords } from "./checks/key-words.ts";
import { keepDraft } from "./checks/keep-draft.ts";
import { postCheck } from "./checks/post-check.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { defineCommand } from "./command.ts";
import { about } from "./options/about.ts";
import { checkId } from "./options/check-id.ts";
import { closingTime, spanOfCheck } from "./options/closing-time.ts";
import { draftId, draftOrCheckId } from "./options/draft-id.ts";
import { text, uploadedFile, yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;
const mostChecks = 200;

/** A draft, or a check that was asked before, asked anew. */
export const checkCopy = defineCommand({
  ...sharedFields,
  name: "check copy",
  adds: true,
  description: "Posts a draft, or an earlier check once more",
  heavy: true,
  options: {
    from: draftOrCheckId("The draft, or the earlier check"),
    opens: optional(closingTime("When, where not now: 2h, Monday 9am, or 2026-11-25 14:00")),
    closes: optional(closingTime("When: 20m, 2h, 3d, Friday 5pm, or 2026-11-25 14:00; left out: open as long as the first")),
    title: optional(text("Another title", 45)),
    about: optional(about("What its typed key is about, to hide it: JPM, or JPM beta; nothing: hides nothing")),
    draft: withDefault(yesOrNo("true: kept as a draft, and not posted"), false),
    again: withDefault(yesOrNo("true: although the same was posted here a moment ago"), false),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const { timeZone } = await store.courses.settings(question.place.guildId ?? "");
      const kept = yield* await keptHere(options.from, store, question);
      const times = yield* spanOfCheck(options, kept.minutes * 60_000, question.now(), timeZone);
      const { minutes, ...asKept } = kept;
      const content = options.about === null || asKept.question === null || unhiddenQuestion(asKept) === null ? asKept : { ...asKept, question: { ...asKept.question, about: options.about } };
      const draft = await dealDraft({ ...content, title: options.title ?? kept.title, ...times }, store, question);
      yield* await notHeldElsewhere(draft, question, store);
      const task = yield* taskOf(draft, question);
      if (options.draft) return await keepDraft(draft, task, null, store, question);
      const call = { command: "check copy", options: { ...question.typed, from: options.from } };
      const asked = options.about === null ? await hidesNothing(draft, call, store, question) : null;
      if (asked !== null) return asked;
      const again = { label: "Post it a second time", command: "check copy", options: { ...question.typed, from: options.from, again: "true" } };
      const posted = yield* await postCheck(draft, options.again ? null : again, store, question);
      if (posted.kind === "repeated") return posted.reply;
      const { check, shown, hiding, state } = posted;
      const next = check.vote?.rounds === 2 && times.opensAt === null ? [{ label: "End the first vote: discuss", command: "check discuss", options: { check: check.id }, style: "primary" as const }] : [];
      return postedReply(shown, null, { heading: `${state}${unnamedFactorWords(check, task)}`, hiding }, [...next, ...keySteps(check, task), ...endSteps(check, times.opensAt !== null)]);
    }),
});

/** What a draft or a check of this server asks. */
function keptHere(id: string, store: Store, question: AppContext & Caller): Promise<Outcome<KeptCheck, Problem>> {
  return attemptAsync(async function* () {
    const draft = await store.drafts.find(question.place.guildId ?? "", id);
    const kept = draft === null ? keptOf((yield* await findCheckHere(id, question)).check, question.now()) : readKept(draft.content);
    return yield* kept === null ? failure({ kind: "unreadable-check", part: "question", field: "", detail: "no check as this version writes it" } as const) : success(kept);
  });
}

export const checkDrafts = defineCommand({
  ...sharedFields,
  name: "check drafts",
  description: "The checks that are written and not posted",
  options: {},
  run: (question) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      return draftsReply(await store.drafts.list(question.place.guildId ?? ""));
    }),
});

export const checkDiscard = defineCommand({
  ...sharedFields,
  name: "check discard",
  description: "Throws a draft away",
  options: { draft: draftId("The draft") },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const guild = question.place.guildId ?? "";
      const draft = await store.drafts.find(guild, options.draft);
      const discarded = await store.drafts.discard(guild, options.draft, { by: question.asker.id, at: question.now() });
      if (!discarded || draft === null) yield* failure({ kind: "unknown-check", asked: options.draft });
      return doneReply(`Discarded: ${plain(draft?.title ?? "")}`, ["The draft is gone. Checks that were posted from it stay."]);
    }),
});

export const checkExport = defineCommand({
  ...sharedFields,
  name: "check export",
  description: "Checks and drafts as one JSON file, with their keys, to be asked again in another course",
  options: { check: optional(checkId("One check; left out: all of this course, and its drafts")) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const guild = question.place.guildId ?? "";
      const posted = options.check === null ? (await store.checks.list(guild, mostChecks)).filter(({ voidedAt }) => voidedAt === null).toReversed() : [(yield* await findCheckHere(options.check, question)).check];
      for (const check of posted) yield* await notHeldElsewhere(check, question, store);
      const drafts = options.check === null ? (await store.drafts.list(guild)).toReversed() : [];
      const kept = [...posted.map((check) => keptOf(check, question.now())), ...drafts.map(({ content }) => readKept(content))].filter((one) => one !== null);
      await store.courses.appendAudit({ guild, at: question.now(), actor: question.asker.id, action: "check export", person: null, details: { checks: kept.length } });
      return checkSetReply(checkSetText(kept.slice(0, mostChecks)), { checks: posted.length, drafts: drafts.length });
    }),
});

export const checkImport = defineCommand({
  ...sharedFields,
  name: "check import",
  adds: true,
  description: "Keeps the checks of such a file as drafts: all of them, or none where one is wrong",
  heavy: true,
  options: { file: uploadedFile("The file that /check export made") },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const checks = yield* readCheckSet(yield* await question.sideEffects.read(options.file));
      for (const [index, check] of checks.entries()) {
        const task = taskOf(check, question);
        if (!task.ok) yield* failure({ kind: "bad-set", fault: "task", check: index + 1, field: "", detail: problemWords(task.problem).cause });
      }
      const kept = await store.drafts.keep(question.place.guildId ?? "", checks.map((content) => ({ title: content.title, content })), { by: question.asker.id, at: question.now() });
      return takenSetReply(kept);
    }),
});
