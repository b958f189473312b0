import { boundedCache } from "../bounded-cache.ts";
import type { Call } from "../commands/answer.ts";
import { customId } from "../render/custom-id.ts";
import type { Answer, CommandCall } from "../render/reply.ts";

/** So long a call waits for its button: previewed in the morning, posted in the evening's class. */
const hoursKept = 24;
const mostCalls = 2_000;

const kept = boundedCache<{ readonly call: CommandCall; readonly at: number }>(mostCalls, () => 1);

/** Of a button whose call is kept; no command is called so. */
const keptName = "kept";

type By = Pick<Call, "asker" | "id">;

/**
 * The reply with a button for each call that is too long for one, like a question of one's own with everything typed: a
 * custom_id holds a hundred characters, so the call stays in memory, and the button names the interaction that brought
 * it. For replies to one person alone: nobody else finds their call. Losing it costs typing it again.
 */
export function withKeptCalls(reply: Answer, { asker, id }: By, now: number): Answer {
  if (reply.kind === "form" || reply.audience !== "asker") return reply;
  const nextSteps = reply.nextSteps.map((step, index) => {
    if (customId(step) !== null) return step;
    const call = `${id}-${String(index)}`;
    kept.set(keyOf(asker.id, call), { call: { command: step.command, options: step.options }, at: now });
    return { ...step, command: keptName, options: { call } };
  });
  return { ...reply, nextSteps };
}

/** The call itself, or the one that its button was kept for; null where that is no longer known, or was another person's. */
export function resolvedCall(call: Call, now: number): Call | null {
  if (call.command !== keptName) return call;
  const { call: name } = call.options;
  const found = typeof name === "string" ? kept.get(keyOf(call.asker.id, name)) : undefined;
  return found !== undefined && now - found.at <= hoursKept * 3_600_000 ? { ...call, ...found.call } : null;
}

const keyOf = (person: string, interaction: string): string => `${person} ${interaction}`;
