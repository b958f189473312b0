import type { SubmittedForm } from "../../grading/mark-answers.ts";
import type { AppContext, Caller } from "../app-context.ts";

export const submittedForm = ({ asker, place, id, now }: Caller & Pick<AppContext, "now">): SubmittedForm => ({
  person: asker.id,
  guild: place.guildId,
  interaction: id,
  at: now(),
});
