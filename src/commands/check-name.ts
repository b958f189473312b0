import { findNamedMistake, namedId, namedMistakesOf, type NamedMistake } from "../grading/named-mistakes.ts";
import { regradeAnswers } from "../grading/regrade-answer.ts";
import { attemptAsync, failure, success } from "../outcome.ts";
import { count, number } from "../render/numbers.ts";
import { plain } from "../render/plain.ts";
import { doneReply } from "../render/replies/check.ts";
import { undoSteps } from "./checks/confirming.ts";
import { updateResults } from "./checks/update-results.ts";
import { findCheckHere } from "./checks/find-check-here.ts";
import { defineCommand } from "./command.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

/** Reached from the results alone, where a cluster of answers is that nothing recognised. */
const sharedFields = { part: "Course", audience: "instructors", listed: false } as const;

const clusterOptions = {
  check: text("The check", 20),
  quantity: text("The part", 60),
  ratio: optional(text("Answer over key", 30)),
  value: optional(text("The answer, where the key is 0", 30)),
} as const;

export const checkName = defineCommand({
  ...sharedFields,
  name: "check name",
  opensForm: true,
  description: "The form that names a cluster of answers as a mistake",
  options: clusterOptions,
  run: ({ options: { check, quantity, ratio, value } }) =>
    success({
      kind: "form",
      title: "Name this mistake",
      fields: [
        { option: "name", label: "This equals what you get if …", placeholder: "you multiply by √2", required: true, maxLength: 100 },
        { option: "message", label: "What to say to it", placeholder: "Which period is the budget for?", required: true, long: true, maxLength: 300 },
      ],
      submit: { command: "check named", options: { check, quantity, ...(ratio === null ? { value: value ?? "0" } : { ratio }) } },
      result: {},
    } as const),
});

export const checkNamed = defineCommand({
  ...sharedFields,
  name: "check named",
  description: "Names a cluster of answers as a mistake, and diagnoses all answers again",
  options: { ...clusterOptions, name: text("Completes: if …", 100), message: text("What to say to it", 300) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      yield* await notHeldElsewhere(check, question, store);
      const cluster = options.ratio ?? options.value ?? "";
      if (cluster === "" || !Number.isFinite(Number(cluster))) yield* failure({ kind: "unreadable-option", option: "ratio", text: cluster, expected: "number" });
      const { quantity, name, message } = options;
      const place = options.ratio === null ? { ratio: null, value: Number(options.value) } : { ratio: Number(options.ratio), value: null };
      const mistakes: readonly NamedMistake[] = [...namedMistakesOf(check.namedMistakes), { quantity, ...place, name, message }];
      const stamp = { by: question.asker.id, at: question.now() };
      const named = yield* await store.checks.nameMistakes(check.id, mistakes.map((mistake) => ({ ...mistake })), stamp);
      yield* await store.answers.regrade(named.id, yield* await regradeAnswers(named, store, question), stamp);
      await updateResults(named.id, store, question);
      const id = namedId(mistakes.length - 1);
      const answers = await store.answers.ofItem({ kind: "check", check: check.id });
      const diagnosed = answers.filter(({ parts }) => parts.some((part) => part.diagnoses.includes(id))).length;
      const mistake = findNamedMistake(id, named.namedMistakes);
      return doneReply(
        `Named: ${plain(name)}`,
        [
          `${count(diagnosed)} of ${count(answers.length)} answers to **${plain(check.title)}** are diagnosed as it${mistake?.ratio ? ` (${number(mistake.ratio)} × the key)` : ""}. No mark fell.`,
          `Students whose best answer it is read your words behind **My answer**, once its mark may be read.${check.feedback === "now" ? " Whoever makes it from now on reads them at once." : ""}`,
        ],
        [{ label: "The results again", command: "check results", options: { check: check.id } }, ...(await undoSteps(named, store))],
      );
    }),
});
