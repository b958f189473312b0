import { isClosed } from "../../grading/find-check.ts";
import { taskOf } from "../../grading/check-task.ts";
import { keysOf } from "../../grading/posted-keys.ts";
import { attemptAsync, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import { checkMessage, confirmReply, type ShownCheck } from "../../render/replies/check.ts";
import type { NextStep, Reply } from "../../render/reply.ts";
import { timestamp } from "../../render/timestamp.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import type { Draft } from "./check-draft.ts";
import { checkSteps } from "./check-steps.ts";
import { orInDoubt } from "./in-doubt.ts";
import { hidingWords } from "./hiding-words.ts";
import { postOnce } from "./post-once.ts";
import { screenAddress } from "./screen-address.ts";
import { sameDataWords } from "./same-data-words.ts";
import { shownCheck } from "./shown-check.ts";

/** Where the same check is, and how it stands. */
function repeatedWords(check: Check, at: number): string {
  const { id, createdAt, opensAt, channel, message } = check;
  if (opensAt > at) return `The same check is scheduled for <#${channel}> already: \`${id}\` opens ${timestamp(opensAt, "f")}.`;
  if (message === null) return `The same check is stored, and on its way to <#${channel}>: \`${id}\`.`;
  return `The same check is in <#${channel}> since ${timestamp(createdAt)}${isClosed(check, at) ? "" : ", and open"}: \`${id}\`.`;
}

/** The same check posted again within this time is likely a second press of the same button. */
const repeatMs = 60_000;

/** A check that is in its channel; or the reply that asks whether it is to be there twice. */
type PostedCheck =
  | { readonly kind: "posted"; readonly check: Check; readonly shown: ShownCheck; readonly hiding: readonly string[]; readonly state: string }
  | { readonly kind: "repeated"; readonly reply: Reply };

/** Stores a draft and puts it into the class's channel. `again`: what the button calls that posts it a second time; null: it may be. */
export function postCheck(draft: Draft, again: NextStep | null, store: Store, question: AppContext & Caller): Promise<Outcome<PostedCheck, Problem>> {
  return attemptAsync(async function* () {
    const { asker, place, now } = question;
    const guild = place.guildId ?? "";
    const { hideKeys, classChannel } = await store.courses.settings(guild);
    const task = yield* taskOf(draft, question);
    const { opensAt, ...content } = draft;
    const at = now();
    const uncorrected = yield* taskOf({ ...draft, correction: null, namedMistakes: null }, question);
    const channel = classChannel ?? place.channelId ?? "";
    const hiding = [...hidingWords(draft, hideKeys, place, question), ...(await sameDataWords(draft, guild, store, question))];
    const { created, check } = yield* await orInDoubt(
      { kind: "check-uncertain", check: null },
      () => store.checks.createUnlessRepeated({ ...content, postedKeys: uncorrected.kind === "open" ? null : keysOf(uncorrected), guild, channel, opensAt: opensAt ?? at, by: asker.id, at }, again === null ? null : at - repeatMs),
      (reason) => ({ kind: "not-stored", what: "check", reason }) as const,
    );
    if (!created && again !== null) {
      return { kind: "repeated", reply: confirmReply("Posted already", [repeatedWords(check, at)], { ...again, style: "danger" }, "again") } as const;
    }
    const isScheduled = check.opensAt > at;
    const shown = { ...shownCheck(check, task), opensAt: isScheduled ? check.opensAt : null };
    const screen = await screenAddress(check, store, question);
    const projector = screen === null ? "" : ` On a projector, for everybody who has the address: <${screen}>`;
    const elsewhere = channel === place.channelId ? "" : ` It is in <#${channel}>.`;
    if (isScheduled) {
      const until = check.closesAt === null ? "" : `, and closes ${timestamp(check.closesAt, "f")}`;
      const state = `Scheduled as \`${check.id}\`: it is posted in <#${channel}> ${timestamp(check.opensAt, "f")} (${timestamp(check.opensAt)})${until}. Its key is hidden from then on; \`/check void\` cancels it.${projector}`;
      return { kind: "posted", check, shown, hiding, state } as const;
    }
    const message = checkMessage(shown, checkSteps(check, task, question));
    yield* yield* await orInDoubt({ kind: "check-uncertain", check: check.id }, () => postOnce({ purpose: "check", subject: check.id, round: "", guild, channel }, message, store, question));
    const closes = check.closesAt === null ? "until you close it" : `and closes ${timestamp(check.closesAt)} (${timestamp(check.closesAt, "f")})`;
    return { kind: "posted", check, shown, hiding, state: `Posted as \`${check.id}\`. It is open ${closes}.${elsewhere}${projector}` } as const;
  });
}
