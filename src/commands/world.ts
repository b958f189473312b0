import type { Datasets } from "../datasets/datasets.ts";

/** Who asks: facts from Discord (or the terminal's flags); commands decide what they allow. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly roleIds: readonly string[];
  /** Has Discord's permission to manage the server. */
  readonly managesServer: boolean;
}

/** Where it was asked; null outside a server. */
export interface Place {
  readonly guildId: string | null;
  readonly channelId: string | null;
}

/** What the whole program has and every command may use. */
export interface World {
  readonly datasets: Datasets;
}
