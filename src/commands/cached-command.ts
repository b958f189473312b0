import { success } from "../outcome.ts";
import type { Datasets } from "../datasets/datasets.ts";
import { boundedCache, type BoundedCache } from "../bounded-cache.ts";
import type { Reply } from "../render/reply.ts";
import type { Command } from "./command.ts";

/** Of all remembered replies of one set of data: some sixty analyses with their rows. */
const maxBytes = 32 << 20;

const caches = new WeakMap<Datasets, BoundedCache<Reply>>();
const pendingAnswers = new WeakMap<Datasets, Map<string, ReturnType<Command["answer"]>>>();

/**
 * A command whose reply depends on its options and the data alone: asked the same again, it gives the same reply
 * without working it out. It is run for nobody in particular, so that nothing of a person can get into a reply that
 * others see; what a person may see of it is decided behind it, at each use (`answer.ts`).
 */
export function cachedCommand(command: Command): Command {
  return {
    ...command,
    async answer(raw, question) {
      const cache = cacheOf(question.datasets);
      const key = JSON.stringify([command.name, ...Object.entries(raw).sort(([first], [second]) => (first < second ? -1 : 1))]);
      const cachedReply = cache.get(key);
      if (cachedReply) return success(cachedReply);
      const pending = pendingOf(question.datasets);
      // Where it is being computed for somebody else already, both wait for that one.
      const computing = pending.get(key) ?? command.answer(raw, { ...question, asker: anonymousAsker, place: noPlace, id: "" });
      pending.set(key, computing);
      try {
        const outcome = await computing;
        if (outcome.ok && outcome.value.kind === "reply") cache.set(key, outcome.value);
        return outcome;
      } finally {
        pending.delete(key);
      }
    },
  };
}

const anonymousAsker = { id: "", name: "", roleIds: [], managesServer: false } as const;
const noPlace = { guildId: null, channelId: null } as const;

/** Lets go of what is remembered of these data: the next time each is worked out again. */
export function forgetReplies(datasets: Datasets): void {
  caches.delete(datasets);
}

function cacheOf(datasets: Datasets): BoundedCache<Reply> {
  const cache = caches.get(datasets) ?? boundedCache<Reply>(maxBytes, bytesOf);
  caches.set(datasets, cache);
  return cache;
}

function pendingOf(datasets: Datasets): Map<string, ReturnType<Command["answer"]>> {
  const pending = pendingAnswers.get(datasets) ?? new Map<string, ReturnType<Command["answer"]>>();
  pendingAnswers.set(datasets, pending);
  return pending;
}

/** About how much memory a reply holds: its rows, and some for everything else. Rows met twice count once. */
function bytesOf(reply: Reply): number {
  const visited = new Set<object>();
  const measure = (value: unknown): number => {
    if (typeof value === "string") return 2 * value.length + 16;
    if (typeof value !== "object" || value === null) return 8;
    if (visited.has(value)) return 8;
    visited.add(value);
    if (ArrayBuffer.isView(value)) return value.byteLength + 64;
    const parts: readonly unknown[] = Object.values(value);
    if (typeof parts[0] === "number" && Array.isArray(value)) return 8 * parts.length + 16;
    return parts.reduce<number>((sum, part) => sum + measure(part), 64);
  };
  return measure(reply);
}
