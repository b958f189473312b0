import { success } from "../outcome.ts";
import { deleteQuestionReply, forgottenReply, recordReply } from "../render/replies/privacy.ts";
import { defineCommand } from "./command.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";

const sharedFields = { part: "Course" } as const;

export const privacyExport = defineCommand({
  ...sharedFields,
  name: "privacy export",
  description: "Everything that is kept about you, as a file; seen by you alone",
  asking: {
    about: "course",
    words:
      /\b(?:stored?|kept|keep|saved?|know|hold|have|data|records?)\b.* (?:about|on) me\b|\bmy (?:personal |own )?data\b/u,
  },
  options: {},
  async run({ asker, store }) {
    const opened = await store();
    if (!opened.ok) return opened;
    return success(recordReply(await opened.value.privacy.exportOf(asker.id)));
  },
});

export const privacyDelete = defineCommand({
  ...sharedFields,
  name: "privacy delete",
  description: "Makes what is kept about you nobody's; asks once before",
  options: { confirm: withDefault(yesOrNo("true: yes, delete it"), false) },
  async run({ options, asker, store }) {
    if (!options.confirm) return success(deleteQuestionReply());
    const opened = await store();
    if (!opened.ok) return opened;
    return success(forgottenReply(await opened.value.privacy.forget(asker.id)));
  },
});
