/** What a reader can do with what stands in the channel. */
import type { Outbox } from "./outbox.ts";
import type { Stage } from "./stage.ts";

export interface Hands {
  readonly stage: Stage;
  readonly outbox: Outbox;
  /** Types a line and sends it. */
  readonly send: (line: string) => void;
}
