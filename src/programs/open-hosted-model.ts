import { systemClock } from "../clock.ts";
import type { AppContext } from "../commands/app-context.ts";
import { hostedModel, type HostedModel, type ModelResult, type ModelService } from "../hosted/hosted-model.ts";
import { ProblemError } from "../outcome.ts";

/** The model, with its day's questions counted in the store: where they can't be counted none is sent, as a limit that nobody keeps is none. */
export function openHostedModel(service: ModelService, store: AppContext["store"], onResult?: (result: ModelResult) => void): HostedModel {
  return hostedModel(service, {
    clock: systemClock,
    today: () => new Date().toISOString().slice(0, 10),
    async takeOfDay(day, limit) {
      const opened = await store();
      if (!opened.ok) return false;
      try {
        return await opened.value.modelRequests.take(day, limit);
      } catch (error) {
        if (error instanceof ProblemError) return false;
        throw error;
      }
    },
    ...(onResult ? { onResult } : {}),
  });
}
