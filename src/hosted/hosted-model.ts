/**
 * A hosted language model that may help to read a question, over an HTTP interface like OpenAI's chat completions. It is
 * asked for one thing: which item of a list a question means. Nothing that it writes is shown or computed with; what does
 * not arrive in time, or is not in the list, is as if nobody had been asked.
 */
import { fetchBounded } from "../bounded-fetch.ts";
import type { Clock } from "../clock.ts";
import { failure, type Outcome } from "../outcome.ts";
import { chatAnswer } from "./chat-answer.ts";
import { chatRequest } from "./chat-request.ts";
import { modelFaultOf, pauseAfter, type ModelFault } from "./model-fault.ts";
import type { MenuChoice, ReadingMenu } from "./reading-menu.ts";
import { requestsOfPeople } from "./requests-of-people.ts";
import { sentQuestion } from "./sent-question.ts";

/** Somebody waits for the answer, and Discord for a first response. */
export const answerLimitMs = 2_500;
/** Of one process. */
const mostAtOnce = 8;
/** A choice is a hundred bytes, with all around it a few thousand. */
const mostBytes = 64 * 1_024;

export interface ModelService {
  /** The base address, ending in "/". */
  readonly url: string;
  readonly model: string;
  /** "" where it takes none. */
  readonly key: string;
  readonly perDay: number;
  readonly perPerson: number;
}

/** not-asked: nothing left this host. none: the model found no item. In both, and after a fault, the question is as it was. */
export type ModelResult =
  | { readonly kind: "chosen"; readonly choice: MenuChoice }
  | { readonly kind: "none" }
  | { readonly kind: "failed"; readonly fault: ModelFault }
  | { readonly kind: "not-asked"; readonly why: "paused" | "busy" | "person" | "day" };

export interface HostedModel {
  /** The name of the machine that questions are sent to, for saying so. */
  readonly host: string;
  /** @param person - counted for the day's limit; not sent. */
  choose(question: string, menu: ReadingMenu, person: string): Promise<ModelResult>;
}

export interface ModelHost {
  readonly clock: Clock;
  /** The day's name, UTC: "2026-11-27". */
  readonly today: () => string;
  /** Counts one more request of the day for all processes; false where it would be beyond the limit, or can't be counted. */
  readonly takeOfDay: (day: string, limit: number) => Promise<boolean>;
  readonly onResult?: (result: ModelResult) => void;
}

export function hostedModel(service: ModelService, { clock, today, takeOfDay, onResult }: ModelHost): HostedModel {
  const taken = requestsOfPeople();
  let pausedUntil = -Infinity;
  let faultsInARow = 0;
  let inProgress = 0;

  const ask = async (question: string, menu: ReadingMenu, person: string): Promise<ModelResult> => {
    if (clock.now() < pausedUntil) return { kind: "not-asked", why: "paused" };
    if (inProgress >= mostAtOnce) return { kind: "not-asked", why: "busy" };
    const day = today();
    if (!taken.take(person, day, service.perPerson)) return { kind: "not-asked", why: "person" };
    inProgress++;
    try {
      if (!(await takeOfDay(day, service.perDay))) return { kind: "not-asked", why: "day" };
      const answered = await askService(service, question, menu, answerLimitMs);
      if (answered.ok) {
        faultsInARow = 0;
        return answered.value === null ? { kind: "none" } : { kind: "chosen", choice: answered.value };
      }
      faultsInARow++;
      pausedUntil = Math.max(pausedUntil, clock.now() + pauseAfter(answered.problem, faultsInARow));
      return { kind: "failed", fault: answered.problem };
    } finally {
      inProgress--;
    }
  };

  return {
    host: new URL(service.url).hostname,
    async choose(question, menu, person) {
      const result = await ask(question, menu, person);
      onResult?.(result);
      return result;
    },
  };
}

/** One exchange. The key is in a header, and no redirect takes it elsewhere. */
export async function askService({ url, model, key }: Pick<ModelService, "url" | "model" | "key">, question: string, menu: ReadingMenu, timeLimitMs: number): Promise<Outcome<MenuChoice | null, ModelFault>> {
  const fetched = await fetchBounded(new URL("chat/completions", url).href, {
    timeLimitMs,
    maxBytes: mostBytes,
    redirect: "error",
    headers: { "content-type": "application/json", accept: "application/json", ...(key === "" ? {} : { authorization: `Bearer ${key}` }) },
    body: chatRequest(model, menu, sentQuestion(question)),
  });
  return fetched.ok ? chatAnswer(fetched.value, menu) : failure(modelFaultOf(fetched.problem));
}
