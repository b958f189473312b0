import type { APIEmbed } from "discord-api-types/v10";
import { escaped, plain } from "../plain.ts";
import type { NextStep, Reply } from "../reply.ts";
import { collisionEmbed, collisionFiles, type Collisions } from "./collisions.ts";
import { checkEmbed, type ShownCheck } from "./check.ts";

/** The preview before posting: a student's view, the key, and the collisions of its mistakes. */
export function previewReply(
  check: ShownCheck,
  collisions: Collisions | null,
  extra: { readonly heading: string; readonly modelAnswer: string | null; readonly key?: readonly string[]; readonly hiding?: readonly string[] },
  nextSteps: readonly NextStep[],
): Reply {
  const { heading, modelAnswer, key = [], hiding = [] } = extra;
  return {
    ...staffReply(heading, [
      checkEmbed(check),
      ...(key.length === 0 ? [] : [keyEmbed(key)]),
      ...(collisions === null ? [] : [collisionEmbed(collisions)]),
      ...hidingEmbeds(hiding),
      ...(modelAnswer === null ? [] : [{ title: "Model answer: for you alone", description: escaped(modelAnswer), color: 0x0072b2 }]),
    ]),
    files: collisions === null ? [] : collisionFiles(collisions),
    nextSteps,
    result: { collisions },
  };
}

/** In place of a posting that its collision report is not sound on. Its channel may be on the wall: nothing of the key is in it. */
export function notSoundReply(check: ShownCheck, collisions: Collisions, nextSteps: readonly NextStep[]): Reply {
  const heading = "Not posted: see the collision report. Change the question, or post it all the same.";
  return { ...staffReply(heading, [checkEmbed(check), collisionEmbed(collisions)]), files: collisionFiles(collisions), nextSteps, result: { collisions } };
}

/** Below what was posted or scheduled. Its channel may be on the wall: nothing of the key is in it. */
export function postedReply(
  check: ShownCheck,
  collisions: Collisions | null,
  { heading, hiding }: { readonly heading: string; readonly hiding: readonly string[] },
  nextSteps: readonly NextStep[],
): Reply {
  // What is in the channel already need not be read twice.
  const isScheduled = (check.opensAt ?? null) !== null;
  return { ...staffReply(heading, [...(isScheduled ? [checkEmbed(check)] : []), ...(collisions?.sound === false ? [collisionEmbed(collisions)] : []), ...hidingEmbeds(hiding)]), nextSteps, result: { collisions } };
}

/** The key of a check, for whoever asks for it. */
export const keyReply = (title: string, lines: readonly string[]): Reply => staffReply(undefined, [{ ...keyEmbed(lines), title: `Key: ${plain(title)}` }]);

const keyEmbed = (lines: readonly string[]): APIEmbed => ({ title: "Key: for you alone", description: lines.join("\n"), color: 0x0072b2 });

const hidingEmbeds = (hiding: readonly string[]): readonly APIEmbed[] => (hiding.length === 0 ? [] : [{ title: "While it is open", description: hiding.join("\n"), color: 0x0072b2 }]);

const staffReply = (content: string | undefined, embeds: readonly APIEmbed[]): Reply => ({
  kind: "reply",
  ...(content === undefined ? {} : { content }),
  embeds,
  pictures: [],
  files: [],
  nextSteps: [],
  audience: "asker",
  result: {},
});
