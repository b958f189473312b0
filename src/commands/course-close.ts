import { attemptAsync } from "../outcome.ts";
import { auditReply, courseClosedReply, courseReopenedReply } from "../render/replies/course.ts";
import { confirmReply } from "../render/replies/check.ts";
import { count } from "../render/numbers.ts";
import { confirmOption } from "./checks/find-check-here.ts";
import { defineCommand } from "./command.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";
import { msPerDay } from "../calendar.ts";

const shownActions = 15;
const filedActions = 1000;

export const courseClose = defineCommand({
  name: "course close",
  part: "Course",
  audience: "managers",
  description: "The end of the term: closes all checks, and nothing more is accepted; asks once before",
  options: { confirm: confirmOption, reopen: withDefault(yesOrNo("true: opens a closed course again"), false) },
  run: ({ options, asker, place, now, store: openStore, retentionDays }) =>
    attemptAsync(async function* () {
      const store = yield* await openStore();
      const guild = place.guildId ?? "";
      const attribution = { by: asker.id, at: now() };
      const closedAt = await store.terms.closedAt(guild);
      if (options.reopen) return courseReopenedReply(await store.terms.reopen(guild, attribution));
      const until = (from: number): number | null => (retentionDays === null ? null : from + retentionDays * msPerDay);
      if (closedAt !== null) return courseClosedReply({ closedAt, checks: 0, keptUntil: until(closedAt) });
      const open = (await store.checks.list(guild, Number.MAX_SAFE_INTEGER)).filter((check) => check.closedAt === null && check.voidedAt === null);
      if (!options.confirm) {
        return confirmReply(
          "Close the course?",
          [
            open.length === 0 ? "No check is open." : `${open.length === 1 ? "1 open check closes" : `${count(open.length)} open checks close`} now, and the results come to the class.`,
            "Afterwards nothing more is accepted here: no check, no answer, no practice answer, no question to the staff. Numbers, explanations, results, regrades and the gradebook go on.",
            retentionDays === null ? "What is stored stays until its host deletes it." : `What is stored is deleted when it is ${count(retentionDays)} days old; the staff are told two weeks before.`,
            "`/course close reopen:true` opens it again.",
          ],
          { label: "Close the course", command: "course close", options: { confirm: "true" }, style: "danger" },
        );
      }
      for (const check of open) await store.checks.close(check.id, attribution);
      await store.terms.close(guild, attribution);
      return courseClosedReply({ closedAt: attribution.at, checks: open.length, keptUntil: until(attribution.at) });
    }),
});

export const courseAudit = defineCommand({
  name: "course audit",
  part: "Course",
  audience: "instructors",
  description: "What was changed in this course, by whom and when; seen by you alone",
  options: {},
  run: ({ place, store: openStore }) =>
    attemptAsync(async function* () {
      const actions = await (yield* await openStore()).courses.listAudit(place.guildId ?? "", filedActions);
      return auditReply(actions, shownActions);
    }),
});
