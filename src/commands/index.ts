import { alphas } from "./alphas.ts";
import { ask } from "./ask.ts";
import { beta } from "./beta.ts";
import { betaGuess } from "./beta-guess.ts";
import { checkAnswer, checkQuestion, checkSubmit } from "./check-answer.ts";
import { checkHint } from "./check-hint.ts";
import { checkKey } from "./check-key.ts";
import { checkMine } from "./check-mine.ts";
import { checkExtend } from "./check-extend.ts";
import { checkRegrade } from "./check-regrade.ts";
import { checkUndo, checkVoid } from "./check-undo.ts";
import { checkClose, checkResults } from "./check-close.ts";
import { checkName, checkNamed } from "./check-name.ts";
import { checkList } from "./check-list.ts";
import { checkCopy, checkDiscard, checkDrafts, checkExport, checkImport } from "./check-drafts.ts";
import { checkRemind, checkReminders, checkUnanswered } from "./check-unanswered.ts";
import { checkPost, checkPreview } from "./check-post.ts";
import { checkDiscuss, checkPick, checkRevote, checkVote } from "./check-vote.ts";
import type { Command } from "./command.ts";
import { compare } from "./compare.ts";
import { courseAttach, courseFaq, courseUnanswered } from "./course-faq.ts";
import { courseAudit, courseClose } from "./course-close.ts";
import { courseSetup } from "./course-setup.ts";
import { claim } from "./claim.ts";
import { describe } from "./describe.ts";
import { notebookError } from "./notebook-error.ts";
import { dataAdd, dataFetch, dataKeep, dataPortfolio, dataRemove, dataUndo } from "./data-files.ts";
import { dataGet } from "./data-get.ts";
import { dataList } from "./data-list.ts";
import { explain } from "./explain.ts";
import { expected } from "./expected.ts";
import { frequency } from "./frequency.ts";
import { help } from "./help.ts";
import { gradebookAnswers, gradebookExport } from "./gradebook-export.ts";
import { gradebookMisconceptions, gradebookStatistics } from "./gradebook-statistics.ts";
import { hedge } from "./hedge.ts";
import { performance } from "./performance.ts";
import { practiceAnswer, practiceGiveUp, practiceHint, practiceSubmit } from "./practice-buttons.ts";
import { practiceBlanks, practiceFilled, practiceWhy, practiceWorkedExample } from "./practice-example.ts";
import { practiceRemind } from "./practice-remind.ts";
import { practice } from "./practice.ts";
import { privacyDelete, privacyExport } from "./privacy.ts";
import { progress } from "./progress.ts";
import { reconcile } from "./reconcile.ts";
import { regress } from "./regress.ts";
import { cachedCommand } from "./cached-command.ts";
import { residuals } from "./residuals.ts";
import { rolling } from "./rolling.ts";
import { rosterTime } from "./roster-time.ts";
import { rosterClaim, rosterCodes, rosterConfirm, rosterImport, rosterMatch } from "./roster.ts";
import { selftest } from "./selftest.ts";
import { size } from "./size.ts";
import {
  staffQuestionAnswered,
  staffQuestionAsker,
  staffQuestionPin,
  staffQuestionPublish,
  staffQuestionPublished,
  staffQuestionReply,
  staffQuestionSend,
} from "./staff-answer.ts";
import { staffQuestion, staffQuestionPost, staffQuestionWrite } from "./staff-question.ts";
import { track } from "./track.ts";
import { variance } from "./variance.ts";

/** Every command there is, in the order they are listed: that of `chapterParts`. */
export const commands: readonly Command[] = [
  beta,
  betaGuess,
  regress,
  residuals,
  compare,
  expected,
  alphas,
  track,
  hedge,
  size,
  performance,
  describe,
  variance,
  frequency,
  rolling,
  practice,
  practiceAnswer,
  practiceSubmit,
  practiceHint,
  practiceWorkedExample,
  practiceBlanks,
  practiceFilled,
  practiceWhy,
  practiceGiveUp,
  practiceRemind,
  progress,
  ask,
  explain,
  claim,
  notebookError,
  reconcile,
  selftest,
  dataList,
  dataGet,
  help,
  staffQuestion,
  staffQuestionWrite,
  staffQuestionPost,
  staffQuestionReply,
  staffQuestionSend,
  staffQuestionPublish,
  staffQuestionPublished,
  staffQuestionAnswered,
  staffQuestionPin,
  staffQuestionAsker,
  checkPreview,
  checkPost,
  checkVote,
  checkDiscuss,
  checkRevote,
  checkExtend,
  checkClose,
  checkResults,
  checkVoid,
  checkRegrade,
  checkUndo,
  checkName,
  checkNamed,
  checkList,
  checkUnanswered,
  checkRemind,
  checkReminders,
  checkCopy,
  checkDrafts,
  checkDiscard,
  checkExport,
  checkImport,
  checkQuestion,
  checkAnswer,
  checkSubmit,
  checkPick,
  checkHint,
  checkKey,
  checkMine,
  courseSetup,
  courseFaq,
  courseUnanswered,
  courseAttach,
  courseClose,
  courseAudit,
  dataAdd,
  dataKeep,
  dataFetch,
  dataPortfolio,
  dataRemove,
  dataUndo,
  rosterImport,
  rosterMatch,
  rosterConfirm,
  rosterCodes,
  rosterClaim,
  rosterTime,
  gradebookExport,
  gradebookAnswers,
  gradebookStatistics,
  gradebookMisconceptions,
  privacyExport,
  privacyDelete,
].map((command) => (command.cached ? cachedCommand(command) : command));
