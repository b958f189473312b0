import { dataRefreshedReply } from "../render/replies/data-refresh.ts";
import type { AppContext } from "./app-context.ts";
import type { RefreshedData } from "./data-service.ts";

/**
 * Fetches again what was fetched a week ago, where the host set it so, and tells the staff's channels what changed: a
 * server's of its own data, all of the host's. Several processes may do it: one of them works on a folder.
 */
export async function keepDataFresh(context: Pick<AppContext, "data" | "store" | "now" | "sideEffects" | "refreshesData">, isStopped: () => boolean): Promise<readonly RefreshedData[]> {
  const { data, refreshesData, now, sideEffects } = context;
  const opened = await context.store();
  if (!refreshesData || !opened.ok) return [];
  const rounds: RefreshedData[] = [];
  for await (const round of data.refresh(now, isStopped)) {
    rounds.push(round);
    const reply = dataRefreshedReply(round);
    if (reply === null) continue;
    for (const guild of round.guild === null ? await opened.value.retention.courses() : [round.guild]) {
      const { staffChannel } = await opened.value.courses.settings(guild);
      // What is not delivered is in `/data list` all the same.
      if (staffChannel !== null) await sideEffects.post(staffChannel, reply);
    }
  }
  return rounds;
}
